/** Views that find contradictions; src/compare gives the same answers. */
export const findingViews = {
  name: '0005-contradictions',
  sql: `
-- 'real': growth of it is told at constant prices, so that figures in money do not bear it out
alter table indicator add column growth text not null default 'nominal' check (growth in ('nominal', 'real'));

drop view figure;
drop view claim_check;

create view figure as -- every fact that has a year, with what its series are known by and where its true value lies
with measured as (
  select f.*, r.region, r.issuer, r.year as report_year,
    case when i.by_subject = 1 or coalesce(o.by_subject, f."of" = 'other') = 1 then f.subject else '' end as topic,
    coalesce(u.measure, f.unit) as measure,
    coalesce(u.nature, 'count') as nature,
    i.unit = f.unit as usual_unit,
    -- half of the last printed digit; nothing for a count that was printed to the last one
    case
      when f.resolution is null or (coalesce(u.nature, 'count') = 'count' and f.resolution <= 1) then 0.0
      else f.resolution / 2
    end as rounding
  from fact f
    join report r on r.document = f.document and r.part = f.part
    join indicator i on i.code = f.indicator
    left join indicator o on o.code = f."of"
    left join unit_form u on u.form = f.unit
)
select
  id as fact, document, start, place, scope, indicator, "of", topic, status,
  -- the level of a ratio over a year is an average, whether its report says so or not
  case when basis = 'average' and aspect = 'rate' and measure = '%' then 'total' else basis end as basis,
  aspect, measure, year,
  value, min, max, resolution, rounding,
  case when modifier = 'exact' and value is not null then value - rounding else min end as low,
  case when modifier = 'exact' and value is not null then value + rounding else max end as high,
  modifier, unit, nature, subject, part_of, region, issuer, report_year, usual_unit, confidence, quote, sentence
from measured
where year is not null;

create view claim_check as
-- Every stated growth or change of what was done, checked with the figures of that year and the year before: agree when
-- any figures of the two years bear it out; disagree when none do, the best of them contradict it, and nothing makes those
-- doubtful: reports of these very years state them, once, of an indicator, in the same words, at the same prices.
with stated as (
  select *,
    -- the words before it, without those that name the year before
    replace(
      replace(
        case when instr(sentence, quote) > 0 then substr(sentence, 1, instr(sentence, quote) - 1) else '' end,
        '比' || (year - 1) || '年', ''
      ),
      '较' || (year - 1) || '年', ''
    ) as before
  from figure
  where indicator in ('rate.growth', 'change.amount') and "of" is not null and status = 'actual'
),
claim as (
  select *,
    basis = 'total' and not (
      instr(sentence, '超计划' || quote) or instr(sentence, '比计划多' || quote) or instr(sentence, '比计划少' || quote) or
      instr(sentence, '较计划多' || quote) or instr(sentence, '较计划少' || quote) or
      before like '%年均%' or before like '%年来%' or before like '%累计增%' or before like '%环比%' or
      before like '%季度%' or before like '%上半年%' or before like '%月份%' or before like '%个月%' or
      before like '%超计划%' or before like '%比计划%' or before like '%较计划%' or
      before glob '*[比较][0-9][0-9][0-9][0-9]年*' or before glob '*[0-9][0-9][0-9][0-9]年以来*'
    ) as against_last_year,
    -- growth at constant prices, by its words or by the convention of its indicator
    sentence like '%实际增长%' or sentence like '%扣除价格%' or sentence like '%可比价%' or sentence like '%不变价%' or
      "of" in (select code from indicator where growth = 'real') as is_real
  from stated
),
pair as (
  select
    c.fact as claim, c.low as c_low, c.high as c_high,
    a.fact as from_fact, b.fact as to_fact,
    a.value as from_value, b.value as to_value,
    a.low as a_low, a.high as a_high, b.low as b_low, b.high as b_high,
    a.subject = b.subject as same_subject,
    c.is_real and b.nature = 'amount' as other_prices,
    c.topic = '' and a.report_year is a.year and b.report_year is b.year as own_years,
    case
      when b.nature <> 'ratio' and c.measure in ('%', '倍') then 'percent'
      when b.measure = '%' and c.measure = '个百分点' then 'difference'
      when c.indicator = 'change.amount' and c.measure = b.measure and b.nature <> 'ratio' then 'difference'
    end as mode,
    case when b.nature <> 'ratio' and c.measure = '倍' then 100 else 1 end as factor,
    coalesce(a.low > 0, a.high > 0, 0) as positive,
    row_number() over (
      partition by c.fact
      order by
        -- the figure that stands nearest before the claim in its sentence
        case when b.document = c.document and b.sentence = c.sentence and b.start < c.start then b.start else -1 end desc,
        a.subject = b.subject desc,
        b.subject = c.subject desc,
        b.document = c.document desc,
        b.part_of is null desc,
        (a.report_year is a.year) + (b.report_year is b.year) desc,
        a.usual_unit + b.usual_unit desc,
        b.confidence + a.confidence desc,
        b.document, b.start, a.document, a.start
    ) as rank
  from claim c
    join figure b on b.indicator = c."of" and b.place = c.place and b.year = c.year
    join figure a on a.indicator = c."of" and a.place = c.place and a.year = c.year - 1
  where c.against_last_year
    and b.scope = c.scope and a.scope = c.scope
    and b.topic = c.topic and a.topic = c.topic
    and b.status = 'actual' and a.status = 'actual'
    and b.aspect <> 'change' and a.aspect = b.aspect
    and a.basis = b.basis and a.measure = b.measure
    and (a.part_of is null) = (b.part_of is null)
    and (instr(a.subject, b.subject) > 0 or instr(b.subject, a.subject) > 0)
    and (
      instr(b.subject, c.subject) > 0 or instr(c.subject, b.subject) > 0 or
      (b.document = c.document and b.sentence = c.sentence and b.start < c.start)
    )
    and b.indicator not in ('rate.growth', 'change.amount')
),
computed as (
  select *,
    c_low * factor as claimed_low, c_high * factor as claimed_high,
    case
      when mode = 'difference' then b_low - a_high
      when mode = 'percent' and positive and b_low < 0 then (b_low - a_low) / a_low * 100
      when mode = 'percent' and positive then (b_low - a_high) / a_high * 100
    end as computed_low,
    case
      when mode = 'difference' then b_high - a_low
      when mode = 'percent' and positive and b_high < 0 then (b_high - a_high) / a_high * 100
      when mode = 'percent' and positive then (b_high - a_low) / a_low * 100
    end as computed_high
  from pair
),
contradicted as (
  select *,
    coalesce(
      claimed_high < computed_low - 1e-9 * max(1, abs(computed_low)) or
      computed_high < claimed_low - 1e-9 * max(1, abs(claimed_low)),
      0
    ) as apart
  from computed
),
doubted as (
  select *,
    case
      when not apart then null
      when other_prices then 'constant_prices'
      when not same_subject then 'subject_differs'
      -- a document that states two figures of one thing speaks of two things
      when not own_years or exists (
        select 1 from figure f join figure r on r.document = f.document
        where f.fact in (p.from_fact, p.to_fact)
          and r.indicator = f.indicator and r.place = f.place and r.year = f.year and r.scope = f.scope
          and r.topic = f.topic and r.subject = f.subject and r.status = 'actual' and r.basis = f.basis
          and r.aspect = f.aspect and r.measure = f.measure and f.part_of is null and r.part_of is null
          and (
            r.high < f.low - 1e-9 * max(1, abs(f.low)) or f.high < r.low - 1e-9 * max(1, abs(r.low))
          )
      ) then 'unsure_figures'
    end as contradiction_doubt
  from contradicted p
),
judged as (
  select *,
    case
      when mode is null or (claimed_low is null and claimed_high is null) then 'cannot_tell'
      when apart then iif(contradiction_doubt is null, 'disagree', 'cannot_tell')
      when computed_low is null or computed_high is null then 'cannot_tell'
      else 'agree'
    end as verdict
  from doubted
),
chosen as (
  select *, row_number() over (partition by claim order by verdict = 'agree' desc, rank) as choice
  from judged
)
select
  c.place, c.scope, c.indicator, c."of", c.topic, c.year, c.unit, c.quote, c.sentence, c.subject,
  coalesce(p.claimed_low, c.low) as claimed_low, coalesce(p.claimed_high, c.high) as claimed_high,
  p.computed_low, p.computed_high,
  coalesce(p.verdict, 'cannot_tell') as verdict,
  case
    when p.verdict <> 'cannot_tell' then null
    when not c.against_last_year then 'base_unknown'
    when p.claim is null then 'no_figures'
    when p.mode is null then 'unit_differs'
    when p.apart then p.contradiction_doubt
    else 'unbounded'
  end as doubt,
  p.from_value, p.to_value, c.fact as claim_fact, p.from_fact, p.to_fact, c.document, c.start
from claim c left join chosen p on p.claim = c.fact and p.choice = 1;

create view conflict as
-- What the report of a year and a later one state differently of that year, beyond words and rounding. Left out: parts,
-- figures that say nothing without their subject, numbers told in passing (5家分馆, 从3.16万亿元增加到), and documents
-- that state two figures of one thing, for they speak of two things.
with told as (
  select f.*,
    f.place || '|' || f.scope || '|' || f.indicator || '|' || coalesce(f."of", '') || '|' || f.topic || '|' || f.status ||
      '|' || f.basis || '|' || f.aspect || '|' || f.measure as series,
    case when f.subject like '全__%' then substr(f.subject, 3) else f.subject end as thing
  from figure f left join fact w on w.id = f.part_of
  where f.status = 'actual' and f.topic = ''
    and (f.part_of is null or w.year <> f.year)
    and instr(f.sentence, f.quote || f.subject) = 0
    and instr(f.sentence, '从' || f.quote) = 0 and instr(f.sentence, '由' || f.quote) = 0
),
counted as (
  select *, count(*) over (partition by series, year, thing, document) as figures from told
)
select
  a.series, a.place, a.scope, a.indicator, a."of", a.year, a.thing as subject, a.unit,
  a.value, a.low, a.high, a.quote, a.sentence, a.document, a.fact,
  b.value as other_value, b.low as other_low, b.high as other_high, b.quote as other_quote,
  b.sentence as other_sentence, b.document as other_document, b.fact as other_fact
from counted a join counted b on b.series = a.series and b.year = a.year and b.thing = a.thing
where a.figures = 1 and b.figures = 1
  and a.report_year = a.year and b.report_year > b.year
  and (a.high < b.low - 1e-9 * max(1, abs(b.low)) or b.high < a.low - 1e-9 * max(1, abs(a.low)));

create view sum_check as
-- Every total beside the sum of its parts: adds_up, within (they leave a rest), exceeds (a number is wrong, or the parts
-- overlap) or cannot_tell (no bound, or one of them alone is more than the total).
with bounded as (
  select f.id, f.document, f.start, f.place, f.indicator, f.year, f.status, f.value, f.quote, f.sentence, f.part_of,
    coalesce(u.measure, f.unit) as measure, coalesce(u.nature, 'count') as nature,
    case when f.modifier = 'exact' and f.value is not null then
      f.value - iif(f.resolution is null or (coalesce(u.nature, 'count') = 'count' and f.resolution <= 1), 0, f.resolution / 2)
    else f.min end as low,
    case when f.modifier = 'exact' and f.value is not null then
      f.value + iif(f.resolution is null or (coalesce(u.nature, 'count') = 'count' and f.resolution <= 1), 0, f.resolution / 2)
    else f.max end as high
  from fact f left join unit_form u on u.form = f.unit
  where f.basis = 'total'
),
pair as (
  select w.id as whole, w.low as w_low, w.high as w_high, p.id as part, p.low as p_low, p.high as p_high, p.quote as p_quote
  from bounded w join bounded p on p.part_of = w.id
  where p.measure = w.measure and w.nature <> 'ratio' and p.status = w.status and p.year is w.year
),
summed as (
  select whole, w_low, w_high, count(*) as parts, group_concat(p_quote, ' ') as part_quotes,
    iif(count(p_low) = count(*), sum(p_low), null) as sum_low,
    iif(count(p_high) = count(*), sum(p_high), null) as sum_high,
    max(coalesce(w_high < p_low - 1e-9 * max(1, abs(p_low)), 0)) as no_part
  from pair
  group by whole
)
select f.place, f.indicator, f.year, f.status, f.unit, f.value, f.quote, f.sentence, s.parts, s.part_quotes, s.sum_low,
  s.sum_high,
  case
    when s.no_part then 'cannot_tell'
    when s.w_high < s.sum_low - 1e-9 * max(1, abs(s.sum_low)) then 'exceeds'
    when s.sum_high < s.w_low - 1e-9 * max(1, abs(s.w_low)) then 'within'
    when s.w_low is null or s.w_high is null or s.sum_low is null or s.sum_high is null then 'cannot_tell'
    else 'adds_up'
  end as verdict,
  f.id as whole_fact, f.document, f.start
from summed s join fact f on f.id = s.whole;
`,
} as const

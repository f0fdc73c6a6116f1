/** A growth of what no indicator names contradicts nothing; src/compare says so too. */
export const unnamedClaims = {
  name: '0011-unnamed-claims',
  sql: `
drop view claim_check;

create view claim_check as
-- Every stated growth or change of what was done, checked with the figures of that year and the year before: agree when
-- any figures of the two years bear it out; disagree when none do, the best of them contradict it, and nothing makes those
-- doubtful: reports of these very years state them, once, of an indicator, in the same words, at the same prices.
with claim as (
  select *,
    basis = 'total' and not other_base and not (
      instr(sentence, '超计划' || quote) or instr(sentence, '比计划多' || quote) or instr(sentence, '比计划少' || quote) or
      instr(sentence, '较计划多' || quote) or instr(sentence, '较计划少' || quote)
    ) as against_last_year,
    -- growth at constant prices, by its words or by the convention of its indicator
    sentence like '%实际增长%' or sentence like '%扣除价格%' or sentence like '%可比价%' or sentence like '%不变价%' or
      "of" in (select code from indicator where growth = 'real') as is_real
  from figure
  where indicator in ('rate.growth', 'change.amount') and "of" is not null and status = 'actual'
),
pair as (
  select
    c.fact as claim, c.low as c_low, c.high as c_high,
    a.fact as from_fact, b.fact as to_fact,
    a.value as from_value, b.value as to_value,
    a.low as a_low, a.high as a_high, b.low as b_low, b.high as b_high,
    a.subject = b.subject as same_subject,
    c.is_real and b.nature = 'amount' as other_prices,
    c.topic = '' and c."of" not in ('other', 'rate.share') and a.report_year is a.year and b.report_year is b.year as own_years,
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
`,
} as const

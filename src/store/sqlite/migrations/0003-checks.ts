/** Views that hold plans against outcomes and claims against figures; src/compare gives the same answers. */
export const checkViews = {
  name: '0003-checks',
  sql: `
create view plan_outcome as
-- Every plan for a year with what was done in that year: met, missed, unknown (the words do not tell) or waiting (no
-- report has stated it yet). Differences are from the plan to what was done.
with both as (
  select *,
    -- 'actual' sorts before 'plan': the row before a plan, if any, is what was done
    lag(fact) over same_year as to_fact,
    lag(value) over same_year as b, lag(low) over same_year as b_low, lag(high) over same_year as b_high,
    lag(modifier) over same_year as to_modifier, lag(part_of) over same_year as to_part_of
  from series
  where status in ('actual', 'plan')
  window same_year as (partition by place, scope, indicator, "of", topic, basis, aspect, measure, year order by status)
),
plan as (
  select both.*, both.value as a,
    case when both.modifier in ('exact', 'about') then both.value end as printed,
    coalesce(i.goal, 'reach') as goal
  from both left join indicator i on i.code = coalesce(both."of", both.indicator)
  where both.status = 'plan'
),
target as ( -- at_most: what was done must not pass the ceiling; else it must reach floor_high, and misses below floor_low
  select *,
    modifier = 'at_most' or goal = 'stay_below' as is_ceiling,
    coalesce(printed + rounding, max) as ceiling,
    coalesce(printed - rounding, min) as floor_low,
    case
      when printed is not null then printed - rounding
      when modifier in ('under', 'masked', 'several') then max
      else min
    end as floor_high,
    to_fact is not null and (part_of is null) <> (to_part_of is null) as part_against_whole,
    nature <> 'ratio' and aspect <> 'change' as in_percent,
    coalesce(low > 0, high > 0, 0) as positive
  from plan
),
judged as (
  select *,
    case
      when to_fact is null then 'waiting'
      when part_against_whole then 'unknown'
      when is_ceiling and b_low - 1e-9 * max(1, abs(b_low)) > ceiling then 'missed'
      when is_ceiling and b_high - 1e-9 * max(1, abs(b_high)) <= ceiling then 'met'
      when is_ceiling then 'unknown'
      when b_high < floor_low - 1e-9 * max(1, abs(floor_low)) then 'missed'
      when b_low >= floor_high - 1e-9 * max(1, abs(floor_high)) then 'met'
      else 'unknown'
    end as outcome,
    to_modifier in ('exact', 'about') and printed is not null and b is not null as both_printed,
    to_fact is not null and not part_against_whole as compared
  from target
)
select
  place || '|' || scope || '|' || indicator || '|' || coalesce("of", '') || '|' || topic || '|actual|' || basis || '|' ||
    aspect || '|' || measure as series,
  place, scope, indicator, "of", topic, basis, aspect, measure, year, goal,
  a as planned, low as planned_low, high as planned_high, modifier as planned_modifier,
  b as done, b_low as done_low, b_high as done_high, to_modifier as done_modifier,
  unit, outcome,
  case when part_against_whole then 'part_against_whole' when outcome = 'unknown' then 'unbounded' end as reason,
  case when compared and both_printed then b - a end as difference,
  case when compared then b_low - high end as difference_low,
  case when compared then b_high - low end as difference_high,
  case when compared and both_printed and in_percent and a > 0 then (b - a) / a * 100 end as percent,
  case
    when not compared or not in_percent or not positive then null
    when b_low < 0 then (b_low - low) / low * 100
    else (b_low - high) / high * 100
  end as percent_low,
  case
    when not compared or not in_percent or not positive then null
    when b_high < 0 then (b_high - high) / high * 100
    else (b_high - low) / low * 100
  end as percent_high,
  quote as planned_quote, sentence as planned_sentence, fact as plan_fact, to_fact as done_fact
from judged;

create view claim_check as
-- Every stated growth or change of what was done, checked with the figures of that year and the year before: agree when
-- any figures of the two years bear it out; disagree when none do and the best of them contradict it in the same words.
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
      before like '%年均%' or before like '%年来%' or before like '%累计增%' or before like '%环比%' or
      before like '%季度%' or before like '%上半年%' or before like '%月份%' or before like '%个月%' or
      before like '%超计划%' or before like '%比计划%' or before like '%较计划%' or
      before glob '*[比较][0-9][0-9][0-9][0-9]年*' or before glob '*[0-9][0-9][0-9][0-9]年以来*'
    ) as against_last_year
  from stated
),
pair as (
  select
    c.fact as claim, c.low as c_low, c.high as c_high,
    a.fact as from_fact, b.fact as to_fact,
    a.value as from_value, b.value as to_value,
    a.low as a_low, a.high as a_high, b.low as b_low, b.high as b_high,
    a.subject = b.subject as same_subject,
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
judged as (
  select *,
    case
      when mode is null or (claimed_low is null and claimed_high is null) then 'cannot_tell'
      when apart then iif(same_subject, 'disagree', 'cannot_tell')
      when computed_low is null or computed_high is null then 'cannot_tell'
      else 'agree'
    end as verdict
  from contradicted
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
    when p.apart then 'subject_differs'
    else 'unbounded'
  end as doubt,
  p.from_value, p.to_value, c.fact as claim_fact, p.from_fact, p.to_fact, c.document, c.start
from claim c left join chosen p on p.claim = c.fact and p.choice = 1;
`,
} as const

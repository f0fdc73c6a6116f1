/** Figures that no indicator names are told apart: they may be of two things; src/compare does so too. */
export const unnamedViews = {
  name: '0010-unnamed',
  sql: `
drop view change;
drop view plan_outcome;

create view change as
-- Each year of a series against the one before it, as intervals; comparison 'none' has a reason instead of numbers.
with pair as (
  select
    series, place, scope, indicator, "of", topic, status, basis, aspect, measure, nature,
    lag(year) over years as from_year, year as to_year,
    lag(fact) over years as from_fact, fact as to_fact,
    lag(value) over years as a, value as b,
    lag(low) over years as a_low, low as b_low,
    lag(high) over years as a_high, high as b_high,
    lag(modifier) over years as from_modifier, modifier as to_modifier,
    lag(part_of) over years as from_part_of, part_of as to_part_of,
    lag(unit) over years as from_unit, unit as to_unit,
    lag(subject) over years as from_subject, subject as to_subject,
    lag(issuer) over years as from_issuer, issuer as to_issuer
  from series
  window years as (
    partition by place, scope, indicator, "of", topic, status, basis, aspect, measure
    order by year
  )
),
judged as (
  select *,
    b_low - a_high as difference_low,
    b_high - a_low as difference_high,
    a is not null and b is not null and from_modifier in ('exact', 'about') and to_modifier in ('exact', 'about')
      as printed,
    (from_part_of is null) <> (to_part_of is null) as part_against_whole,
    nature <> 'ratio' and aspect <> 'change' as in_percent,
    coalesce(a_low > 0, a_high > 0, 0) as positive
  from pair
  where from_year is not null
),
compared as (
  select *,
    case
      when part_against_whole then 'none'
      when difference_low = difference_high then 'exact'
      when difference_low is not null and difference_high is not null then 'interval'
      when difference_low is not null then 'at_least'
      when difference_high is not null then 'at_most'
      when printed then 'approximate'
      else 'none'
    end as comparison
  from judged
)
select
  series, place, scope, indicator, "of", topic, status, basis, aspect, measure,
  from_year, to_year, a as from_value, b as to_value, from_modifier, to_modifier, from_unit, to_unit,
  comparison,
  case when part_against_whole then 'part_against_whole' when comparison = 'none' then 'unbounded' end as reason,
  case when comparison <> 'none' and printed then b - a end as difference,
  case when comparison <> 'none' then difference_low end as difference_low,
  case when comparison <> 'none' then difference_high end as difference_high,
  case when comparison <> 'none' and printed and in_percent and a > 0 then (b - a) / a * 100 end as percent,
  case
    when comparison = 'none' or not in_percent or not positive then null
    when b_low < 0 then (b_low - a_low) / a_low * 100
    else (b_low - a_high) / a_high * 100
  end as percent_low,
  case
    when comparison = 'none' or not in_percent or not positive then null
    when b_high < 0 then (b_high - a_high) / a_high * 100
    else (b_high - a_low) / a_low * 100
  end as percent_high,
  -- what makes it less sure than it looks: years skipped, other words in the two reports, or words
  -- alone that make the two figures one series
  ltrim(
    case when to_year - from_year > 1 then ' gap' else '' end ||
    case when from_issuer <> to_issuer then ' issuer' else '' end ||
    case when instr(from_subject, to_subject) = 0 and instr(to_subject, from_subject) = 0 then ' subject' else '' end ||
    case when instr(from_unit, to_unit) = 0 and instr(to_unit, from_unit) = 0 then ' unit' else '' end ||
    case when coalesce("of", indicator) in ('other', 'rate.share') then ' unnamed' else '' end
  ) as caution,
  from_subject, to_subject, from_issuer, to_issuer, from_fact, to_fact
from compared;

create view plan_outcome as
-- Every plan for a year with what was done in that year: met, missed, unknown (the words do not tell) or waiting (no
-- report has stated it yet). Differences are from the plan to what was done. What no indicator names is not judged: the
-- plan and the later report may speak of two things (资金).
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
    to_fact is not null and coalesce("of", indicator) in ('other', 'rate.share') as unnamed,
    to_fact is not null and (part_of is null) <> (to_part_of is null) as part_against_whole,
    nature <> 'ratio' and aspect <> 'change' as in_percent,
    coalesce(low > 0, high > 0, 0) as positive
  from plan
),
judged as (
  select *,
    case
      when to_fact is null then 'waiting'
      when unnamed or part_against_whole then 'unknown'
      when is_ceiling and b_low - 1e-9 * max(1, abs(b_low)) > ceiling then 'missed'
      when is_ceiling and b_high - 1e-9 * max(1, abs(b_high)) <= ceiling then 'met'
      when is_ceiling then 'unknown'
      when b_high < floor_low - 1e-9 * max(1, abs(floor_low)) then 'missed'
      when b_low >= floor_high - 1e-9 * max(1, abs(floor_high)) then 'met'
      else 'unknown'
    end as outcome,
    to_modifier in ('exact', 'about') and printed is not null and b is not null as both_printed,
    to_fact is not null and not unnamed and not part_against_whole as compared
  from target
)
select
  place || '|' || scope || '|' || indicator || '|' || coalesce("of", '') || '|' || topic || '|actual|' || basis || '|' ||
    aspect || '|' || measure as series,
  place, scope, indicator, "of", topic, basis, aspect, measure, year, goal,
  a as planned, low as planned_low, high as planned_high, modifier as planned_modifier,
  b as done, b_low as done_low, b_high as done_high, to_modifier as done_modifier,
  unit, outcome,
  case
    when unnamed then 'unnamed'
    when part_against_whole then 'part_against_whole'
    when outcome = 'unknown' then 'unbounded'
  end as reason,
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
`,
} as const

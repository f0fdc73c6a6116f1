/** Views that compare years; src/compare gives the same answers, and a test holds the two together. */
export const seriesViews = {
  name: '0002-series',
  sql: `
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
  id as fact, document, start, place, scope, indicator, "of", topic, status, basis, aspect, measure, year,
  value, min, max, resolution, rounding,
  case when modifier = 'exact' and value is not null then value - rounding else min end as low,
  case when modifier = 'exact' and value is not null then value + rounding else max end as high,
  modifier, unit, nature, subject, part_of, region, issuer, report_year, usual_unit, confidence, quote, sentence
from measured
where year is not null;

create view series_candidate as
-- Every figure with the series that it stands in and its rank among those that stand for the same year: choice 1 is the
-- figure of the series. A whole before a part; the report that is of that year; the catalogue's unit; the subject that
-- has figures in most years; the surest; the first in the text.
with fresh_figure as (
  select *,
    row_number() over (
      partition by place, scope, indicator, "of", topic, status, basis, aspect, measure, subject, year
      order by document, start
    ) = 1 as fresh
  from figure
),
counted_figure as (
  select *,
    sum(fresh) over (
      partition by place, scope, indicator, "of", topic, status, basis, aspect, measure, subject
    ) as subject_years
  from fresh_figure
)
select
  place || '|' || scope || '|' || indicator || '|' || coalesce("of", '') || '|' || topic || '|' || status || '|' ||
    basis || '|' || aspect || '|' || measure as series,
  place, scope, indicator, "of", topic, status, basis, aspect, measure, year,
  value, min, max, low, high, modifier, resolution, rounding, unit, nature, subject, part_of, region, issuer, report_year,
  confidence, quote, sentence, fact, document, start,
  count(*) over same_year as candidates,
  row_number() over (
    same_year
    order by part_of is not null, report_year is not year, usual_unit = 0, subject_years desc, confidence desc,
      document, start
  ) as choice
from counted_figure
window same_year as (partition by place, scope, indicator, "of", topic, status, basis, aspect, measure, year);

create view series as -- one figure a year for each series
select
  series, place, scope, indicator, "of", topic, status, basis, aspect, measure, year,
  value, min, max, low, high, modifier, resolution, rounding, unit, nature, subject, part_of, region, issuer, report_year,
  confidence, quote, sentence, fact, document, start, candidates
from series_candidate
where choice = 1;

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
  -- what makes it less sure than it looks: years skipped, or other words in the two reports
  ltrim(
    case when to_year - from_year > 1 then ' gap' else '' end ||
    case when from_issuer <> to_issuer then ' issuer' else '' end ||
    case when instr(from_subject, to_subject) = 0 and instr(to_subject, from_subject) = 0 then ' subject' else '' end ||
    case when instr(from_unit, to_unit) = 0 and instr(to_unit, from_unit) = 0 then ' unit' else '' end
  ) as caution,
  from_subject, to_subject, from_issuer, to_issuer, from_fact, to_fact
from compared;
`,
} as const

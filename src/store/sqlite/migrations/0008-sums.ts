/** Sums of parts, those before their total and those behind it apart; src/compare does so too. */
export const sumViews = {
  name: '0008-sums',
  sql: `
drop view sum_check;

create view sum_check as
-- Every total beside the sum of its parts, those before it (共计) and those behind it (其中) apart: adds_up, within (they
-- leave a rest), exceeds (a number is wrong, or the parts overlap) or cannot_tell (no bound, or one of them alone is more
-- than the total).
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
  select w.id as whole, iif(p.start < w.start, 'before', 'behind') as side, w.low as w_low, w.high as w_high, p.id as part,
    p.low as p_low, p.high as p_high, p.quote as p_quote
  from bounded w join bounded p on p.part_of = w.id
  where p.measure = w.measure and w.nature <> 'ratio' and p.status = w.status and p.year is w.year
),
summed as (
  select whole, side, w_low, w_high, count(*) as parts, group_concat(p_quote, ' ') as part_quotes,
    iif(count(p_low) = count(*), sum(p_low), null) as sum_low,
    iif(count(p_high) = count(*), sum(p_high), null) as sum_high,
    max(coalesce(w_high < p_low - 1e-9 * max(1, abs(p_low)), 0)) as no_part
  from pair
  group by whole, side
)
select f.place, f.indicator, f.year, f.status, f.unit, f.value, f.quote, f.sentence, s.side, s.parts, s.part_quotes,
  s.sum_low, s.sum_high,
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

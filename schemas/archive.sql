-- Schema of a baoshu archive; docs/sql.md explains how to use it.

pragma application_id = 0x42534855; -- "BSHU"
pragma user_version = 12;

CREATE TABLE migration ( -- steps of the schema that this database has seen
  number  integer primary key,
  name    text not null unique,
  applied text not null
) strict;

CREATE TABLE setting ( -- one value of the archive itself, such as the version of the rules
  name  text not null primary key,
  value text not null
) strict, without rowid;

CREATE TABLE indicator ( -- what a figure can be a figure of: the rows of the catalogues
  code        text not null primary key, -- e.g. film.screenings; 'other' where none fits
  number      integer not null,          -- order of the catalogue
  catalogue   text not null,             -- catalogue that the code belongs to; '' for a code met in a fact only
  name        text not null,             -- Chinese name
  unit        text not null,             -- unit that the indicator is usually given in
  aspect      text not null,
  description text not null,
  by_subject  integer not null check (by_subject in (0, 1)), -- 1: says nothing without its subject (other, coverage)
  goal        text not null check (goal in ('reach', 'stay_below')) -- what a plan for it wants
, growth text not null default 'nominal' check (growth in ('nominal', 'real')), name_en text not null default '') strict, without rowid;

CREATE TABLE unit ( -- a unit of measure with all the ways to write it
  id        text not null primary key,
  number    integer not null, -- order of the rows: the first row that has a form owns it
  dimension text not null, -- what it measures: session, item, money, area, ratio …
  canonical text,          -- the form that stands for all, where they are one unit (平方米)
  forms     text not null check (json_valid(forms) and json_type(forms) = 'array')
) strict, without rowid;

CREATE TABLE unit_form ( -- one way to write a unit
  form    text not null primary key,
  unit    text not null references unit (id) on delete cascade,
  measure text not null, -- figures of one measure count alike and may be compared (场 and 场次; 人 and 人次 may not)
  nature  text not null check (nature in ('count', 'amount', 'ratio')) -- count: a whole number, exact as printed
) strict, without rowid;

CREATE INDEX unit_form_unit on unit_form (unit);

CREATE TABLE document ( -- the bytes of a file, read once however many paths they lie under
  id            text not null primary key, -- first 16 hex digits of sha256
  sha256        text not null unique,
  bytes         integer not null,
  format        text not null,
  encoding      text,                      -- of a text file
  name          text not null,             -- file name without its folder
  source        text not null,             -- the text that every start and end points into
  rules_version text not null,             -- version of the rules that read it
  content       text not null,             -- SHA-256 of all that is stored of it: tells whether a new reading differs
  stored        text not null              -- when, ISO 8601 UTC
) strict;

CREATE TABLE given ( -- the user's word on a document: it overrides whatever the text says
  document text not null primary key references document (id) on delete cascade,
  year     integer,
  region   text,
  issuer   text,
  kind     text
) strict, without rowid;

CREATE TABLE source_file ( -- where a document was found; the same bytes may lie under several paths
  path     text not null primary key,
  document text not null references document (id) on delete cascade,
  size     integer not null,
  modified real not null -- milliseconds since 1970, with their fraction
) strict, without rowid;

CREATE INDEX source_file_document on source_file (document);

CREATE TABLE page ( -- a page of a PDF
  document text not null references document (id) on delete cascade,
  number   integer not null, -- from 1
  start    integer not null,
  "end"    integer not null,
  primary key (document, number)
) strict, without rowid;

CREATE TABLE block ( -- a paragraph, heading, list item or table cell
  document text not null references document (id) on delete cascade,
  number   integer not null, -- from 0, in the order of the text
  kind     text not null,    -- heading, paragraph, list_item, table_cell
  level    integer,          -- of a heading or list item, from 1
  page     integer,
  start    integer not null,
  "end"    integer not null,
  cell     text check (cell is null or json_valid(cell)), -- row, column and header texts of a table cell
  primary key (document, number)
) strict, without rowid;

CREATE TABLE report ( -- who reports on where and when; a document holds one report or several bundled ones
  document        text not null references document (id) on delete cascade,
  part            integer not null, -- from 0
  start           integer not null,
  "end"           integer not null,
  title           text not null,
  issuer          text not null,
  region          text not null,    -- full name, outermost first; '' where unknown
  kind            text not null,    -- summary, plan, mixed, rules, statistics, other
  year            integer,          -- the report's own year: the one that it covers, or a plan is for
  year_basis      text not null,    -- given, stated, inferred, unknown
  year_confidence real not null check (year_confidence between 0 and 1),
  published       text,
  evidence        text not null check (json_valid(evidence) and json_type(evidence) = 'array'),
  primary key (document, part)
) strict, without rowid;

CREATE INDEX report_region on report (region, year);

CREATE TABLE fact ( -- one quantity stated by one report
  id          text not null primary key, -- <document>:<start>-<end>
  document    text not null references document (id) on delete cascade,
  part        integer not null,          -- report within the document
  start       integer not null,          -- UTF-16 offsets into document.source
  "end"       integer not null,
  page        integer,
  block       integer,
  quote       text not null,             -- the words: number through unit
  sentence    text not null,             -- the sentence or table row that it stands in
  value       real,                      -- base units; null for ranges, several and masked
  min         real,                      -- bounds that the words give; null where they give none
  max         real,
  resolution  real,                      -- worth of the last printed digit (9.70亿 → 1000000)
  unit        text not null,
  modifier    text not null check (modifier in
                ('exact', 'about', 'over', 'under', 'at_least', 'at_most', 'range', 'several', 'masked')),
  status      text not null check (status in ('actual', 'plan', 'rule')),
  basis       text not null check (basis in ('total', 'each', 'average')),
  aspect      text not null check (aspect in ('flow', 'stock', 'rate', 'change')),
  indicator   text not null references indicator (code),
  "of"        text references indicator (code), -- for rate.growth and change.amount: the indicator that it is the growth of
  subject     text not null,             -- the thing counted, in the words of the text
  scope       text not null,             -- whose figure it is where not the reporting body's; '' where it is
  year        integer,                   -- calendar year that the figure is for
  year_offset integer,                   -- the same, relative to the report's own year
  as_of       text,                      -- ISO date where the text gives one
  part_of     text references fact (id) deferrable initially deferred, -- the total that this is a part of
  confidence  real not null check (confidence between 0 and 1),
  rules       text not null check (json_valid(rules) and json_type(rules) = 'array'),
  place       text not null, other_base integer not null default 0 check (other_base in (0, 1)),             -- region of the report; its issuer where unknown; else 'document <id>'
  foreign key (document, part) references report (document, part),
  foreign key (document, block) references block (document, number),
  check (start < "end")
) strict;

CREATE INDEX fact_document on fact (document, start, "end");

CREATE INDEX fact_indicator on fact (indicator, place, year);

CREATE INDEX fact_of on fact ("of", place, year) where "of" is not null;

CREATE INDEX fact_place on fact (place, year);

CREATE INDEX fact_part_of on fact (part_of) where part_of is not null;

CREATE TABLE mention ( -- every numeral of the source text and what it was taken for
  document text not null references document (id) on delete cascade,
  start    integer not null,
  "end"    integer not null,
  quote    text not null,
  class    text not null check (class in
             ('fact', 'time', 'ordinal', 'name', 'structure', 'enumeration', 'reference', 'idiom')),
  rule     text not null,
  fact     text references fact (id) deferrable initially deferred,
  primary key (document, start, "end")
) strict, without rowid;

CREATE INDEX mention_fact on mention (fact) where fact is not null;

CREATE TABLE finding ( -- something wrong with the source, told and never hidden
  document text not null references document (id) on delete cascade,
  number   integer not null,
  stage    text not null check (stage in ('ingest', 'extract')), -- found when reading the file, or its figures
  start    integer not null,
  "end"    integer not null,
  kind     text not null,
  message  text not null,
  primary key (document, number)
) strict, without rowid;

CREATE INDEX finding_kind on finding (kind);

CREATE TABLE import_run ( -- one run of the import command
  id            integer primary key,
  started       text not null,
  finished      text,          -- null while running, and for ever after a crash
  paths         text not null check (json_valid(paths) and json_type(paths) = 'array'),
  rules_version text not null
) strict;

CREATE TABLE import_file ( -- what became of one file in one run; outlives the documents that it names
  run      integer not null references import_run (id) on delete cascade,
  path     text not null,
  outcome  text not null check (outcome in ('new', 'unchanged', 'replaced', 'failed')),
  document text,               -- id of the document that the path holds since
  previous text,               -- id of the document that it held before, where another
  facts    integer not null,   -- facts stored by this outcome
  findings integer not null,
  code     text,               -- of a failure
  message  text,
  advice   text,
  primary key (run, path),
  check ((outcome = 'failed') = (code is not null))
) strict, without rowid;

CREATE INDEX import_file_path on import_file (path);

CREATE VIEW series as -- one figure a year for each series
select
  series, place, scope, indicator, "of", topic, status, basis, aspect, measure, year,
  value, min, max, low, high, modifier, resolution, rounding, unit, nature, subject, part_of, region, issuer, report_year,
  confidence, quote, sentence, fact, document, start, candidates
from series_candidate
where choice = 1;

CREATE TABLE sentence ( -- a sentence that holds facts: those of the document from the first start to the last
  number   integer not null primary key, -- row of sentence_index
  document text not null references document (id) on delete cascade,
  first    integer not null,
  last     integer not null
) strict;

CREATE INDEX sentence_document on sentence (document);

CREATE VIRTUAL TABLE sentence_index using fts5 (
  bigrams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE TRIGGER sentence_leaves after delete on sentence begin
  delete from sentence_index where rowid = old.number;
end;

CREATE VIEW conflict as
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

CREATE TABLE fact_change ( -- a fact that another reading of the same bytes changed; outlives the document
  run      integer not null references import_run (id) on delete cascade,
  fact     text not null, -- id of the fact
  document text not null,
  kind     text not null check (kind in ('added', 'removed', 'altered')),
  fields   text not null check (json_valid(fields) and json_type(fields) = 'array'), -- what an altered one says anew
  earlier  text check (json_valid(earlier)), -- the fact as it was; null where it was added
  later    text check (json_valid(later)),   -- the fact as it is; null where it was removed
  primary key (run, fact),
  check ((kind = 'added') = (earlier is null) and (kind = 'removed') = (later is null))
) strict, without rowid;

CREATE INDEX fact_change_fact on fact_change (fact);

CREATE VIEW figure as -- every fact that has a year, with what its series are known by and where its true value lies
with measured as (
  select f.*, r.region, r.issuer, r.year as report_year,
    case when i.by_subject = 1 or coalesce(o.by_subject, f."of" = 'other') = 1 then f.subject else '' end ||
      iif(f.other_base, '与上年以外的时期相比', '') as topic,
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
  modifier, unit, nature, subject, part_of, region, issuer, report_year, usual_unit, confidence, quote, sentence,
  other_base
from measured
where year is not null;

CREATE VIEW series_candidate as
-- Every figure with the series that it stands in and its rank among those that stand for the same year: choice 1 is the
-- figure of the series. A whole before a part; the report that is of that year; the catalogue's unit; the subject that
-- has figures in most years; a number that was reached before one that was only passed; the surest; the first in the
-- text.
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
    order by part_of is not null, report_year is not year, usual_unit = 0, subject_years desc, modifier = 'over',
      confidence desc, document, start
  ) as choice
from counted_figure
window same_year as (partition by place, scope, indicator, "of", topic, status, basis, aspect, measure, year);

CREATE VIEW sum_check as
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

CREATE VIEW change as
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

CREATE VIEW plan_outcome as
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

CREATE VIEW claim_check as
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


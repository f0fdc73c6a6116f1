/** Tables and indexes of the first archive. The comments are kept by SQLite and shown by `.schema`. */
export const archiveTables = {
  name: '0001-archive',
  sql: `
create table setting ( -- one value of the archive itself, such as the version of the rules
  name  text not null primary key,
  value text not null
) strict, without rowid;

create table indicator ( -- what a figure can be a figure of: the rows of the catalogues
  code        text not null primary key, -- e.g. film.screenings; 'other' where none fits
  number      integer not null,          -- order of the catalogue
  catalogue   text not null,             -- catalogue that the code belongs to; '' for a code met in a fact only
  name        text not null,             -- Chinese name
  unit        text not null,             -- unit that the indicator is usually given in
  aspect      text not null,
  description text not null,
  by_subject  integer not null check (by_subject in (0, 1)), -- 1: says nothing without its subject (other, coverage)
  goal        text not null check (goal in ('reach', 'stay_below')) -- what a plan for it wants
) strict, without rowid;

create table unit ( -- a unit of measure with all the ways to write it
  id        text not null primary key,
  number    integer not null, -- order of the rows: the first row that has a form owns it
  dimension text not null, -- what it measures: session, item, money, area, ratio …
  canonical text,          -- the form that stands for all, where they are one unit (平方米)
  forms     text not null check (json_valid(forms) and json_type(forms) = 'array')
) strict, without rowid;

create table unit_form ( -- one way to write a unit
  form    text not null primary key,
  unit    text not null references unit (id) on delete cascade,
  measure text not null, -- figures of one measure count alike and may be compared (场 and 场次; 人 and 人次 may not)
  nature  text not null check (nature in ('count', 'amount', 'ratio')) -- count: a whole number, exact as printed
) strict, without rowid;
create index unit_form_unit on unit_form (unit);

create table document ( -- the bytes of a file, read once however many paths they lie under
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

create table given ( -- the user's word on a document: it overrides whatever the text says
  document text not null primary key references document (id) on delete cascade,
  year     integer,
  region   text,
  issuer   text,
  kind     text
) strict, without rowid;

create table source_file ( -- where a document was found; the same bytes may lie under several paths
  path     text not null primary key,
  document text not null references document (id) on delete cascade,
  size     integer not null,
  modified real not null -- milliseconds since 1970, with their fraction
) strict, without rowid;
create index source_file_document on source_file (document);

create table page ( -- a page of a PDF
  document text not null references document (id) on delete cascade,
  number   integer not null, -- from 1
  start    integer not null,
  "end"    integer not null,
  primary key (document, number)
) strict, without rowid;

create table block ( -- a paragraph, heading, list item or table cell
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

create table report ( -- who reports on where and when; a document holds one report or several bundled ones
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
create index report_region on report (region, year);

create table fact ( -- one quantity stated by one report
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
  place       text not null,             -- region of the report; its issuer where unknown; else 'document <id>'
  foreign key (document, part) references report (document, part),
  foreign key (document, block) references block (document, number),
  check (start < "end")
) strict;
create index fact_document on fact (document, start, "end");
create index fact_report on fact (document, part);
create index fact_block on fact (document, block);
create index fact_indicator on fact (indicator, place, year);
create index fact_of on fact ("of", place, year) where "of" is not null;
create index fact_place on fact (place, year);
create index fact_part_of on fact (part_of) where part_of is not null;

create table mention ( -- every numeral of the source text and what it was taken for
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
create index mention_fact on mention (fact) where fact is not null;

create table finding ( -- something wrong with the source, told and never hidden
  document text not null references document (id) on delete cascade,
  number   integer not null,
  stage    text not null check (stage in ('ingest', 'extract')), -- found when reading the file, or its figures
  start    integer not null,
  "end"    integer not null,
  kind     text not null,
  message  text not null,
  primary key (document, number)
) strict, without rowid;
create index finding_kind on finding (kind);

create table import_run ( -- one run of the import command
  id            integer primary key,
  started       text not null,
  finished      text,          -- null while running, and for ever after a crash
  paths         text not null check (json_valid(paths) and json_type(paths) = 'array'),
  rules_version text not null
) strict;

create table import_file ( -- what became of one file in one run; outlives the documents that it names
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
create index import_file_path on import_file (path);
`,
} as const

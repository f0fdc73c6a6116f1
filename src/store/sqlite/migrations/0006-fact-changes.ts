/** What another reading of the same bytes changed: by other rules, or with another word of the user. */
export const factChanges = {
  name: '0006-fact-changes',
  sql: `
create table fact_change ( -- a fact that another reading of the same bytes changed; outlives the document
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
create index fact_change_fact on fact_change (fact);
`,
} as const

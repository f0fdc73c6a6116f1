/** Names of indicators for readers of English. */
export const englishNames = {
  name: '0009-english-names',
  sql: `
-- '': none is known
alter table indicator add column name_en text not null default '';
`,
} as const

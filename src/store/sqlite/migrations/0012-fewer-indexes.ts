/**
 * Two indexes that no query needs: `fact_document` begins with the same column and finds the facts of a report or of a
 * paragraph among those of its document. Every index costs each fact that is stored.
 */
export const fewerIndexes = {
  name: '0012-fewer-indexes',
  sql: `
drop index fact_report;
drop index fact_block;
`,
} as const

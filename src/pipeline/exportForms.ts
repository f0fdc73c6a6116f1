/** What an archive can be exported as: a whole Data Package, or the facts alone. */
export const EXPORT_FORMS = ['datapackage', 'csv', 'jsonl', 'parquet', 'xlsx'] as const
export type ExportForm = (typeof EXPORT_FORMS)[number]

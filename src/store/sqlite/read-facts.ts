import type { FactQuery, ReportedFact } from '../port.ts'
import { matchOf } from './bigrams.ts'
import type { Connection } from './connection.ts'
import type { FactRow } from './rows.ts'

const PAGE = 500

const COLUMNS = `
    f.id, f.document, f.part, f.start, f."end", f.page, f.block, f.quote, f.sentence, f.value, f.min, f.max,
    f.resolution, f.unit, f.modifier, f.status, f.basis, f.aspect, f.indicator, f."of", f.subject, f.scope,
    f.year, f.year_offset, f.as_of, f.part_of, f.confidence, f.rules,
    r.region, r.issuer, r.year as report_year, r.title,
    (select min(s.path) from source_file s where s.document = f.document) as path`

interface ReportedFactRow extends FactRow {
  readonly region: string
  readonly issuer: string
  readonly report_year: number | null
  readonly title: string
  readonly path: string | null
}

type Value = string | number

/** Whether a finding touches the paragraph or cell of a fact; one of no length touches where it stands. */
const TOUCHED = `exists (
  select 1 from finding n left join block b on b.document = f.document and b.number = f.block
  where n.document = f.document and n.kind = ?
    and n.start < coalesce(b."end", f."end") and max(n."end", n.start + 1) > coalesce(b.start, f.start))`

/** One condition of a query: SQL with a place for each value. */
type Condition = readonly [sql: string, ...values: readonly Value[]]

function conditionsOf(query: FactQuery): readonly Condition[] {
  const conditions: readonly (Condition | false)[] = [
    query.document !== undefined && ['f.document = ?', query.document],
    query.indicator !== undefined && ['f.indicator = ?', query.indicator],
    query.of !== undefined && ['f."of" = ?', query.of],
    query.region !== undefined && regionCondition(query.region),
    query.issuer !== undefined && ['instr(r.issuer, ?) > 0', query.issuer],
    query.year !== undefined && ['f.year = ?', query.year],
    query.yearFrom !== undefined && ['f.year >= ?', query.yearFrom],
    query.yearTo !== undefined && ['f.year <= ?', query.yearTo],
    query.status !== undefined && ['f.status = ?', query.status],
    query.basis !== undefined && ['f.basis = ?', query.basis],
    query.aspect !== undefined && ['f.aspect = ?', query.aspect],
    query.scope !== undefined && ['f.scope = ?', query.scope],
    query.search !== undefined && ['instr(f.sentence, ?) > 0', query.search],
    query.minConfidence !== undefined && ['f.confidence >= ?', query.minConfidence],
    query.finding !== undefined && [TOUCHED, query.finding],
  ]
  return conditions.filter((condition) => condition !== false)
}

/** The last characters of the names of places, which people leave out: 潍坊高新区 of 山东省潍坊市高新区. */
const LEVELS = ['省', '市', '县', '区', '州']
/** Fewer characters than these name no single place once the levels are gone: 南区 would be in 济南市. */
const LEAST_PLAIN = 4

/** The words stand in the full name of the region; those of two places or more also without the levels of either. */
function regionCondition(words: string): Condition {
  const plain = LEVELS.reduce((name, level) => name.replaceAll(level, ''), words)
  if (plain.length < LEAST_PLAIN) return ['instr(r.region, ?) > 0', words]
  const plainRegion = LEVELS.reduce((sql, level) => `replace(${sql}, '${level}', '')`, 'r.region')
  return [`(instr(r.region, ?) > 0 or instr(${plainRegion}, ?) > 0)`, words, plain]
}

/** Where a fact stands in the order of the archive: document, start, end. Read from the id, so that a gone fact serves too. */
function positionOf(id: string): readonly [string, number, number] {
  const parts = /^(.*):(\d+)-(\d+)$/.exec(id)
  return parts ? [parts[1] ?? '', Number(parts[2]), Number(parts[3])] : [id, 0, 0]
}

/**
 * Words that stand in more sentences than this are looked for by reading on from one fact to the next: a page is full
 * soon, while all hits would have to be sorted. Rarer ones are looked up.
 */
const RARE = 3000

/** Which facts a page is taken from, in the place of all: those of the sentences that the search index knows. */
interface Source {
  readonly from: string
  readonly values: readonly Value[]
}

const ALL_FACTS: Source = { from: 'fact f', values: [] }

function sourceOf(connection: Connection, { search = '' }: FactQuery): Source {
  const match = matchOf(search)
  if (match === null) return ALL_FACTS
  const hits = connection
    .prepare<[string, number], { n: number }>('select count(*) as n from (select 1 from sentence_index(?) limit ?)')
    .get(match, RARE + 1)
  if ((hits?.n ?? 0) > RARE) return ALL_FACTS
  return {
    from: `sentence_index(?) i
      cross join sentence s on s.number = i.rowid
      cross join fact f on f.document = s.document and f.start between s.first and s.last`,
    values: [match],
  }
}

/** The facts that the query asks for, ordered by document, start and end; read page by page, so that no read stays open. */
export function* readFacts(connection: Connection, query: FactQuery): Generator<ReportedFact, void, undefined> {
  const conditions = conditionsOf(query)
  const source = sourceOf(connection, query)
  let after = query.after
  let left = query.limit ?? Number.POSITIVE_INFINITY
  while (left > 0) {
    const size = Math.min(PAGE, left)
    const rows = readPage(connection, source, conditions, after, size)
    for (const row of rows) yield fromReportedRow(row)
    if (rows.length < size) return
    left -= rows.length
    after = rows.at(-1)?.id
  }
}

/** All facts, place by place in binary order; within a place in the order of document, start and end. */
export function* readFactsByPlace(connection: Connection): Generator<readonly ReportedFact[], void, undefined> {
  const places = connection.prepare<[], string>('select distinct place from fact order by place').pluck().all()
  const factsOf = connection.prepare<[string], ReportedFactRow>(`
    select ${COLUMNS}
    from fact f join report r on r.document = f.document and r.part = f.part
    where f.place = ?
    order by f.document, f.start, f."end"`)
  for (const place of places) yield factsOf.all(place).map(fromReportedRow)
}

function fromReportedRow(row: ReportedFactRow): ReportedFact {
  return { ...row, path: row.path ?? '', rules: JSON.parse(row.rules) as readonly string[] }
}

function readPage(
  connection: Connection,
  source: Source,
  conditions: readonly Condition[],
  after: string | undefined,
  size: number,
): readonly ReportedFactRow[] {
  const all: readonly Condition[] =
    after === undefined
      ? conditions
      : [...conditions, ['(f.document, f.start, f."end") > (?, ?, ?)', ...positionOf(after)]]
  const where = all.length === 0 ? '' : `where ${all.map(([sql]) => sql).join(' and ')}`
  const values = [...source.values, ...all.flatMap(([, ...values]) => values), size]
  const ordered = `
    join report r on r.document = f.document and r.part = f.part
    ${where}
    order by f.document, f.start, f."end"
    limit ?`
  if (source === ALL_FACTS)
    return connection
      .prepare<Value[], ReportedFactRow>(`select ${COLUMNS} from ${source.from} ${ordered}`)
      .all(...values)
  // Hits come in the order of the index: only their keys are sorted, and the page alone is read whole.
  return connection
    .prepare<Value[], ReportedFactRow>(`
      select ${COLUMNS}
      from (select f.rowid as row from ${source.from} ${ordered}) page
        cross join fact f on f.rowid = page.row
        join report r on r.document = f.document and r.part = f.part
      order by f.document, f.start, f."end"`)
    .all(...values)
}

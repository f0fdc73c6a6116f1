/**
 * Scores the extractor against reports that careful readers have annotated: `npm run score`.
 *
 *   --set DIR       a folder of NAME.gold.json and NAME.txt pairs, instead of the usual ones; may be repeated
 *   --reports       with a line for each report: fact F1, record F1, classed, facts, name
 *   --show N        with up to N lines of each kind of error and the words around
 *   --ratchet       compares with scores/ratchet.json; ends with 1 where a measure has fallen
 *   --raise         writes what has risen into scores/ratchet.json; a set with other reports than before is measured anew
 *   --json          measures and errors as JSON
 *
 * Reports under heldout/ are scored only where --set names them: who tunes by them learns nothing from them any more.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { extractFile } from '../src/pipeline/extractFile.ts'
import { type GoldReport, loadGoldSet } from './score/gold.ts'
import { measure, measureClasses, measureReliability } from './score/measures.ts'
import { compareToFloor, type Floor, floorOf, isOfSameSet, raiseFloor, ratchetFile } from './score/ratchet.ts'
import { classLines, measureLines, reliabilityLines, reportLines, type ScoredSet, troubleLines } from './score/show.ts'
import { type ReportScore, scoreReport } from './score/tally.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RATCHET = resolve(ROOT, 'scores/ratchet.json')
/** Annotated by other hands than ours and not part of the repository. */
const OUTSIDE = '../shared/gold/dev'
const USUAL = [OUTSIDE, 'fixtures/reports/gold', 'fixtures/reports/varied/dev']

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true },
    reports: { type: 'boolean', default: false },
    show: { type: 'string', default: '0' },
    ratchet: { type: 'boolean', default: false },
    raise: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const say = (...lines: readonly string[]) => console.log(lines.join('\n'))
const sets: ScoredSet[] = []
for (const folder of chooseFolders()) sets.push(await scoreSet(folder))
if (values.json) say(JSON.stringify(sets.map(asJson), null, 2))
else for (const line of shownLines(sets)) say(line)
if (values.raise) raiseRatchet(sets)
if (values.ratchet) process.exitCode = holdsRatchet(sets) ? 0 : 1

/** The folders to score, as paths from the root of the repository. */
function chooseFolders(): readonly string[] {
  if (values.set !== undefined) return values.set.map((folder) => relative(ROOT, resolve(folder)).replaceAll('\\', '/'))
  const there = USUAL.filter((folder) => folder !== OUTSIDE || existsSync(resolve(ROOT, folder)))
  if (there.length < USUAL.length)
    console.error(`SKIPPED: ${OUTSIDE} is not there; only the bundled reports are scored.`)
  return there
}

async function scoreSet(folder: string): Promise<ScoredSet> {
  const scores: ReportScore[] = []
  for (const report of loadGoldSet(resolve(ROOT, folder))) scores.push(await readAndScore(report))
  return { name: folder, scores }
}

async function readAndScore(report: GoldReport): Promise<ReportScore> {
  const { document, extraction } = await extractFile(report.path)
  if (document.source !== report.text) throw new Error(`the source text of ${report.path} is not the text of the file`)
  return scoreReport(report, extraction)
}

function shownLines(sets: readonly ScoredSet[]): readonly string[] {
  const all = sets.flatMap(({ scores }) => scores)
  const columns = sets.map(({ name, scores }) => ({ name, measures: measure(scores) }))
  return [
    ...measureLines(sets.length > 1 ? [...columns, { name: 'all', measures: measure(all) }] : columns),
    ...(values.reports
      ? sets.flatMap(({ name, scores }) => ['', `${name}: fact F1, record F1, classed, facts`, ...reportLines(scores)])
      : []),
    ...sets.flatMap(({ name, scores }) => ['', name, ...classLines(scores)]),
    '',
    'all sets together',
    ...reliabilityLines(all),
    ...(Number(values.show) > 0
      ? sets.flatMap((set) => ['', `== ${set.name}`, ...troubleLines(set, Number(values.show))])
      : []),
  ]
}

function asJson({ name, scores }: ScoredSet): object {
  return {
    set: name,
    measures: measure(scores),
    classes: measureClasses(scores),
    reliability: measureReliability(scores),
    missed: scores.flatMap(({ missed }) => missed),
    spurious: scores.flatMap(({ spurious }) => spurious),
    wrong: scores.flatMap(({ pairs }) => pairs.filter(({ right }) => !right)),
    misclassed: scores.flatMap(({ numerals }) => numerals.filter(({ gold, got }) => !got.includes(gold.class))),
  }
}

function loadFloors(): Record<string, Floor> {
  return existsSync(RATCHET) ? ratchetFile.parse(JSON.parse(readFileSync(RATCHET, 'utf8'))) : {}
}

function holdsRatchet(sets: readonly ScoredSet[]): boolean {
  const floors = loadFloors()
  const absent = Object.keys(floors).filter((name) => !sets.some((set) => set.name === name))
  for (const name of absent) say(`SKIPPED: the floor of ${name} was not checked.`)
  let holds = true
  for (const { name, scores } of sets) {
    const floor = floors[name]
    if (floor === undefined) {
      say(`FAILED: ${name} has no floor; npm run score -- --raise writes one.`)
      holds = false
      continue
    }
    const now = floorOf(measure(scores))
    if (!isOfSameSet(floor, now)) {
      say(`FAILED: ${name} has ${now.reports} reports, its floor is of ${floor.reports}; --raise measures it anew.`)
      holds = false
      continue
    }
    const { fallen, risen } = compareToFloor(floor, now)
    for (const move of fallen) say(`FAILED: ${name}: ${move.measure} fell from ${move.floor} to ${move.now}.`)
    for (const move of risen) say(`raise: ${name}: ${move.measure} stands at ${move.now}, the floor at ${move.floor}.`)
    if (fallen.length > 0) holds = false
    else say(`held: ${name}: ${Object.keys(floor).length - 1} measures of ${floor.reports} reports`)
  }
  return holds
}

function raiseRatchet(sets: readonly ScoredSet[]): void {
  const floors = loadFloors()
  for (const { name, scores } of sets) floors[name] = raiseFloor(floors[name], floorOf(measure(scores)))
  mkdirSync(dirname(RATCHET), { recursive: true })
  writeFileSync(RATCHET, `${JSON.stringify(floors, null, 2)}\n`)
}

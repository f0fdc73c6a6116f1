import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drawFrom } from '../archive/random.ts'
import { CHARACTERS, writeArchive } from '../archive/write-archive.ts'
import type { BenchFigure } from './figure.ts'
import { childrenSeconds } from './measure.ts'
import { MAIN } from './program.ts'

const MIXED = ['docx', 'pdf', 'txt'] as const
/** One reading process is held against two on as many files as this at most: it takes twice as long. */
const COMPARED_FILES = 1000

/**
 * The import command on so many mixed files: two reading processes against one, again with nothing changed, the cost of a
 * file and the most memory that all processes held, against an archive of a tenth.
 */
export async function benchBatch(files: number): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-bench-'))
  try {
    const few = Math.ceil(files / 10)
    const many = { files, reports: join(folder, 'many') }
    const tenth = { files: few, reports: join(folder, 'tenth') }
    for (const { reports, ...shape } of [many, tenth])
      for (const _ of writeArchive(reports, { ...shape, characters: CHARACTERS, formats: MIXED, seed: 1 }));
    const compared = few >= COMPARED_FILES ? tenth : many
    const one = await importing(compared.reports, join(folder, 'one.db'), 1)
    const ofTenth = await importing(tenth.reports, join(folder, 'tenth.db'), 2)
    const ofMany = await importing(many.reports, join(folder, 'many.db'), 2)
    const again = await importing(many.reports, join(folder, 'many.db'), 2)
    const two = compared === tenth ? ofTenth : ofMany
    return [
      {
        name: 'batch.megabytes',
        what: `most memory of all processes in megabytes, ${files} files by two reading processes`,
        is: ofMany.megabytes,
        wants: { at: 'most', bound: 900 },
        from: { tenth_MB: ofTenth.megabytes, one_process_MB: one.megabytes },
      },
      {
        name: 'batch.two-jobs',
        what: `import of ${compared.files} files by one reading process against two`,
        is: one.milliseconds / two.milliseconds,
        wants: { at: 'least', bound: 1.7 },
        from: {
          one_s: one.milliseconds / 1000,
          two_s: two.milliseconds / 1000,
          one_cpu_s: one.cpu,
          two_cpu_s: two.cpu,
        },
      },
      {
        name: 'batch.again-unchanged',
        what: `import of ${files} files again, nothing changed, against the first time`,
        is: again.milliseconds / ofMany.milliseconds,
        wants: { at: 'most', bound: 0.02 },
        from: { again_s: again.milliseconds / 1000, first_s: ofMany.milliseconds / 1000 },
      },
      {
        name: 'batch.cost-a-file',
        what: `cost a file, ${files} files against a tenth of them`,
        is: ofMany.milliseconds / files / (ofTenth.milliseconds / few),
        wants: { at: 'most', bound: 1.1 },
        from: { tenth_s: ofTenth.milliseconds / 1000, many_s: ofMany.milliseconds / 1000 },
      },
      {
        name: 'batch.memory',
        what: `most memory of all processes, ${files} files against a tenth of them`,
        is: ofMany.megabytes / ofTenth.megabytes,
        wants: { at: 'most', bound: 1.25 },
        from: { tenth_MB: ofTenth.megabytes, many_MB: ofMany.megabytes },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Files of the archive whose import is killed: so many that most moments lie between two transactions. */
const KILLED_FILES = 100

/**
 * So many imports, each killed with all its processes at a random moment and run again: how many of them end in the
 * database of an undisturbed import.
 */
export async function benchKills(kills: number): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-kills-'))
  try {
    const reports = join(folder, 'reports')
    for (const _ of writeArchive(reports, { files: KILLED_FILES, characters: 1500, formats: MIXED, seed: 1 }));
    const undisturbed = join(folder, 'undisturbed.db')
    const { milliseconds } = await importing(reports, undisturbed, 2)
    const wanted = contentOf(undisturbed)
    const draw = drawFrom(7)
    let equal = 0
    let partial = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const db = join(folder, `${kill}.db`)
      const child = startImport(reports, db, 2)
      const closed = once(child, 'close')
      await Promise.race([wait(draw(Math.round(milliseconds))), closed])
      killTree(child)
      await closed
      const documents = countDocuments(db)
      if (documents > 0 && documents < KILLED_FILES) partial += 1
      await importing(reports, db, 2)
      if (contentOf(db) === wanted) equal += 1
      for (const ending of ['', '-wal', '-shm']) rmSync(`${db}${ending}`, { force: true })
    }
    return [
      {
        name: 'kills.equal',
        what: `imports killed at a random moment and run again that end as if undisturbed, of ${kills}`,
        is: equal / kills,
        wants: { at: 'least', bound: 1 },
        from: { kills, killed_between_files: partial, undisturbed_s: milliseconds / 1000 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function startImport(reports: string, db: string, jobs: number): ChildProcess {
  const args = [MAIN, 'import', reports, '--db', db, '--jobs', String(jobs), '--format', 'json']
  // A group of its own, so that its reading processes are killed with it.
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
}

function killTree({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return
  process.kill(-pid, 'SIGKILL')
}

/** Looking costs a processor some milliseconds, which the import would have. */
const LOOK_MILLISECONDS = 500

/** An import of the command: its time, seconds of processors, and the most memory of its processes. Throws where it fails. */
async function importing(reports: string, db: string, jobs: number) {
  const cpuBefore = childrenSeconds()
  const started = performance.now()
  const child = startImport(reports, db, jobs)
  let told = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  const closed = once(child, 'close')
  let megabytes = 0
  const looking = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0))
  }, LOOK_MILLISECONDS)
  const [code] = await closed
  clearInterval(looking)
  if (code !== 0) throw new Error(`import of ${reports} ended with ${code}: ${told}`)
  return { milliseconds: performance.now() - started, megabytes, cpu: childrenSeconds() - cpuBefore }
}

/**
 * Memory of a process and those that it started, in megabytes: what they share is counted once where the system tells it
 * (Linux), and once for each of them elsewhere.
 */
function memoryOf(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,rss=', '-g', String(pid)], { encoding: 'utf8' })
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return rows.reduce((sum, [each = 0, kilobytes = 0]) => sum + (proportionalKilobytes(each) ?? kilobytes) / 1024, 0)
}

function proportionalKilobytes(pid: number): number | null {
  try {
    const told = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    return told ? Number(told[1]) : null
  } catch (error) {
    // Elsewhere than on Linux, and where the process has ended between two looks.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null
    throw error
  }
}

function countDocuments(path: string): number {
  return withDatabase(path, (db) => {
    const there = db.prepare("select 1 from sqlite_master where name = 'document'").get() !== undefined
    return there ? Number(db.prepare('select count(*) from document').pluck().get()) : 0
  })
}

/** All that an archive holds of its reports, sound: what is kept of the runs differs. */
function contentOf(path: string): string {
  return withDatabase(path, (db) => {
    const integrity = db.pragma('integrity_check', { simple: true })
    const orphans = db.pragma('foreign_key_check')
    const tables = ['document', 'report', 'block', 'fact', 'mention', 'finding'].map((table) =>
      db
        .prepare<[], Record<string, unknown>>(`select * from ${table} order by 1, 2, 3, 4`)
        .all()
        // When a document was stored is no content.
        .map(({ stored: _, ...row }) => row),
    )
    const files = db.prepare('select path, document from source_file order by path').all()
    return JSON.stringify([integrity, orphans, files, tables])
  })
}

function withDatabase<T>(path: string, use: (db: Database.Database) => T): T {
  const db = new Database(path)
  try {
    return use(db)
  } finally {
    db.close()
  }
}

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { goodDocx, goodPdf, goodReport } from './good.ts'
import { type Expected, failed, type HostileFile, IN, skipped } from './hostile-file.ts'

const DEEP = `${Array.from({ length: 40 }, (_, at) => `层${at}`).join('/')}/深处.txt`
/** No user may read what the system's administrator may not; he reads it all the same. */
const UNREADABLE: Expected = process.getuid?.() === 0 ? IN : failed('file_unreadable')

/** 总结 in GBK, as a name on the disk. */
const NOT_UTF8 = Buffer.from([0xd7, 0xdc, 0xbd, 0xe1])

/** Good reports under odd names, links, pipes, and files that may not be read. */
export const FOLDERS: readonly HostileFile[] = [
  report('good/总结.txt', '甲镇'),
  { name: 'good/总结.docx', expected: { 'good/总结.docx': IN }, make: (path) => writeFileSync(path, goodDocx('乙镇')) },
  { name: 'good/总结.pdf', expected: { 'good/总结.pdf': IN }, make: (path) => writeFileSync(path, goodPdf('丙镇')) },
  report('names/换\n行\t.txt', '换行'),
  report('names/📊 表情 🎭.txt', '表情'),
  report('names/引"号\'$(x);`.txt', '引号'),
  report(`names/${'长'.repeat(80)}.txt`, '长名'),
  report('names/-rf', '横线'),
  report(DEEP, '深处'),
  link('links/circle', '..', skipped('link_again')),
  link('links/self', 'self', failed('file_unreadable')),
  link('links/outside', '/etc/hostname', skipped('link_outside')),
  link('links/nowhere.txt', 'missing.txt', failed('file_not_found')),
  link('links/again.txt', '../good/总结.txt', skipped('link_again')),
  {
    name: 'odd/pipe.txt',
    expected: { 'odd/pipe.txt': skipped('not_a_file') },
    make: (path) => execFileSync('mkfifo', [path]),
  },
  {
    name: 'odd/unreadable.txt',
    expected: { 'odd/unreadable.txt': UNREADABLE },
    make: (path) => {
      writeFileSync(path, goodReport('无权'))
      chmodSync(path, 0)
    },
  },
  {
    name: 'odd/folder.docx',
    expected: {},
    make: (path) => mkdirSync(path),
  },
  {
    name: 'odd/~$总结.docx',
    expected: { 'odd/~$总结.docx': skipped('lock_file') },
    make: (path) => writeFileSync(path, 'x'),
  },
  {
    name: 'odd/not-utf8',
    expected: { [`odd/${NOT_UTF8.toString('utf8')}.txt`]: failed('file_unreadable') },
    make: (path) => {
      const name = Buffer.concat([Buffer.from(`${dirname(path)}/`), NOT_UTF8, Buffer.from('.txt')])
      writeFileSync(name, goodReport('乱名'))
    },
  },
]

function report(name: string, place: string): HostileFile {
  return { name, expected: { [name]: IN }, make: (path) => writeFileSync(path, goodReport(place)) }
}

function link(name: string, target: string, expected: Expected): HostileFile {
  return { name, expected: { [name]: expected }, make: (path) => symlinkSync(target, path) }
}

/** Writes a file of the hostile folder, with the folders on its way. */
export function writeHostile(folder: string, file: HostileFile): void {
  const path = join(folder, file.name)
  mkdirSync(dirname(path), { recursive: true })
  file.make(path)
}

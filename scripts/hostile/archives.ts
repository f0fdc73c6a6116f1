import { writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { goodDocx, goodReport } from './good.ts'
import { type Expected, failed, type HostileFile, IN, overLimit, skipped } from './hostile-file.ts'
import { type ZipEntry, zipOf } from './zip-bytes.ts'

const report = (place: string) => strToU8(goodReport(place))
/** 总结 in GBK, as archives of Chinese systems name their files. */
const GBK_NAME = new Uint8Array([0xd7, 0xdc, 0xbd, 0xe1, 0x2e, 0x74, 0x78, 0x74])

/** ZIP archives: bombs, broken ones, and names that try to leave them. */
export const ARCHIVES: readonly HostileFile[] = [
  archive('zip/bomb.zip', { '': overLimit('unzippedBytes') }, () => [
    ...Array.from({ length: 10 }, (_, at) => ({ name: `${at}.txt`, content: new Uint8Array(50_000_000) })),
  ]),
  archive('zip/too-many-members.zip', { '': overLimit('members') }, () =>
    Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}.txt`, content: new Uint8Array() })),
  ),
  archive(
    'zip/path-tricks.zip',
    { 'climb.txt': IN, 'etc/root.txt': IN, 'C:/windows.txt': IN, 'a/same.txt': IN, 'a/same.txt (2)': IN },
    () => [
      { name: '../../../climb.txt', content: report('攀爬') },
      { name: '/etc/root.txt', content: report('根目录') },
      { name: 'C:\\windows.txt', content: report('窗口') },
      { name: 'a/same.txt', content: report('同名甲') },
      { name: 'a/./same.txt', content: report('同名乙') },
    ],
  ),
  archive(
    'zip/gbk-names.zip',
    { '总结.txt': IN, '__MACOSX/._总结.txt': skipped('system_file'), '.hidden.txt': skipped('system_file') },
    () => [
      { name: GBK_NAME, content: report('国标') },
      { name: '__MACOSX/._总结.txt', content: report('系统') },
      { name: '.hidden.txt', content: report('隐藏') },
    ],
  ),
  archive(
    'zip/good-and-bad.zip',
    {
      '好.docx': IN,
      '锁.txt': failed('archive_encrypted'),
      '谎.txt': failed('archive_damaged'),
      '空.txt': failed('file_empty'),
      '图.png': failed('format_unsupported'),
      '数据.csv': skipped('data_file'),
    },
    () => [
      { name: '好.docx', content: goodDocx('包内') },
      { name: '锁.txt', content: report('锁'), encrypted: true },
      { name: '谎.txt', content: report('谎'), claims: 10 },
      { name: '空.txt', content: new Uint8Array() },
      { name: '图.png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
      { name: '数据.csv', content: strToU8('a,b\n1,2\n') },
    ],
  ),
  archive('zip/archive-inside.zip', { 'inner.zip': failed('format_unsupported') }, () => [
    { name: 'inner.zip', content: zipSync({ 'deeper.zip': zipSync({ 'a.txt': report('深') }) }) },
  ]),
  {
    name: 'zip/cut-off.zip',
    expected: { 'zip/cut-off.zip': failed('archive_damaged') },
    make: (path) => writeFileSync(path, zipSync({ 'a.txt': report('断') }).subarray(0, -40)),
  },
  {
    name: 'zip/nothing.zip',
    expected: { 'zip/nothing.zip': failed('no_text') },
    make: (path) => writeFileSync(path, zipSync({})),
  },
  {
    name: 'zip/packed.rar',
    expected: { 'zip/packed.rar': failed('format_unsupported') },
    make: (path) => writeFileSync(path, 'Rar!\x1a\x07\x00'),
  },
  {
    name: 'zip/packed.gz',
    expected: { 'zip/packed.gz': failed('format_unsupported') },
    make: (path) => writeFileSync(path, new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0])),
  },
]

/** An archive; what is expected of its members stands under their names, of itself under the empty one. */
function archive(
  name: string,
  members: Readonly<Record<string, Expected>>,
  entries: () => readonly ZipEntry[],
): HostileFile {
  const expected = Object.entries(members).map(([member, what]) => [member === '' ? name : `${name}/${member}`, what])
  return { name, expected: Object.fromEntries(expected), make: (path) => writeFileSync(path, zipOf(entries())) }
}

import { truncateSync, writeFileSync } from 'node:fs'
import { goodReport } from './good.ts'
import { type Expected, failed, type HostileFile, IN, overLimit } from './hostile-file.ts'

const MANY = 2_000_000

/** Texts and web pages: empty, huge, in no encoding, and such as wear out those who read them. */
export const TEXTS: readonly HostileFile[] = [
  row('text/empty.txt', failed('file_empty'), ''),
  row('text/blank.txt', failed('no_text'), ' \n\u3000\n\t'),
  {
    name: 'text/sparse-400-megabytes.txt',
    expected: { 'text/sparse-400-megabytes.txt': failed('file_too_large') },
    make: (path) => {
      writeFileSync(path, goodReport('稀疏'))
      truncateSync(path, 400_000_000)
    },
  },
  row('text/long.txt', overLimit('characters'), () => goodReport('长').repeat(80_000)),
  row(
    'text/no-encoding.txt',
    failed('text_undecodable'),
    new Uint8Array([0xe5, 0x9c, 0xba, 0xff, 0xff, 0x80, 0xff, 0xfe, 0xff, 0x80, 0xff, 0xff]),
  ),
  // UTF-8, and behind it 场次公共 in GB18030.
  row('text/two-encodings.txt', IN, () =>
    Buffer.concat([Buffer.from(goodReport('两码')), Buffer.from([0xb3, 0xa1, 0xb4, 0xce, 0xb9, 0xab, 0xb9, 0xb2])]),
  ),
  row('text/half-rubbish.txt', failed('text_undecodable'), () =>
    Buffer.concat([Buffer.from(goodReport('半码')), Buffer.alloc(300, Buffer.from([0xff, 0x80, 0xff]))]),
  ),
  row('text/utf-32.txt', failed('text_undecodable'), () =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      ...[...goodReport('四字节')].map((char) => {
        const unit = Buffer.alloc(4)
        unit.writeUInt32LE(char.codePointAt(0) ?? 0)
        return unit
      }),
    ]),
  ),
  row('text/random.txt', failed('format_unknown'), () =>
    Uint8Array.from({ length: 8000 }, (_, at) => (at * 7919) % 256),
  ),
  row('text/zeros.txt', failed('format_unknown'), new Uint8Array(20_000)),
  row('text/digits.txt', IN, () => '1'.repeat(MANY)),
  row('text/numerals.txt', IN, () => '一百'.repeat(MANY / 4)),
  row('text/brackets.txt', IN, () => `${'（'.repeat(MANY / 4)}演出103场${'）'.repeat(MANY / 4)}`),
  row('text/commas.txt', IN, () => '1,'.repeat(MANY / 4)),
  row('text/one-line.txt', IN, () => '全年演出103场，观众3.2万人次，'.repeat(20_000)),
  row('text/lines.txt', IN, () => '\n1、'.repeat(50_000)),
  row(
    'text/wide-table.md',
    IN,
    () => `${'| 指标 '.repeat(3000)}|\n${'|---'.repeat(3000)}|\n${`${'| 103 '.repeat(3000)}|\n`.repeat(20)}`,
  ),
  row('html/deep.html', overLimit('depth'), () => `<html><body>${'<div>'.repeat(200_000)}演出103场`),
  row('html/deep-tables.html', overLimit('depth'), () => `<html><body>${'<table><tr><td>'.repeat(900)}演出103场`),
  row(
    'html/many-attributes.html',
    overLimit('milliseconds'),
    () => `<html><body><p ${Array.from({ length: 300_000 }, (_, at) => `a${at}="1"`).join(' ')}>演出103场</p>`,
  ),
  row('html/many-paragraphs.html', overLimit('paragraphs'), () => `<html><body>${'<p>演出103场</p>'.repeat(200_000)}`),
  row(
    'html/huge-span.html',
    IN,
    '<html><body><table><tr><td colspan=100000000 rowspan=100000000>演出</td><td>103场</td></tr><tr><td>2</td><td>3</td></tr></table>',
  ),
  row(
    'html/cut-off-table.html',
    IN,
    '<html><body><p>演出103场<table><tr><td>演出（场）<td>观众（人次）<tr><td>103<td>3200',
  ),
  row('html/saved-page.mht', IN, () => savedPage(`<html><body><p>${goodReport('存页')}</p></body></html>`)),
  row('html/no-page.mht', failed('no_text'), () => savedPage('').replace('text/html', 'image/png')),
  row('html/page-in-circles.mht', failed('no_text'), () =>
    savedPage('').replace('text/html', 'multipart/related; boundary="b"'),
  ),
  row('html/empty.html', failed('no_text'), '<html><head><script>1</script></head><body></body></html>'),
]

function savedPage(page: string): string {
  const body = [...Buffer.from(page)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('')
  return [
    'From: <Saved by a browser>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    body.replace(/.{75}/g, '$&=\r\n').replace(/=(?:=\r\n)([\da-f]{2})/g, '=$1'),
    '--b--',
    '',
  ].join('\r\n')
}

type Content = string | Uint8Array

function row(name: string, expected: Expected, content: Content | (() => Content)): HostileFile {
  const make = (path: string) => writeFileSync(path, typeof content === 'function' ? content() : content)
  return { name, expected: { [name]: expected }, make }
}

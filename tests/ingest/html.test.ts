import { describe, expect, it } from 'vitest'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { encodeGb } from './encode-gb.ts'
import { blockTexts, dataCells, expectSoundBlocks } from './sound-blocks.ts'

const LONG = '全年共举办文化活动103场，参加群众3.4万人次，比上年增长12.6%，群众满意度达到98%以上。'
const page = (meta: string, main: string) => `<!DOCTYPE html>
<html><head>${meta}<title>文化馆2023年工作总结_工作动态_云岭县人民政府</title><style>p { color: red }</style>
<script>var n = "<p>99场</p>"</script></head><body>
<div class="top"><ul><li><a href="/">首页</a><li><a href="/a">政务公开12</a></ul></div>
<div class="wrap"><div class="side"><a href="/b">相关链接：2022年工作总结</a></div>
<h1>文化馆2023年工作总结</h1><div class="info">来源：县文化馆 发布时间：2024-01-05 浏览次数：128</div>
<div id="zoom">${main}</div></div>
<div class="foot">网站标识码 1234567890</div></body></html>`
const MAIN = `<p>　　${LONG}</p><div>一、阵地建设<br>建成文化站<b>12</b>个。<p>不闭合的段落：${LONG}<ol><li>下乡演出20场</li><li><p>进校园8场</p><p>其中小学6场</p></li></ol>
<table><tr><th>场馆</th><th>数量</th></tr><tr><td>图书馆<td>12<tr><td>文化馆<td>8</table></div><p style="display:none">隐藏的7场</p>`

const EXPECTED = [
  '文化馆2023年工作总结',
  '发布时间：2024-01-05',
  LONG,
  '一、阵地建设',
  '建成文化站12个。',
  `不闭合的段落：${LONG}`,
  '1. 下乡演出20场',
  '2. 进校园8场',
  '其中小学6场',
  '场馆',
  '数量',
  '图书馆',
  '12',
  '文化馆',
  '8',
]

describe('saved web pages', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, encoding: string])[] = [
    ['UTF-8', new TextEncoder().encode(page('<meta charset="utf-8">', MAIN)), 'utf-8'],
    [
      'gb2312 by its meta tag',
      encodeGb(page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', MAIN)),
      'gb18030',
    ],
    ['GBK that claims to be UTF-8', encodeGb(page('<meta charset="utf-8">', MAIN)), 'gb18030'],
    ['GBK that names nothing', encodeGb(page('', MAIN)), 'gb18030'],
  ]
  it.each(cases)('title, date and main text, without menus and scripts: %s', async (_, bytes, encoding) => {
    const document = await ingestBytes(bytes, '总结.txt')
    expectSoundBlocks(document)
    expect(document).toMatchObject({ format: 'html', encoding, findings: [] })
    expect(blockTexts(document)).toEqual(EXPECTED)
    expect(dataCells(document)).toEqual(['图书馆/数量=12', '文化馆/数量=8'])
  })

  it('a page that is placed by a table', async () => {
    const main = `<table><tr><td width="100"><a href="/">菜单</a></td><td><p>${LONG}</p><p>${LONG}</p></td></tr></table>`
    const html = `<html><body>${main}</body></html>`
    expect(blockTexts(await ingestBytes(new TextEncoder().encode(html), 'a'))).toEqual([LONG, LONG])
  })

  it('a page that is one table of figures', async () => {
    const html =
      '<html><body><table><tr><td>场馆</td><td>数量</td></tr><tr><td>图书馆</td><td>12</td></tr></table></body></html>'
    expect(dataCells(await ingestBytes(new TextEncoder().encode(html), 'a'))).toEqual(['图书馆/数量=12'])
  })

  it('a page of tables inside one another, deeper than can be read, goes beyond the limit of depth', async () => {
    const deep = `<html><body>${'<table><tr><td>'.repeat(900)}演出103场`
    await expect(ingestBytes(new TextEncoder().encode(deep), 'a.html')).rejects.toMatchObject({
      code: 'limit_exceeded',
      message: expect.stringContaining('depth'),
    })
  })

  it('a page without text is an error', async () => {
    const html = '<html><body><script>document.write(1)</script></body></html>'
    await expect(ingestBytes(new TextEncoder().encode(html), 'a')).rejects.toMatchObject({ code: 'no_text' })
  })

  it('text that only speaks of tags is text', async () => {
    expect((await ingestBytes(new TextEncoder().encode('页面用<p>和<table>排版，共12页。'), 'a')).format).toBe('txt')
  })
})

describe('pages as they come', () => {
  const read = async (html: string): Promise<readonly string[]> =>
    blockTexts(await ingestBytes(new TextEncoder().encode(html), 'a.html'))

  it('a table that stands in an open paragraph, as in pages without a document type, stays a table', async () => {
    const html = '<html><body><p>演出103场<p>观众：<table><tr><td>演出（场）<td>观众<tr><td>103<td>3.2'
    const document = await ingestBytes(new TextEncoder().encode(html), 'a.html')
    expect(dataCells(document)).toEqual(['/演出（场）=103', '/观众=3.2'])
  })
  it('what a visitor types in, templates and drawings are no text', async () => {
    const html =
      '<html><body><p>演出103场</p><textarea>演出666场</textarea><template>777场</template><svg><text>555场</text></svg></body></html>'
    expect(await read(html)).toEqual(['演出103场'])
  })
})

describe('pages saved as one file', () => {
  const PAGE = '<html><head><title>工作总结</title></head><body><p>全年演出103场，观众3.2万人次。</p></body></html>'
  const quoted = (bytes: Uint8Array): string =>
    [...bytes]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .reduce((text, sign, at) => text + sign + (at % 20 === 19 ? '=\r\n' : ''), '')
  const saved = (type: string, encoding: string, body: string, folded = '; '): Uint8Array =>
    new TextEncoder().encode(
      `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=_x"${folded}type="text/html"\r\n\r\nA preamble.\r\n----=_x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_x\r\nContent-Type: image/png\r\n\r\n103\r\n----=_x--\r\n`,
    )
  it.each([
    [
      'quoted-printable',
      saved('text/html; charset=utf-8', 'quoted-printable', quoted(new TextEncoder().encode(PAGE))),
      'utf-8',
    ],
    [
      'base64 of GB18030',
      saved('text/html; charset="gb2312"', 'base64', Buffer.from(encodeGb(PAGE)).toString('base64')),
      'gb18030',
    ],
    ['plain', saved('text/html; charset=utf-8', '8bit', PAGE, ';\r\n '), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const document = await ingestBytes(bytes, 'a.mht')
    expect(document).toMatchObject({ format: 'html', encoding })
    expect(blockTexts(document)).toEqual(['工作总结', '全年演出103场，观众3.2万人次。'])
  })
  it('without a page it says so', async () => {
    await expect(ingestBytes(saved('image/jpeg', 'base64', 'AAAA'), 'a.mht')).rejects.toMatchObject({ code: 'no_text' })
  })
  it('a report that only speaks of such headers is text', async () => {
    const text = '全年演出103场。\nMIME-Version: 1.0\n'
    expect(await ingestBytes(new TextEncoder().encode(text), 'a.txt')).toMatchObject({ format: 'txt' })
  })
})

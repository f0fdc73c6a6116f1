import { describe, expect, it } from 'vitest'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { cell, level, makeDocx, num, p, run, table } from './make-docx.ts'
import { blockTexts, dataCells, expectSoundBlocks } from './sound-blocks.ts'

const abstract = (id: number, levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

describe('automatic numbers', () => {
  const formats: readonly (readonly [format: string, pattern: string, labels: readonly string[]])[] = [
    ['chineseCounting', '%1、', ['一、', '二、', '三、']],
    ['chineseCountingThousand', '（%1）', ['（一）', '（二）', '（三）']],
    ['japaneseCounting', '第%1章', ['第一章 ', '第二章 ', '第三章 ']],
    ['ideographDigital', '%1、', ['一、', '二、', '三、']],
    ['decimal', '%1.', ['1. ', '2. ', '3. ']],
    ['decimalEnclosedCircle', '%1', ['① ', '② ', '③ ']],
    ['lowerLetter', '%1)', ['a) ', 'b) ', 'c) ']],
    ['upperRoman', '%1.', ['I. ', 'II. ', 'III. ']],
    ['chineseLegalSimplified', '%1、', ['壹、', '贰、', '叁、']],
    ['ideographTraditional', '%1、', ['甲、', '乙、', '丙、']],
    ['bullet', '', ['', '', '']],
  ]
  it.each(formats)('%s', async (format, pattern, labels) => {
    const numbering = abstract(1, level(0, format, pattern)) + list(1, 1)
    const body = ['阵地建设', '2023年演出', '文化惠民'].map((text) => p(text, num(1))).join('')
    const document = await ingestBytes(makeDocx({ body, numbering }), 'a.docx')
    expect(blockTexts(document)).toEqual(
      ['阵地建设', '2023年演出', '文化惠民'].map((text, at) => `${labels[at]}${text}`),
    )
  })

  const labels = async (body: string, numbering: string, styles?: string) => {
    const spec = styles === undefined ? { body, numbering } : { body, numbering, styles }
    return blockTexts(await ingestBytes(makeDocx(spec), 'a.docx'))
  }
  const twoLevels = abstract(1, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.'))

  it('deeper levels begin anew after a higher one', async () => {
    const body = p('甲', num(1)) + p('乙', num(1, 1)) + p('丙', num(1, 1)) + p('丁', num(1)) + p('戊', num(1, 1))
    expect(await labels(body, twoLevels + list(1, 1))).toEqual(['一、甲', '1. 乙', '2. 丙', '二、丁', '1. 戊'])
  })
  it('a level that begins before any higher one does not count it', async () => {
    const body = p('甲', num(1, 1)) + p('乙', num(1)) + p('丙', num(1, 1))
    expect(await labels(body, twoLevels + list(1, 1))).toEqual(['1. 甲', '一、乙', '1. 丙'])
  })
  it('a level that never restarts counts on', async () => {
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')
    const body = p('甲', num(1)) + p('乙', num(1, 1)) + p('丙', num(1)) + p('丁', num(1, 1))
    expect(await labels(body, abstract(1, levels) + list(1, 1))).toEqual(['一、甲', '1. 乙', '二、丙', '2. 丁'])
  })
  it('a label shows the numbers of the levels above, in digits where the level says so', async () => {
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')
    expect(await labels(p('甲', num(1)) + p('乙', num(1, 1)), abstract(1, levels) + list(1, 1))).toEqual([
      '一、甲',
      '1.1 乙',
    ])
  })
  it('two lists of one definition count on; one with a start of its own does not', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const body = p('甲', num(1)) + p('乙', num(2)) + p('丙', num(3)) + p('丁', num(3))
    expect(await labels(body, twoLevels + list(1, 1) + list(2, 1) + list(3, 1, override))).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ])
  })
  it('an overridden level has its own format', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '（%1）')}</w:lvlOverride>`
    expect(await labels(p('甲', num(2)), twoLevels + list(2, 1, override))).toEqual(['（1）甲'])
  })
  it('numbers of a paragraph style, its level told by the style', async () => {
    const styled = (id: string, reference: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="条目${id}"/><w:pPr>${reference}</w:pPr></w:style>`
    const styles =
      styled('S1', '<w:numPr><w:numId w:val="1"/></w:numPr>') + styled('S2', '<w:numPr><w:numId w:val="1"/></w:numPr>')
    const levels =
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="S1"/>') +
      level(1, 'decimal', '%2.', '<w:pStyle w:val="S2"/>')
    const body =
      p('甲', '<w:pStyle w:val="S1"/>') +
      p('乙', '<w:pStyle w:val="S2"/>') +
      p('丙', '<w:pStyle w:val="S1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await labels(body, abstract(1, levels) + list(1, 1), styles)).toEqual(['一、甲', '1. 乙', '丙'])
  })
  it('a definition that stands for a numbering style', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    const numbering =
      abstract(1, '', '<w:numStyleLink w:val="N"/>') +
      abstract(2, level(0, 'chineseCounting', '（%1）'), '<w:styleLink w:val="N"/>') +
      list(1, 1) +
      list(2, 2)
    expect(await labels(p('甲', num(1)) + p('乙', num(1)), numbering, styles)).toEqual(['（一）甲', '（二）乙'])
  })
  it('an empty paragraph takes a number and leaves no line; a deleted one takes none', async () => {
    const gone = `<w:p><w:pPr>${num(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`
    const body = `${p('甲', num(1))}<w:p><w:pPr>${num(1)}</w:pPr></w:p>${gone}${p('乙', num(1))}`
    expect(await labels(body, twoLevels + list(1, 1))).toEqual(['一、甲', '三、乙'])
  })
})

describe('what Word documents hold', () => {
  const read = async (spec: Parameters<typeof makeDocx>[0]) => {
    const document = await ingestBytes(makeDocx(spec), 'a.docx')
    expectSoundBlocks(document)
    return document
  }

  it('headings by style, by outline level and by label', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    const body =
      p('总体情况', '<w:pStyle w:val="1"/>') +
      p('演出情况', '<w:outlineLvl w:val="1"/>') +
      p('一、阵地建设') +
      p('全年演出103场。')
    const document = await read({ body, styles })
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', 2],
      ['paragraph', null],
    ])
  })

  it('the lines of a table of contents are no headings', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    const entry = `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${run('一、阵地建设')}<w:r><w:tab/></w:r>${run('3')}</w:p>`
    const document = await read({ body: entry + p('一、阵地建设'), styles })
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading'])
    expect(blockTexts(document)).toEqual(['一、阵地建设 3', '一、阵地建设'])
  })

  it.each([
    ['one tab between words parts cells', ['1．文化馆␉标准：不少于2000平方米', '2．文体广场␉标准：不少于6个'], 4],
    ['a tab behind a list number parts none', ['1.␉建成文化馆', '2.␉建成文体广场'], 0],
    ['a tab before a page number parts none', ['文化馆的建设␉12', '文体广场的建设␉15'], 0],
    ['one line alone is no table', ['1．文化馆␉标准：不少于2000平方米', '2．文体广场'], 0],
  ])('%s', async (_, lines, cells) => {
    const tabbed = (line: string) =>
      `<w:p>${line
        .split('␉')
        .map((words) => run(words))
        .join('<w:r><w:tab/></w:r>')}</w:p>`
    const document = await read({ body: lines.map(tabbed).join('') })
    expect(document.blocks.filter(({ kind }) => kind === 'table_cell')).toHaveLength(cells)
  })

  it('characters of no script are told', async () => {
    const document = await read({ body: p('\ue010演出\ue011\ue012场') })
    expect(document.findings.map(({ kind, start, end }) => [kind, start, end])).toEqual([['garbled_text', 3, 5]])
  })

  it('a table, one row a line, its figures with their headers and its caption', async () => {
    const document = await read({
      body:
        p('表1 文化设施') +
        p('单位：个') +
        table([
          ['指标', '2022年', '2023年'],
          ['图书馆', '12', '15'],
          ['文化馆', '', '8'],
        ]) +
        p('以上。'),
    })
    expect(document.source).toBe(
      '表1 文化设施\n单位：个\n指标 | 2022年 | 2023年\n图书馆 | 12 | 15\n文化馆 |  | 8\n以上。',
    )
    expect(dataCells(document)).toEqual(['图书馆/2022年=12', '图书馆/2023年=15', '文化馆/2023年=8'])
    expect(document.blocks.find((block) => block.kind === 'table_cell')?.cell?.caption).toBe('表1 文化设施 单位：个')
  })

  it('a table with spans: headers over several columns, row headers over several rows', async () => {
    const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
    const rows = [
      cell('地区', '<w:vMerge w:val="restart"/>') + cell('场馆', '<w:vMerge w:val="restart"/>') + cell('活动', span(2)),
      cell('', '<w:vMerge/>') + cell('', '<w:vMerge/>') + cell('场次') + cell('人次'),
      cell('城区', '<w:vMerge w:val="restart"/>') + cell('图书馆') + cell('12') + cell('300'),
      cell('', '<w:vMerge/>') + cell('文化馆') + cell('8') + cell('200'),
    ]
    const document = await read({ body: `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>` })
    expect(dataCells(document)).toEqual([
      '城区>图书馆/活动>场次=12',
      '城区>图书馆/活动>人次=300',
      '城区>文化馆/活动>场次=8',
      '城区>文化馆/活动>人次=200',
    ])
    expect(document.source.split('\n')[3]).toBe(' | 文化馆 | 8 | 200')
  })

  it('a row across the table heads the rows below it; a row that counts the columns is no data', async () => {
    const section = (text: string) => `<w:tr>${cell(text, '<w:gridSpan w:val="3"/>')}</w:tr>`
    const row = (...texts: readonly string[]) => `<w:tr>${texts.map((text) => cell(text)).join('')}</w:tr>`
    const body = `<w:tbl>${row('项目', '合计', '其中：新增')}${row('甲', '1', '2')}${section('一、演出')}${row('下乡', '12', '3')}</w:tbl>`
    expect(dataCells(await read({ body }))).toEqual(['一、演出>下乡/合计=12', '一、演出>下乡/其中：新增=3'])
  })

  it('a table that is only a frame is running text; a table inside a cell follows its own', async () => {
    const inner = table([
      ['场馆', '数量'],
      ['图书馆', '12'],
    ])
    const frame = `<w:tbl><w:tr><w:tc>${p('总结')}${inner}${p('')}</w:tc></w:tr></w:tbl>`
    expect((await read({ body: frame })).source).toBe('总结\n场馆 | 数量\n图书馆 | 12')
  })

  it('notes at the end; their marks do not run into figures', async () => {
    const note = '<w:footnote w:id="2"><w:p><w:r><w:t>含流动演出20场。</w:t></w:r></w:p></w:footnote>'
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    const body = `<w:p>${run('演出103')}${mark}${run('场，经费500万元')}${run('1', '<w:vertAlign w:val="superscript"/>')}${run('，占地1000m')}${run('2', '<w:vertAlign w:val="superscript"/>')}</w:p>`
    expect(blockTexts(await read({ body, footnotes: note }))).toEqual([
      '演出103场，经费500万元，占地1000m²',
      '含流动演出20场。',
    ])
  })

  it('tracked changes as if accepted, struck-out words left out', async () => {
    const body = `<w:p>${run('演出')}<w:ins w:id="1">${run('103')}</w:ins><w:del w:id="2"><w:r><w:delText>98</w:delText></w:r></w:del>${run('97', '<w:strike/>')}${run('场')}</w:p>`
    expect((await read({ body })).source).toBe('演出103场')
  })

  it('the text of a text box once, running heads not at all', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>框中12场</w:t></w:r></w:p></w:txbxContent>'
    const modern = `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>`
    const old = `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback>`
    const drawing = (inner: string) => `<w:p><w:r><mc:AlternateContent>${inner}</mc:AlternateContent></w:r></w:p>`
    const header = p('云岭县文化馆 2023')
    const body = `${p('正文')}${drawing(modern + old)}${drawing(modern)}<w:p><w:r><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>`
    expect(blockTexts(await read({ body, header }))).toEqual(['正文', '框中12场', '框中12场', '框中12场'])
  })

  it('lines that a conversion broke off are one paragraph again; captions and labels are not drawn in', async () => {
    const lines = [
      '年末全国参加基本养老保险人数106643万人，比上年末',
      '增加1336万人。全年基本养老保险基金收入76691亿元，基',
      '金支出68369亿元，年末基本养老保险基金累计结余78173',
      '亿元，其中基金投资运营规模1.86万亿元。',
      '图6 近五年全国各地参加基本养老保险人数的情况',
      '（二）失业保险与工伤保险事业发展的基本情况',
      '年末全国参加失业保险人数24373万人。',
    ]
    expect(blockTexts(await read({ body: lines.map((line) => p(line)).join('') }))).toEqual([
      lines.slice(0, 4).join(''),
      lines[4],
      lines[5],
      lines[6],
    ])
  })

  it('short paragraphs are not drawn together', async () => {
    const lines = ['各区文化和旅游局，各直属单位，各有关社会团体', '现将有关事项通知如下：', '请认真执行。', '特此通知']
    expect(blockTexts(await read({ body: lines.map((line) => p(line)).join('') }))).toEqual(lines)
  })

  it('a document of pictures has no text and says so', async () => {
    const document = await read({ body: '<w:p/>' })
    expect(document).toMatchObject({ source: '', blocks: [], findings: [{ kind: 'no_text_layer' }] })
  })
})

describe('runs that are more than their text', () => {
  const run = (text: string, properties = '') =>
    `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`
  it.each([
    [
      'a field of its own',
      `${run('讲座')}<w:fldSimple w:instr=" =45 ">${run('45')}</w:fldSimple>${run('场。')}`,
      '讲座45场。',
    ],
    ['hidden text', `${run('演出12场')}${run('，外借999册', '<w:vanish/>')}${run('。')}`, '演出12场。'],
    [
      'hidden text among other properties',
      `${run('演出12场')}${run('999册', '<w:b/><w:vanish w:val="1"/><w:sz w:val="21"/>')}`,
      '演出12场',
    ],
    ['text that is hidden no more', `${run('演出12场')}${run('和13场', '<w:vanish w:val="0"/>')}`, '演出12场和13场'],
    ['text after a hidden run', `${run('九', '<w:vanish/>')}${run('演出12场', '<w:b/>')}`, '演出12场'],
    ['numbers of contents, hidden on the web', `${run('演出12场')}${run('3', '<w:webHidden/>')}`, '演出12场3'],
    [
      'links and tags',
      `<w:hyperlink>${run('演出')}</w:hyperlink><w:smartTag>${run('12')}</w:smartTag>${run('场')}`,
      '演出12场',
    ],
  ])('%s', async (_, content, text) => {
    const document = await ingestBytes(makeDocx({ body: `<w:p>${content}</w:p>` }), 'a.docx')
    expect(document.source).toBe(text)
  })
})

describe('tables set as lines of text', () => {
  const tab = (texts: readonly string[]) => `<w:p>${texts.map((text) => run(text)).join('<w:r><w:tab/></w:r>')}</w:p>`

  it.each([
    ['bars', (texts: readonly string[]) => p(texts.join(' | '))],
    ['tabs', tab],
  ])('with %s between the cells', async (_, line) => {
    const body = line(['指标', '2022年', '2023年']) + line(['演出（场）', '103', '98']) + p('全年平稳。')
    const document = await ingestBytes(makeDocx({ body }), 'a.docx')
    expectSoundBlocks(document)
    expect(dataCells(document)).toEqual(['演出（场）/2022年=103', '演出（场）/2023年=98'])
    expect(document.source).toBe('指标 | 2022年 | 2023年\n演出（场） | 103 | 98\n全年平稳。')
  })

  it('a tab before a page number or behind a label is a space', async () => {
    const body = tab(['一、基本情况', '3']) + tab(['二、主要做法', '5']) + tab(['', '全年演出103场。'])
    const document = await ingestBytes(makeDocx({ body }), 'a.docx')
    expect(blockTexts(document)).toEqual(['一、基本情况 3', '二、主要做法 5', '全年演出103场。'])
  })
})

describe('pictures in the line', () => {
  const picture = (width: number, height: number) =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="${height}"/><a:graphic/></wp:inline></w:drawing></w:r>`
  const around = (inside: string) => `<w:p>${run('人员聘用')}${inside}${run('同签订率96%')}</w:p>`

  it('as large as a character, between others, are a character that cannot be read, and a finding', async () => {
    const document = await ingestBytes(makeDocx({ body: around(picture(187_324, 190_499)) }), 'a.docx')
    expect(document.source).toBe('人员聘用\ufffd同签订率96%')
    expect(document.findings).toMatchObject([{ kind: 'garbled_text', start: 4, end: 5 }])
  })

  it.each([
    ['a larger one', around(picture(900_000, 500_000))],
    ['a flat one', around(picture(320_000, 90_000))],
    ['one at the end', `<w:p>${run('人员聘用同签订率96%')}${picture(187_324, 190_499)}</w:p>`],
    ['one at the beginning', `<w:p>${picture(187_324, 190_499)}${run('人员聘用同签订率96%')}</w:p>`],
  ])('%s is passed over', async (_, body) => {
    const document = await ingestBytes(makeDocx({ body }), 'a.docx')
    expect(document.source).toBe('人员聘用同签订率96%')
    expect(document.findings).toEqual([])
  })
})

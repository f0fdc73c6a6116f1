import { describe, expect, it } from 'vitest'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import {
  makePdf,
  type PdfPageSpec,
  type PdfRule,
  type PdfText,
  setParagraphs,
  textOperators,
  widthOf,
} from './make-pdf.ts'
import { blockTexts, dataCells, expectSoundBlocks } from './sound-blocks.ts'

const { push } = Array.prototype

const read = async (...pages: readonly PdfPageSpec[]) => {
  const document = await ingestBytes(makePdf(pages), 'a.pdf')
  expectSoundBlocks(document)
  return document
}

/** Texts of one line, each beginning at its x. */
const row = (y: number, cells: Readonly<Record<number, string>>): readonly PdfText[] =>
  Object.entries(cells).map(([x, text]) => ({ x: Number(x), y, text }))

const FIRST =
  '2023年，全县共举办文化活动1234.5场，参加群众23.45万人次，比上年增长12.6%；图书馆接待读者56.78万人次，外借图书1,234,567册次，全年经费500400万元。'
const SECOND = '（一）阵地建设。全县建成综合文化站12个，覆盖率100%，总面积达到35000平方米，其中新建面积1200平方米。'

describe('running text of a PDF', () => {
  it('is one paragraph a line, numbers that were broken at the margin whole again', async () => {
    const document = await read({ texts: setParagraphs([FIRST, SECOND], 700) })
    expect(blockTexts(document)).toEqual([FIRST, SECOND])
    expect(document.pages).toEqual([{ number: 1, start: 0, end: document.source.length }])
  })

  it('goes on over pages, without running heads and page numbers', async () => {
    const set = setParagraphs([FIRST, SECOND], 700)
    const dressed = (at: number, texts: readonly PdfText[]): PdfPageSpec => ({
      texts: [
        { x: 200, y: 800, text: '云岭县文化馆工作总结', size: 10 },
        ...texts,
        { x: 280, y: 40, text: `${at}`, size: 10 },
      ],
    })
    const pages = [set.slice(0, 1), set.slice(1, 5), set.slice(5)].map((texts, at) =>
      dressed(
        at + 3,
        texts.map((text, line) => ({ ...text, y: 700 - line * 20 })),
      ),
    )
    const document = await read(...pages)
    expect(blockTexts(document)).toEqual([FIRST, SECOND])
    expect(document.blocks.map((block) => block.page)).toEqual([1, 2])
    expect(document.pages.map((page) => page.number)).toEqual([1, 2, 3])
  })

  it('keeps a figure at the foot of one page, which is no page number', async () => {
    const texts = [...setParagraphs([FIRST], 700), { x: 90, y: 60, text: '合计103' }]
    expect(blockTexts(await read({ texts })).at(-1)).toBe('合计103')
  })

  it('has no note marks in its figures, and keeps the exponents of units', async () => {
    const one = '投入资金500400万元'
    const two = '，占地1000m'
    const second = 90 + widthOf(one) + 4
    const texts = [
      { x: 90, y: 700, text: one },
      { x: 90 + widthOf(one), y: 706, text: '1', size: 6 },
      { x: second, y: 700, text: two },
      { x: second + widthOf(two), y: 706, text: '2', size: 6 },
      { x: second + widthOf(two) + 4, y: 700, text: '。' },
    ]
    expect((await read({ texts })).source).toBe('投入资金500400万元，占地1000m²。')
  })

  it('is not cut by the notes at the foot of a page, which follow it without their numbers', async () => {
    const [top, ...others] = setParagraphs([FIRST], 160)
    const lines = [...(top === undefined ? [] : [top]), ...others]
    const kept = lines.slice(0, 2)
    const note = [
      { x: 90, y: 104, text: '1', size: 5 },
      { x: 95, y: 100, text: '含分馆12个。', size: 9 },
      { x: 90, y: 88, text: '2', size: 5 },
      { x: 95, y: 84, text: '按年末人口计算。', size: 9 },
    ]
    const rest = lines.slice(2).map((line, at) => ({ ...line, y: 700 - at * 24 }))
    const more = setParagraphs([SECOND, SECOND], 560)
    const document = await read(
      { texts: [...setParagraphs([SECOND], 700), ...kept, ...note] },
      { texts: [...rest, ...more] },
    )
    expect(blockTexts(document)).toEqual([SECOND, FIRST, '含分馆12个。', '按年末人口计算。', SECOND, SECOND])
    expect(document.blocks.map((block) => block.page)).toEqual([1, 1, 1, 1, 2, 2])
  })

  it('ends before a date that stands alone', async () => {
    const [line] = setParagraphs([SECOND], 700)
    const full = `${'演出103场，'.repeat(4)}完成投资11亿元。`
    const texts = [
      ...setParagraphs([SECOND], 700),
      { x: 90, y: 600, text: full },
      { x: 90, y: 576, text: '2022年12月30日' },
    ]
    expect(line).toBeDefined()
    expect(blockTexts(await read({ texts })).slice(1)).toEqual([full, '2022年12月30日'])
  })

  it('has no spaces between Chinese characters and digits', async () => {
    expect((await read({ texts: [{ x: 90, y: 700, text: '全年 2023 场 ， 观众 3.4 万 人次' }] })).source).toBe(
      '全年2023场，观众3.4万人次',
    )
  })

  it('leaves out words that are struck through, and words printed twice for bold once', async () => {
    const bold = { x: 90, y: 700, text: '演出98103场' }
    const rules: readonly PdfRule[] = [[114, 704, 126, 704]]
    expect((await read({ texts: [bold, { ...bold, x: 90.3 }], rules })).source).toBe('演出103场')
  })

  it('in two columns is read down the left one, then down the right one', async () => {
    const title = { x: 240, y: 780, text: '云岭县统计公报', size: 16 }
    const set = (text: string, x: number) =>
      Array.from({ length: Math.ceil(text.length / 18) }, (_, at) => ({
        x,
        y: 740 - at * 18,
        text: text.slice(at * 18, at * 18 + 18),
      }))
    const left = '全年共举办各类群众文化活动一百零三场次'.repeat(8)
    const right = '公共图书馆接待读者五万六千人次比上年增长'.repeat(7)
    const document = await read({ texts: [title, ...set(`${left}。`, 60), ...set(`${right}。`, 310)] })
    expect(blockTexts(document)).toEqual(['云岭县统计公报', `${left}。`, `${right}。`])
  })

  it('in two columns below a table keeps the table whole', async () => {
    const set = (text: string, x: number) =>
      Array.from({ length: Math.ceil(text.length / 18) }, (_, at) => ({
        x,
        y: 640 - at * 18,
        text: text.slice(at * 18, at * 18 + 18),
      }))
    const left = `${'全年共举办各类群众文化活动一百零三场次'.repeat(8)}。`
    const right = `${'公共图书馆接待读者五万六千人次比上年增长'.repeat(7)}。`
    const rows = [
      ...row(740, { 60: '场馆', 400: '场次' }),
      ...row(720, { 60: '甲馆', 406: '12' }),
      ...row(700, { 60: '乙馆', 406: '15' }),
    ]
    const document = await read({ texts: [...rows, ...set(left, 60), ...set(right, 310)] })
    expect(document.source.split('\n')).toEqual(['场馆 | 场次', '甲馆 | 12', '乙馆 | 15', left, right])
  })

  it('is not cut by notes that a short line divides from it, with numbers that are not raised', async () => {
    const note = (y: number, number: string, text: string): readonly PdfText[] => [
      { x: 90, y, text: number, size: 9 },
      { x: 104, y, text, size: 9 },
    ]
    const [top, ...others] = setParagraphs([FIRST], 160)
    const lines = [...(top === undefined ? [] : [top]), ...others]
    const document = await read(
      {
        texts: [
          ...setParagraphs([SECOND], 700),
          ...lines.slice(0, 2),
          ...note(108, '1', '含分馆12个。'),
          ...note(94, '2', '按年末人口计算。'),
        ],
        rules: [[90, 122, 200, 122]],
      },
      { texts: lines.slice(2).map((line, at) => ({ ...line, y: 700 - at * 24 })) },
    )
    expect(blockTexts(document)).toEqual([SECOND, FIRST, '含分馆12个。', '按年末人口计算。'])
  })

  it('has no watermark in it', async () => {
    const operators = textOperators({ x: 150, y: 640, text: '内部资料2023', size: 40 }, '0.7 0.7 -0.7 0.7')
    expect(blockTexts(await read({ texts: setParagraphs([FIRST], 700), operators }))).toEqual([FIRST])
  })

  it('a large line in the middle is a heading', async () => {
    const texts = [{ x: 223, y: 760, text: '2023年工作总结', size: 22 }, ...setParagraphs([FIRST], 700)]
    const document = await read({ texts })
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', null],
    ])
  })
})

describe('a PDF that is written in columns from the top to the bottom', () => {
  const column = '全年举办文艺演出 103 场，观众 3.2 万人次；送书下乡 1200 册。'
  /** Characters upright one below the other, figures on their side, from the right column to the left. */
  const upright = (words: string, perColumn: number, first: number): string => {
    const operators: string[] = []
    let x = first
    let y = 740
    for (const piece of words.match(/[\d.]+|[^\d. ]/g) ?? []) {
      const size = /\d/.test(piece) ? widthOf(piece) : 12
      if (y - size < 740 - perColumn * 12) {
        x -= 20
        y = 740
      }
      operators.push(
        /\d/.test(piece)
          ? textOperators({ x: x + 1.5, y, text: piece }, '0 -1 1 0')
          : textOperators({ x, y: y - 10.5, text: piece }),
      )
      y -= size
    }
    return operators.join('\n')
  }
  const told = column.replaceAll(' ', '')

  it('is read down the columns from the right one, its figures with them', async () => {
    const title = textOperators({ x: 280, y: 30, text: '- 7 -', size: 10 })
    const document = await read({ texts: [], operators: `${upright(`${column}${column}`, 14, 520)}\n${title}` })
    expect(blockTexts(document)).toEqual([`${told}${told}`])
  })

  it('by its font: the signs come as they are written across', async () => {
    const texts = ['全年举办演出（一百〇三）场，', '观众三万人次。'].map((text, at) => ({
      x: 520 - at * 20,
      y: 740,
      text,
    }))
    const document = await ingestBytes(makePdf([{ texts }], { downwards: true }), 'a.pdf')
    expectSoundBlocks(document)
    expect(blockTexts(document)).toEqual(['全年举办演出（一百〇三）场，', '观众三万人次。'])
  })

  it('is none for a label set so below text that runs across', async () => {
    const label = upright('文化惠民工程建设', 14, 60)
    const document = await read({ texts: setParagraphs([FIRST, SECOND], 830), operators: label })
    expect(blockTexts(document).slice(0, 2)).toEqual([FIRST, SECOND])
  })
})

describe('tables of a PDF', () => {
  const above: readonly PdfText[] = [
    { x: 200, y: 740, text: '表1 文化设施情况' },
    { x: 400, y: 720, text: '单位：个' },
  ]
  const body = [
    ...row(700, { 100: '指标', 250: '2022年', 400: '2023年' }),
    ...row(680, { 100: '公共图书馆', 256: '12', 406: '15' }),
    ...row(660, { 100: '文化馆', 256: '8', 406: '1,234' }),
  ]
  const expected = ['公共图书馆/2022年=12', '公共图书馆/2023年=15', '文化馆/2022年=8', '文化馆/2023年=1,234']

  it('between three lines', async () => {
    const rules: readonly PdfRule[] = [
      [90, 715, 500, 715],
      [90, 694, 500, 694],
      [90, 652, 500, 652],
    ]
    const document = await read({ texts: [...above, ...body], rules })
    expect(dataCells(document)).toEqual(expected)
    expect(document.source).toContain('\n公共图书馆 | 12 | 15\n')
    expect(document.blocks.at(-1)?.cell?.caption).toBe('表1文化设施情况 单位：个')
  })

  it('without lines', async () => {
    const document = await read({ texts: [...above, ...body, ...setParagraphs([SECOND], 620)] })
    expect(dataCells(document)).toEqual(expected)
    expect(blockTexts(document).at(-1)).toBe(SECOND)
  })

  it('without lines, a label broken in two, a cell left empty', async () => {
    const texts = [
      ...row(700, { 100: '指标', 250: '2022年', 400: '2023年' }),
      ...row(670, { 100: '公共图书馆总流通' }),
      ...row(656, { 100: '人次（万人次）', 256: '12.5', 406: '15.1' }),
      ...row(626, { 100: '文化馆', 406: '9' }),
      ...row(596, { 100: '博物馆', 256: '3', 406: '4' }),
    ]
    expect(dataCells(await read({ texts }))).toEqual([
      '公共图书馆总流通人次（万人次）/2022年=12.5',
      '公共图书馆总流通人次（万人次）/2023年=15.1',
      '文化馆/2023年=9',
      '博物馆/2022年=3',
      '博物馆/2023年=4',
    ])
  })

  it('without lines, words that go on in lines as far apart as the rows', async () => {
    const texts = [
      ...row(700, { 100: '指标', 220: '标准', 400: '完成情况' }),
      ...row(680, { 100: '周开放时间', 220: '文化站不少于48小时，社区', 400: '文化站56小时，达标' }),
      ...row(660, { 220: '中心不少于42小时' }),
      ...row(640, { 100: '文艺团队', 220: '每个社区不少于3支', 400: '共46支（广场舞21支、' }),
      ...row(620, { 400: '其他16支），' }),
      ...row(600, { 100: '满意度', 220: '不低于85%', 400: '91.7%' }),
      ...row(580, { 100: '外借图书', 220: '不低于12万册次', 400: '16.8' }),
      ...row(560, { 100: '（万册次）' }),
    ]
    const document = await read({ texts: [...texts, ...setParagraphs([SECOND], 520)] })
    expect(document.source.split('\n').slice(0, 6)).toEqual([
      '指标 | 标准 | 完成情况',
      '周开放时间 | 文化站不少于48小时，社区中心不少于42小时 | 文化站56小时，达标',
      '文艺团队 | 每个社区不少于3支 | 共46支（广场舞21支、其他16支），',
      '满意度 | 不低于85% | 91.7%',
      '外借图书（万册次） | 不低于12万册次 | 16.8',
      SECOND,
    ])
  })

  it('between three lines, the last of them on the next page', async () => {
    const header = (y: number) => row(y, { 100: '指标', 250: '2022年', 400: '2023年' })
    const first = {
      texts: [...header(140), ...row(120, { 100: '公共图书馆', 256: '12', 406: '15' })],
      rules: [
        [90, 155, 500, 155],
        [90, 134, 500, 134],
      ] satisfies readonly PdfRule[],
    }
    const second = {
      texts: [...header(740), ...row(720, { 100: '文化馆', 256: '8', 406: '1,234' })],
      rules: [
        [90, 755, 500, 755],
        [90, 734, 500, 734],
        [90, 712, 500, 712],
      ] satisfies readonly PdfRule[],
    }
    const document = await read(first, second)
    expect(dataCells(document)).toEqual(expected)
    expect(document.source).toBe('指标 | 2022年 | 2023年\n公共图书馆 | 12 | 15\n文化馆 | 8 | 1,234')
  })

  it('without lines below a drawn header of groups of columns', async () => {
    const header = [
      ...row(740, { 100: '项目', 250: '2023年', 450: '2022年' }),
      ...row(722, { 200: '上半年', 320: '全年' }),
    ]
    const figures = (y: number, label: string, numbers: readonly string[]) =>
      row(y, { 100: label, 206: numbers[0] ?? '', 326: numbers[1] ?? '', 456: numbers[2] ?? '' })
    const rules: readonly PdfRule[] = [
      [90, 755, 520, 755],
      [190, 735, 430, 735],
      [90, 716, 520, 716],
    ]
    const texts = [
      ...header,
      ...figures(700, '甲馆', ['1.0', '2.5', '2.1']),
      ...figures(682, '乙馆', ['1.1', '2.7', '2.3']),
    ]
    expect(dataCells(await read({ texts, rules }))).toEqual([
      '甲馆/2023年>上半年=1.0',
      '甲馆/2023年>全年=2.5',
      '甲馆/2022年=2.1',
      '乙馆/2023年>上半年=1.1',
      '乙馆/2023年>全年=2.7',
      '乙馆/2022年=2.3',
    ])
  })

  describe('two of the same columns, one below the other', () => {
    const caption = row(680, { 220: '表2 近三年数据' })
    const texts = [
      ...row(740, { 100: '指标', 250: '标准', 400: '得分' }),
      ...row(720, { 100: '读者', 250: '300人', 400: '10' }),
      ...row(700, { 100: '演出', 250: '40场', 400: '9' }),
      ...row(660, { 100: '项目', 250: '2019年', 400: '2020年' }),
      ...row(640, { 100: '读者（人）', 250: '1123', 400: '1560' }),
      ...row(620, { 100: '演出（场）', 250: '42', 400: '17' }),
    ]
    const rules: readonly PdfRule[] = [755, 734, 692, 674, 654, 612].map((y): PdfRule => [90, y, 450, y])
    const series = ['读者（人）/2019年=1123', '读者（人）/2020年=1560', '演出（场）/2019年=42', '演出（场）/2020年=17']
    it.each([
      ['three-line tables, a caption between them', [...texts, ...caption], rules],
      ['borderless tables, a caption between them', [...texts, ...caption], []],
    ] as const)('%s', async (_, page, drawn) => {
      expect(dataCells(await read({ texts: page, rules: drawn })).slice(-4)).toEqual(series)
    })
    it('a heading of rows between drawn lines parts no table', async () => {
      const section = row(680, { 100: '二、演出' })
      const cells = dataCells(
        await read({
          texts: [...texts.slice(0, 9), ...section, ...row(660, { 100: '下乡', 250: '42场', 400: '8' })],
          rules: rules.slice(0, 2).concat([
            [90, 692, 450, 692],
            [90, 674, 450, 674],
            [90, 650, 450, 650],
          ]),
        }),
      )
      expect(cells).toContain('二、演出>下乡/得分=8')
    })
  })

  it('without lines, groups of columns and of rows', async () => {
    const texts = [
      ...row(700, { 100: '指标', 300: '活动情况' }),
      ...row(680, { 220: '场次', 320: '人次', 430: '增长（%）' }),
      ...row(660, { 100: '一、演出' }),
      ...row(640, { 100: '下乡', 220: '103', 320: '3.4万', 430: '12.6' }),
      ...row(620, { 100: '二、展览' }),
      ...row(600, { 100: '美术', 220: '20', 320: '1.2万', 430: '-3.1' }),
    ]
    expect(dataCells(await read({ texts }))).toEqual([
      '一、演出>下乡/活动情况>场次=103',
      '一、演出>下乡/活动情况>人次=3.4万',
      '一、演出>下乡/活动情况>增长（%）=12.6',
      '二、展览>美术/活动情况>场次=20',
      '二、展览>美术/活动情况>人次=1.2万',
      '二、展览>美术/活动情况>增长（%）=-3.1',
    ])
  })

  const grid = (xs: readonly number[], ys: readonly number[]): readonly PdfRule[] => [
    ...ys.map((y): PdfRule => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y]),
    ...xs.map((x): PdfRule => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0]),
  ]

  it('with lines, and words broken inside their cells', async () => {
    const texts = [
      ...row(680, { 100: '单位', 200: '演出（场）', 330: '观众（万人次）' }),
      ...row(650, { 100: '云岭县图书' }),
      ...row(636, { 100: '馆总馆' }),
      ...row(643, { 200: '103', 330: '3.4' }),
      ...row(610, { 100: '合计', 200: '206', 330: '6.8' }),
    ]
    const document = await read({ texts, rules: grid([90, 190, 320, 450], [700, 670, 630, 600]) })
    expect(dataCells(document)).toEqual([
      '云岭县图书馆总馆/演出（场）=103',
      '云岭县图书馆总馆/观众（万人次）=3.4',
      '合计/演出（场）=206',
      '合计/观众（万人次）=6.8',
    ])
  })

  it('with lines and cells that span', async () => {
    const texts = [
      ...row(685, { 100: '场馆', 280: '活动' }),
      ...row(655, { 200: '场次', 330: '人次' }),
      ...row(625, { 100: '图书馆', 200: '12', 330: '300' }),
    ]
    const rules: readonly PdfRule[] = [
      [90, 700, 450, 700],
      [190, 670, 450, 670],
      [90, 640, 450, 640],
      [90, 610, 450, 610],
      [90, 610, 90, 700],
      [190, 610, 190, 700],
      [320, 610, 320, 670],
      [450, 610, 450, 700],
    ]
    expect(dataCells(await read({ texts, rules }))).toEqual(['图书馆/活动>场次=12', '图书馆/活动>人次=300'])
  })

  // So close that only the line between them tells two columns: the library even hands out `图书馆 12` as one text.
  const boxed = [
    ...row(685, { 100: '场馆', 141: '场次' }),
    ...row(655, { 100: '图书馆', 141: '12' }),
    ...row(625, { 100: '文化馆', 141: '8' }),
  ]
  const boxes = [610, 640, 670].flatMap((y) => [`90 ${y} 48.5 30 re`, `138.5 ${y} 181.5 30 re`])
  const bars = [
    ...[610, 640, 670, 700].map((y) => `90 ${y} 230 0.5 re`),
    ...[90, 138.5, 320].map((x) => `${x} 610 0.5 90 re`),
  ]
  it.each([
    ['rectangles', `${boxes.join(' ')} S`],
    ['thin filled bars', `${bars.join(' ')} f`],
    [
      'bars under a scaled matrix',
      `q 0.5 0 0 0.5 0 0 cm ${bars.map((bar) => bar.replace(/[\d.]+/g, (value) => `${Number(value) * 2}`)).join(' f ')} f Q`,
    ],
    [
      'short pieces of lines',
      `${bars.map((bar) => bar.replace(/^90 (\d+) 230/, '90 $1 120 0.5 re 209 $1 111')).join(' ')} f`,
    ],
  ])('with lines drawn as %s', async (_, operators) => {
    expect(dataCells(await read({ texts: boxed, operators }))).toEqual(['图书馆/场次=12', '文化馆/场次=8'])
  })

  it('on a page that is turned, by the page or by its text', async () => {
    const turned = {
      texts: [],
      operators: [...boxed]
        .map((text) => textOperators({ ...text, x: 842 - text.y, y: text.x }, '0 1 -1 0'))
        .join('\n'),
    }
    const lines = bars.map((bar) => {
      const [x = 0, y = 0, width = 0, height = 0] = bar.split(' ').map(Number)
      return `${842 - y - height} ${x} ${height} ${width} re`
    })
    const page = { ...turned, operators: `${turned.operators}\n${lines.join(' ')} f` }
    for (const rotate of [0, 90])
      expect(dataCells(await read({ ...page, rotate }))).toEqual(['图书馆/场次=12', '文化馆/场次=8'])
  })

  it('open at the sides, with rows that no line divides', async () => {
    const texts = [
      ...row(680, { 100: '场馆', 200: '场次', 330: '人次' }),
      ...row(655, { 100: '图书馆', 200: '12', 330: '300' }),
      ...row(635, { 100: '文化馆', 200: '8', 330: '200' }),
    ]
    const rules: readonly PdfRule[] = [
      [90, 700, 450, 700],
      [90, 670, 450, 670],
      [90, 625, 450, 625],
      [190, 625, 190, 700],
      [320, 625, 320, 700],
    ]
    expect(dataCells(await read({ texts, rules }))).toEqual([
      '图书馆/场次=12',
      '图书馆/人次=300',
      '文化馆/场次=8',
      '文化馆/人次=200',
    ])
  })

  it('that cross a page are one, the repeated header told once', async () => {
    const header = (y: number) => row(y, { 100: '场馆', 200: '场次' })
    const first = {
      texts: [...header(130), ...row(100, { 100: '图书馆', 200: '12' })],
      rules: grid([90, 190, 320], [150, 120, 90]),
    }
    const second = {
      texts: [...header(730), ...row(700, { 100: '文化馆', 200: '8' })],
      rules: grid([90, 190, 320], [750, 720, 690]),
    }
    const document = await read(first, second)
    expect(document.source).toBe('场馆 | 场次\n图书馆 | 12\n文化馆 | 8')
    expect(dataCells(document)).toEqual(['图书馆/场次=12', '文化馆/场次=8'])
    expect(document.blocks.map((block) => block.page)).toEqual([1, 1, 1, 1, 2, 2])
    expect(new Set(document.blocks.map((block) => block.cell?.table))).toEqual(new Set([0]))
  })

  it('that cross a page within a row have that row whole', async () => {
    const header = (y: number) => row(y, { 100: '指标', 200: '标准', 330: '完成' })
    const first = {
      texts: [...header(130), ...row(100, { 100: '开放时间', 200: '不少于48小时，社区', 330: '每周不少于' })],
      rules: grid([90, 190, 320, 450], [150, 120, 90]),
    }
    const second = {
      texts: [...header(730), ...row(700, { 200: '中心42小时', 330: '56小时' })],
      rules: grid([90, 190, 320, 450], [750, 720, 690]),
    }
    const third = {
      texts: row(700, { 200: '以上' }),
      rules: grid([90, 190, 320, 450], [720, 690]),
    }
    const document = await read(first, second, third)
    expect(document.source).toBe('指标 | 标准 | 完成\n开放时间 | 不少于48小时，社区中心42小时以上 | 每周不少于56小时')
  })

  it('that cross a page between two rows of one group stay two rows', async () => {
    const first = {
      texts: [
        ...row(130, { 100: '区域', 200: '单位', 330: '场次' }),
        ...row(100, { 100: '城镇', 200: '万场', 330: '12' }),
      ],
      rules: grid([90, 190, 320, 450], [150, 120, 90]),
    }
    const second = {
      texts: row(700, { 200: '万人', 330: '8' }),
      rules: grid([90, 190, 320, 450], [720, 690]),
    }
    expect((await read(first, second)).source).toBe('区域 | 单位 | 场次\n城镇 | 万场 | 12\n | 万人 | 8')
  })

  it('a frame around text is no table', async () => {
    const document = await read({ texts: setParagraphs([FIRST], 700), rules: grid([80, 540], [720, 560]) })
    expect(blockTexts(document)).toEqual([FIRST])
  })

  it('a title with wide spaces is no table', async () => {
    const document = await read({ texts: row(700, { 200: '统', 240: '计', 280: '公', 320: '报' }) })
    expect(blockTexts(document)).toEqual(['统计公报'])
  })
})

describe('pages without text', () => {
  it('all of them: an empty source and a finding', async () => {
    expect(await read({ texts: [] }, { texts: [] })).toMatchObject({
      source: '',
      blocks: [],
      findings: [{ kind: 'no_text_layer', start: 0, end: 0 }],
    })
  })
  it('scans with no more than a page number and a running head are pages without text', async () => {
    const scan = (at: number) => ({
      texts: [
        { x: 200, y: 810, text: '扫描件', size: 8 },
        { x: 280, y: 30, text: `- ${at} -`, size: 8 },
      ],
    })
    expect(await read(scan(1), scan(2), scan(3))).toMatchObject({ source: '', findings: [{ kind: 'no_text_layer' }] })
  })
  it('one of them: a finding that names it', async () => {
    const document = await read({ texts: setParagraphs([FIRST], 700) }, { texts: [] })
    expect(document.findings).toMatchObject([{ kind: 'no_text_layer' }])
    expect(document.findings[0]?.message).toContain('page 2')
    expect(document.source).toBe(FIRST)
  })
})

describe('the library that reads PDFs', () => {
  it('leaves nothing of its own in the place of what JavaScript has: its push is several times as slow', async () => {
    await read({ texts: setParagraphs([FIRST], 700) })
    expect(Array.prototype.push).toBe(push)
  })
})

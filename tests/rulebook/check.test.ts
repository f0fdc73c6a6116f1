import { describe, expect, it } from 'vitest'
import { checkRuleBook } from '../../src/rulebook/check.ts'
import { compileLexicon, type LexiconRow } from '../../src/rulebook/lexicon.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import type { RuleBook, SectionWordRow } from '../../src/rulebook/rulebook.ts'
import type {
  CountedRow,
  HedgeRow,
  IndicatorRow,
  StatusRow,
  TopicRow,
  UnitRow,
  WordRow,
} from '../../src/rulebook/schema.ts'
import { NEVER_READ } from '../../src/rulebook/unmatchable.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'

interface Rows {
  readonly indicators?: readonly IndicatorRow[]
  readonly units?: readonly UnitRow[]
  readonly hedges?: readonly HedgeRow[]
  readonly names?: readonly WordRow[]
  readonly idioms?: readonly WordRow[]
  readonly sections?: readonly SectionWordRow[]
  readonly statuses?: readonly StatusRow[]
  readonly counted?: readonly CountedRow[]
  readonly topics?: readonly TopicRow[]
}

const indicator = (code: string): IndicatorRow => ({
  code,
  name: code,
  name_en: code,
  unit: '个',
  aspect: null,
  description: '',
})
const unit = (id: string, forms: readonly string[], more: Partial<UnitRow> = {}): UnitRow => ({
  id: `unit.${id}`,
  dimension: 'item',
  forms: [...forms],
  ...more,
})
const counted = (id: string, code: string, forms: readonly string[], more: Partial<CountedRow> = {}): CountedRow => ({
  id: `counted.${id}`,
  code,
  dimensions: ['item'],
  forms: [...forms],
  ...more,
})
const word = (id: string, forms: readonly string[]): WordRow => ({ id, forms: [...forms] })

/** A rule book of a few rows; two indicators, each with a row that leads to it, unless told otherwise. */
function ruleBookOf(rows: Rows): RuleBook {
  const lexicon = <Row extends LexiconRow>(given: readonly Row[] = []) => compileLexicon(given)
  const hedges = (side: HedgeRow['side']) => lexicon(rows.hedges?.filter((row) => row.side === side))
  return {
    ...loadRuleBook(),
    catalogue: 'made_up',
    indicators: new Map(
      (rows.indicators ?? [indicator('show.count'), indicator('book.count')]).map((row) => [row.code, row]),
    ),
    units: lexicon(rows.units),
    hedges: { before: hedges('before'), inner: hedges('inner'), after: hedges('after') },
    names: lexicon(rows.names),
    idioms: lexicon(rows.idioms),
    nominals: lexicon(),
    chrome: lexicon(),
    sections: lexicon(rows.sections),
    statuses: lexicon(rows.statuses),
    counted: lexicon(
      rows.counted ?? [counted('show', 'show.count', ['演出']), counted('book', 'book.count', ['图书'])],
    ),
    topics: lexicon(rows.topics),
    issuers: lexicon(),
    titles: lexicon(),
    events: lexicon(),
  }
}

const problemsOf = (rows: Rows): readonly string[] =>
  checkRuleBook(ruleBookOf(rows)).map(({ place, message }) => `${place}: ${message}`)

const shows = counted('show', 'show.count', ['演出'])
const books = counted('book', 'book.count', ['图书'])

describe('checkRuleBook finds nothing', () => {
  it('in rows that agree', () => {
    expect(problemsOf({ units: [unit('a', ['场']), unit('b', ['次'])], names: [word('name.a', ['十四五'])] })).toEqual(
      [],
    )
  })

  it('in one word for two kinds of units', () => {
    const persons = counted('people', 'book.count', ['演出'], { dimensions: ['person'] })
    expect(problemsOf({ counted: [shows, persons] })).toEqual([])
  })

  it('in two rows of one indicator that share a word', () => {
    expect(problemsOf({ counted: [shows, counted('show.more', 'show.count', ['演出', '文艺演出']), books] })).toEqual(
      [],
    )
  })

  it('in a row with a condition beside one without', () => {
    expect(problemsOf({ counted: [shows, books, counted('c', 'book.count', ['演出'], { with: ['出版'] })] })).toEqual(
      [],
    )
  })

  it('in two conditions without a word in common', () => {
    const one = counted('show', 'show.count', ['作品'], { with: ['演出'] })
    const other = counted('book', 'book.count', ['作品'], { with: ['出版'] })
    expect(problemsOf({ counted: [one, other] })).toEqual([])
  })

  it('in measure words that the number leaves alone', () => {
    expect(problemsOf({ units: [unit('a', ['千克', '千瓦时', '百分点', '个百分点'])] })).toEqual([])
  })

  it('in numbers and signs between digits, which stay as they are', () => {
    expect(problemsOf({ names: [word('name.a', ['1,000', '12:30', 'A-1'])] })).toEqual([])
  })
})

describe('checkRuleBook tells of', () => {
  const cases: readonly (readonly [string, Rows, readonly string[]])[] = [
    [
      'an id in two tables',
      { units: [unit('a', ['场'])], names: [word('unit.a', ['十四五'])] },
      ['names unit.a: another row of units has the same id'],
    ],
    [
      'a form twice in a row',
      { units: [unit('a', ['场', '次', '场'])] },
      ['units unit.a: the form 场 stands in the row twice'],
    ],
    [
      'a code that the catalogue has not',
      { counted: [shows, books, counted('x', 'film.count', ['电影'])] },
      ['counted counted.x: the catalogue has no indicator film.count'],
    ],
    [
      'a code of a topic that the catalogue has not',
      { topics: [{ id: 'topic.film', forms: ['电影'], codes: { visit: 'film.visits' } }] },
      ['topics topic.film: the catalogue has no indicator film.visits'],
    ],
    [
      'a topic that yields to none',
      { topics: [{ id: 'topic.a', forms: ['电影'], codes: { visit: 'show.count' }, yields_to: ['topic.b'] }] },
      ['topics topic.a: it yields to topic.b, which is no topic'],
    ],
    [
      'one measure word in two rows',
      { units: [unit('a', ['场']), unit('b', ['场'], { dimension: 'session' })] },
      ['units unit.b: the form 场 stands in unit.a too: both match wherever it stands'],
    ],
    [
      'one bounding word with two meanings',
      {
        hedges: [
          { id: 'hedge.a', side: 'before', modifier: 'about', forms: ['约'] },
          { id: 'hedge.b', side: 'before', modifier: 'over', forms: ['约'] },
        ],
      },
      ['hedges hedge.b: the form 约 stands in hedge.a too: both match wherever it stands'],
    ],
    [
      'one heading with two roles',
      {
        sections: [
          { id: 'section.a', role: 'plan', forms: ['重点工作'] },
          { id: 'section.b', role: 'summary', forms: ['重点工作'] },
        ],
      },
      ['sections section.b: the form 重点工作 stands in section.a too: they give different roles'],
    ],
    [
      'one word with two statuses',
      {
        statuses: [
          { id: 'status.a', status: 'plan', forms: ['要'] },
          { id: 'status.b', status: 'rule', forms: ['要'] },
        ],
      },
      ['status status.b: the form 要 stands in status.a too: they give different statuses'],
    ],
    [
      'one noun that leads to two indicators',
      { counted: [shows, counted('b', 'book.count', ['演出'])] },
      [
        'counted counted.b: the form 演出 stands in counted.show too: for item it leads to show.count and to book.count, and no condition tells which',
      ],
    ],
    [
      'one noun that leads to two indicators under the same condition',
      {
        counted: [
          counted('a', 'show.count', ['作品'], { with: ['舞台', '小品'] }),
          counted('b', 'book.count', ['作品'], { with: ['出版', '小品'] }),
        ],
      },
      [
        'counted counted.b: the form 作品 stands in counted.a too: for item beside 小品 it leads to show.count and to book.count',
      ],
    ],
    [
      'one topic that leads to two indicators',
      {
        topics: [
          { id: 'topic.a', forms: ['展览'], codes: { visit: 'show.count' } },
          { id: 'topic.b', forms: ['展览'], codes: { visit: 'book.count' } },
        ],
      },
      ['topics topic.b: the form 展览 stands in topic.a too: for visit they lead to show.count and to book.count'],
    ],
    [
      'an idiom that is a name',
      { names: [word('name.a', ['三农'])], idioms: [word('idiom.a', ['三农'])] },
      ['idioms idiom.a: the form 三农 stands in name.a too, which is asked first'],
    ],
    [
      'brackets that are read as others',
      { units: [unit('a', ['册(件)'])] },
      ['units unit.a: the form “册(件)” can never match: ( is read as another character before'],
    ],
    [
      'full-width digits',
      { names: [word('name.a', ['１２３４５热线'])] },
      ['names name.a: the form “１２３４５热线” can never match: １ is read as another character before'],
    ],
    [
      'an ASCII comma between Han characters',
      { idioms: [word('idiom.a', ['一来,二去'])] },
      ['idioms idiom.a: the form “一来,二去” can never match: , is read as another character before'],
    ],
    [
      'an empty form',
      { idioms: [word('idiom.a', [' '])] },
      ['idioms idiom.a: the form “ ” can never match: it is empty'],
    ],
    [
      'a form with a space at its end',
      { idioms: [word('idiom.a', ['一批 '])] },
      ['idioms idiom.a: the form “一批 ” can never match: it begins or ends with a space'],
    ],
    [
      'a measure word whose head the number takes',
      { units: [unit('a', ['万字', '百人'])] },
      [
        'units unit.a: the form 万字 is swallowed: the number before it takes 万',
        'units unit.a: the form 百人 is swallowed: the number before it takes 百',
      ],
    ],
    [
      'a guard of a form that is not there',
      { units: [unit('a', ['场'], { not_before: { 次: '序' } })] },
      ['units unit.a: not_before speaks of 次, which is no form of the row'],
    ],
    [
      'a form that its own condition forbids',
      { counted: [shows, counted('b', 'book.count', ['图书馆', '书'], { without: ['书馆'] })] },
      ['counted counted.b: the form 图书馆 can never match: without forbids 书馆'],
    ],
    [
      'conditions that exclude each other',
      { counted: [shows, counted('b', 'book.count', ['图书'], { with: ['捐赠图书', '采购'], without: ['捐赠'] })] },
      ['counted counted.b: with asks for 捐赠图书, but without forbids 捐赠'],
    ],
    [
      'an indicator that no row leads to',
      { indicators: [indicator('show.count'), indicator('book.count'), indicator('film.count'), indicator('other')] },
      ['catalogue made_up film.count: no row leads to this indicator'],
    ],
  ]

  it.each(cases)('%s', (_what, rows, expected) => {
    expect(problemsOf(rows)).toEqual(expected)
  })
})

describe('characters that no row can hold', () => {
  it('are those that the reading text never holds between Han characters', () => {
    const changed: string[] = []
    const kept: string[] = []
    for (let code = 0x20; code < 0xfffe; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const char = String.fromCharCode(code)
      const read = normalizeCharacters(`文${char}化`)
      ;(read === `文${char}化` ? kept : changed).push(char)
    }
    expect(changed.filter((char) => !NEVER_READ.test(`文${char}化`))).toEqual([])
    expect(kept.filter((char) => NEVER_READ.test(`文${char}化`))).toEqual([])
  })
})

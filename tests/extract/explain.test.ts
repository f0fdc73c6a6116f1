import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ExplainLanguage, explainFact } from '../../src/extract/explain.ts'
import { RULE_SENTENCES } from '../../src/extract/ruleSentences.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { readReport } from '../../src/pipeline/readReport.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { loadSegmenter } from '../../src/text/segmenter.ts'
import { allRuleIds } from '../cases/ruleIds.ts'

const REPORTS = new URL('../../fixtures/reports/', import.meta.url)
const EXTRACT = new URL('../../src/extract/', import.meta.url)
const LANGUAGES: readonly ExplainLanguage[] = ['zh', 'en']
/** A rule without a sentence is told by its id. */
const UNTOLD = /^\d+\. (?:规则|Rule) /

const rulebook = loadRuleBook()
const segmenter = await loadSegmenter()

async function read(bytes: Uint8Array, name: string) {
  const document = await ingestBytes(bytes, name)
  return { document, extraction: readReport(document, rulebook, { segmenter }) }
}

const texts = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort()

describe('every figure of our reports', () => {
  it.each(texts)('%s is explained in both languages', async (file) => {
    const path = file.split('/').map(encodeURIComponent).join('/')
    const { document, extraction } = await read(readFileSync(new URL(path, REPORTS)), basename(file))
    const untold = extraction.facts.flatMap((fact) =>
      LANGUAGES.flatMap((language) =>
        explainFact(extraction, document, fact, rulebook, language).filter((line) => UNTOLD.test(line)),
      ),
    )
    expect([...new Set(untold)]).toEqual([])
  })
})

describe('RULE_SENTENCES', () => {
  /** Rules of facts; those of mentions and repairs carry their own reason. */
  const OF_FACTS = /^(?:quantity|subject|change|indicator|aspect|basis|status|year|scope|section|part)\./
  const rows = new Set(
    [...rulebook.sections.rows, ...rulebook.statuses.rows, ...rulebook.counted.rows, ...rulebook.topics.rows].map(
      (row) => row.id,
    ),
  )
  const rules = allRuleIds(rulebook).filter((id) => OF_FACTS.test(id) && !rows.has(id))

  it.each(rules)('tells why %s decided, in both languages', (id) => {
    expect(RULE_SENTENCES[id]?.zh).toMatch(/\p{Script=Han}/u)
    expect(RULE_SENTENCES[id]?.en).toMatch(/^[^.]{10,}[^.]$/)
  })

  it('speaks of no rule that is gone', () => {
    const sources = ['../extract/', '../text/'].flatMap((room) => {
      const folder = new URL(room, EXTRACT)
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && file !== 'ruleSentences.ts')
        .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    })
    const all = sources.join('\n')
    expect(Object.keys(RULE_SENTENCES).filter((id) => !all.includes(`'${id}'`))).toEqual([])
  })
})

describe('explainFact', () => {
  const SOURCE = [
    '青澜县文化和旅游局2023年工作总结',
    '一、主要工作',
    '　　去年，县图书馆接待读者约12.6万人次，同比增长8.5%。全年放映公益电影不少于1200场。',
    '二、下一步工作打算',
    '　　新建城市书房3座，为每个村配送图书300册。',
    '',
  ].join('\n')

  async function explain(quote: string, language: ExplainLanguage): Promise<readonly string[]> {
    const { document, extraction } = await read(new TextEncoder().encode(SOURCE), 'report.txt')
    const fact = extraction.facts.find((one) => one.quote === quote)
    if (!fact) throw new Error(`no fact ${quote}`)
    return explainFact(extraction, document, fact, rulebook, language)
  }

  it('opens with what was read and ends with how sure it is', async () => {
    const lines = await explain('12.6万人次', 'zh')
    expect(lines[0]).toBe('“12.6万人次”读作 126,000 人次（约数）。')
    expect(lines.at(-1)).toMatch(/^把握：(?:很大|较大|不大|很小)，这样的判定一百条里约有 \d+ 条正确。$/)
    expect((await explain('12.6万人次', 'en')).at(-1)).toMatch(
      /^Confidence: .* of a hundred such readings about \d+ are right\.$/,
    )
  })

  it.each([
    ['12.6万人次', 'unit.visit.renci', '人次'],
    ['12.6万人次', 'hedge.before.about', '约'],
    ['12.6万人次', 'year.last', '去年'],
    ['8.5%', 'change.growth', '增长'],
    ['1200场', 'hedge.before.at_least', '不少于'],
    ['1200场', 'counted.film.screenings', '公益电影'],
    ['1200场', 'year.this', '全年'],
    ['3座', 'section.plan', '二、下一步工作打算'],
    ['300册', 'basis.each', '每个村配送图书'],
  ])('%s: %s quotes “%s”', async (quote, id, words) => {
    for (const language of LANGUAGES) {
      const line = (await explain(quote, language)).find((one) => one.includes(id))
      expect(line).toContain(`“${words}”`)
    }
  })

  it('says the same in English', async () => {
    const lines = await explain('3座', 'en')
    expect(lines[0]).toBe('“3座” is read as 3 座 (exactly).')
    expect(lines[1]).toContain('planned, a total')
    expect(lines[2]).toBe('Year: 2024 (the year after the report’s own).')
  })

  it('tells bounds where there is no single value', async () => {
    const source = '青澜县图书馆2023年工作总结\n全年举办讲座20至30场。\n'
    const { document, extraction } = await read(new TextEncoder().encode(source), 'report.txt')
    const lines = extraction.facts.flatMap((fact) => explainFact(extraction, document, fact, rulebook, 'zh'))
    expect(lines[0]).toBe('“20至30场”读作 20–30 场（区间）。')
  })
})

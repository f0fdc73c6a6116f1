import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { importPaths } from '../../src/pipeline/importPaths.ts'
import { openInlineRunner } from '../../src/pipeline/inlineRunner.ts'
import { type PageData, SERIES_FIELDS } from '../../src/report/data.ts'
import { markedSentence } from '../../src/report/doubts.ts'
import { escapeHtml, html, jsonForHtml } from '../../src/report/escape.ts'
import { createTextPool, packRow, unpackRow } from '../../src/report/rows.ts'
import { spotInSentence } from '../../src/report/spot.ts'
import { openArchive } from '../../src/store/open.ts'
import { folderWith } from '../folder.ts'
import { HOSTILE, pageOf, storeExample } from './archive.ts'

const ARCHIVE = fileURLToPath(new URL('../../../shared/corpus/archive', import.meta.url))
const LIMIT = 5_000_000

/** The data that stands in a page. */
function dataOf(page: string): PageData {
  const json = /<script id="data" type="application\/json">(.*?)<\/script>/s.exec(page)?.[1]
  if (json === undefined) throw new Error('the page has no data')
  return JSON.parse(json) as PageData
}

describe('escaping', () => {
  test.each([
    ['</script>', '&lt;/script&gt;'],
    ['"a" & \'b\'', '&quot;a&quot; &amp; &#39;b&#39;'],
    ['图书\u0000馆\u001b[2J', '图书\ufffd馆\ufffd[2J'],
    ['演出\n120场\t', '演出\n120场\t'],
  ])('%j in HTML is %j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped)
  })

  test('templates escape texts and numbers, and leave HTML and lists of it', () => {
    expect(html`<p title="${'"<'}">${1}${html`<b>${'&'}</b>`}${[html`<i>1</i>`, html`<i>2</i>`]}</p>`.html).toBe(
      '<p title="&quot;&lt;">1<b>&amp;</b><i>1</i><i>2</i></p>',
    )
  })

  test('no JSON ends a script, opens a comment in one or breaks a line', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('</script', '<!--', ']]>', '\u2028', '\u2029', '\ud800'),
          ),
        ),
        (texts) => {
          const json = jsonForHtml(texts)
          expect(json).not.toMatch(/[<\u2028\u2029\n]/)
          expect(JSON.parse(json)).toEqual(texts)
        },
      ),
    )
  })

  test('a sentence is marked between its own words', () => {
    expect(markedSentence('<演出>12场', 4, 3).html).toBe('&lt;演出&gt;<mark>12场</mark>')
    expect(markedSentence('演出12场', null, 3).html).toBe('演出12场')
  })
})

describe('where a figure stands in its sentence', () => {
  const source = '一。甲5场，乙5场。甲5场，乙5场。'
  const sentence = '甲5场，乙5场。'
  test.each([
    ['5场', 3, 1],
    ['5场', 7, 5],
    ['5场', 11, 1],
    ['乙5场', 14, 4],
    ['6场', 3, null],
  ])('%s at %i of the text is at %s', (quote, start, spot) => {
    expect(spotInSentence({ quote, sentence, start, document: 'd' }, () => source)).toBe(spot)
  })

  test('words that cannot be told apart are not marked', () => {
    expect(spotInSentence({ quote: '5场', sentence, start: 3, document: 'd' }, () => '另一份文本')).toBeNull()
  })
})

test('what is packed is unpacked, with texts kept once', () => {
  const series = {
    ...{ place: '青川市', scope: '', indicator: 'other', of: null, topic: '青川市', status: 'plan', basis: 'total' },
    ...{ aspect: 'flow', measure: '', points: [1, 2], others: [[3], []], changes: [] },
  } as const
  const pool = createTextPool()
  const row = packRow(series, SERIES_FIELDS, pool)
  expect(unpackRow(row, SERIES_FIELDS, pool.texts)).toEqual(series)
  expect(pool.texts.filter((text) => text === '青川市')).toHaveLength(1)
})

describe('the page of an archive', () => {
  test('lets one script run, that of its hash, and loads nothing', async () => {
    const page = await pageOf(storeExample(folderWith()))
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text)
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64')
    expect(policy).toBe(
      `default-src &#39;none&#39;; script-src &#39;sha256-${hash}&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    )
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|base)\b/i)
    expect(page.match(/ (src|href)="(?!#)/g)).toBeNull()
    expect(page.replace(scripts[0] ?? '', '').match(/url\(|@import/g)).toBeNull()
  })

  test('holds hostile words as words only', async () => {
    const page = await pageOf(storeExample(folderWith()))
    const markup = page.replace(/<script\b.*?<\/script>/gs, '').replace(/<style>.*?<\/style>/s, '')
    expect(markup).not.toMatch(/<script|<svg|<img|<!--|onerror="|onload="/)
    const { texts, sentences } = dataOf(page)
    for (const words of HOSTILE) {
      expect(texts).toContain(words)
      expect(sentences.some((sentence) => sentence.includes(words))).toBe(true)
    }
  })

  test('the same database gives the same bytes, without the clock and the paths of the machine', async () => {
    const folder = folderWith()
    const database = storeExample(folder)
    const page = await pageOf(database, { language: 'en' })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-02-03') })
    onTestFinished(() => void vi.useRealTimers())
    expect(await pageOf(database, { language: 'en' })).toBe(page)
    expect(page).not.toContain(folder)
  })

  test('filters and years choose what goes in, and the page says them', async () => {
    const page = await pageOf(storeExample(folderWith()), {
      language: 'zh',
      query: { region: '青川', indicator: 'performance.sessions' },
      from: 2018,
      to: 2019,
      minYears: 2,
    })
    expect(page).toContain('--region 青川 --indicator performance.sessions --from 2018 --to 2019 --min-years 2')
    const { series, figures, documents } = dataOf(page)
    expect([series.length, documents.length]).toEqual([2, 4])
    expect(figures.length).toBe(5)
    expect(page).toContain('<b>5</b> <span>条数据</span>')
    expect(page).not.toContain('白石市')
  })

  test('an empty database gives a page too', async () => {
    const folder = folderWith()
    const path = `${folder}/empty.db`
    openArchive(path).close()
    const page = await pageOf(path, { language: 'en' })
    expect(page).toContain('<h1>Figures of reports</h1>')
    expect(dataOf(page).series).toEqual([])
  })
})

describe.skipIf(!existsSync(ARCHIVE))('the archive of real reports (skipped where ../shared is absent)', () => {
  test('fits into 5 MB with every series', { timeout: 120_000 }, async () => {
    const path = `${folderWith()}/real.db`
    const archive = openArchive(path)
    const runner = openInlineRunner({ catalogue: 'economy' })
    await importPaths([ARCHIVE], archive, { runner })
    await runner.close()
    archive.close()
    const page = await pageOf(path)
    expect(dataOf(page).documents).toHaveLength(83)
    expect(page).toContain('本文件包含所选数据的全部序列')
    expect(Buffer.byteLength(page)).toBeLessThan(LIMIT)
  })
})

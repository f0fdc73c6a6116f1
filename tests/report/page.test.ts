import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE, pageOf, storeExample } from './archive.ts'
import { type Behaviour, findChromium, launch, openFile } from './browser.ts'

const chromium = findChromium()
if (chromium === null) console.log('The HTML report is not opened in a browser: no chromium was found on this machine.')
const title = chromium === null ? 'the page in a browser (skipped: no chromium found)' : 'the page in a browser'

describe.skipIf(chromium === null)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-page-'))
  const file = { zh: join(folder, 'zh.html'), en: join(folder, 'en.html') }
  let browser: Browser
  const behaviours: Behaviour[] = []

  beforeAll(async () => {
    const database = storeExample(folder)
    writeFileSync(file.zh, await pageOf(database, { language: 'zh' }))
    writeFileSync(file.en, await pageOf(database, { language: 'en' }))
    browser = await launch(chromium ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (
    ...[options, path, address]: [Parameters<typeof openFile>[2]?, string?, string?]
  ): Promise<Page> => {
    const { page, behaviour } = await openFile(browser, path ?? file.zh, options, address)
    behaviours.push(behaviour)
    return page
  }
  const pointLabels = (page: Page) =>
    page.locator('#explorer .point').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))

  test('shows the longest series of the place with most figures, with bounds, plans and gaps as such', async () => {
    const page = await open()
    expect(await page.locator('#explorer h3').textContent()).toBe('演出场次 · 云岭省青川市')
    expect(await pointLabels(page)).toEqual([
      '2017 实际 100 场',
      '2018 实际 120 场',
      '2019 实际 ≥ 140 场',
      '2022 实际 ~ 160 场',
      '2018 计划 110 场',
      '2019 计划 150 场',
    ])
    // 2017–2018 are two exact figures, 2018–2019 ends in a bound, 2019–2022 is a gap.
    const lines = page.locator('#explorer [aria-label="link"] path')
    expect(await page.locator('#explorer .chart svg [aria-label="link"][stroke-dasharray] path').count()).toBe(1)
    expect(await lines.count()).toBe(2)
    expect(await page.locator('#explorer [aria-label="vector"] path').count()).toBe(1)
    const rows = await page.locator('#explorer .detail tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['2022', '~ 160', '—†', '', '', '', ''],
      ['2019', '≥ 140*', '≥ +20', '≥ +16.7%', '150', '无法判断', ''],
      ['2018', '120', '+20', '+20%', '110', '完成', '20% 相符'],
      ['2017', '100?', '', '', '', '', ''],
    ])
    expect(await page.locator('#explorer .notes').textContent()).toContain('没有报告的年份留空')
    // The last figure of each status is written beside it, with its year where others are later.
    const written = await page.locator('#explorer .chart svg text').allTextContents()
    expect(written.filter((text) => /实际|计划/.test(text)).sort()).toEqual(['2019 计划 150', '实际 ~ 160'])
  })

  test('a click on a point leads to its sentence with the figure marked, and to its report', async () => {
    const page = await open()
    await page.locator('#explorer .chart svg').scrollIntoViewIfNeeded()
    const at = await page
      .locator('#explorer .point')
      .nth(3)
      .evaluate((point) => {
        const { x, y, width, height } = (point.querySelector('.ring') as Element).getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      })
    await page.mouse.click(at.x + 4, at.y + 4)
    const source = page.locator('#explorer .source')
    expect(await source.locator('mark').allTextContents()).toEqual(['演出约160场'])
    expect(await source.textContent()).toContain('2022年工作总结.txt · 第 3 页')
    expect(await source.textContent()).toContain('青川市文化局')
    // The number in the table is the same thing.
    await page.locator('#explorer .detail tbody button').nth(1).click()
    expect(await source.locator('mark').first().textContent()).toBe('演出140余场')
    expect(await source.locator('.other mark').allTextContents()).toEqual(['送戏下乡7场'])
    expect(await page.locator('#explorer .point.selected').getAttribute('aria-label')).toBe('2019 实际 ≥ 140 场')
  })

  test('a stated growth stands beside what the figures give', async () => {
    const page = await open()
    await page.locator('#explorer .detail tbody tr').nth(2).locator('button').first().click()
    const claim = page.locator('#explorer .source .claim')
    expect(await claim.textContent()).toContain('报告所述增长：相符按两年数字算得 20%')
    expect(await claim.locator('mark').textContent()).toBe('比上年增长20%')
  })

  test('another indicator is found and chosen, and the address keeps it', async () => {
    const page = await open()
    await page.locator('#explorer input[type="search"]').fill('藏书')
    expect(await page.locator('#explorer .list li').count()).toBe(1)
    await page.locator('#explorer .list button').click()
    expect(await page.locator('#explorer h3').textContent()).toBe('藏书量 · 云岭省青川市')
    const address = new URL(page.url()).hash
    const again = await open({}, file.zh, address)
    expect(await again.locator('#explorer h3').textContent()).toBe('藏书量 · 云岭省青川市')
  })

  test('a long series can be looked at from a year on', async () => {
    const page = await open()
    await page.locator('#explorer .list button').nth(1).click()
    expect(await pointLabels(page)).toEqual(['2000 实际 1,000 册', '2017 实际 4,000 册', '2018 实际 5,000 册'])
    await page.locator('#explorer .detail select').selectOption('2010')
    expect(await pointLabels(page)).toEqual(['2017 实际 4,000 册', '2018 实际 5,000 册'])
    const rows = await page.locator('#explorer .detail tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['2018', '5,000', '+1,000', '+25%'],
      ['2017', '4,000', '', ''],
    ])
    expect(new URL(page.url()).hash).toContain('since=2010')
  })

  test('across places: one row a place', async () => {
    const page = await open()
    await page.getByText('各地', { exact: true }).click()
    await page.locator('#explorer select').first().selectOption('2022')
    const rows = await page.locator('#explorer .detail tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['云岭省青川市', '~ 160'],
      ['云岭省白石市', '90'],
    ])
    expect(await pointLabels(page)).toEqual(['云岭省青川市 实际 ~ 160 场', '云岭省白石市 实际 90 场'])
  })

  test('across places: those that do not state a figure are named, not drawn as nothing', async () => {
    const page = await open()
    await page.getByText('各地', { exact: true }).click()
    await page.locator('#explorer select').first().selectOption('2018')
    expect(await pointLabels(page)).toEqual(['云岭省青川市 实际 120 场', '云岭省青川市 计划 110 场'])
    expect(await page.locator('#explorer .notes').textContent()).toMatch(
      /\d+ 地的报告没有给出这个数字：.*云岭省白石市/s,
    )
  })

  test('plans stand beside outcomes, each with its sentence, and lead to their indicator', async () => {
    const page = await open()
    const rows = await page.locator('#plans tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['2019', '云岭省青川市', '演出场次', '150 场', '≥ 140 场*', '无法判断'],
      ['2018', '云岭省青川市', '演出场次', '110 场', '120 场', '完成'],
    ])
    await page.locator('#plans tbody tr').nth(1).locator('button.value').first().click()
    expect(await page.locator('#plans .source h4').textContent()).toBe('2018 · 计划 · 演出场次')
    expect(await page.locator('#plans .source mark').textContent()).toBe('计划演出110场')
    await page.locator('#explorer input[type="search"]').fill('藏书')
    await page.locator('#explorer .list button').click()
    await page.locator('#plans tbody button.plain').first().click()
    expect(await page.locator('#explorer h3').textContent()).toBe('演出场次 · 云岭省青川市')
  })

  test('a place with nothing to compare says so, and how to see its figures', async () => {
    const page = await open()
    await page.locator('#explorer select').first().selectOption(HOSTILE[0])
    expect(await page.locator('#explorer .list').textContent()).toContain('只有一个数字的有 1 项')
    await page.locator('#explorer input[type="checkbox"]').check()
    expect(await page.locator('#explorer .list li').count()).toBe(1)
  })

  test('all charts of a place stand side by side and lead to their indicator', async () => {
    const page = await open()
    await page.getByText('图集', { exact: true }).click()
    expect(await page.locator('#explorer .card h4').allTextContents()).toEqual(['演出场次', '藏书量'])
    expect(await page.locator('#explorer .card svg').count()).toBe(2)
    await page.locator('#explorer .card button').nth(1).click()
    expect(await page.locator('#explorer h3').textContent()).toBe('藏书量 · 云岭省青川市')
  })

  test('what was read with little confidence is pale, and marked in the table', async () => {
    const page = await open()
    expect(await page.locator('#explorer .notes').textContent()).toContain('淡色')
    const pale = page.locator('#explorer [aria-label="dot"] [opacity="0.42"]')
    expect(await pale.count()).toBe(1)
    expect(await page.locator('#explorer .detail tbody tr').nth(3).locator('button').textContent()).toBe('100?')
  })

  test('works by keyboard alone', async () => {
    const page = await open()
    const focused = () =>
      page.evaluate(() => {
        const active = document.activeElement
        return active === null
          ? ''
          : `${active.getAttribute('class')} ${active.getAttribute('aria-label') ?? ''}`.trim()
      })
    const press = async (key: string, until: (now: string) => boolean, most = 60) => {
      for (let times = 0; times < most && !until(await focused()); times += 1) await page.keyboard.press(key)
      return focused()
    }
    expect(await press('Tab', (now) => now.startsWith('skip'), 1)).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await press('Tab', (now) => now.startsWith('point'))).toBe('point 2017 实际 100 场')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('point 2018 实际 120 场')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('point 2018 计划 110 场')
    await page.keyboard.press('End')
    expect(await focused()).toBe('point 2019 计划 150 场')
    // The focus can be seen.
    const ring = page.locator('#explorer .point:focus-visible .ring')
    expect(await ring.evaluate((circle) => Number.parseFloat(getComputedStyle(circle).strokeWidth))).toBeGreaterThan(1)
    await page.keyboard.press('Enter')
    expect(await page.locator('#explorer .source mark').textContent()).toBe('计划演出150场')
    expect(await focused()).toContain('source')
    await page.keyboard.press('Escape')
    expect(await focused()).toContain('2019 计划 150 场')
    // Choosing draws the controls anew; the focus stays where the hand is.
    await page.locator('#explorer .list button').nth(1).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#explorer h3').textContent()).toContain('藏书量')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true')
    await page.locator('#explorer input[type="radio"]').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('#explorer .card').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.matches('input[type="radio"]:checked'))).toBe(true)
    // Everything that can be pressed says what it is.
    const nameless = await page
      .locator('button, a, input, select, [role="button"], [tabindex="0"]')
      .evaluateAll((all) =>
        all
          .filter((one) => {
            const named = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() !== ''
            return !named && one.closest('label') === null && !one.querySelector('table')
          })
          .map((one) => one.outerHTML.slice(0, 120)),
      )
    expect(nameless).toEqual([])
  })

  test.each([360, 768, 1600])('nothing is cut off at a width of %i', async (width) => {
    const page = await open({ viewport: { width, height: 780 } })
    const { wide, beyond } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      beyond: [...document.querySelectorAll('h1, h2, h3, p, button, select, input, svg')]
        .filter(
          (one) =>
            one.closest('.scroll, nav, .hidden, .skip') === null &&
            one.getBoundingClientRect().right > window.innerWidth + 1,
        )
        .map((one) => one.outerHTML.slice(0, 100)),
    }))
    expect([wide <= 0, beyond]).toEqual([true, []])
    await page.locator('#explorer .detail tbody button').first().click()
    await expect.poll(() => page.locator('#explorer .source mark').isVisible()).toBe(true)
    const box = await page.locator('#explorer .source mark').boundingBox()
    expect(box !== null && box.y > 0 && box.y < 780).toBe(true)
  })

  test('prints charts and tables without the controls', async () => {
    const page = await open()
    await page.locator('#explorer .detail tbody button').nth(1).click()
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await page.locator('.source details:not([open])').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    const visible = (selector: string) => page.locator(selector).first().isVisible()
    expect(
      await Promise.all(
        ['#explorer .chart svg', '#explorer .detail table', '#plans table', '#explorer .source mark'].map(visible),
      ),
    ).toEqual([true, true, true, true])
    expect(await Promise.all(['nav', '#explorer .controls', '#explorer .indicators'].map(visible))).toEqual([
      false,
      false,
      false,
    ])
    const cut = await page
      .locator('.scroll')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).overflowY !== 'visible').length)
    expect(cut).toBe(0)
  })

  test('dark and light are two palettes', async () => {
    const colours = await Promise.all(
      (['dark', 'light'] as const).map(async (colorScheme) => {
        const page = await open({ colorScheme })
        return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      }),
    )
    expect(new Set(colours).size).toBe(2)
  })

  test('words of reports stay words, wherever they are put', async () => {
    const page = await open()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.locator('main img, main svg[onload], main [onmouseover]').count()).toBe(0)
    const places = page.locator('#explorer select').first()
    await page.locator('#explorer input[type="checkbox"]').check()
    for (const words of HOSTILE) {
      await places.selectOption(words)
      await page.locator('#explorer .list button').first().click()
      await page.locator('#explorer .detail tbody button').first().click()
      expect(await page.locator('#explorer .source mark').textContent()).toContain(words)
    }
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  })

  test('speaks English too', async () => {
    const page = await open({}, file.en)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('#explorer h2').textContent()).toBe('Indicators')
    expect((await pointLabels(page))[2]).toBe('2019 done ≥ 140 场')
    await page.locator('#explorer .detail tbody button').nth(1).click()
    expect(await page.locator('#explorer .source').textContent()).toContain('Year of the report')
  })

  test('no page of these tests asked for anything, and none complained', () => {
    expect(behaviours.length).toBeGreaterThan(10)
    expect(behaviours.flatMap(({ requests }) => requests)).toEqual([])
    expect(behaviours.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of a chromium on this machine; null where there is none. */
export function findChromium(): string | null {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const runs = (path: string): boolean => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false
      throw error
    }
  }
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(runs) ?? null
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET })
}

/** What a page did beside showing itself. */
export interface Behaviour {
  /** Addresses asked for, the file itself left out. */
  readonly requests: string[]
  /** Errors and warnings of the console, errors of scripts, and what the security policy refused. */
  readonly complaints: string[]
}

/** A file opened in a browser, ready to be used. */
export async function openFile(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
  address = '',
): Promise<{ readonly page: Page; readonly behaviour: Behaviour }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const url = pathToFileURL(file).href
  const behaviour: Behaviour = { requests: [], complaints: [] }
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) behaviour.requests.push(request.url())
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) behaviour.complaints.push(message.text())
  })
  page.on('pageerror', (error) => behaviour.complaints.push(String(error)))
  await page.goto(url + address)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  return { page, behaviour }
}

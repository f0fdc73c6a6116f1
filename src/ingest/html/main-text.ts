import { type CheerioAPI, load } from 'cheerio'
import { isElement, type MarkupElement, type MarkupNode, readAttribute } from '../markup.ts'

/** The text of a web page: its title, when it was published where the page says so, and what it is about. */
export interface PageText {
  readonly title: string | null
  readonly published: string | null
  readonly content: readonly MarkupNode[]
}

const IDLE =
  'script,style,noscript,template,nav,header,footer,aside,form,iframe,svg,select,textarea,button,object,[hidden]'
const PUBLISHED =
  /(?:发布|发文|成文|公开|更新|印发)?(?:日期|时间)\s*[:：]\s*\[?\s*(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}[^\s]{0,12}/
/** Share of the words that one part of the page must hold for us to look only there. */
const DOMINANT = 0.75

/**
 * The main text of a web page, without menus, links beside it and scripts: the innermost part that holds three quarters
 * of all words that are no links.
 */
export function readMainText(html: string): PageText {
  const $ = load(html)
  const published = PUBLISHED.exec($('body').text().replace(/\s+/g, ' '))?.[0] ?? null
  const title = readTitle($)
  $(IDLE).remove()
  $('[style]')
    .filter((_, element) => /display\s*:\s*none|visibility\s*:\s*hidden/i.test($(element).attr('style') ?? ''))
    .remove()
  const body = toMarkup($('body').get(0))
  const content = isElement(body) ? chooseMain(body) : null
  return { title, published, content: content === null ? [] : content.children }
}

function readTitle($: CheerioAPI): string | null {
  const heading = $('h1').first().text().replace(/\s+/g, ' ').trim()
  if (heading !== '') return heading
  // `报告标题_栏目_某某市人民政府`: the site names itself after the title.
  const named =
    $('title')
      .first()
      .text()
      .split(/[_|]|\s[-–—]\s/)[0] ?? ''
  return named.replace(/\s+/g, ' ').trim() || null
}

function chooseMain(body: MarkupElement): MarkupElement {
  let chosen = body
  for (;;) {
    const children = chosen.children.filter((node): node is MarkupElement => isElement(node))
    const words = countWords(chosen)
    const dominant = children.find((child) => countWords(child) >= words * DOMINANT)
    if (dominant === undefined || /^(?:p|h[1-6]|ul|ol|span|font|b|strong)$/.test(dominant.name)) return chosen
    if (dominant.name === 'table' && !isLayout(dominant)) return chosen
    chosen = dominant
  }
}

/** Whether a table only places the page: one of its cells holds nearly all of it, as paragraphs. */
function isLayout(table: MarkupElement): boolean {
  const words = countWords(table)
  const cells = cellsOf(table)
  return cells.some((cell) => countWords(cell) >= words * DOMINANT && cell.children.some((node) => isElement(node)))
}

function cellsOf(element: MarkupElement): readonly MarkupElement[] {
  return element.children.flatMap((node) => {
    if (!isElement(node)) return []
    return node.name === 'td' || node.name === 'th' ? [node] : cellsOf(node)
  })
}

/** The length of the words that are no links. */
function countWords(node: MarkupNode): number {
  if (typeof node === 'string') return node.replace(/\s+/g, '').length
  return node.name === 'a' ? 0 : node.children.reduce((sum, child) => sum + countWords(child), 0)
}

/** What we read of the nodes of the HTML library. */
interface DomNode {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly DomNode[]
}

/** A node in our own form: list items become marked paragraphs, those of numbered lists with the number that is shown. */
function toMarkup(node: DomNode | undefined, label = '', depth = 0): MarkupNode {
  if (node === undefined || node.type === 'comment') return ''
  if (node.type === 'text') return (node.data ?? '').replace(/[\r\n]/g, ' ')
  const name = node.name ?? ''
  const attributes = Object.entries(node.attribs ?? {})
    .filter(([key]) => key === 'colspan' || key === 'rowspan' || key === 'href')
    .map(([key, value]) => `${key}="${value.replaceAll('"', '')}"`)
    .join(' ')
  const inner = name === 'ul' || name === 'ol' ? depth + 1 : depth
  let count = Number(readAttribute(`start="${node.attribs?.start ?? 1}"`, 'start')) || 1
  const children = (node.children ?? []).map((child) => {
    const numbered = name === 'ol' && child.name === 'li'
    return toMarkup(child, numbered ? `${count++}. ` : '', inner)
  })
  if (name !== 'li') return { name, attributes, children }
  const plain = children.every((child) => !isElement(child) || !/^(?:p|div|ul|ol|table)$/.test(child.name))
  return plain
    ? { name: 'p', attributes: `class="l${Math.max(1, depth)}"`, children: [label, ...children] }
    : { name: 'div', attributes: '', children: putLabel(children, label) }
}

/** The nodes with a label before their words: in the first paragraph where they begin with one. */
function putLabel(children: readonly MarkupNode[], label: string): readonly MarkupNode[] {
  const at = children.findIndex((child) => isElement(child) || child.trim() !== '')
  const first = children[at]
  if (!isElement(first) || !/^(?:p|div)$/.test(first.name)) return [label, ...children]
  return children.with(at, { ...first, children: putLabel(first.children, label) })
}

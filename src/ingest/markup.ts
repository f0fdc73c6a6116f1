/** One tag or stretch of text of an XML or HTML text, with where it stands. */
export type MarkupToken =
  | {
      readonly kind: 'open'
      readonly name: string
      /** The attributes as written; `readAttribute` reads one. */
      readonly attributes: string
      readonly selfClosing: boolean
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }

const TAG =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[!?][^>]*>|(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>)/g

/**
 * The tags and texts of well-formed markup, in order. For what Office programs and mammoth write: comments and
 * declarations are passed over, nothing is repaired.
 */
export function* scanMarkup(markup: string): Generator<MarkupToken> {
  let at = 0
  for (const match of markup.matchAll(TAG)) {
    const start = match.index
    const end = start + match[0].length
    if (start > at) yield { kind: 'text', text: markup.slice(at, start), start: at, end: start }
    at = end
    const [whole, slash, name, attributes = '', selfClosing] = match
    if (name !== undefined) {
      if (slash === '/') yield { kind: 'close', name, start, end }
      else yield { kind: 'open', name, attributes, selfClosing: selfClosing === '/', start, end }
    } else if (whole.startsWith('<![CDATA[')) {
      yield { kind: 'text', text: whole.slice(9, -3).replaceAll('&', '&amp;'), start, end }
    }
  }
  if (at < markup.length) yield { kind: 'text', text: markup.slice(at), start: at, end: markup.length }
}

/** The value of an attribute; null where it is not there. */
export function readAttribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match === null ? null : decodeEntities(match[1] ?? match[2] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Text with `&amp;`, `&#8212;` and the like put back. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}

/** Text made safe to stand between two tags. */
export function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Elements that stand open for long only where they hold others: sloppy pages leave the rest unclosed. */
const CONTAINERS =
  /^(?:[a-z]+:.*|div|span|table|tbody|section|article|main|blockquote|ul|ol|dl|font|b|i|u|em|strong|a|form|center|small|big|sup|sub)$/i

/** How many elements stand inside one another in a markup text, where it is deepest; not more than one over `most`. */
export function measureDepth(markup: string, most: number): number {
  let depth = 0
  let deepest = 0
  for (const match of markup.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*)?\/?>/g)) {
    const [whole, slash, name = ''] = match
    if (whole.endsWith('/>') || !CONTAINERS.test(name)) continue
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    if (depth > deepest) deepest = depth
    if (deepest > most) break
  }
  return deepest
}

export interface MarkupElement {
  readonly name: string
  readonly attributes: string
  readonly children: readonly MarkupNode[]
}
/** An element, or a text with its entities put back. */
export type MarkupNode = MarkupElement | string

const VOID = new Set(['br', 'img', 'hr', 'meta', 'link', 'input', 'col'])

/** The tree of a well-formed markup text; a closing tag without its opening one is passed over. */
export function readMarkup(markup: string): readonly MarkupNode[] {
  interface Open {
    readonly name: string
    readonly attributes: string
    readonly children: MarkupNode[]
  }
  const root: Open = { name: '', attributes: '', children: [] }
  const stack: Open[] = [root]
  for (const token of scanMarkup(markup)) {
    const top = stack.at(-1) ?? root
    if (token.kind === 'text') top.children.push(decodeEntities(token.text))
    else if (token.kind === 'open') {
      const element: Open = { name: token.name, attributes: token.attributes, children: [] }
      top.children.push(element)
      if (!token.selfClosing && !VOID.has(token.name)) stack.push(element)
    } else {
      const at = stack.findLastIndex((open) => open.name === token.name)
      if (at > 0) stack.length = at
    }
  }
  return root.children
}

/** Whether a node is an element, of the given name where one is given. */
export function isElement(node: MarkupNode | undefined, name?: string): node is MarkupElement {
  return node !== undefined && typeof node !== 'string' && (name === undefined || node.name === name)
}

/** All elements of a name below the nodes, in order. */
export function findElements(nodes: readonly MarkupNode[], name: string): readonly MarkupElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    const below = findElements(node.children, name)
    return node.name === name ? [node, ...below] : below
  })
}

/** The child elements of a name. */
export function childrenNamed(element: MarkupElement, name: string): readonly MarkupElement[] {
  return element.children.filter((node): node is MarkupElement => isElement(node, name))
}

/** The `w:val` of a child element; null where there is no such child. */
export function childValue(element: MarkupElement, name: string): string | null {
  const child = childrenNamed(element, name)[0]
  return child === undefined ? null : readAttribute(child.attributes, 'w:val')
}

/** A row whose forms can be looked for in a text. */
export interface LexiconRow {
  readonly id: string
  readonly forms: readonly string[]
}

/** A form found in a text, with the row that it belongs to. */
export interface LexiconMatch<Row extends LexiconRow> {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly row: Row
}

/** Looks for the forms of a table of rows; the same matcher serves every table. */
export interface Lexicon<Row extends LexiconRow> {
  readonly rows: readonly Row[]
  /** The longest form that begins at `at`, or null. Several rows may share a form: all of them come back. */
  at(text: string, at: number): readonly LexiconMatch<Row>[]
  /** All forms that begin at `at`, the longest first. */
  allAt(text: string, at: number): readonly LexiconMatch<Row>[]
  /** The longest form that ends at `end`, or empty. */
  endingAt(text: string, end: number): readonly LexiconMatch<Row>[]
  /** All forms that end at `end`, the longest first. */
  allEndingAt(text: string, end: number): readonly LexiconMatch<Row>[]
  /** All forms in `text` between `from` and `to`, leftmost longest, not overlapping. */
  find(text: string, from?: number, to?: number): readonly LexiconMatch<Row>[]
  /** Whether any form stands in `text` between `from` and `to`. */
  has(text: string, from?: number, to?: number): boolean
}

interface Node<Row> {
  next: Map<number, Node<Row>> | null
  rows: Row[] | null
}

function insert<Row>(root: Node<Row>, codes: readonly number[], row: Row): void {
  let node = root
  for (const code of codes) {
    node.next ??= new Map()
    let child = node.next.get(code)
    if (!child) {
      child = { next: null, rows: null }
      node.next.set(code, child)
    }
    node = child
  }
  node.rows ??= []
  if (!node.rows.includes(row)) node.rows.push(row)
}

/** What a character begins: no form (0), forms of two characters and more, or also one of its own. */
const WITH_MORE = 1
const ALONE = 2
const pairOf = (first: number, second: number): number => ((first * 31) ^ second) & 0xffff

const codesOf = (form: string): number[] => Array.from({ length: form.length }, (_, index) => form.charCodeAt(index))

/** A matcher over the forms of `rows`; what a form means is what its row says. */
export function compileLexicon<Row extends LexiconRow>(rows: readonly Row[]): Lexicon<Row> {
  const forward: Node<Row> = { next: null, rows: null }
  const backward: Node<Row> = { next: null, rows: null }
  // Most places of a text begin no form: a look at one character tells, or at two that stand in a table by their mixed
  // codes, in which others may stand too.
  const begins = new Uint8Array(0x10000)
  const pairs = new Uint8Array(0x10000)
  const ends = new Uint8Array(0x10000)
  const endPairs = new Uint8Array(0x10000)
  for (const row of rows) {
    for (const form of row.forms) {
      const codes = codesOf(form)
      const [first = 0, second] = codes
      begins[first] = second === undefined || begins[first] === ALONE ? ALONE : WITH_MORE
      if (second !== undefined) pairs[pairOf(first, second)] = 1
      const [beforeLast, last = 0] = codes.length === 1 ? [undefined, first] : codes.slice(-2)
      ends[last] = beforeLast === undefined || ends[last] === ALONE ? ALONE : WITH_MORE
      if (beforeLast !== undefined) endPairs[pairOf(last, beforeLast)] = 1
      insert(forward, codes, row)
      insert(backward, codes.reverse(), row)
    }
  }

  function mayBeginAt(text: string, at: number): boolean {
    const first = text.charCodeAt(at)
    const begun = begins[first]
    return begun === ALONE || (begun === WITH_MORE && pairs[pairOf(first, text.charCodeAt(at + 1))] === 1)
  }

  function mayEndAt(text: string, end: number): boolean {
    const last = text.charCodeAt(end - 1)
    const ended = ends[last]
    return ended === ALONE || (ended === WITH_MORE && endPairs[pairOf(last, text.charCodeAt(end - 2))] === 1)
  }

  function at(text: string, at: number, to = text.length): readonly LexiconMatch<Row>[] {
    if (at >= to || !mayBeginAt(text, at)) return []
    let node: Node<Row> | undefined = forward
    let best: readonly Row[] | null = null
    let end = at
    for (let index = at; index < to; index++) {
      node = node.next?.get(text.charCodeAt(index))
      if (!node) break
      if (node.rows) {
        best = node.rows
        end = index + 1
      }
    }
    if (!best) return []
    const form = text.slice(at, end)
    return best.map((row) => ({ start: at, end, form, row }))
  }

  function allAt(text: string, at: number): readonly LexiconMatch<Row>[] {
    const found: LexiconMatch<Row>[] = []
    if (!mayBeginAt(text, at)) return found
    let node: Node<Row> | undefined = forward
    for (let index = at; index < text.length; index++) {
      node = node.next?.get(text.charCodeAt(index))
      if (!node) break
      if (!node.rows) continue
      const form = text.slice(at, index + 1)
      found.unshift(...node.rows.map((row) => ({ start: at, end: index + 1, form, row })))
    }
    return found
  }

  function endingAt(text: string, end: number): readonly LexiconMatch<Row>[] {
    if (end <= 0 || !mayEndAt(text, end)) return []
    let node: Node<Row> | undefined = backward
    let best: readonly Row[] | null = null
    let start = end
    for (let index = end - 1; index >= 0; index--) {
      node = node.next?.get(text.charCodeAt(index))
      if (!node) break
      if (node.rows) {
        best = node.rows
        start = index
      }
    }
    if (!best) return []
    const form = text.slice(start, end)
    return best.map((row) => ({ start, end, form, row }))
  }

  function allEndingAt(text: string, end: number): readonly LexiconMatch<Row>[] {
    if (end <= 0 || !mayEndAt(text, end)) return []
    const found: LexiconMatch<Row>[] = []
    let node: Node<Row> | undefined = backward
    for (let start = end - 1; start >= 0; start--) {
      node = node.next?.get(text.charCodeAt(start))
      if (!node) break
      if (!node.rows) continue
      const form = text.slice(start, end)
      found.unshift(...node.rows.map((row) => ({ start, end, form, row })))
    }
    return found
  }

  function find(text: string, from = 0, to = text.length): readonly LexiconMatch<Row>[] {
    const found: LexiconMatch<Row>[] = []
    for (let index = from; index < to; ) {
      const matches = mayBeginAt(text, index) ? at(text, index, to) : []
      const first = matches[0]
      if (first) {
        found.push(...matches)
        index = first.end
      } else index++
    }
    return found
  }

  function has(text: string, from = 0, to = text.length): boolean {
    for (let index = from; index < to; index++)
      if (mayBeginAt(text, index) && at(text, index, to).length > 0) return true
    return false
  }

  return { rows, at, allAt, endingAt, allEndingAt, find, has }
}

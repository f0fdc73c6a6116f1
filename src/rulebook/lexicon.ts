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
  /** Whether at least so many of what `find` gives stand in `text`. */
  hasMany(text: string, least: number): boolean
  /** Whether any form stands in `text` between `from` and `to`. */
  has(text: string, from?: number, to?: number): boolean
}

/** A tree of forms, flat: a step from a node by a character's code is one look into a table of hashes. */
interface Tree<Row> {
  /** Follows a node's branch; 0, the root, where there is none. */
  step(node: number, code: number): number
  /** Rows of the forms that end at a node. */
  readonly rowsAt: readonly (readonly Row[] | undefined)[]
}

/** The tree of forms, each by its codes in the order in which they are gone through. */
function growTree<Row>(forms: readonly { readonly codes: readonly number[]; readonly row: Row }[]): Tree<Row> {
  const most = forms.reduce((sum, { codes }) => sum + codes.length, 0)
  const size = 2 ** Math.ceil(Math.log2(most * 2 + 2))
  const nodes = new Int32Array(size)
  const codes = new Uint16Array(size)
  const targets = new Int32Array(size)
  /** The slot of a branch, or the free one that it would take. */
  function slotOf(node: number, code: number): number {
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7) & (size - 1)
    while (targets[slot] !== 0 && (nodes[slot] !== node || codes[slot] !== code)) slot = (slot + 1) & (size - 1)
    return slot
  }
  const rowsAt: (Row[] | undefined)[] = [undefined]
  for (const form of forms) {
    let node = 0
    for (const code of form.codes) {
      const slot = slotOf(node, code)
      if (targets[slot] === 0) {
        nodes[slot] = node
        codes[slot] = code
        targets[slot] = rowsAt.push(undefined) - 1
      }
      node = targets[slot] ?? 0
    }
    const rows = rowsAt[node]
    if (rows === undefined) rowsAt[node] = [form.row]
    else if (!rows.includes(form.row)) rows.push(form.row)
  }
  return { step: (node, code) => targets[slotOf(node, code)] ?? 0, rowsAt }
}

/** What a character begins: no form (0), forms of two characters and more, or also one of its own. */
const WITH_MORE = 1
const ALONE = 2
const pairOf = (first: number, second: number): number => ((first * 31) ^ second) & 0xffff

const codesOf = (form: string): number[] => Array.from({ length: form.length }, (_, index) => form.charCodeAt(index))

/** What no match is told by: nearly every place of a text, so that nothing is made for it. */
const NO_MATCHES: readonly never[] = []

/** A matcher over the forms of `rows`; what a form means is what its row says. */
export function compileLexicon<Row extends LexiconRow>(rows: readonly Row[]): Lexicon<Row> {
  // Most places of a text begin no form: a look at one character tells, or at two that stand in a table by their mixed
  // codes, in which others may stand too.
  const begins = new Uint8Array(0x10000)
  const pairs = new Uint8Array(0x10000)
  const ends = new Uint8Array(0x10000)
  const endPairs = new Uint8Array(0x10000)
  const spelt = rows.flatMap((row) => row.forms.map((form) => ({ codes: codesOf(form), row })))
  for (const { codes } of spelt) {
    const [first = 0, second] = codes
    begins[first] = second === undefined || begins[first] === ALONE ? ALONE : WITH_MORE
    if (second !== undefined) pairs[pairOf(first, second)] = 1
    const [beforeLast, last = 0] = codes.length === 1 ? [undefined, first] : codes.slice(-2)
    ends[last] = beforeLast === undefined || ends[last] === ALONE ? ALONE : WITH_MORE
    if (beforeLast !== undefined) endPairs[pairOf(last, beforeLast)] = 1
  }
  const forward = growTree(spelt)
  const backward = growTree(spelt.map(({ codes, row }) => ({ codes: codes.toReversed(), row })))

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

  const matchesOf = (text: string, start: number, end: number, found: readonly Row[]): LexiconMatch<Row>[] => {
    const form = text.slice(start, end)
    return found.map((row) => ({ start, end, form, row }))
  }

  function at(text: string, at: number, to = text.length): readonly LexiconMatch<Row>[] {
    if (at >= to || !mayBeginAt(text, at)) return NO_MATCHES
    let node = 0
    let best: readonly Row[] | undefined
    let end = at
    for (let index = at; index < to; index++) {
      node = forward.step(node, text.charCodeAt(index))
      if (node === 0) break
      const found = forward.rowsAt[node]
      if (found === undefined) continue
      best = found
      end = index + 1
    }
    return best ? matchesOf(text, at, end, best) : NO_MATCHES
  }

  function allAt(text: string, at: number): readonly LexiconMatch<Row>[] {
    if (!mayBeginAt(text, at)) return NO_MATCHES
    let all: readonly LexiconMatch<Row>[] = NO_MATCHES
    let node = 0
    for (let index = at; index < text.length; index++) {
      node = forward.step(node, text.charCodeAt(index))
      if (node === 0) break
      const found = forward.rowsAt[node]
      if (found !== undefined) all = withShorter(matchesOf(text, at, index + 1, found), all)
    }
    return all
  }

  function endingAt(text: string, end: number): readonly LexiconMatch<Row>[] {
    if (end <= 0 || !mayEndAt(text, end)) return NO_MATCHES
    let node = 0
    let best: readonly Row[] | undefined
    let start = end
    for (let index = end - 1; index >= 0; index--) {
      node = backward.step(node, text.charCodeAt(index))
      if (node === 0) break
      const found = backward.rowsAt[node]
      if (found === undefined) continue
      best = found
      start = index
    }
    return best ? matchesOf(text, start, end, best) : NO_MATCHES
  }

  function allEndingAt(text: string, end: number): readonly LexiconMatch<Row>[] {
    if (end <= 0 || !mayEndAt(text, end)) return NO_MATCHES
    let all: readonly LexiconMatch<Row>[] = NO_MATCHES
    let node = 0
    for (let start = end - 1; start >= 0; start--) {
      node = backward.step(node, text.charCodeAt(start))
      if (node === 0) break
      const found = backward.rowsAt[node]
      if (found !== undefined) all = withShorter(matchesOf(text, start, end, found), all)
    }
    return all
  }

  function find(text: string, from = 0, to = text.length): readonly LexiconMatch<Row>[] {
    const found: LexiconMatch<Row>[] = []
    for (let index = from; index < to; ) {
      const matches = mayBeginAt(text, index) ? at(text, index, to) : NO_MATCHES
      const first = matches[0]
      if (first) {
        found.push(...matches)
        index = first.end
      } else index++
    }
    return found
  }

  function hasMany(text: string, least: number): boolean {
    let seen = 0
    for (let index = 0; index < text.length && seen < least; ) {
      const matches = mayBeginAt(text, index) ? at(text, index) : NO_MATCHES
      seen += matches.length
      index = matches[0]?.end ?? index + 1
    }
    return seen >= least
  }

  function has(text: string, from = 0, to = text.length): boolean {
    for (let index = from; index < to; index++)
      if (mayBeginAt(text, index) && at(text, index, to).length > 0) return true
    return false
  }

  return { rows, at, allAt, endingAt, allEndingAt, find, hasMany, has }
}

const withShorter = <Match>(longer: readonly Match[], shorter: readonly Match[]): readonly Match[] =>
  shorter.length === 0 ? longer : [...longer, ...shorter]

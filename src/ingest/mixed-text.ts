import type { LocalFinding } from './content.ts'

type Encoding = 'utf-8' | 'gb18030'

/** The text of a file that was put together of UTF-8 and GB18030, with `\n` line ends. */
export interface MixedText {
  readonly text: string
  /** What most of it is written in. */
  readonly encoding: Encoding
  /** Where it changes. */
  readonly findings: readonly LocalFinding[]
}

const LINE_END = 0x0a
/** Chinese characters of each encoding without which a file is not taken for mixed. */
const FEWEST = 4
const MOST_FINDINGS = 20
/** Bytes of a line that holds both, above which no place between them is looked for. */
const LONGEST_JOINT = 4_000

const CHINESE = /[\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g
const BEYOND_ASCII = /[\u0080-\uffff]/g

interface Piece {
  readonly text: string
  /** Null where the words are the same in both. */
  readonly encoding: Encoding | null
}

/**
 * The text of a file whose lines are UTF-8 and GB18030 in turns (files put one behind the other, a note added by another
 * program), each line read as what it is; null where the file is not such a one. `isCommon` tells text from what comes out
 * where one encoding is read as the other.
 */
export function decodeMixed(bytes: Uint8Array, isCommon: (text: string) => boolean): MixedText | null {
  const pieces: Piece[] = []
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_END, start)
    const end = found < 0 ? bytes.length : found + 1
    const read = readLine(bytes.subarray(start, end), isCommon)
    if (read === null) return null
    pieces.push(...read)
    start = end
  }
  const count = (encoding: Encoding) =>
    pieces.reduce((sum, piece) => sum + (piece.encoding === encoding ? (piece.text.match(CHINESE)?.length ?? 0) : 0), 0)
  const [utf8, gb] = [count('utf-8'), count('gb18030')]
  if (utf8 < FEWEST || gb < FEWEST) return null
  return {
    text: pieces.map((piece) => piece.text).join(''),
    encoding: gb > utf8 ? 'gb18030' : 'utf-8',
    findings: findChanges(pieces).slice(0, MOST_FINDINGS),
  }
}

function readLine(line: Uint8Array, isCommon: (text: string) => boolean): readonly Piece[] | null {
  const utf8 = decode('utf-8', line)
  if (utf8 !== null && !utf8.match(BEYOND_ASCII)) return [{ text: utf8, encoding: null }]
  if (utf8 !== null && isChinese(utf8)) return [{ text: utf8, encoding: 'utf-8' }]
  const gb = decode('gb18030', line)
  if (gb !== null && isChinese(gb) && isCommon(gb)) return [{ text: gb, encoding: 'gb18030' }]
  return line.length > LONGEST_JOINT ? null : splitLine(line, isCommon)
}

/** A line in which one file ends without a line end and the next begins. */
function splitLine(line: Uint8Array, isCommon: (text: string) => boolean): readonly Piece[] | null {
  for (const [first, second] of [
    ['gb18030', 'utf-8'],
    ['utf-8', 'gb18030'],
  ] as const) {
    for (let at = 1; at < line.length; at += 1) {
      // Nothing ends before a byte that goes on with a character of UTF-8, or begins with one.
      const next = line[at] ?? 0
      if (second === 'utf-8' ? next < 0xc0 : next < 0x81) continue
      const [head, tail] = [decode(first, line.subarray(0, at)), decode(second, line.subarray(at))]
      if (head === null || tail === null || !isChinese(head) || !isChinese(tail)) continue
      if (!isCommon(first === 'gb18030' ? head : tail)) continue
      return [
        { text: head, encoding: first },
        { text: tail, encoding: second },
      ]
    }
  }
  return null
}

/** Whether a text holds Chinese and, beyond ASCII, little else. */
function isChinese(text: string): boolean {
  const chinese = text.match(CHINESE)?.length ?? 0
  return chinese > 0 && chinese >= (text.match(BEYOND_ASCII)?.length ?? 0) * 0.9
}

function decode(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch (error) {
    // A TypeError is how TextDecoder says "not in this encoding".
    if (error instanceof TypeError) return null
    throw error
  }
}

function findChanges(pieces: readonly Piece[]): readonly LocalFinding[] {
  const findings: LocalFinding[] = []
  let at = 0
  let before: Encoding | null = null
  for (const { text, encoding } of pieces) {
    if (encoding !== null && before !== null && encoding !== before) {
      findings.push({
        start: at,
        end: at,
        kind: 'garbled_text',
        message: `The file is written in ${before} up to here and in ${encoding} from here on; each part was read as it is written.`,
      })
    }
    before = encoding ?? before
    at += text.length
  }
  return findings
}

import { BaoshuError } from '../model/error.ts'
import type { LocalFinding } from './content.ts'
import { decodeMixed } from './mixed-text.ts'

/** A text file as characters: without BOM, with `\n` line ends. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
  readonly findings: readonly LocalFinding[]
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** Most damage that is read past: one unreadable character in fifty. */
const MOST_DAMAGED = 0.02

/**
 * The characters of a text file, by its bytes alone: BOM, then strict UTF-8, then UTF-16 by the look of its characters,
 * then lines of UTF-8 and GB18030 in turns, then GB18030 or Big5, whichever gives the commoner characters. A few unreadable bytes are read past, each told by a
 * `garbled_text` finding. Throws `text_undecodable` where none fits.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  const decoded = isUtf32(bytes) ? null : (readMarked(bytes) ?? readUnmarked(bytes))
  if (decoded === null) {
    throw new BaoshuError('text_undecodable', `${name} is no text in UTF-8, UTF-16, GB18030 or Big5`, {
      place: name,
      advice: 'Save the file again as UTF-8.',
    })
  }
  const text = decoded.text.replace(/\r\n?/g, '\n')
  return { text, encoding: decoded.encoding, findings: [...findGarbled(text), ...(decoded.findings ?? [])] }
}

/** Whether the bytes begin with the BOM of UTF-32, which begins as that of UTF-16 does. */
function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)
}

interface Decoded {
  readonly text: string
  readonly encoding: TextEncodingName
  readonly findings?: readonly LocalFinding[]
}

function readMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs('utf-8', bytes) ?? decodeLoosely('utf-8', bytes)
  if (a === 0xff && b === 0xfe) return decodeLoosely('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return decodeLoosely('utf-16be', bytes)
  return null
}

function readUnmarked(bytes: Uint8Array): Decoded | null {
  const zeros = bytes.includes(0)
  const whole = (zeros ? null : decodeAs('utf-8', bytes)) ?? decodeUtf16(bytes)
  if (whole !== null || zeros) return whole
  const mixed = decodeMixed(bytes, isCommon)
  if (mixed !== null) return mixed
  // A UTF-8 file cut off in the middle of a character may well be valid GB18030, of nonsense.
  return isDamagedUtf8(bytes) ? decodeLoosely('utf-8', bytes) : decodeTwoByte(bytes)
}

/** GB18030 or Big5: each reads most text of the other as well, and shows it by the rare characters that come out. */
function decodeTwoByte(bytes: Uint8Array): Decoded | null {
  const readable = (['gb18030', 'big5'] as const)
    .map((encoding) => decodeLoosely(encoding, bytes))
    .filter(({ text }) => countGarbled(text) <= Math.max(1, text.length * MOST_DAMAGED))
    .toSorted((a, b) => countCommon(b.text) - countCommon(a.text) || countGarbled(a.text) - countGarbled(b.text))
  return readable[0] ?? null
}

/** Whether nearly all bytes beyond ASCII are whole UTF-8 characters. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = decodeLoosely('utf-8', bytes).text
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  const garbled = countGarbled(text)
  const cutOff = garbled === 1 && text.endsWith('\ufffd') && whole >= 3
  return cutOff || (whole > 0 && garbled <= whole * MOST_DAMAGED)
}

/** Whether the first bytes of a file are UTF-16 text, with or without BOM. */
export function isUtf16(head: Uint8Array): boolean {
  const [a, b] = head
  return (
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    decodeUtf16(head) !== null ||
    decodeUtf16(head.subarray(0, -2)) !== null
  )
}

/** UTF-16 without BOM: the byte order in which nearly all characters are Chinese, punctuation or ASCII. */
function decodeUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null
  const choices = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => decodeAs(encoding, bytes))
    .filter((decoded) => decoded !== null)
    .map((decoded) => ({ decoded, share: countPlain(decoded.text) / decoded.text.length }))
    .filter(({ share }) => share >= 0.9)
    .toSorted((a, b) => b.share - a.share)
  return choices[0]?.decoded ?? null
}

function countPlain(text: string): number {
  return (
    text.match(/[\t\n\r\u0020-\u007e\u2010-\u2027\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0
  )
}

// The characters that Chinese text is full of in either script, and its punctuation.
const COMMON =
  /[的是在有和了不人中大年为為上个個我以要他到会會时時地们們出就分对對成发發生国國文化活动動工作全区區市县縣月日万萬次场場元展馆館公共服务務图圖书書演，。、：；（）]/g

/** Whether a tenth of the characters beyond ASCII are those that Chinese text is full of. */
function isCommon(text: string): boolean {
  return countCommon(text) * 10 >= (text.match(/[\u0080-\uffff]/g)?.length ?? 0)
}

function countCommon(text: string): number {
  return text.match(COMMON)?.length ?? 0
}

function decodeAs(encoding: TextEncodingName, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch (error) {
    // A TypeError is how TextDecoder says "not in this encoding".
    if (error instanceof TypeError) return null
    throw error
  }
}

function decodeLoosely(encoding: TextEncodingName, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function countGarbled(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0
}

const MOST_FINDINGS = 100

/**
 * Findings for what is no character of any script: `�`, and private codes side by side (a single one is a bullet of
 * some symbol font).
 */
export function findGarbled(text: string): readonly LocalFinding[] {
  return [...text.matchAll(/\ufffd+|[\ue000-\uf8ff]{2,}/g)].slice(0, MOST_FINDINGS).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'garbled_text' as const,
    message: 'What stands here in the file could not be read as characters.',
  }))
}

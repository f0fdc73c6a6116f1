/** A glyph that a font keeps: its number in the whole font, and its advance in thousandths of an em. */
export interface Glyph {
  readonly number: number
  readonly advance: number
}

/** What a subset was cut from, and how much is drawn for each glyph. */
export interface FontShape {
  readonly name: string
  /** Glyphs of the whole font: a subset keeps their places, empty but for those that are used. */
  readonly glyphs: number
  /** Advance of those that are not used. */
  readonly advance: number
  /** Contours of each glyph, of twelve points. */
  readonly contours: number
}

export const UNITS_PER_EM = 1000
const ASCENT = 850
const DESCENT = -150
const POINTS = 12
/** Of a point: on the curve or not, both steps one byte and forward or back. */
const ON_CURVE = 0x01
const SHORT_STEPS = 0x02 | 0x04
const X_FORWARD = 0x10
const Y_FORWARD = 0x20

/**
 * The bytes of a TrueType font with outlines for these glyphs, as office software puts into a PDF what a report uses of a
 * font: all places of the whole font are kept, most of them empty. The outlines are closed lines of no meaning.
 */
export function buildFont(shape: FontShape, glyphs: readonly Glyph[]): Uint8Array {
  const places = new Uint32Array(shape.glyphs + 1)
  const outlines: Uint8Array[] = []
  const used = new Set(glyphs.map((glyph) => glyph.number))
  let length = 0
  for (let number = 0; number < shape.glyphs; number++) {
    places[number] = length
    // Glyph 0 is drawn for characters that a font lacks.
    if (number > 0 && !used.has(number)) continue
    const outline = outlineOf(number, shape.contours)
    outlines.push(outline)
    length += outline.length
  }
  places[shape.glyphs] = length
  const advances = new DataView(new ArrayBuffer(shape.glyphs * 4))
  for (let number = 0; number < shape.glyphs; number++) advances.setUint16(number * 4, shape.advance)
  for (const { number, advance } of glyphs) advances.setUint16(number * 4, advance)
  return joinTables([
    ['cmap', characterTable()],
    ['glyf', joined(outlines)],
    ['head', headTable()],
    ['hhea', horizontalHead(shape)],
    ['hmtx', new Uint8Array(advances.buffer)],
    [
      'loca',
      table(places.length * 4, (put) => {
        for (const place of places) put.long(place)
      }),
    ],
    ['maxp', limits(shape)],
    ['name', nameTable(shape.name)],
  ])
}

/** Closed lines of twelve points each, every third of them a control point of a curve: 36 bytes a contour and more. */
function outlineOf(number: number, contours: number): Uint8Array {
  const points = contours * POINTS
  const size = 10 + contours * 2 + 2 + points * 3
  const bytes = table(size + (size % 2), (put) => {
    put.short(contours).short(20).short(0).short(900).short(860)
    for (let contour = 1; contour <= contours; contour++) put.short(contour * POINTS - 1)
    put.short(0)
    const steps = Array.from({ length: points }, (_, index) => stepOf(number, index))
    for (const step of steps) put.byte(step.flag)
    for (const step of steps) put.byte(step.x)
    for (const step of steps) put.byte(step.y)
  })
  return bytes
}

/** The way from one point to the next: half of a contour goes up and right, the other half back. */
function stepOf(number: number, index: number) {
  const at = index % POINTS
  const forward = at < POINTS / 2
  const flag = (at % 3 === 2 ? 0 : ON_CURVE) | SHORT_STEPS | (forward ? X_FORWARD | Y_FORWARD : 0)
  const seed = (number * 31 + index * 17) % 97
  return { flag, x: 20 + (seed % 60), y: 20 + ((seed * 7) % 60) }
}

/** Characters are found by the PDF's own table, so that the font's holds none but the space. */
function characterTable(): Uint8Array {
  const segments = [
    { end: 0x20, start: 0x20, delta: 0xffe3 },
    { end: 0xffff, start: 0xffff, delta: 1 },
  ]
  return table(12 + 16 + segments.length * 8, (put) => {
    put.short(0).short(1).short(3).short(1).long(12)
    put
      .short(4)
      .short(16 + segments.length * 8)
      .short(0)
    put
      .short(segments.length * 2)
      .short(4)
      .short(1)
      .short(0)
    for (const { end } of segments) put.short(end)
    put.short(0)
    for (const { start } of segments) put.short(start)
    for (const { delta } of segments) put.short(delta)
    for (const _ of segments) put.short(0)
  })
}

function headTable(): Uint8Array {
  return table(54, (put) => {
    put.long(0x10000).long(0x10000).long(0).long(0x5f0f3cf5).short(0x000b).short(UNITS_PER_EM)
    put.long(0).long(0).long(0).long(0)
    put.short(0).short(DESCENT).short(UNITS_PER_EM).short(ASCENT)
    // Places in `loca` are whole.
    put.short(0).short(8).short(2).short(1).short(0)
  })
}

function horizontalHead({ glyphs }: FontShape): Uint8Array {
  return table(36, (put) => {
    put.long(0x10000).short(ASCENT).short(DESCENT).short(0).short(UNITS_PER_EM).short(0).short(0).short(UNITS_PER_EM)
    put.short(1).short(0).short(0).short(0).short(0).short(0).short(0).short(0).short(glyphs)
  })
}

function limits({ glyphs, contours }: FontShape): Uint8Array {
  return table(32, (put) => {
    put
      .long(0x10000)
      .short(glyphs)
      .short(contours * POINTS)
      .short(contours)
      .short(0)
      .short(0)
      .short(2)
    for (let rest = 0; rest < 8; rest++) put.short(0)
  })
}

function nameTable(name: string): Uint8Array {
  const ids = [1, 4, 6]
  return table(6 + ids.length * 12 + name.length * 2, (put) => {
    put
      .short(0)
      .short(ids.length)
      .short(6 + ids.length * 12)
    for (const id of ids)
      put
        .short(3)
        .short(1)
        .short(0x409)
        .short(id)
        .short(name.length * 2)
        .short(0)
    for (let at = 0; at < name.length; at++) put.short(name.charCodeAt(at))
  })
}

/** The file: a directory of its tables with their checksums, and the tables, each at a multiple of four. */
function joinTables(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const head = 12 + tables.length * 16
  const size = tables.reduce((sum, [, bytes]) => sum + fourfold(bytes.length), head)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const file = table(size, (put) => {
    put
      .long(0x10000)
      .short(tables.length)
      .short(power * 16)
      .short(Math.log2(power))
      .short((tables.length - power) * 16)
    let place = head
    for (const [tag, bytes] of tables) {
      for (let at = 0; at < 4; at++) put.byte(tag.charCodeAt(at))
      put.long(checksum(bytes)).long(place).long(bytes.length)
      place += fourfold(bytes.length)
    }
  })
  let place = head
  for (const [, bytes] of tables) {
    file.set(bytes, place)
    place += fourfold(bytes.length)
  }
  return file
}

function fourfold(length: number): number {
  return Math.ceil(length / 4) * 4
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum = (sum + ((bytes[at] ?? 0) << (24 - 8 * (at % 4)))) >>> 0
  return sum
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

interface Put {
  readonly byte: (value: number) => Put
  readonly short: (value: number) => Put
  readonly long: (value: number) => Put
}

/** So many bytes, written from the first on; numbers stand with their high byte first. */
function table(size: number, write: (put: Put) => void): Uint8Array {
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  const put: Put = {
    byte: (value) => {
      view.setUint8(at, value)
      at += 1
      return put
    },
    short: (value) => {
      view.setUint16(at, value)
      at += 2
      return put
    },
    long: (value) => {
      view.setUint32(at, value)
      at += 4
      return put
    },
  }
  write(put)
  return bytes
}

import { strToU8, zlibSync } from 'fflate'

/**
 * The file around its objects: header, cross-reference table with the place of each object, trailer. Object 1 is the
 * catalogue; `info` is the number of the one that tells title and date.
 */
export function assembleFile(objects: readonly Uint8Array[], info: number, version: string): Uint8Array {
  const pieces: Uint8Array[] = [strToU8(`%PDF-${version}\n`)]
  const places: number[] = []
  let length = pieces[0]?.length ?? 0
  objects.forEach((object, index) => {
    const piece = joinBytes([strToU8(`${index + 1} 0 obj\n`), object, strToU8('\nendobj\n')])
    places.push(length)
    length += piece.length
    pieces.push(piece)
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `xref
0 ${objects.length + 1}
0000000000 65535 f 
${table}trailer
<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R >>
startxref
${length}
%%EOF
`
  return joinBytes([...pieces, strToU8(trailer)])
}

/** A stream of bytes, packed; `entries` tell more of it. */
export function packedStream(bytes: Uint8Array, entries = '', pack = packWell): Uint8Array {
  const packed = pack(bytes)
  return joinBytes([
    strToU8(`<<${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    strToU8('\nendstream'),
  ])
}

function packWell(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 9 })
}

export function dictionary(entries: string): Uint8Array {
  return strToU8(`<< ${entries} >>`)
}

export function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  ).join('')
}

export function points(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let place = 0
  for (const piece of pieces) {
    whole.set(piece, place)
    place += piece.length
  }
  return whole
}

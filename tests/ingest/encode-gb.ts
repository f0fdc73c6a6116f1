/** The bytes of a two-byte encoding by turning its decoder round: each pair of bytes decoded once. */
function readTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]))
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [high, low])
    }
  }
  return table
}

const GB18030 = readTable('gb18030')
const BIG5 = readTable('big5')

/** A text in GB18030. */
export function encodeGb(text: string): Uint8Array {
  return new Uint8Array([...text].flatMap((sign) => GB18030.get(sign) ?? [sign.charCodeAt(0)]))
}

/** A text in Big5. */
export function encodeBig5(text: string): Uint8Array {
  return new Uint8Array([...text].flatMap((sign) => BIG5.get(sign) ?? [sign.charCodeAt(0)]))
}

import { crc32, deflateRawSync } from 'node:zlib'

/** A member as it is written: what it says of itself may be untrue. */
export interface ZipEntry {
  readonly name: string | Uint8Array
  readonly content: Uint8Array
  /** Size that it claims to unpack to. */
  readonly claims?: number
  readonly encrypted?: boolean
}

/** The bytes of a ZIP archive of these members, deflated. Names that are bytes are written as they are, in no known encoding. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name)
    const packed = deflateRawSync(entry.content)
    const flags = (typeof entry.name === 'string' ? 0x0800 : 0) | (entry.encrypted ? 1 : 0)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(entry.content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(entry.claims ?? entry.content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, name]))
    pieces.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

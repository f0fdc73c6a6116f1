/** What the header of a binary Word document says of it. */
export interface WordHeader {
  /** Version of the format; below 193 Word 95 and older. */
  readonly version: number
  readonly encrypted: boolean
}

const FREE = -1
const HEADER_ENTRIES = 109

/**
 * Whether the sector chains of an OLE compound file stay within the file and come to an end. The library that reads the
 * streams follows them blindly: a chain that bites its tail would fill all memory.
 */
export function hasSoundChains(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) return false
  const size = 1 << shift
  const sectors = Math.ceil((bytes.length - 512) / size)
  const tableSectors = view.getInt32(44, true)
  const listSectors = view.getInt32(72, true)
  const shortSectors = view.getInt32(64, true)
  const counts = [tableSectors, listSectors, shortSectors]
  if (counts.some((count) => count < 0 || count > sectors) || tableSectors === 0) return false
  const inFile = (sector: number) => sector >= 0 && sector < sectors && (sector + 2) * size <= bytes.length + size - 1
  const entry = (sector: number, at: number) => {
    const offset = (sector + 1) * size + at * 4
    return offset + 4 <= bytes.length ? view.getInt32(offset, true) : FREE
  }

  const table: number[] = []
  for (let at = 0; at < Math.min(tableSectors, HEADER_ENTRIES); at += 1) table.push(view.getInt32(76 + at * 4, true))
  let list = view.getInt32(68, true)
  for (let read = 0; read < listSectors && table.length < tableSectors; read += 1) {
    if (!inFile(list)) return false
    for (let at = 0; at < size / 4 - 1 && table.length < tableSectors; at += 1) table.push(entry(list, at))
    list = entry(list, size / 4 - 1)
  }
  if (table.length !== tableSectors || !table.every(inFile)) return false

  const next = table.flatMap((sector) => Array.from({ length: size / 4 }, (_, at) => entry(sector, at)))
  if (hasCycle(next)) return false
  const shortTable: number[] = []
  for (let sector = view.getInt32(60, true); inFile(sector); sector = next[sector] ?? FREE) {
    for (let at = 0; at < size / 4; at += 1) shortTable.push(entry(sector, at))
  }
  return !hasCycle(shortTable)
}

/** Whether following the entries from any of them never ends. */
function hasCycle(next: readonly number[]): boolean {
  const seenFrom = new Int32Array(next.length).fill(-1)
  for (let start = 0; start < next.length; start += 1) {
    let at = start
    while (at >= 0 && at < next.length && seenFrom[at] === -1) {
      seenFrom[at] = start
      at = next[at] ?? FREE
    }
    if (at >= 0 && at < next.length && seenFrom[at] === start && next[start] !== FREE) return true
  }
  return false
}

const STREAM = Buffer.from('WordDocument', 'utf16le')
/** Streams begin at sectors; those of short documents in pieces of sectors. */
const SECTOR = 512
const SHORT_SECTOR = 64

/** The header of the Word document in a compound file; null where it holds something else (a table, a presentation). */
export function findWordHeader(bytes: Uint8Array): WordHeader | null {
  const named = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(STREAM)
  return findHeaderAt(bytes, SECTOR) ?? (named ? findHeaderAt(bytes, SHORT_SECTOR) : null)
}

function findHeaderAt(bytes: Uint8Array, step: number): WordHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SECTOR; at + 32 <= bytes.length; at += step) {
    const version = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 0xa5ec && version >= 0x65 && version <= 0x200) {
      return { version, encrypted: (view.getUint16(at + 10, true) & 0x0100) !== 0 }
    }
  }
  return null
}

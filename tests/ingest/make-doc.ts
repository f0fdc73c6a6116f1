const SECTOR = 512
const END = -2
const FREE = -1
const TABLE = -3

export interface DocSpec {
  /** Paragraphs end in `\r`, cells in `\x07`; a row's own mark is the `\x07` after its last cell. */
  readonly text: string
  /** Offsets in the text of the marks that end table rows. */
  readonly rowEnds?: readonly number[]
  readonly encrypted?: boolean
  readonly version?: number
}

/** A small binary Word document: a compound file with the two streams that hold the text. */
export function makeDoc({ text, rowEnds = [], encrypted = false, version = 0xc1 }: DocSpec): Uint8Array {
  const textAt = 1024
  const main = Buffer.alloc(8192)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(version, 2)
  main.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 0x0a)
  main.writeUInt32LE(textAt, 0x18)
  main.writeUInt32LE(text.length, 0x4c)
  Buffer.from(text, 'utf16le').copy(main, textAt)
  writeParagraphs(main, text, textAt, rowEnds)
  const table = Buffer.alloc(4096)
  main.writeUInt32LE(0, 0x01a2)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(0, 5)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(textAt, 15)
  // Where the properties of paragraphs are: one page, the fourth from the beginning of the last.
  main.writeUInt32LE(100, 0x0102)
  main.writeUInt32LE(12, 0x0106)
  table.writeUInt32LE(textAt, 100)
  table.writeUInt32LE(textAt + text.length * 2, 104)
  table.writeUInt32LE(PAPX_PAGE, 108)
  main.writeUInt32LE(200, 0x00fa)
  main.writeUInt32LE(4, 0x00fe)
  return makeCompoundFile([
    ['WordDocument', main],
    ['1Table', table],
  ])
}

const PAPX_PAGE = 15

/** One run for every row mark, and one for the text before it. */
function writeParagraphs(main: Buffer, text: string, textAt: number, rowEnds: readonly number[]): void {
  const cuts = [0]
  const marked: boolean[] = []
  for (const end of rowEnds) {
    cuts.push(end, end + 1)
    marked.push(false, true)
  }
  cuts.push(text.length)
  marked.push(false)
  const page = main.subarray(PAPX_PAGE * SECTOR, (PAPX_PAGE + 1) * SECTOR)
  page.writeUInt8(marked.length, 511)
  for (const [at, cut] of cuts.entries()) page.writeUInt32LE(textAt + cut * 2, at * 4)
  const plain = 400
  const rowEnd = 420
  page.writeUInt8(2, plain)
  page.writeUInt8(3, rowEnd)
  page.writeUInt16LE(0x2417, rowEnd + 3)
  page.writeUInt8(1, rowEnd + 5)
  for (const [at, isRow] of marked.entries())
    page.writeUInt8((isRow ? rowEnd : plain) / 2, (marked.length + 1) * 4 + at * 13)
}

/** A compound file of some streams of at least 4096 bytes each. */
export function makeCompoundFile(streams: readonly (readonly [name: string, content: Buffer])[]): Uint8Array {
  const chain: number[] = [TABLE, END]
  const directory = Buffer.alloc(SECTOR)
  const bodies: Buffer[] = []
  writeEntry(directory, 0, 'Root Entry', 5, END, 0)
  directory.writeInt32LE(1, 76)
  for (const [at, [name, content]] of streams.entries()) {
    const first = chain.length
    const count = content.length / SECTOR
    for (let sector = 0; sector < count; sector += 1) chain.push(sector === count - 1 ? END : first + sector + 1)
    writeEntry(directory, at + 1, name, 2, first, content.length)
    if (at + 1 < streams.length) directory.writeInt32LE(at + 2, (at + 1) * 128 + 72)
    bodies.push(content)
  }
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeInt32LE(1, 44)
  header.writeInt32LE(1, 48)
  header.writeInt32LE(4096, 56)
  header.writeInt32LE(END, 60)
  header.writeInt32LE(END, 68)
  for (let at = 0; at < 109; at += 1) header.writeInt32LE(at === 0 ? 0 : FREE, 76 + at * 4)
  const table = Buffer.alloc(SECTOR)
  for (let at = 0; at < SECTOR / 4; at += 1) table.writeInt32LE(chain[at] ?? FREE, at * 4)
  return new Uint8Array(Buffer.concat([header, table, directory, ...bodies]))
}

function writeEntry(directory: Buffer, at: number, name: string, type: number, sector: number, size: number): void {
  const offset = at * 128
  directory.write(name, offset, 'utf16le')
  directory.writeUInt16LE(name.length * 2 + 2, offset + 64)
  directory.writeUInt8(type, offset + 66)
  for (const field of [68, 72, 76]) directory.writeInt32LE(FREE, offset + field)
  directory.writeInt32LE(sector, offset + 116)
  directory.writeInt32LE(size, offset + 120)
}

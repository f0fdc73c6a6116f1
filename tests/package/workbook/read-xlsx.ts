import { unzipSync } from 'fflate'

/** A cell of a written workbook: its text or number, the format of its style and where it leads to. */
export interface ReadCell {
  readonly value: string | number
  readonly format: string | null
  readonly link: string | null
}

export interface ReadSheet {
  readonly name: string
  readonly xml: string
  readonly cells: ReadonlyMap<string, ReadCell>
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}
const plain = (xml: string) => xml.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match.slice(1))

/** The sheets of an XLSX file as a spreadsheet program would read them. */
export function readXlsx(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzipSync(bytes)
  const textOf = (path: string) => new TextDecoder().decode(files[path])
  const strings = all(textOf('xl/sharedStrings.xml'), /<si><t[^>]*>([^<]*)<\/t><\/si>/g).map(([text = '']) =>
    plain(text),
  )
  const styles = textOf('xl/styles.xml')
  const formats = new Map(
    all(styles, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([id = '', code = '']) => [id, plain(code)]),
  )
  const styleFormats = all(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '', /<xf ([^>]*)>/g).map(
    ([attributes = '']) => formats.get(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '') ?? null,
  )
  return all(textOf('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(([name = ''], index) => {
    const xml = textOf(`xl/worksheets/sheet${index + 1}.xml`)
    const links = new Map(
      all(xml, /<hyperlink ref="([^"]*)" location="([^"]*)"/g).map(([at = '', to = '']) => [at, plain(to)]),
    )
    const cells = new Map<string, ReadCell>()
    for (const [attributes = '', value = ''] of all(xml, /<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)) {
      const at = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? ''
      const style = Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)
      const isText = /t="s"/.test(attributes)
      cells.set(at, {
        value: isText ? (strings[Number(value)] ?? '') : Number(value),
        format: styleFormats[style] ?? null,
        link: links.get(at) ?? null,
      })
    }
    return { name: plain(name), xml, cells }
  })
}

/** The columns of a sheet by their heads, each a function from rows (from 1, below the heads) to cells. */
export function columnOf({ cells, name }: ReadSheet, title: string): (row: number) => ReadCell | undefined {
  const head = [...cells].find(([at, { value }]) => /^[A-Z]+1$/.test(at) && value === title)
  if (head === undefined) throw new Error(`no column ${title} in ${name}`)
  return (row) => cells.get(head[0].replace(/\d+$/, String(row + 1)))
}

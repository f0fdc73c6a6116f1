import type { Way } from './ways.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The runs of a paragraph with these words, in the size of their style or in another (in half points). */
export type WriteRuns = (text: string, size?: number) => string

/** Writes the runs of a document, and keeps the footnotes that they refer to. */
export interface RunWriter {
  readonly write: WriteRuns
  /** The texts of the notes so far, the first has number 1. */
  readonly notes: readonly string[]
}

/** Styles of the marks and of the text of notes, with the ids that Word gives them. */
export const NOTE_STYLES =
  '<w:style w:type="paragraph" w:styleId="ab"><w:name w:val="footnote text"/><w:basedOn w:val="a"/>' +
  '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>' +
  '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="ac"><w:name w:val="footnote reference"/>' +
  '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
const MARK_STYLE = '<w:rPr><w:rStyle w:val="ac"/></w:rPr>'
const NOTE_EVERY = 6
const NOTE_TEXT = '本项由各单位上报后汇总。'
const EXPLANATION = '见主要指标解释。'
/** Characters of a run where the text is cut by tracked changes. */
const PIECE = 4

export function createRunWriter(way: Way): RunWriter {
  const notes: string[] = []
  let paragraphs = 0
  const note = (text: string) => {
    notes.push(text)
    return `<w:r>${MARK_STYLE}<w:footnoteReference w:id="${notes.length}"/></w:r>`
  }
  const write = (text: string, size?: number) => {
    paragraphs += 1
    if (way.changes) return changedRuns(text, size)
    if (!way.notes) return plainRuns(text, size)
    const runs = text
      .split(/(\[\d{1,3}\])/)
      .map((piece, at) => (at % 2 === 1 ? note(EXPLANATION) : plainRuns(piece, size)))
      .join('')
    return paragraphs % NOTE_EVERY === 0 && text.endsWith('。') ? runs + note(NOTE_TEXT) : runs
  }
  return { write, notes }
}

/** Runs as Word cuts them: Chinese and Western characters apart. */
function plainRuns(text: string, size?: number): string {
  return (text.match(/[!-~]+|[^!-~]+/g) ?? []).map((piece) => run(piece, size)).join('')
}

function run(text: string, size?: number): string {
  const hint = /^[!-~]/.test(text) ? '' : '<w:rFonts w:hint="eastAsia"/>'
  const properties = hint + (size === undefined ? '' : `<w:sz w:val="${size}"/>`)
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

const AUTHOR = 'w:author="a" w:date="2024-01-01T00:00:00Z"'

/** Runs of a few characters; every third was inserted, and a figure deleted beside it. */
function changedRuns(text: string, size?: number): string {
  const characters = [...text]
  const pieces = Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, at) =>
    characters.slice(at * PIECE, (at + 1) * PIECE).join(''),
  )
  return pieces
    .map((piece, at) => {
      if (at % 3 !== 1) return run(piece, size)
      const deleted = `<w:del w:id="${2 * at}" ${AUTHOR}><w:r><w:delText>37场次</w:delText></w:r></w:del>`
      return `${deleted}<w:ins w:id="${2 * at + 1}" ${AUTHOR}>${run(piece, size)}</w:ins>`
    })
    .join('')
}

/** The `footnotes.xml` of these notes, with the two separators that Word always writes. */
export function footnotesXml(notes: readonly string[]): string {
  const separators = ['separator', 'continuationSeparator'].map(
    (type, at) => `<w:footnote w:type="${type}" w:id="${at - 1}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  )
  const texts = notes.map(
    (text, at) =>
      `<w:footnote w:id="${at + 1}"><w:p><w:pPr><w:pStyle w:val="ab"/></w:pPr><w:r>${MARK_STYLE}<w:footnoteRef/></w:r>` +
      `<w:r><w:t xml:space="preserve"> ${escapeXml(text)}</w:t></w:r></w:p></w:footnote>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes ${WORD}>${separators.join('')}${texts.join('')}</w:footnotes>`
}

/** Text as it may stand in XML, which has no control characters. */
export function escapeXml(text: string): string {
  const allowed = [...text].filter((character) => character >= ' ' || character === '	').join('')
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

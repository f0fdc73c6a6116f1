import { checkLimit, type IngestLimits } from '../limits.ts'
import {
  childrenNamed,
  childValue,
  encodeEntities,
  isElement,
  type MarkupElement,
  readMarkup,
  scanMarkup,
} from '../markup.ts'
import type { CountParagraph } from './numbering.ts'
import { type FindStyle, readNumberingReference, readOutline } from './styles.ts'

/** Style ids that the rewritten document carries: `BaoshuH2` a heading of level 2, `BaoshuL1` a list item of depth 1. */
export const HEADING_STYLE = 'BaoshuH'
export const LIST_STYLE = 'BaoshuL'
/** Style id of the lines of a table of contents. */
export const CONTENTS_STYLE = 'BaoshuT1'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface OpenParagraph {
  readonly contentStart: number
  insertAt: number
  label: string
  hasText: boolean
  /** Ends of small pictures that no text has followed yet. */
  pictures: number[]
}

/**
 * A `document.xml` with its automatic numbers written out as text and its headings and list items marked by our own
 * style ids, so that a converter that knows neither loses neither. Text boxes stand where their frames stood, results of
 * simple fields as plain text; hidden text is left out.
 */
export function rewriteDocument(
  xml: string,
  findStyle: FindStyle,
  count: CountParagraph | null,
  limits: IngestLimits,
  name: string,
): string {
  const flat = dropHidden(flattenAlternatives(xml)).replace(/<\/?w:fldSimple(?:\s[^>]*)?>/g, '')
  const edits: Edit[] = []
  const open: OpenParagraph[] = []
  let paragraphs = 0
  let deleted = 0
  let propertiesFrom = -1
  let propertiesDepth = 0
  let drawingFrom = 0
  for (const token of scanMarkup(flat)) {
    if (token.kind === 'text') {
      const paragraph = open.at(-1)
      if (paragraph !== undefined && deleted === 0 && token.text.trim() !== '') {
        paragraph.hasText = true
        edits.push(...paragraph.pictures.splice(0).map(unreadableEdit))
      }
      continue
    }
    const selfClosing = token.kind === 'open' && token.selfClosing
    if (token.kind === 'open' && token.name === 'w:p') {
      paragraphs += 1
      checkLimit(limits, 'paragraphs', paragraphs, name)
    }
    if (token.name === 'w:pPr' && !selfClosing && open.length > 0) {
      propertiesDepth += token.kind === 'open' ? 1 : -1
      if (token.kind === 'open' && propertiesDepth === 1) propertiesFrom = token.start
      const paragraph = open.at(-1)
      if (token.kind === 'close' && propertiesDepth === 0 && paragraph !== undefined) {
        const read = rewriteProperties(flat.slice(propertiesFrom, token.end), findStyle, count)
        edits.push({ start: propertiesFrom, end: token.end, text: read.properties })
        paragraph.insertAt = token.end
        paragraph.label = read.label
      }
    } else if (propertiesDepth === 0 && token.name === 'w:p' && !selfClosing) {
      if (token.kind === 'open') {
        open.push({ contentStart: token.end, insertAt: token.end, label: '', hasText: false, pictures: [] })
      } else {
        const paragraph = open.pop()
        if (paragraph?.label && paragraph.hasText) edits.push(labelEdit(paragraph))
      }
    } else if (token.name === 'w:drawing' && !selfClosing) {
      if (token.kind === 'open') drawingFrom = token.start
      else if (deleted === 0 && open.at(-1)?.hasText && isCharacterPicture(flat.slice(drawingFrom, token.end)))
        open.at(-1)?.pictures.push(token.end)
    } else if ((token.name === 'w:del' || token.name === 'w:moveFrom') && !selfClosing && propertiesDepth === 0) {
      deleted += token.kind === 'open' ? 1 : -1
    }
  }
  return applyEdits(flat, edits)
}

/** Runs that are set as hidden text: no reader of the document sees them. */
const HIDDEN =
  /<w:r(?:\s[^>]*)?><w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>(?:(?!<\/?w:r[\s>])[\s\S])*<\/w:r>/g

function dropHidden(xml: string): string {
  return xml.includes('<w:vanish') ? xml.replace(HIDDEN, '') : xml
}

/** Sides of a character, in the units of drawings (12,700 a point). */
const SMALLEST_CHARACTER = 80_000
const LARGEST_CHARACTER = 330_000

/** Whether a drawing is a picture in the line, as large as a character: converters set rare ones so, between others. */
function isCharacterPicture(drawing: string): boolean {
  const [, width, height] = /<wp:inline[\s>][\s\S]*?<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawing) ?? []
  const [short = 0, long = 0] = [Number(width), Number(height)].toSorted((a, b) => a - b)
  return short >= SMALLEST_CHARACTER && long <= LARGEST_CHARACTER && long < short * 2
}

function unreadableEdit(at: number): Edit {
  return { start: at, end: at, text: '<w:t>\ufffd</w:t>' }
}

function labelEdit({ insertAt, label }: OpenParagraph): Edit {
  const text = `<w:r><w:t xml:space="preserve">${encodeEntities(label)}</w:t></w:r>`
  return { start: insertAt, end: insertAt, text }
}

/** New paragraph properties that say only what the converter needs, and the label that the old ones made. */
function rewriteProperties(
  xml: string,
  findStyle: FindStyle,
  count: CountParagraph | null,
): { readonly properties: string; readonly label: string } {
  const properties = readMarkup(xml).find((node): node is MarkupElement => isElement(node, 'w:pPr'))
  if (properties === undefined) return { properties: xml, label: '' }
  const styleId = childValue(properties, 'w:pStyle')
  const style = findStyle(styleId)
  const markDeleted = childrenNamed(properties, 'w:rPr').some((run) => childrenNamed(run, 'w:del').length > 0)
  const own = readNumberingReference(properties)
  const number = own?.number ?? style?.numbering?.number ?? null
  const level = own?.level ?? (own?.number == null ? (style?.numbering?.level ?? null) : null)
  const label = markDeleted || number === null || number === '0' ? null : (count?.(number, level, styleId) ?? null)
  const outline = childValue(properties, 'w:outlineLvl')
  const heading = outline === null ? (style?.outline ?? null) : readOutline(outline)
  const marker = chooseMarker(style?.name ?? '', heading, label?.depth ?? null)
  const kept = `${marker === null ? '' : `<w:pStyle w:val="${marker}"/>`}${markDeleted ? '<w:rPr><w:del/></w:rPr>' : ''}`
  return { properties: `<w:pPr>${kept}</w:pPr>`, label: label?.text ?? '' }
}

/** The style id that tells the reader of the converted text what a paragraph is; null for plain ones. */
function chooseMarker(styleName: string, heading: number | null, depth: number | null): string | null {
  if (/^(?:toc|目录)\s*\d?$/i.test(styleName)) return CONTENTS_STYLE
  if (heading !== null) return `${HEADING_STYLE}${heading}`
  return depth === null ? null : `${LIST_STYLE}${depth}`
}

const MOST_NESTED = 8

/**
 * The document with one of the two forms of every drawing that Word writes twice: the fallback, or where only the modern
 * form holds a text box, the text of that box.
 */
function flattenAlternatives(xml: string): string {
  let flat = xml
  for (let pass = 0; pass < MOST_NESTED && /<mc:AlternateContent[\s>]/.test(flat); pass += 1) {
    flat = replaceElements(flat, 'mc:AlternateContent', chooseAlternative)
  }
  return /<w:drawing[\s>]/.test(flat) && flat.includes('<w:txbxContent')
    ? replaceElements(flat, 'w:drawing', (drawing) => readTextBoxes(drawing) ?? drawing)
    : flat
}

function chooseAlternative(xml: string): string {
  const fallback = innerOf(xml, 'mc:Fallback')
  const choice = innerOf(xml, 'mc:Choice')
  if (fallback?.includes('<w:txbxContent')) return fallback
  return (choice === null ? null : readTextBoxes(choice)) ?? fallback ?? choice ?? ''
}

/** The text boxes of a drawing in the form that converters read; null where it has none. */
function readTextBoxes(xml: string): string | null {
  if (!xml.includes('<w:txbxContent')) return null
  const boxes: string[] = []
  replaceElements(xml, 'w:txbxContent', (box) => {
    boxes.push(box)
    return ''
  })
  return `<w:pict>${boxes.join('')}</w:pict>`
}

function innerOf(xml: string, name: string): string | null {
  let inner: string | null = null
  replaceElements(xml, name, (whole) => {
    inner ??= whole.slice(whole.indexOf('>') + 1, whole.lastIndexOf('</'))
    return ''
  })
  return inner
}

/** The text with every outermost element of a name replaced. */
function replaceElements(xml: string, name: string, replace: (element: string) => string): string {
  const edits: Edit[] = []
  let depth = 0
  let from = 0
  for (const match of xml.matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*?(/?)>`, 'g'))) {
    const end = match.index + match[0].length
    if (match[2] === '/') continue
    if (match[1] === '') {
      if (depth === 0) from = match.index
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      if (depth === 0) edits.push({ start: from, end, text: replace(xml.slice(from, end)) })
    }
  }
  return applyEdits(xml, edits)
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

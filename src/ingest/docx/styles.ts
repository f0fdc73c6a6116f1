import {
  childrenNamed,
  childValue,
  findElements,
  isElement,
  type MarkupElement,
  readAttribute,
  readMarkup,
} from '../markup.ts'

/** A paragraph's list membership as written in its properties. */
export interface NumberingReference {
  /** `0` takes a paragraph out of the list that its style puts it in; null where only the level is said. */
  readonly number: string | null
  readonly level: number | null
}

/** What a paragraph style gives its paragraphs, its base styles included. */
export interface ParagraphStyle {
  readonly name: string
  readonly numbering: NumberingReference | null
  /** Outline level from 1; null for running text. */
  readonly outline: number | null
}

/** Finds a style by its id; a style that is not there is null. */
export type FindStyle = (id: string | null) => ParagraphStyle | null

/** The paragraph and numbering styles of a `styles.xml`. */
export function readStyles(xml: string): FindStyle {
  const elements = new Map<string, MarkupElement>()
  let fallback: string | null = null
  for (const style of findElements(readMarkup(xml), 'w:style')) {
    const id = readAttribute(style.attributes, 'w:styleId')
    if (id === null) continue
    elements.set(id, style)
    const isDefault = readAttribute(style.attributes, 'w:default')
    if (readAttribute(style.attributes, 'w:type') === 'paragraph' && (isDefault === '1' || isDefault === 'true'))
      fallback = id
  }
  const resolved = new Map<string, ParagraphStyle>()
  const resolve = (id: string, trail: readonly string[]): ParagraphStyle | null => {
    const known = resolved.get(id)
    if (known !== undefined) return known
    const element = elements.get(id)
    if (element === undefined || trail.includes(id)) return null
    const base = childValue(element, 'w:basedOn')
    const parent = base === null ? null : resolve(base, [...trail, id])
    const style = readStyle(element, parent)
    resolved.set(id, style)
    return style
  }
  return (id) => {
    const chosen = id ?? fallback
    return chosen === null ? null : resolve(chosen, [])
  }
}

function readStyle(element: MarkupElement, parent: ParagraphStyle | null): ParagraphStyle {
  const name = childValue(element, 'w:name') ?? ''
  const properties = childrenNamed(element, 'w:pPr')[0]
  const own = properties === undefined ? null : readNumberingReference(properties)
  const numbering =
    own === null
      ? (parent?.numbering ?? null)
      : {
          number: own.number ?? parent?.numbering?.number ?? null,
          level: own.level ?? parent?.numbering?.level ?? null,
        }
  const outline = properties === undefined ? null : childValue(properties, 'w:outlineLvl')
  return {
    name,
    numbering,
    outline: outlineOfName(name) ?? (outline === null ? (parent?.outline ?? null) : readOutline(outline)),
  }
}

/** The list membership in a `w:pPr`; null where there is none. */
export function readNumberingReference(properties: MarkupElement): NumberingReference | null {
  const reference = properties.children.find((node) => isElement(node, 'w:numPr'))
  if (!isElement(reference)) return null
  const level = childValue(reference, 'w:ilvl')
  return { number: childValue(reference, 'w:numId'), level: level === null ? null : Number(level) }
}

/** A heading's level from 1 for an outline level from 0; null for 9, which is running text. */
export function readOutline(value: string): number | null {
  const level = Number(value)
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level + 1 : null
}

function outlineOfName(name: string): number | null {
  const match = /^(?:heading|标题)\s*([1-9])$/i.exec(name)
  if (match !== null) return Number(match[1])
  return /^(?:title|标题)$/i.test(name) ? 1 : null
}

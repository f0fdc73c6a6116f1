import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BaoshuError } from '../../model/error.ts'

/** A stretch of text as the PDF library hands it out; the transform places its baseline, from the bottom left. */
export interface RawTextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  /** `ttb` where its font sets it from the top to the bottom. */
  readonly dir: string
}

/** What we use of one page. */
export interface PdfPage {
  getViewport(options: { readonly scale: number }): {
    readonly width: number
    readonly height: number
    readonly transform: readonly number[]
  }
  getTextContent(): Promise<{ readonly items: readonly (RawTextItem | { readonly type: string })[] }>
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>
  cleanup(): void
}

/** What we use of an open document. */
export interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

/** An open document whose pages can be drawn. */
export interface DrawnPdf extends PdfDocument {
  /** A page as a PNG picture, `scale` pixels a point. */
  draw(number: number, scale: number): Promise<Uint8Array>
}

/**
 * pdf-parse opens the file, knows its passwords and damages, and owns the document; its own text has no positions, which
 * is why we go on with the document that it holds.
 */
interface Loader {
  load(): Promise<PdfDocument>
}

/** Pixels of the largest picture that is unpacked where pages are only read. */
const NO_PICTURES = 1

const { push } = Array.prototype
/**
 * The library and its worker put a `push` of their own in the place of JavaScript's, several times as slow, for the rest
 * of the process: in Node 20 a frozen array throws another error than the standard says. JavaScript's is put back.
 */
function restorePush(): void {
  Array.prototype.push = push
}

/** Takes a font and does nothing with it, in the place of a browser's. */
class UnusedFontFace {
  readonly loaded = Promise.resolve(this)
}

/** What a browser's document would keep fonts in. */
const UNUSED_FONTS = { fonts: { add: () => {}, delete: () => false } }

/**
 * Options by which the library takes fonts for loaded. Without them it makes a drawing of every glyph that a page shows,
 * which took more time than all else; nothing is drawn here.
 */
function withoutDrawings(): Readonly<Record<string, unknown>> {
  // The library makes its fonts by this name.
  if (!('FontFace' in globalThis)) Object.defineProperty(globalThis, 'FontFace', { value: UnusedFontFace })
  return { disableFontFace: false, ownerDocument: UNUSED_FONTS }
}

/**
 * Calls `read` with the opened document and closes it again. Pictures are unpacked up to so many pixels; by default they
 * are not looked at. Throws `pdf_encrypted` or `pdf_damaged`.
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  name: string,
  read: (document: DrawnPdf) => Promise<Result>,
  { pictures = NO_PICTURES }: { readonly pictures?: number } = {},
): Promise<Result> {
  const library = dirname(
    createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
  )
  const { PasswordException, PDFParse } = await import('pdf-parse')
  const parser = new PDFParse({
    // The library keeps the buffer that it is given: it gets its own.
    data: bytes.slice(),
    // Fonts that are not embedded give no text without these, and only as plain paths.
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    maxImageSize: pictures,
    isEvalSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    ...(pictures === NO_PICTURES ? withoutDrawings() : {}),
  })
  try {
    const document = await (parser as unknown as Loader).load().catch((cause: unknown) => {
      throw cause instanceof PasswordException ? encryptedError(name, cause) : openError(cause, name)
    })
    restorePush()
    const draw = async (number: number, scale: number) => {
      const { pages } = await parser.getScreenshot({ partial: [number], scale, imageBuffer: true, imageDataUrl: false })
      const [page] = pages
      if (page === undefined) throw new Error(`Page ${number} was not drawn`)
      return page.data
    }
    return await read({ numPages: document.numPages, getPage: (number) => document.getPage(number), draw })
  } finally {
    await parser.destroy()
  }
}

/** The error for a PDF that cannot be read to its end. */
export function damagedError(name: string, cause: unknown): BaoshuError {
  return new BaoshuError('pdf_damaged', `${name} is a damaged or cut-off PDF`, {
    place: name,
    advice: 'Fetch the file again, or open it in a PDF reader and print it to a new PDF.',
    cause,
  })
}

function encryptedError(name: string, cause: unknown): BaoshuError {
  return new BaoshuError('pdf_encrypted', `${name} is locked with a password`, {
    place: name,
    advice: 'Open it with its password and save it without one.',
    cause,
  })
}

/** What is thrown for `cause`: that the file is damaged, unless it is no error at all. */
const openError = (cause: unknown, name: string): unknown =>
  cause instanceof Error ? damagedError(name, cause) : cause

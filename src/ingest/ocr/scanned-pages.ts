import type { IngestLimits } from '../limits.ts'
import { limitError } from '../limits.ts'
import { type PdfPage, withPdf } from '../pdf/open.ts'
import type { PageContent } from '../pdf/page-content.ts'
import { placeWords } from './place-words.ts'
import { openRecognizer } from './recognizer.ts'

/** Points an inch. */
const POINTS = 72
/** Dots an inch that a page is drawn with where its own picture is coarser, or is not the whole page. */
const RESOLUTION = 300
/** Dots an inch from which on a picture is read best as it is: drawn at another size, its digits blur. */
const FINE = 180
/** Pixels of the largest picture that is drawn: a page of posters is drawn coarser. */
const MOST_PIXELS = 25_000_000

/** pdf.js's number for drawing a picture; its arguments are a name, the width and the height in pixels. */
const PAINT_PICTURE = 85

/**
 * The content of pages of a PDF that are pictures, by recognition: words with their places, no drawn lines. Throws
 * `ocr_unavailable`, or the limit's error where it takes longer than `limits.milliseconds`.
 */
export async function recognizePages(
  bytes: Uint8Array,
  pages: readonly { readonly number: number; readonly width: number; readonly height: number }[],
  name: string,
  limits: IngestLimits,
): Promise<readonly PageContent[]> {
  const started = Date.now()
  const recognizer = await openRecognizer(name)
  try {
    return await withPdf(
      bytes,
      name,
      async (document) => {
        const contents: PageContent[] = []
        for (const { number, width, height } of pages) {
          const page = await document.getPage(number)
          const scale = chooseScale(await findScan(page, width / height), width, height)
          const lines = await recognizer.recognize(await document.draw(number, scale))
          page.cleanup()
          contents.push({ number, width, height, items: placeWords(lines, scale), horizontal: [], vertical: [] })
          if (Date.now() - started > limits.milliseconds)
            throw limitError('milliseconds', limits.milliseconds, null, name)
        }
        return contents
      },
      { pictures: MOST_PIXELS },
    )
  } finally {
    await recognizer.close()
  }
}

/** The width in pixels of the picture that fills a page of these proportions; null where there is none. */
async function findScan(page: PdfPage, proportions: number): Promise<number | null> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const widths = fnArray.flatMap((operation, at) => {
    const [, width, height] = operation === PAINT_PICTURE ? (argsArray[at] as readonly unknown[]) : []
    if (typeof width !== 'number' || typeof height !== 'number') return []
    return Math.abs(width / height / proportions - 1) < 0.05 ? [width] : []
  })
  return widths.length === 0 ? null : Math.max(...widths)
}

/** Pixels a point to draw a page with: those of its scan where that is fine enough, so that no pixel is mixed. */
function chooseScale(scanWidth: number | null, width: number, height: number): number {
  const own = scanWidth === null ? 0 : scanWidth / width
  const wanted = own * POINTS >= FINE ? own : RESOLUTION / POINTS
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)))
}

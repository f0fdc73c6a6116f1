import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BaoshuError } from '../../model/error.ts'

/** A word that was recognised in a picture; places are in pixels from the top left. */
export interface RecognizedWord {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A line of words as the recogniser put them together. */
export interface RecognizedLine {
  readonly words: readonly RecognizedWord[]
  readonly top: number
  readonly bottom: number
}

/** Reads the words in pictures of pages; works without a network. */
export interface Recognizer {
  /** The lines in a picture (PNG, JPEG, BMP, WebP), from the top. */
  readonly recognize: (picture: Uint8Array) => Promise<readonly RecognizedLine[]>
  readonly close: () => Promise<void>
}

interface Box {
  readonly bbox: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number }
}

/** What we use of a page that tesseract.js has read. */
interface TesseractPage {
  readonly blocks:
    | readonly {
        readonly paragraphs: readonly {
          readonly lines: readonly (Box & { readonly words: readonly (Box & { readonly text: string })[] })[]
        }[]
      }[]
    | null
}

/** What we use of tesseract.js; the library is optional, so that its types are not relied on. */
interface Tesseract {
  createWorker(
    language: string,
    mode: number,
    options: {
      readonly langPath: string
      readonly cacheMethod: 'none'
      readonly errorHandler: (error: unknown) => void
    },
  ): Promise<{
    setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>
    recognize(
      picture: Buffer,
      options: object,
      output: { readonly blocks: true },
    ): Promise<{ readonly data: TesseractPage }>
    terminate(): Promise<unknown>
  }>
}

/** The mode of tesseract that reads lines with its neural network only. */
const LINES_BY_NETWORK = 1

/**
 * A recogniser of simplified Chinese. Throws `ocr_unavailable` where the optional libraries that do it are not
 * installed.
 */
export async function openRecognizer(place: string): Promise<Recognizer> {
  const { library, langPath } = loadTesseract(place)
  const worker = await library.createWorker('chi_sim', LINES_BY_NETWORK, {
    langPath,
    cacheMethod: 'none',
    // Without it the library throws in a place where nobody can catch; the promise is rejected as well.
    errorHandler: () => {},
  })
  // Pages of any layout; spaces as they are, since tables are told by their gaps.
  await worker.setParameters({ tessedit_pageseg_mode: '3', preserve_interword_spaces: '1' })
  return {
    recognize: async (picture) => {
      const { data } = await worker.recognize(Buffer.from(picture), {}, { blocks: true })
      return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines.map(readLine)))
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

function readLine({ words, bbox }: Box & { readonly words: readonly (Box & { readonly text: string })[] }) {
  return {
    top: bbox.y0,
    bottom: bbox.y1,
    words: words.map((word) => ({
      text: word.text,
      left: word.bbox.x0,
      right: word.bbox.x1,
      top: word.bbox.y0,
      bottom: word.bbox.y1,
    })),
  }
}

function loadTesseract(place: string): { readonly library: Tesseract; readonly langPath: string } {
  const require = createRequire(import.meta.url)
  try {
    const data = dirname(require.resolve('@tesseract.js-data/chi_sim/package.json'))
    return { library: require('tesseract.js'), langPath: join(data, '4.0.0_best_int') }
  } catch (cause) {
    throw new BaoshuError('ocr_unavailable', 'The libraries that recognise scanned text are not installed', {
      place,
      advice: 'Run: npm install tesseract.js @tesseract.js-data/chi_sim — then import again with --ocr.',
      cause,
    })
  }
}

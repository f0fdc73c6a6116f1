import { BaoshuError } from '../../model/error.ts'
import type { Content } from '../content.ts'
import { placeWords } from '../ocr/place-words.ts'
import { openRecognizer } from '../ocr/recognizer.ts'
import { readLayout } from '../pdf/layout.ts'

/**
 * The content of a picture of a page (PNG, JPEG) by recognition, with a `recognized_text` finding, or a `no_text_layer`
 * one where no word was found. Throws `ocr_unavailable`, or `format_unsupported` for a picture that cannot be decoded.
 */
export async function readImage(bytes: Uint8Array, name: string): Promise<Content> {
  const recognizer = await openRecognizer(name)
  try {
    const lines = await recognizer.recognize(bytes).catch((cause: unknown) => {
      throw new BaoshuError('format_unsupported', `${name} is a picture that cannot be decoded`, {
        place: name,
        advice: 'Open it and save it as PNG or JPEG.',
        cause,
      })
    })
    const items = placeWords(lines, 1)
    const width = Math.max(1, ...items.map((item) => item.x + item.width))
    const height = Math.max(1, ...items.map((item) => item.baseline))
    const { source, blocks, pages } = readLayout([{ number: 1, width, height, items, horizontal: [], vertical: [] }])
    const kind = source === '' ? 'no_text_layer' : 'recognized_text'
    const message = source === '' ? 'No word was recognised in the picture.' : RECOGNIZED
    return {
      format: 'image',
      encoding: null,
      source,
      blocks,
      pages,
      findings: [{ start: 0, end: source.length, kind, message }],
    }
  } finally {
    await recognizer.close()
  }
}

const RECOGNIZED =
  'The file is a picture whose text was recognised: check its figures against it; decimal points are easily lost.'

import { DEFAULT_LIMITS, type IngestLimits } from '../ingest/limits.ts'
import type { Option } from './command.ts'

type LimitName = keyof IngestLimits
const NAMES = Object.keys(DEFAULT_LIMITS) as readonly LimitName[]

/** The option that raises what one file may cost: `--limit bytes=300000000,pages=5000`. */
export const limitOption: Option<Partial<IngestLimits>> = {
  flag: '--limit',
  value: 'NAME=NUMBER,…',
  summary: {
    en: `what one file may cost, where it is to be trusted: ${NAMES.join(', ')}`,
    zh: `单个文件的读取限制，仅对可信文件放宽：${NAMES.join('、')}`,
  },
  expected: {
    en: `NAME=NUMBER with ${NAMES.join(', ')}`,
    zh: `名称=数字，名称为 ${NAMES.join('、')}`,
  },
  fallback: {},
  read(text) {
    const limits: { [Name in LimitName]?: number } = {}
    for (const part of text.split(',')) {
      const [name, number = ''] = part.split('=')
      const limit = NAMES.find((one) => one === name)
      if (limit === undefined || !/^[1-9]\d*$/.test(number)) return undefined
      limits[limit] = Number(number)
    }
    return limits
  },
}

import { BaoshuError } from '../../model/error.ts'
import { GIVEN_FIELDS } from '../../model/report.ts'
import type { GivenField } from '../../pipeline/setGiven.ts'
import type { DocumentRow } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import type { Cli } from '../cli.ts'
import { defineCommand, EXIT, type Option } from '../command.ts'
import { readGiven } from '../given.ts'
import { catalogueOption, databaseOption, givenOptions } from '../options.ts'
import { usageError } from '../trouble.ts'

/** The option that takes back what was said: `--clear year,region`. */
const clearOption: Option<readonly GivenField[]> = {
  flag: '--clear',
  value: 'NAME,…',
  summary: {
    en: `take back what was said: ${GIVEN_FIELDS.join(', ')}, or all`,
    zh: `撤回先前的说明：${GIVEN_FIELDS.join('、')} 或 all（全部）`,
  },
  expected: {
    en: `names of ${GIVEN_FIELDS.join(', ')}, or all`,
    zh: `${GIVEN_FIELDS.join('、')} 中的名称，或 all`,
  },
  fallback: [],
  read(text) {
    if (text === 'all') return GIVEN_FIELDS
    const named = text.split(',').map((name) => GIVEN_FIELDS.find((field) => field === name))
    return named.includes(undefined) ? undefined : named.filter((field) => field !== undefined)
  },
}

export const documentsSetCommand = defineCommand({
  name: 'documents set',
  summary: {
    en: 'Say the year, place, issuer or kind of a stored document',
    zh: '说明库中文档的年份、地区、单位或类型',
  },
  details: [
    {
      en: 'The document is read again from what is stored, with your word over its own; the file is not needed. What you say is kept for every later import of the file, until --clear takes it back.',
      zh: '以您的说明为准，从库中存的原文重新读取，不需要原文件。说明会保存，以后再导入该文件时仍然有效，直到用 --clear 撤回。',
    },
  ],
  arguments: [
    {
      name: 'ID',
      many: true,
      summary: { en: 'ids of documents, or their first characters', zh: '文档编号，可只写开头几位' },
    },
  ],
  options: { db: databaseOption, ...givenOptions, clear: clearOption, catalogue: catalogueOption },
  examples: [
    {
      command: 'baoshu documents set 3a308c --year 2019 --region 山东省潍坊市高新区',
      summary: { en: 'say the year and place of a masked report', zh: '说明一份隐去年份和地区的报告' },
    },
    {
      command: 'baoshu documents set 3a308c --clear year',
      summary: { en: 'take back what was said of the year', zh: '撤回对年份的说明' },
    },
  ],
  async run({ args, options }, cli) {
    const given = readGiven(options)
    const words = cli.words.documents
    const { clear } = options
    const twice = clear.find((field) => given[field] !== undefined)
    if (twice !== undefined) throw usageError(words.saidAndCleared(twice), words.nothingGivenAdvice)
    if (Object.keys(given).length + clear.length === 0) throw usageError(words.nothingGiven, words.nothingGivenAdvice)
    const { loadReportReader } = await import('../../pipeline/reportReader.ts')
    const { setGiven } = await import('../../pipeline/setGiven.ts')
    const reader = loadReportReader({ catalogue: options.catalogue })
    await withArchive(options.db, 'write', async (archive) => {
      const rows = archive.documents()
      const chosen = args.map((id) => findDocument(rows, id, cli))
      for (const { id, facts } of await setGiven(archive, chosen, { given, clear }, reader))
        cli.tell(words.set(id, facts))
    })
    return EXIT.done
  },
})

/** The document whose id begins with `id`; throws `not_found` where there is none or more than one. */
function findDocument(rows: readonly DocumentRow[], id: string, cli: Cli): DocumentRow {
  const found = rows.filter((row) => row.id.startsWith(id))
  const [first] = found
  const words = cli.words.documents
  if (first === undefined || found.length > 1)
    throw new BaoshuError('not_found', first === undefined ? words.unknown(id) : words.ambiguous(id, found.length), {
      place: id,
      advice: words.unknownAdvice,
    })
  return first
}

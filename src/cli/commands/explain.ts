import type { SourceDocument } from '../../model/document.ts'
import { BaoshuError } from '../../model/error.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { ExtractedFile } from '../../pipeline/extractFile.ts'
import type { Cli } from '../cli.ts'
import { defineCommand, EXIT } from '../command.ts'
import { readGiven } from '../given.ts'
import { limitOption } from '../limits.ts'
import { catalogueOption, givenOptions, ocrOption, outputOption, wholeNumberOption } from '../options.ts'
import { withOutput } from '../output.ts'
import { onOneLine } from '../width.ts'

export const explainCommand = defineCommand({
  name: 'explain',
  summary: { en: 'Say in sentences why a figure was read as it was', zh: '用文字说明某个数字为何这样判定' },
  details: [
    {
      en: 'Finds the words in the source text and tells of every number in them: what was read, and the rules that decided, in order. A number that is no fact is told with its class.',
      zh: '在原文中找到这段文字，逐一说明其中的数字：读出了什么，依次由哪些规则决定。不是数据的数字会说明属于哪一类。',
    },
  ],
  arguments: [
    {
      name: 'FILE',
      many: false,
      summary: { en: 'a report: DOCX, PDF, TXT or MD', zh: '报告文件：DOCX、PDF、TXT 或 MD' },
    },
    { name: 'QUOTE', many: false, summary: { en: 'words of the text that hold the number', zh: '含有该数字的原文' } },
  ],
  options: {
    nth: wholeNumberOption({
      flag: '--nth',
      value: 'NUMBER',
      least: 1,
      most: 1_000_000,
      summary: { en: 'only this occurrence of the words, from 1', zh: '只看第几处，从 1 起' },
      fallback: null,
    }),
    ...givenOptions,
    catalogue: catalogueOption,
    limit: limitOption,
    ocr: ocrOption,
    output: outputOption,
  },
  examples: [
    {
      command: 'baoshu explain report.txt 103场',
      summary: { en: 'why is this figure what it is?', zh: '这个数字为何如此判定？' },
    },
    {
      command: 'baoshu explain report.txt 一批 --nth 2',
      summary: { en: 'why is the second one of these no figure?', zh: '第二处“一批”为何不是数据？' },
    },
  ],
  async run({ args: [file = '', quote = ''], options }, cli) {
    const { extractFile } = await import('../../pipeline/extractFile.ts')
    const { explainFact } = await import('../../extract/explain.ts')
    const read = await extractFile(file, {
      given: readGiven(options),
      catalogue: options.catalogue,
      limits: options.limit,
      ocr: options.ocr,
    })
    const found = findOccurrences(read.document.source, quote)
    const chosen = chooseOccurrences(found, options.nth, quote, cli)
    const lines = chosen.flatMap(({ span, nth }, index) => [
      ...(index === 0 ? [] : ['']),
      `${cli.words.explain.occurrence(nth, found.length, lineOf(read.document, span.start))}`,
      ...explainSpan(read, span, cli, explainFact),
    ])
    await withOutput(cli, options.output, (write) => write(`${lines.join('\n')}\n`))
    return EXIT.done
  },
})

/** Where a quote stands in a text, in order; occurrences may overlap. */
export function findOccurrences(text: string, quote: string): readonly Span[] {
  const found: Span[] = []
  if (quote === '') return found
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: at, end: at + quote.length })
  return found
}

function chooseOccurrences(
  found: readonly Span[],
  nth: number | null,
  quote: string,
  cli: Cli,
): readonly { readonly span: Span; readonly nth: number }[] {
  const words = cli.words.explain
  const notFound = (message: string) =>
    new BaoshuError('not_found', message, { place: quote, advice: words.notInTextAdvice })
  if (found.length === 0) throw notFound(words.notInText(quote))
  const numbered = found.map((span, index) => ({ span, nth: index + 1 }))
  if (nth === null) return numbered
  const one = numbered[nth - 1]
  if (one === undefined) throw notFound(words.noSuchOccurrence(nth, found.length))
  return [one]
}

function explainSpan(
  { document, extraction, rulebook }: ExtractedFile,
  span: Span,
  cli: Cli,
  explainFact: typeof import('../../extract/explain.ts').explainFact,
): readonly string[] {
  const words = cli.words.explain
  const facts = extraction.facts.filter((fact) => overlaps(fact, span))
  const mentions = extraction.mentions.filter((mention) => overlaps(mention, span) && mention.class !== 'fact')
  const findings = extraction.findings.filter((finding) => overlaps(finding, span))
  const lines = [
    ...facts.flatMap((fact) => explainFact(extraction, document, fact, rulebook, cli.language)),
    ...mentions.map((mention) =>
      words.mention(onOneLine(mention.quote), cli.words.mentionClass[mention.class], mention.rule),
    ),
    ...findings.map((finding) => words.finding(finding.message)),
  ]
  return (facts.length + mentions.length === 0 ? [words.noNumeral, ...lines] : lines).map((line) => `  ${line}`)
}

function lineOf(document: SourceDocument, offset: number): number {
  return document.source.slice(0, offset).split('\n').length
}

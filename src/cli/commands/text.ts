import { defineCommand, EXIT } from '../command.ts'
import { limitOption } from '../limits.ts'
import { ocrOption, outputOption } from '../options.ts'
import { withOutput } from '../output.ts'

export const textCommand = defineCommand({
  name: 'text',
  summary: {
    en: 'Print the source text of a file, the one that all offsets point into',
    zh: '输出文件的原文，所有位置都以它为准',
  },
  details: [
    {
      en: 'Text files are decoded, without byte order mark and with \\n line ends. Of DOCX and PDF it is one block a line; the cells of a table row are joined by " | ".',
      zh: '文本文件解码后去掉 BOM，换行统一为 \\n。DOCX 和 PDF 每段一行，表格一行的单元格以“ | ”相连。',
    },
  ],
  arguments: [
    {
      name: 'FILE',
      many: false,
      summary: { en: 'a report: DOCX, PDF, TXT or MD', zh: '报告文件：DOCX、PDF、TXT 或 MD' },
    },
  ],
  options: { limit: limitOption, ocr: ocrOption, output: outputOption },
  examples: [
    { command: 'baoshu text report.docx', summary: { en: 'read the text of a report', zh: '查看一份报告的原文' } },
    {
      command: 'baoshu text report.pdf -o report.txt',
      summary: { en: 'save it as a text file', zh: '另存为文本文件' },
    },
  ],
  async run({ args: [file = ''], options }, cli) {
    const { ingestFileApart } = await import('../../pipeline/readApart.ts')
    const document = await ingestFileApart(file, { limits: options.limit, ocr: options.ocr })
    await withOutput(cli, options.output, (write) => write(document.source))
    return EXIT.done
  },
})

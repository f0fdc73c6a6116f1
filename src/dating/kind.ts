import type { Evidence, ReportKind } from '../model/report.ts'
import type { Section } from '../text/sections.ts'
import { evidenceAt, evidenceOfName, type PartText } from './part-text.ts'
import { plansAhead, readTense, setsNorms, tellsDeeds } from './tense.ts'
import { isGovernmentReport, type Title } from './title.ts'

export interface KindReading {
  readonly kind: ReportKind
  readonly evidence: readonly Evidence[]
}

/** 计划完成情况, 办法执行情况: what was planned or ruled is what the report tells of. */
const TOLD_OF = /^(?:和[^，。]{2,8})?的?(?:完成|落实|执行|实施|进展|推进|贯彻)/
const COUNTED_OR_DONE = /将?\d+[项个件]$|(?<!未)完成(?:了|今年|全年|年度|年初)$/
/** How points are given and taken: a text of these is a standard. */
const SCORING =
  /(?:未[\u3400-\u9fff]{1,8}|不[\u3400-\u9fff]{1,8}|每[\u3400-\u9fff]{1,8}次?|[一1]次)?(?:[扣减][ ]?\d+(?:\.\d+)?[ ]?分|不得分|扣完为止)|(?<![获取共评核均总])得(?:基础分)?[ ]?\d+(?:\.\d+)?[ ]?分/g
/** The report speaks as a body of its own, not as statistics do. */
const OWN_VOICE = /(?:我|本)(?:局|馆|市|区|县|州|省|镇|乡|街道?|站|处|委|厅)|我们/
/** 现将有关情况报告如下, 以上是对去年工作的简要回顾: a text without a title says that it reports. */
const REPORTS =
  /现将[^。；\n]{2,40}(?:总结|汇报|报告|通报|公示|公布)(?:如下|[：:])|以上[^。，\n]{0,4}是对[^。，\n]{0,12}工作的[^。，\n]{0,6}(?:回顾|总结)/
/** 问题与2018年安排, 问题与计划: beside problems a heading names what is to come. */
const YEAR_AHEAD =
  /(?:19|20)\d{2}年度?[^，。]{0,6}(?:安排|打算|计划|思路|设想)|(?:问题|不足|困难|短板|差距)(?:[与和及、]|以及)(?:工作)?(?:计划|安排|打算|设想|目标|任务)$/

/** 特制定本方案, 现制定相关宣传方案, 现将工作安排通知如下: the opening says that what follows is planned. */
const OPENS_PLAN =
  /(?:特|现|兹)(?:制[定订]|拟[定订]|提出|就|将)(?![^，。；\n]{0,30}(?:总结|情况|回顾))[^，。；\n]{0,30}(?:方案|计划|规划|打算|安排|要点|思路|设想)(?:(?:汇报|报告|通知|明确|公布)?如下|[，。：；])/
/** An opening stands within so many characters of the title. */
const OPENING = 600

/** The kinds that the words of a title name, without what they name only as their matter. */
function kindsOf(words: string, part: PartText): ReadonlySet<ReportKind> {
  const kinds = part.rulebook.titles
    .find(words)
    // 将32项重点任务细化分解: a line that counts its tasks is a sentence, and no title of them.
    // 两项工程完成全年目标任务: so does one that says that they are done.
    .filter((match) => !TOLD_OF.test(words.slice(match.end)) && !COUNTED_OR_DONE.test(words.slice(0, match.start)))
    .map((match) => match.row.kind)
  return new Set(kinds)
}

/** The title without the names in it: of the issuer, of books and slogans, of what follows in brackets. */
function plainTitle(words: string, issuer: string): string {
  const own = words.replace(/（[^）]*）$/, '').replace(/“[^”]*”/g, '“”')
  return issuer && own.startsWith(issuer) ? own.slice(issuer.length) : own.replace(issuer, '')
}

/** What kind of report it is: by the words of its title, where they do not say by its headings and sentences. */
export function readKind(part: PartText, title: Title, issuer: string, sections: readonly Section[]): KindReading {
  const told = (kind: ReportKind, rule: string): KindReading => ({
    kind,
    evidence: [title.span ? evidenceAt(part, title.span, kind, rule) : evidenceOfName(kind, rule)],
  })
  const text = part.reading.text.slice(part.start, part.end)
  const words = plainTitle(title.words, issuer)
  // What a site calls a bundle says nothing of its pieces.
  const kinds = title.rule === 'title.bundle' ? new Set<ReportKind>() : kindsOf(words, part)
  if (isGovernmentReport(part, title)) return told('mixed', 'kind.governmentReport')
  if (kinds.has('statistics')) return told('statistics', 'kind.title')
  if (kinds.has('summary') && kinds.has('plan')) return told('mixed', 'kind.title')
  if (kinds.has('rules') && !kinds.has('summary')) return told('rules', 'kind.title')
  if (kinds.has('plan') && !tellsDeeds(readTense(text))) return told('plan', 'kind.title')
  const opening = kinds.size === 0 ? OPENS_PLAN.exec(text.slice(0, OPENING)) : null
  if (opening) {
    const start = part.start + opening.index
    return {
      kind: 'plan',
      evidence: [evidenceAt(part, { start, end: start + opening[0].length }, 'plan', 'kind.opening')],
    }
  }
  // 您的位置：首页 > 工作安排 above the title is no part of the report.
  const inside = sections.filter(({ start }) => start >= (title.span?.end ?? part.start) && start < part.end)
  const plan = inside.find((section) => plans(section, part, /总结|汇报|自评|自查/.test(words)))
  const planEvidence = plan ? headingEvidence(part, plan, 'mixed', 'kind.planHeading') : []
  if (kinds.has('summary')) {
    const summary = told('summary', 'kind.title')
    return plan ? { kind: 'mixed', evidence: [...summary.evidence, ...planEvidence] } : summary
  }
  // An essay (…的思考) that tells of 我区 and what it will do reports all the same.
  if (kinds.has('other') && !(plan && OWN_VOICE.test(text))) return told('other', 'kind.title')
  const ruled = /(?:做|作)(?:出)?(?:如下|以下)规定|本(?:办法|细则|规定|制度)(?:适用|自)|第一条[ ]/.exec(text)
  if (ruled) {
    const start = part.start + ruled.index
    return {
      kind: 'rules',
      evidence: [evidenceAt(part, { start, end: start + ruled[0].length }, 'rules', 'kind.ruling')],
    }
  }
  const scoring = text.match(SCORING)
  if ((scoring?.length ?? 0) >= 4 && !/自评(?:得分|分)?[为：]?\d/.test(text)) {
    const start = part.start + text.search(SCORING)
    return {
      kind: 'rules',
      evidence: [evidenceAt(part, { start, end: start + (scoring?.[0].length ?? 0) }, 'rules', 'kind.scoring')],
    }
  }
  const compared = text.match(/(?:增长|下降|增加|减少|提高)[ ]?\d/g)?.length ?? 0
  const stock = /年末(?:全[国省市县区]|共有)|全年(?:全[国省市县区])?/.exec(text)
  if (compared >= 4 && stock && (!OWN_VOICE.test(text) || /初步(?:测算|核算|统计)/.test(text))) {
    const start = part.start + stock.index
    return {
      kind: 'statistics',
      evidence: [evidenceAt(part, { start, end: start + stock[0].length }, 'statistics', 'kind.figures')],
    }
  }
  if (plan) return { kind: 'mixed', evidence: planEvidence }
  const summarised = inside.find(({ role, rule }) => role === 'summary' && rule !== 'section.base')
  if (summarised)
    return { kind: 'summary', evidence: headingEvidence(part, summarised, 'summary', 'kind.summaryHeading') }
  const reported = REPORTS.exec(text)
  if (kinds.has('other')) return { kind: 'other', evidence: [] }
  const tense = reported ? null : readTense(text)
  if (tense && setsNorms(tense)) return told('rules', 'kind.norms')
  if (tense && plansAhead(tense)) return told('plan', 'kind.plansAhead')
  if (!reported) return { kind: 'other', evidence: [] }
  const start = part.start + reported.index
  return {
    kind: 'summary',
    evidence: [evidenceAt(part, { start, end: start + reported[0].length }, 'summary', 'kind.reported')],
  }
}

/**
 * Whether a section plans: by its role, or because its heading names plans beside problems (存在问题和下一步打算, 问题与2018年
 * 安排). A sentence that turns to plans in the middle of a paragraph on something else makes no part of the report.
 */
function plans(section: Section, part: PartText, byTransition: boolean): boolean {
  if (section.rule === 'section.targetsLabel') return false
  if (section.role === 'plan') return section.rule !== 'section.transition' || (byTransition && opens(section, part))
  const heading = section.headings[section.headings.length - 1] ?? ''
  return (
    section.role === 'problem' &&
    (YEAR_AHEAD.test(heading) || part.rulebook.sections.find(heading).some(({ row }) => row.role === 'plan'))
  )
}

/** Whether a section begins with a paragraph. */
function opens(section: Section, part: PartText): boolean {
  return part.paragraphs.some(
    ({ start, end }) =>
      section.start >= start && section.start < end && part.reading.text.slice(start, section.start).trim() === '',
  )
}

function headingEvidence(part: PartText, section: Section, says: ReportKind, rule: string): readonly Evidence[] {
  const line = part.reading.text.slice(section.start, section.start + 24).split(/[\n。，]/)[0] ?? ''
  return [evidenceAt(part, { start: section.start, end: section.start + line.length }, says, rule)]
}

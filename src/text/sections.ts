import type { Lexicon, LexiconRow } from '../rulebook/lexicon.ts'
import { allMatches } from './matches.ts'
import type { Paragraph, SectionRole } from './paragraphs.ts'

export interface SectionRow extends LexiconRow {
  readonly role: 'plan' | 'problem' | 'summary' | 'rules'
}

/** From `start` on, the text does what `role` says, because of what rule `rule` saw. */
export interface Section {
  readonly start: number
  readonly role: SectionRole
  readonly rule: string
  /** Words of the headings above, outermost first. */
  readonly headings: readonly string[]
}

interface Heading {
  readonly start: number
  readonly end: number
  readonly level: number
  readonly words: string
}

const LABELS: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百]+[章篇部编][ ]*/, 1],
  [/^[一二三四五六七八九十]{1,3}[、.．][ ]*/, 1],
  [/^（[一二三四五六七八九十]{1,3}）[、]?[ ]*/, 2],
  [/^第[一二三四五六七八九十百]+[节条][，、 ]*/, 2],
  [/^\d{1,2}[、.．](?!\d)[ ]*/, 3],
  [/^（\d{1,2}）[ ]*/, 4],
  [/^[①-⑳][ ]*/, 4],
]
/** A label of the first or second level in the middle of a paragraph: texts whose line breaks were lost. */
const INLINE_LABEL =
  /(?:([一二三四五六七八九十](?<=[。；！”）…\s\u3400-\u9fff].)[一二三四五六七八九十]?)、|（(?<=[。；！”）…\s\u3400-\u9fff].)([一二三四五六七八九十]{1,2})）)(?=[\u3400-\u9fff“])/g
const TRANSITION =
  /^(?:[ ]*)(?:(?:下一步|下步|下阶段|下一阶段|接下来|下半年|明年|来年|新的一年|今后|下一年度?)(?:工作)?[，,：中里]?|(?:在|到)?(?:(?:19|20)[\dXx_×*]{1,2}年)[^，。]{0,24}(?:过程中|工作中|里)?，(?:我们|我[局馆区县市镇街站]|全[市区县馆局])?[^，。]{0,6}(?:将|要|拟|(?<!年度|完成|全年|占|年初|[三五十]年|原)计划))/
/** The characters that a transition begins with. */
const TURNS = new Set('下接明来新今在到12')
function isTransition(words: string): boolean {
  let at = 0
  while (words.charAt(at) === ' ') at++
  return TURNS.has(words.charAt(at)) && TRANSITION.test(words)
}
/** 现将明年工作安排如下. */
const ANNOUNCED = /^[ ]*(?:现将|现就)?[^，。]{0,12}(?:明年|下一年|下年度)(?:工作)?(?:计划|安排|打算|思路)如下/

/** 预算189万元，绩效目标情况：1.…2.…: what is listed was aimed at. */
const TARGETS =
  /(?:绩效|产出)(?:总体)?目标(?:设定|申报)?(?:情况)?(?:如下|为)?[：:]\s*$|(?:绩效|产出)(?:总体)?目标(?:是|为)(?=[^。]*\d)/

/** 项目内容：, 目标任务：at the head of a line: what was to be done … */
const TASK_LABEL =
  /^(?:（?[一二三四五六七八九十\d]{1,3}[、.．）] ?)?(?:年度|工作|项目|实施|建设|主要|创建|承诺|实事|绩效|预期|总体)?(?:内容|目标|任务|目标任务|工作任务|绩效目标|承诺事项|整改措施)(?:及要求)?[ ]?(?:：|$)/
/** … 进展与成效：, 完成情况：beside it: what came of it. */
const OUTCOME_LABEL =
  /^(?:（?[一二三四五六七八九十\d]{1,3}[、.．）] ?)?(?:目前|实际|任务|工作|项目|目标|建设|实施)?(?:进展|进度|完成|落实|推进|办理|整改|实施|取得)(?:与|和|及)?(?:情况|成效|进展|进度|结果)(?:与成效|和成效|及成效)?[ ]?(?:：|$)/
/** A label of another kind (责任单位：) ends what the last one opened. */
const OTHER_LABEL = /^[\u3400-\u9fff]{2,8}[ ]?：/

/** Whether the lines of a text tell tasks and outcomes in turn, each under its label. */
function pairsLabels(text: string, paragraphs: readonly Paragraph[]): boolean {
  let tasks = 0
  let outcomes = 0
  for (const { start, end, cell } of paragraphs) {
    if (cell) continue
    const line = text.slice(start, Math.min(end, start + 24))
    if (TASK_LABEL.test(line)) tasks += 1
    else if (OUTCOME_LABEL.test(line) && tasks > 0) outcomes += 1
  }
  return outcomes > 0 && tasks <= 3 * outcomes
}

/** 2026年主要工作 is what will be done in a report of 2025; 2026年工作回顾 would look back. */
const LOOKS_BACK = /回顾|总结|完成|成效|成绩|进展|情况|落实|执行|经验|亮点/

/** The title of a report that names the year that it is given in heads no section. */
const TITLE = /(?:工作报告|统计公报)[》）]?$/

const COMPLETED = /(?<!未)完成(?:了|今年|全年|年度|年初)$/

const CHINESE_ORDER = '一二三四五六七八九十'

function headingOf(text: string, paragraph: Paragraph, lexicon: Lexicon<SectionRow>): Heading | null {
  const line = text.slice(paragraph.start, paragraph.end)
  if (paragraph.cell) return null
  for (const [label, level] of LABELS) {
    const match = label.exec(line)
    if (!match) continue
    const rest = line.slice(match[0].length)
    const words = (/^[^。：；！]*/.exec(rest)?.[0] ?? rest).slice(0, 48)
    return {
      start: paragraph.start,
      end: paragraph.end,
      level: paragraph.level && paragraph.kind === 'heading' ? Math.min(paragraph.level, level) : level,
      words,
    }
  }
  // 20_年工作打算: a short line of its own that ends with the name of a section.
  const opened = line.replace(/：$/, '')
  const named =
    opened.length <= (opened === line ? 24 : 12) &&
    !/[。，；：、！？\d]$|[。，；：]/.test(opened) &&
    lexicon.endingAt(opened, opened.length).length > 0
  const dated =
    paragraph.kind !== 'list_item' &&
    /^[ ]*(?:附[件录]?[一二三四五\d]?[：:、 ]*)?(?:19|20)\d{2}年[\u3400-\u9fff]{4,16}$/.test(line) &&
    !TITLE.test(line)
  // 2026年民生实事: the headings of the list below are under it.
  const period = named && /^“?(?:十[一二三四五六七]五|[七八九]五|今后|过去|未来|这五年)/.test(line)
  if (named || dated) return { start: paragraph.start, end: paragraph.end, level: dated || period ? 0 : 1, words: line }
  if (paragraph.kind === 'heading' && !TITLE.test(line))
    return { start: paragraph.start, end: paragraph.end, level: paragraph.level ?? 1, words: line }
  return null
}

/** By paragraph: it is asked for the dating of its report and for what its figures stand under. */
const headings = new WeakMap<Paragraph, Heading | null>()
function knownHeading(text: string, paragraph: Paragraph, lexicon: Lexicon<SectionRow>): Heading | null {
  const known = headings.get(paragraph)
  if (known !== undefined) return known
  const heading = headingOf(text, paragraph, lexicon)
  headings.set(paragraph, heading)
  return heading
}

/** Headings inside a paragraph whose line breaks were lost, as long as their labels count on (一、 二、 三、). */
function inlineHeadings(text: string, paragraph: Paragraph): readonly Heading[] {
  if (paragraph.cell || paragraph.end - paragraph.start < 200) return []
  const line = text.slice(paragraph.start, paragraph.end)
  const headings: Heading[] = []
  for (const match of allMatches(INLINE_LABEL, line)) {
    const at = match.index
    if (at < 4) continue
    const before = line.charAt(at - 1)
    const numeral = match[1] ?? match[2] ?? ''
    const counts = CHINESE_ORDER.includes(numeral.charAt(0))
    if (match[1] && /[\u3400-\u9fff]/.test(before)) continue
    const words = /^[^。：；！ ]*/.exec(line.slice(at + match[0].length))?.[0].slice(0, 24) ?? ''
    if (counts && words.length >= 2) {
      headings.push({
        start: paragraph.start + at,
        end: paragraph.start + at + match[0].length + words.length,
        level: match[1] ? 1 : 2,
        words,
      })
    }
  }
  return headings
}

/**
 * The role that a heading's words give, or null where they give none. Where a heading names several (存在问题和下步打算)
 * the first stands, and the text itself turns to the next.
 */
function roleOf(
  words: string,
  lexicon: Lexicon<SectionRow>,
): { readonly role: SectionRole; readonly rule: string } | null {
  // 两项工程完成今年目标任务: what was to be done is what was completed.
  const matches = lexicon
    .find(words)
    .filter((match) => !COMPLETED.test(words.slice(0, match.start)))
    // 绩效目标分解下达情况: that they were set is what is told.
    .filter(({ row }) => row.id !== 'section.targets' || !/下达|批复/.test(words))
  const problem = matches.find((match) => match.row.role === 'problem')
  if (problem) return { role: 'problem', rule: problem.row.id }
  const summary = matches.filter((match) => match.row.role === 'summary')
  const others = matches.filter((match) => match.row.role === 'plan' || match.row.role === 'rules')
  // 创建标准完成情况, 计划完成情况, 目标任务完成情况: the plan is what was completed; 2024年工作思路: nothing is summed up.
  const decided = summary.length > 0 && others.length > 0 ? summary[0] : (matches[0] ?? null)
  return decided ? { role: decided.row.role, rule: decided.row.id } : null
}

/** Whether a heading turns a plan to what there is: 发展基础, “十一五”回顾, 存在问题; 主要工作 and 补齐短板 there are to be done. */
function looksBackInPlan(role: SectionRole | undefined, words: string): boolean {
  if (role === 'summary') return /回顾|总结|基础|现状|成效|成绩|成就|完成情况|执行情况|基本情况|进展/.test(words)
  return role !== 'problem' || /存在|问题|不足|困难|差距/.test(words)
}

/** The sections of a text: where the telling turns to planning, to problems or to rules, and back. */
export function findSections(
  text: string,
  paragraphs: readonly Paragraph[],
  lexicon: Lexicon<SectionRow>,
  base: SectionRole,
  options: { readonly reportYear: number | null; readonly goesOnPlanning?: boolean } = { reportYear: null },
): readonly Section[] {
  const sections: Section[] = [{ start: 0, role: base, rule: 'section.base', headings: [] }]
  let path: { level: number; words: string; role: SectionRole; rule: string }[] = []
  let lastOfFirstLevel: SectionRole = base
  const enter = (heading: Heading): void => {
    path = path.filter((above) => above.level < heading.level)
    const parent = path[path.length - 1]
    const inherited = { role: parent?.role ?? base, rule: parent?.rule ?? 'section.base' }
    let own = base === 'rules' ? null : roleOf(heading.words, lexicon)
    const year = /((?:19|20)\d{2})年/.exec(heading.words)
    // 2024年民生实事清单 in a report on 2024: deeds of the year that is told of.
    if (own?.rule === 'section.deeds' && year && options.reportYear !== null && Number(year[1]) <= options.reportYear)
      own = null
    // 问题与2018年安排: what is wrong comes first.
    const problemFirst = year !== null && /问题|不足|困难|短板/.test(heading.words.slice(0, year.index))
    if (problemFirst) own = { role: 'problem', rule: 'section.problem' }
    if (
      year &&
      options.reportYear !== null &&
      Number(year[1]) > options.reportYear &&
      !(own?.role === 'summary' && LOOKS_BACK.test(heading.words)) &&
      !problemFirst
    ) {
      own = { role: 'plan', rule: 'section.laterYear' }
    }
    if (base === 'plan' && !looksBackInPlan(own?.role, heading.words)) own = null
    // A plan stays a plan: 主要做法 below 工作计划 tells how it will be done. Only level one turns it back.
    // 补齐短板 there is a task.
    const staysPlan =
      inherited.role === 'plan' && heading.level > 1 && (own?.role === 'summary' || own?.role === 'problem')
    // 二、今年的总体部署，三、推进改革，四、…: in a report of a government the rest is what it will do.
    const goesOn = options.goesOnPlanning === true && heading.level === 1 && lastOfFirstLevel === 'plan'
    const role = own && !staysPlan ? own : goesOn ? { role: 'plan' as const, rule: 'section.goesOn' } : inherited
    if (heading.level === 1) lastOfFirstLevel = role.role
    path.push({ level: heading.level, words: heading.words, ...role })
    sections.push({ start: heading.start, ...role, headings: path.map((item) => item.words) })
  }
  const paired = base === 'summary' && pairsLabels(text, paragraphs)
  const enterLabel = (paragraph: Paragraph): void => {
    const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 24))
    const current = sections[sections.length - 1]
    const headings = path.map((item) => item.words)
    if (TASK_LABEL.test(line))
      sections.push({ start: paragraph.start, role: 'plan', rule: 'section.targetsLabel', headings })
    else if (current?.rule === 'section.targetsLabel' && (OUTCOME_LABEL.test(line) || OTHER_LABEL.test(line)))
      sections.push({ start: paragraph.start, role: base, rule: 'section.base', headings })
  }
  for (const paragraph of paragraphs) {
    if (paired && paragraph.cell === null) enterLabel(paragraph)
    const heading = knownHeading(text, paragraph, lexicon)
    if (heading) enter(heading)
    const inline = inlineHeadings(text, paragraph)
    let next = 0
    for (const sentence of paragraph.sentences) {
      for (let own = inline[next]; own && own.start < sentence.end; own = inline[++next]) enter(own)
      if (base === 'plan' || base === 'rules') continue
      const words = text.slice(sentence.start, sentence.end)
      const targets = words.includes('目标') && TARGETS.test(words)
      if (!targets && !isTransition(words) && !(words.includes('如下') && ANNOUNCED.test(words))) continue
      const current = sections[sections.length - 1]
      if (current?.role === 'plan') continue
      sections.push({
        start: sentence.start,
        role: 'plan',
        rule: targets ? 'section.targets' : 'section.transition',
        headings: path.map((item) => item.words),
      })
      if (/[：:]\s*$/.test(words) || /以下|如下|重点(?:抓好|做好)/.test(words)) {
        // The sentence opens all that follows, up to the next heading of the first level.
        path = [
          ...path.filter((above) => above.level < 1),
          { level: targets ? 2 : 1, words: '', role: 'plan', rule: targets ? 'section.targets' : 'section.transition' },
        ]
      } else {
        const back = current ?? { role: base, rule: 'section.base', headings: [] }
        if (back.role !== 'problem')
          sections.push({ start: paragraph.end, role: back.role, rule: back.rule, headings: back.headings })
      }
    }
  }
  return sections.sort((a, b) => a.start - b.start)
}

/** The section that holds the place `at`. */
export function sectionAt(sections: readonly Section[], at: number): Section {
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sections[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return sections[low] ?? { start: 0, role: 'summary', rule: 'section.base', headings: [] }
}

import { isHanCode, setOf } from '../../text/charSets.ts'
import { after, before, claim, isHan, LINE_END, type MentionRule, type MentionView, value } from './view.ts'

export const chrome: MentionRule = {
  id: 'mention.chrome',
  because: 'the line is part of the site or viewer that the text was copied from',
  claim: (view) => {
    if (!view.chrome) return null
    // 发布时间：2021-03-12 10:30 is a date wherever it stands.
    if (view.numeral.form === 'date' || view.numeral.form === 'clock') return claim(view, 'time')
    return claim(view, /第$|^共$/.test(before(view, 1)) && /^页/.test(after(view, 1)) ? 'enumeration' : 'reference')
  },
}

/** 工作总结汇报材料定稿3篇, 工作总结（精选5篇）. */
const BUNDLE =
  /(?:总结|汇报|报告|计划|要点|材料|方案|范文)(?:[^，。；\n]{0,12}(?:定稿|精选|合集|通用|推荐|范文|模板|汇编|大全|最新|热门|优秀|优质)[ （]?|[ ]?（(?:共|全)?)$/

export const bundle: MentionRule = {
  id: 'mention.bundle',
  behind: '篇',
  because: 'a site counts the texts that it has put together under one title',
  claim: (view) => (/^篇/.test(after(view, 1)) && BUNDLE.test(before(view, 30)) ? claim(view, 'reference', 1) : null),
}

export const title: MentionRule = {
  id: 'mention.title',
  because: 'what stands inside 《…》 is the name of a work or document',
  claim: (view) => (view.title ? { start: view.title.start, end: view.title.end, class: 'name' } : null),
}

export const page: MentionRule = {
  id: 'mention.page',
  behind: ` ./千万页字${LINE_END}`,
  because: 'a page number leads to a place in the document',
  claim: (view) => {
    // 1/2 on a line of its own is the page of a viewer.
    if (OF_PAGES.test(view.text.slice(view.lineStart, view.lineEnd))) return claim(view, 'enumeration')
    if (LENGTH.test(view.text.slice(view.lineStart, view.lineEnd))) return claim(view, 'reference')
    if (!PAGE.test(after(view, 2))) return null
    if (/第$/.test(before(view, 1))) return claim(view, 'enumeration', 1, 1)
    const beside = /第\d+页/.test(before(view, 16)) || /^[ ]?页[，、\s]*(?:当前)?第\d+页/.test(after(view, 12))
    return /共$/.test(before(view, 1)) && beside ? claim(view, 'reference', 1, 1) : null
  },
}

const DOCUMENT_YEAR = /[〔【[（〈﹝]$/

const DOCUMENT_NUMBER = /[〕】\]）〉﹞][ ]?第?$/

/** Most numerals stand between other Han characters than these, and point at nothing. */
const POINTS_BEHIND = setOf('号')
const POINTS_AHEAD = setOf('号码件表图栏式例注')
const LONG_NUMBER = 9

const mayPoint = ({ text, numeral }: MentionView): boolean => {
  const last = text.charCodeAt(numeral.start - 1)
  const next = text.charCodeAt(numeral.end)
  return (
    numeral.text.length >= LONG_NUMBER ||
    !isHanCode(last) ||
    !isHanCode(next) ||
    POINTS_AHEAD[last] === 1 ||
    POINTS_BEHIND[next] === 1
  )
}

export const reference: MentionRule = {
  id: 'mention.reference',
  because: 'document numbers, notes, phone numbers, addresses and file sizes point at something and count nothing',
  claim: (view) => {
    if (!mayPoint(view)) return null
    const left = before(view, 16)
    const right = after(view, 12)
    if (/^[〕】\]）〉﹞][ ]?第?\d+号/.test(right) && DOCUMENT_YEAR.test(left)) return claim(view, 'reference')
    if (/^号/.test(right) && (DOCUMENT_NUMBER.test(left) || /(?:令|文|函|字|发|办|公告|通知|通告)第?$/.test(left)))
      return claim(view, 'reference', 1)
    if (/\[$/.test(left) && /^\]/.test(right)) return claim(view, 'reference', 1, 1)
    if (/[〔【﹝]$/.test(left) && /^[〕】﹞]/.test(right) && (value(view) ?? 0) < 1000) {
      // 〔一〕 at the head of a line, 〔二〕 behind a sentence: heads of sections in other brackets.
      const labels =
        isHan(view) && /(?:^|[。；！\s])[〔【﹝]$/.test(view.text.slice(view.lineStart, view.numeral.start))
      return claim(view, labels ? 'enumeration' : 'reference', 1, 1)
    }
    if (view.numeral.script !== 'digits') return null
    if (/^[ ]?(?:KB|MB|kb|mb)(?![A-Za-z])/.test(right)) return claim(view, 'reference')
    if (
      /(?:QQ|微信|微信号|电话|手机|热线|传真|邮编|编号|备案号|文档号|账号|帐号|证号|代码|许可证|身份证|ISBN|ISSN|ID|id|No\.?|NO\.?|文号)(?:[：: ]{1,2}|号码?[：: ]?)(?:[\d-]*)$/.test(
        left,
      )
    )
      return claim(view, 'reference')
    if (
      /(?:https?|www|\.com|\.cn|\.gov|@)[\w./:?=&%-]*$/.test(before(view, 80)) ||
      /^[\w.-]*(?:@|\.com|\.cn|\.gov|\.net|\.org)/.test(right) ||
      /^\.(?:s?html?|aspx?|jsp|php|pdf|docx?|xlsx?)(?![a-z])/.test(right)
    )
      return claim(view, 'reference')
    if (/\d{3,4}-$/.test(left) && /^\d{7,8}$/.test(view.numeral.text)) return claim(view, 'reference')
    if (/^-\d{7,8}(?!\d)/.test(right) && /^0?\d{2,3}$/.test(view.numeral.text)) return claim(view, 'reference')
    if (/^\d{9,}$/.test(view.numeral.text)) return claim(view, 'reference')
    // 表8 at the head of a line labels the table, 见表8 leads to it.
    const label = /^[ ]*(?:表|图|专栏)[ ]?$/.test(view.text.slice(view.lineStart, view.numeral.start))
    if (label && !/^[\d.%个]/.test(right) && !view.rulebook.units.at(view.text, view.numeral.end).length)
      return claim(view, 'enumeration')
    if (/(?:附件|附表|附图|表|图|专栏|式|例|注)[ ]?$/.test(left) && /^(?:[：:）、。 ]|$|-\d)/.test(right))
      return claim(view, 'reference')
    return null
  },
}

/** 约4.74千字, 共13页: how long a file is, on a line of its own. */
const LENGTH = /^[ •·*-]*(?:约|共|总)?[ ]?[\d.]+(?:千字|万字|页|字)[ ]*$/

const OF_PAGES = /^[ ]*\d{1,3}[ ]?\/[ ]?\d{1,3}[ ]*$/

const PAGE = /^[ ]?页/

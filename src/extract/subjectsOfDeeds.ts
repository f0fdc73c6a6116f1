import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'
import type { Subject } from './subjects.ts'

const DEED =
  /(?:开展|举办|组织|完成|配送|采购|购置|购买|发放|赠送|新增|新建|建成|打造|安排|实施|落实|推出|制作|安装|印发|召开|新购|添置|建设|排演|制定|出台|建立|设立|举行|更新|整理|推送|报送|刊发|发布|复查)(?=(?:了|过)?$)/
/** 全年共开展, 累计建成, 已配送: nothing but when and how much stands before the deed. */
const BARE_DEED = new RegExp(
  `^(?:我们|我[局馆站县市区镇]|全局|全馆|全年|年内|今年以?来?|本年|[去上当]年|年初|[上下]半年|同期|累计|总共|共|实际|现场|已经?|先后|还|又|再|各|全[省市县区镇街]|我[省市县区镇]|目前|至今|现已|计划)*${DEED.source}(?:了|过)?$`,
)
/** 被省厅采用18条，市局采用42条: who took up what was sent. */
const TAKEN_UP = /^(?:其中|并|被|获|由|得到|、|，)*[\u3400-\u9fff]{1,8}(?:采用|录用|转发|刊用|刊登|采纳|转载)(?:了)?$/
/** 全年不少于, 每站: no word of what was done or counted. */
const WHEN_ONLY =
  /^(?:全年|年内|今年以?来?|本年|[去上当]年|[上下]半年|每(?:年|季度|月|周|个月|学期)|各?|每[站村馆个]|[不至]?[少多低]于?|约|共|达到?|为|[，：])*$/

/** The clause before, where it holds no figure of its own; '' else. */
function clauseBefore({ text, sentence, clause, previous }: Figure): string {
  const lead = text.slice(sentence.start, clause.start).trimStart()
  const words = /([^，；：。]{2,40})，$/.exec(lead)?.[1] ?? ''
  return previous && previous.quantity.end > clause.start - words.length - 1 ? '' : words
}

/** Nouns that a clause begins or ends with and that the catalogue counts in such units. */
const namedIn = (clause: string, dimension: Dimension, rulebook: RuleBook): string => {
  const forms = rulebook.counted.find(clause).filter(({ row }) => row.dimensions.includes(dimension))
  const last = forms.filter(({ end }) => end === clause.length).pop()
  return (last ?? forms.find(({ start, form }) => start === 0 && form.length >= 3))?.form ?? ''
}

/**
 * The thing that a bare deed was done to, where the words before name it: 新建书屋20家，累计建成286家 of the same unit, or
 * 采购图书，累计采购3.2万册 by the same deed or by a noun that the catalogue counts in such units. Null where none is named.
 */
export function objectOfDeed(
  figure: Figure,
  last: Subject | null,
  alike: Subject | null,
  rulebook: RuleBook,
  segmenter: Segmenter,
): Subject | null {
  const { dimension } = figure.quantity
  const words = figure.before.trim()
  const isDeed = BARE_DEED.test(words) || (alike !== null && TAKEN_UP.test(words))
  // 藏书24万册，当年新增1.5万册: the stock before is not what was bought.
  if (dimension === 'book' && /新[增购]$/.test(words)) return null
  if (figure.after !== '' || !(isDeed || WHEN_ONLY.test(words)) || dimension === null) return null
  const deed = DEED.exec(words)?.[0] ?? ''
  const again = last && deed !== '' && figure.previous?.before.includes(deed) ? last : null
  const carried = isDeed ? (alike ?? again) : null
  if (carried && carried.words.length >= 2)
    return { ...carried, side: 'carried', elided: false, rule: 'subject.ofDeed' }
  if (alike) return null
  const clause = clauseBefore(figure)
  if (clause === '' || figure.paragraph.cell) return null
  const named = namedIn(clause, dimension, rulebook)
  if (named === '' && !(deed !== '' && clause.includes(deed))) return null
  const noun = trailingNoun(clause, segmenter, rulebook).words
  const thing = named !== '' && !noun.includes(named) ? named : noun
  if (thing.length < 2) return null
  return { words: thing.slice(-16), phrase: clause, side: 'before', elided: false, rule: 'subject.ofDeed' }
}

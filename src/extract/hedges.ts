import type { Modifier } from '../model/fact.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { COUNTED_PEOPLE } from './people.ts'
import { readUnit } from './units.ts'

/** A word that bounds a number, and where it begins. */
export interface Hedge {
  readonly start: number
  readonly modifier: Modifier
  readonly row: string
}

/** Characters that make 近, 约, 过, 超, 破 the end of another word: 最近, 节约, 通过, 赶超. */
const NOT_HEDGE: Readonly<Record<string, string>> = {
  近: '最附靠临邻贴亲远晚新迫走',
  约: '节契合条公预协特相制简签集违失履邀隐大',
  过: '通经不度路越透跳错胜莫渡经通难',
  超: '赶反高',
  破: '打攻侦告',
  逾: '',
  不到: '看得找想达见做感料遇收等拿',
  不足: '',
  高于: '',
  至少: '',
  最高: '',
}

const EXCEEDS =
  /比(?![重例值率])(?:[^，。；]|(?<=\d)，(?=\d)){2,36}(?<!增长|增加|提高|上升|下降|减少|达|达到|均|已|都|也)$/

/** The bounding word that ends right before `at`, past 了, 达 and spaces; null where there is none. */
export function hedgeBefore(text: string, at: number, rulebook: RuleBook, isShare = false): Hedge | null {
  let end = at
  while (end > 0 && /[ ：]/.test(text.charAt(end - 1)) && end > at - 2) end--
  const [match] = rulebook.hedges.before.endingAt(text, end)
  if (!match) {
    // 至少配备专职人员2名, 最多选派3人: the bound stands before the verb.
    const distant = /(至少|最少|最多|至多|不少于|只限|限借|限外借)[\u3400-\u9fff]{1,7}$/.exec(
      text.slice(Math.max(0, end - 9), end),
    )
    const far = distant ? rulebook.hedges.before.at(text, end - distant[0].length)[0] : undefined
    if (far && !/[的]/.test(distant?.[0] ?? '')) return { start: at, modifier: far.row.modifier, row: far.row.id }
    // 不到全省平均水平的一半, 不超过核定人数的75%: what the share is of stands between.
    const ofWhole =
      /(不到|不足|不及|不超过|不得超过|不低于|不得低于|不少于|超过|约占|大约占)[\u3400-\u9fff]{2,16}的$/.exec(
        text.slice(Math.max(0, end - 21), end),
      )
    const bound = ofWhole ? rulebook.hedges.before.at(text, end - ofWhole[0].length)[0] : undefined
    if (bound && isShare) return { start: at, modifier: bound.row.modifier, row: bound.row.id }
    // 约增长, 大约增加了, 约合: the verb stands between.
    const verb =
      /(?<![节契合条公预协特相制简签集违失履邀隐])(?:大)?约(?:将)?(?:增长|增加|下降|减少|提高|上升|占|合|共)了?$/.exec(
        text.slice(Math.max(0, end - 8), end),
      )
    const loose = verb ? rulebook.hedges.before.at('约', 0)[0] : undefined
    if (loose) return { start: at, modifier: loose.row.modifier, row: loose.row.id }
    // 低于每立方米19微克: what it is measured by stands between.
    const measured =
      /(不?低于|不?高于|不超过|超过|不足|不到|达到|约|近|小于|大于|不少于)每(?:立方米|平方米|平方公里|公里|亩|吨|升|人|户|天|日|月|年|公斤|斤|千瓦时)$/.exec(
        text.slice(Math.max(0, end - 10), end),
      )
    const perUnit = measured ? rulebook.hedges.before.at(text, end - measured[0].length)[0] : undefined
    if (perUnit) return { start: at, modifier: perUnit.row.modifier, row: perUnit.row.id }
    // 约为, 超过了, 突破至: a particle stands between.
    const particle = /(?:了|为|达|有|至|达到|到|共)$/.exec(text.slice(Math.max(0, end - 2), end))
    if (!particle) return null
    const [inner] = rulebook.hedges.before.endingAt(text, end - particle[0].length)
    if (!inner || inner.form.length < 1) return null
    if (!/^(?:约|超|超过|突破|近|将近|至少|不少于|不低于|逾)$/.test(inner.form)) return null
    if (NOT_HEDGE[inner.form]?.includes(text.charAt(inner.start - 1)) && inner.start > 0) return null
    return { start: inner.start, modifier: inner.row.modifier, row: inner.row.id }
  }
  const previous = text.charAt(match.start - 1)
  if (previous !== '' && NOT_HEDGE[match.form]?.includes(previous)) return null
  // 跨过两个万亿元大关: so many are passed, not more than that many.
  if (
    (/^(?:跨越|跨上|迈上|站上|跃上)$/.test(match.form) || (match.form === '过' && previous === '跨')) &&
    /^[两\d一二三四五六七八九十]{1,2}个/.test(text.slice(at, at + 3))
  )
    return null
  // 比原定水平超过286万担: by so much, and no more.
  if (/^超[过出]$/.test(match.form) && EXCEEDS.test(text.slice(Math.max(0, match.start - 40), match.start))) return null
  return { start: match.start, modifier: match.row.modifier, row: match.row.id }
}

/** `最多`, `以上`: the word right behind the unit. */
export function hedgeAfter(text: string, at: number, rulebook: RuleBook): (Hedge & { readonly end: number }) | null {
  const from = text.charAt(at) === ' ' ? at + 1 : at
  const [match] = rulebook.hedges.after.at(text, from)
  if (!match) return null
  const next = text.charAt(match.end)
  // 以上级, 多元, 多种: the word goes on.
  if (/^[多余]$/.test(match.form) && next !== '' && !/[，。；：、！？）”\s|（]/.test(next)) {
    if (!COUNTED_PEOPLE.test(text.slice(match.end, match.end + 8))) return null
  }
  if (match.form === '以上' && /^(?:级|述)/.test(next)) return null
  // 24%强: a little more; not 能力强, 30人强化训练.
  if (
    /^[强弱]$/.test(match.form) &&
    !(
      /[%倍成]$|分之[一二三四五六七八九十百点]+$/.test(text.slice(Math.max(0, at - 8), at)) &&
      /^(?:[，。；、）]|$)/.test(next)
    )
  )
    return null
  // 比前五年的总和537个还多: what is more is the other figure.
  if (
    match.form === '还多' &&
    !/[番倍成]$/.test(text.slice(0, at).slice(-1)) &&
    /比[^，。；]{3,70}$/.test(text.slice(Math.max(0, at - 72), at))
  )
    return null
  return { start: match.start, end: match.end, modifier: match.row.modifier, row: match.row.id }
}

/** 余, 多, 来 between the number and its unit. */
export function hedgeInner(
  text: string,
  at: number,
  rulebook: RuleBook,
): { readonly end: number; readonly row: string; readonly modifier: Modifier } | null {
  const from = text.charAt(at) === ' ' ? at + 1 : at
  const [match] = rulebook.hedges.inner.at(text, from)
  if (!match) return null
  // 多元化, 余下, 来自: the character belongs to the next word unless a unit follows.
  const unit = readUnit(text, match.end, rulebook.units)
  if (!unit) return null
  return { end: match.end, row: match.row.id, modifier: match.row.modifier }
}

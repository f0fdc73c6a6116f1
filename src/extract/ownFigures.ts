const STAFFED = 'staff\\.|facility\\.(?:area|open_hours|visits)|equipment\\.|industry\\.investment|finance\\.|talent\\.'

/** No indicator: nothing but what its own words say is of such a body. */
const NONE = /^$/

/** The indicators that a body of each kind has figures of: a library lends books and shows no films. */
export const OWN_FIGURES: readonly (readonly [body: RegExp, codes: RegExp])[] = [
  [/图书馆|图书室|书[屋房]|阅览室/, new RegExp(`^(?:library|reading|lecture|training|exhibition|media|${STAFFED})`)],
  [
    /博物[馆院]|纪念馆|文物(?:保护)?(?:管理)?机构|美术馆|陈列馆/,
    new RegExp(`^(?:museum|relic|exhibition|lecture|training|media|${STAFFED})`),
  ],
  [/艺术表演团体|剧团|院团/, new RegExp(`^(?:performance|works|award|${STAFFED})`)],
  [/艺术表演场[所馆]|剧院|剧场|影剧院|影院/, new RegExp(`^(?:performance|film|library\\.seats|${STAFFED})`)],
  [
    /文化馆|艺术馆|文化站|群众文化机构|文化服务中心|文化活动室/,
    new RegExp(
      `^(?:activity|training|lecture|exhibition|performance|team|facility\\.visits|library|reading|media|${STAFFED})`,
    ),
  ],
  [/档案馆|广播|电视台|网吧/, NONE],
  [
    /(?:企业|单位|场所|公司|旅行社|饭店|酒店|民宿|经营户)$/,
    /^(?:staff\.|industry\.(?:revenue|output|added|jobs)|other$)/,
  ],
  [/医院|卫生|医疗|疾控|疾病预防|诊所/, /^other$/],
]

/** The indicators of what a body of each kind does (its own figures where no one else is named), and of what hardly another does. */
const BUSINESS: readonly (readonly [body: RegExp, codes: RegExp, own: RegExp])[] = [
  [/图书馆/, /^(?:library|reading|lecture|exhibition|training|volunteer)\./, /^(?:library|reading)\./],
  [
    /博物馆|纪念馆/,
    /^(?:museum|exhibition|relic|activity|volunteer|lecture|training|other)/,
    /^(?:museum|exhibition)\.|^relic\.(?:objects|items|collections)/,
  ],
  [
    /文化馆|文化站|艺术馆/,
    /^(?:training|exhibition|facility\.visits|library|performance|activity|lecture)\./,
    /^(?:training|facility\.visits)/,
  ],
  [/剧[团院]|艺术团|歌舞团/, /^(?:performance|works)\./, /^$/],
]

export const isBusinessOf = (code: string, body: string): boolean =>
  BUSINESS.some(([form, codes]) => form.test(body) && codes.test(code))

/** Whether hardly anyone but such a body has the figure: a library's loans. */
export const isOwnBusinessOf = (code: string, body: string): boolean =>
  BUSINESS.some(([form, , codes]) => form.test(body) && codes.test(code))

/** Whether a body can have such figures: a museum lends no books, and what no indicator names goes over no full stop. */
export function isOfBody(code: string, body: string, inSentence = false): boolean {
  if (/^(?:rate|change)\./.test(code)) return true
  const own = OWN_FIGURES.filter(([form]) => form.test(body))
  if (code === 'other') return inSentence && !own.some(([, codes]) => codes === NONE)
  return own.length === 0 || own.some(([, codes]) => codes.test(code))
}

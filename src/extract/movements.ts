/** When a movement begins or ends: 2015年的, 去年底的, 开馆初的, “十二五”末的. */
const PERIOD =
  '(?:(?:[\\d〇零一二三四五六七八九]{2,4}年(?:底|初|末)?|[去上前今当]年(?:底|初|末|同期)?|年[初底末]|[\\u4e00-\\u9fff]{0,4}(?:初|前|时|末|底|期)|“[^”]{1,8}”(?:末|初|期间)?|原来|过去|以前|最初|原先|当初|同期|现在|目前|如今|[老旧原新]馆)?的?)'
const GOES =
  '(?:增加|增长|增|发展|提高|提升|扩大|扩|上升|升|减少|减|下降|降|延长|壮大|扩展|拓展|拓宽|变|翻|上涨|涨|跃升|攀升|缩短|压缩|降低|提速|改善)'

/** 由每生每年5元, 现行16%的税率: of whom the first number is told, and 现行 in place of 由. */
const FROM = new RegExp(`^(.*?)(?:(?:由|从)${PERIOD}(?:每[人生名户个套亩](?:每[年月天])?)?|现行)$`)
const GOES_ON = new RegExp(`^(?:[^，；。、\\d]{0,4}(?:${GOES}|[到至])|，${GOES}(?:到|至|为|成))`)
const TO = new RegExp(`^，?[^，；。、\\d]{0,4}?(?:${GOES}(?:到|至|为|成)?了?|到|至)${PERIOD}$`)

/**
 * The words before the 由 or 从 of a movement whose first number stands behind `before`: 藏书由2015年的 → 藏书; null where
 * `after`, the words behind its unit, tell of none.
 */
export function movementHead(before: string, after: string): string | null {
  return GOES_ON.test(after) ? (FROM.exec(before)?.[1] ?? null) : null
}

/** Whether the words between two numbers lead from the first of a movement to its second: 增加到2018年的. */
export const leadsTo = (between: string): boolean => TO.test(between)

/** A noun right before the colon, of at least two characters. */
const LABEL = /[\u3400-\u9fffA-Za-z）]{2}$/
/** Words that open a list or a part and name nothing that is counted. */
const OPENS_LIST =
  /(?:其中|包括|包含|如下|以下|分别[是为]?|[即如为有是]|情况|方面|内容|结果|标准|要求|任务|目标|指标|措施|[前过]程|时间|日期|电话|热线|浏览|点击|阅读|大小|字数|页数|文号|编号|附件|备注)$/
/** A number that counts: no date, no label of a list. */
const COUNT = /^[ ]{0,2}(?:约|近|超|超过)?\d[\d,.]*[ ]?(?:余|多)?[万亿千百]?[\u3400-\u9fff㎡%]/
const DATE = /^[ ]{0,2}\d+[ ]?(?:年|月|日|号|点|时(?!长)|、|．)/

/** Whether the colon at `at` ends a label that names what the number right behind it counts: 读者证：300张. */
export function endsLabel(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 16)
  if (!COUNT.test(after) || DATE.test(after)) return false
  const label = text.slice(Math.max(0, at - 12), at)
  return LABEL.test(label) && !OPENS_LIST.test(label)
}

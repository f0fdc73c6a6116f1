import { after, claim, type MentionRule, numeralIs } from './view.ts'

const TIME = /^个?(?:多?年|月|天|日|周|星期|小时|分钟|钟头|季度|学期|世纪|年代)(?:来|以来|内|间|前|后)?/
const POINTS = /^(?:个|大|项|点|条|种)?(?:方面|原则|问题|环节|特点|重点|体会|建议|打算|意见|要求|任务|措施|关系|经验)/

export const few: MentionRule = {
  id: 'mention.few',
  because: '几 before a measure word says that there are some, and not how many',
  claim: (view) => {
    if (!numeralIs(view, '几')) return null
    const right = after(view, 8)
    const time = TIME.exec(right)
    if (time) return claim(view, 'time', time[0].length)
    return POINTS.test(right) ? claim(view, 'structure', 1) : claim(view, 'idiom', 1)
  },
}

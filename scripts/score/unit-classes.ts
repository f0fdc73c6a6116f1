/**
 * Units that count as one when a fact is scored: a reader who writes 场 and a program that writes 场次 agree. A unit that
 * stands in no row is a class of its own. Many measure words of things are one class on purpose: which of 个, 家, 处 or
 * 座 stands in the text says nothing that an analyst would compare by.
 */
const ROWS: Readonly<Record<string, string>> = {
  events: '场 场次 次 期 班 班次 届次 讲 轮 堂 节 回',
  persons: '人 名 位 户 人员 人数 余人 个人',
  attendance: '人次 余人次',
  things:
    '个 家 处 座 所 支 项 件 部 台 套 种 条 篇 幅 张 份 类 站 点 村 集 首 只 块 间 片 枚 辆 队 批 社区 街道 大类 单位 篇次 ' +
    '篇(条) 篇（条） 台(套) 台（套） 件(套) 件（套）',
  volumes: '册 册次 本 卷 万册',
  money: '元 人民币',
  area: '平方米 ㎡ 平米 平方',
  ratio: '% ％ %o 百分点 个百分点',
}

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ROWS).flatMap(([name, forms]) => forms.split(' ').map((form) => [form, name] as const)),
)

/** The class that a unit is scored as; a second unit in brackets is left aside (`个（座）` → `things`). */
export function unitClass(unit: string | null): string {
  const first = (unit ?? '').replace(/[（(][^）)]*[）)]/g, '')
  return CLASS_OF.get(first) ?? `unit ${first}`
}

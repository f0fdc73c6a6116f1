import { findCounted } from './countedNouns.ts'
import { decided, type IndicatorRule } from './indicatorView.ts'

/** Words of those who are a group whether or not they do anything: their number is its size. */
const GROUPS: ReadonlySet<string> = new Set([
  'heritage.inheritors',
  'volunteer.count',
  'staff.total',
  'staff.senior',
  'talent.count',
  'platform.users',
])

const HEADCOUNT =
  /(?:^|[，。；、：])(?:其中)?(?:现有|总计|共计|累计|合计)?总?人[数员]总?数?(?:已)?(?:达到?|为|共|超过?|突破|有|增至|约)*$/

export const headcount: IndicatorRule = {
  id: 'indicator.headcount',
  of: ['person'],
  because: 'a bare number of people (人数达60人) is the size of the group that the clauses before tell of',
  read: ({ figure, reach, dimension, rulebook, head }) => {
    if (!HEADCOUNT.test(head)) return null
    const told = figure.text.slice(figure.sentence.start, figure.clause.start)
    if (/活动|参[与加]|观众|培训|演出|展览|讲座|接待|服务/.test(told.slice(-40))) return null
    const group = findCounted(told, { ...reach, head: told, clause: told, item: told }, dimension, rulebook, false)
    return group && GROUPS.has(group.row.code)
      ? { code: group.row.code, rules: ['indicator.headcount', group.row.id], words: group.form, evidence: 'topic' }
      : null
  },
}

/** 图书馆1人, 其中局机关7人: nothing but a house that people belong to stands before their number. */
const HOUSE_ONLY =
  /^(?:其中|另有|，|：)*[\u4e00-\u9fff]{0,8}?(?:机关|[书化物术念列案]馆|文化站|[管影]所|剧团|歌舞团|艺术团|[研创]室|中心|大队|支队|公司|影院|剧院|[财人秘宣艺新群非市]科|办公室)(?:现?有|共有?)?$/

export const staffOfHouse: IndicatorRule = {
  id: 'indicator.staffOfHouse',
  of: ['person'],
  because: 'people told of a house and nothing else, behind words of posts, are its staff (编制9人，其中文化馆3人)',
  read: ({ figure, head, context, rulebook, subject }) => {
    if (figure.quantity.unit !== '人' && figure.quantity.unit !== '名') return null
    // 部机关34名干部: a house has them.
    if (
      subject.side === 'after' &&
      /(?:机关|全局|全馆|全站|馆里|局里|站里|馆内|局内|我局|我馆)(?:现有|共有|的)?$/.test(head) &&
      !/邀请|组织|发动|慰问|培训/.test(head) &&
      !/^.{0,8}(?:参[加与观]|出席|观看|前往|赴|受训|学习)/.test(figure.after) &&
      /^(?:业务|党员|机关|在职|年轻|青年)?(?:干部|职工|干部职工|工作人员|馆员|业务骨干)$/.test(subject.words) &&
      rulebook.indicators.has('staff.total')
    )
      return decided('staff.total', 'indicator.staffOfHouse', '干部')
    if (!HOUSE_ONLY.test(head) || !/^(?:[，。；、）]|$)/.test(figure.after) || !rulebook.indicators.has('staff.total'))
      return null
    const told = (context.topicWords + figure.text.slice(figure.sentence.start, figure.clause.start)).slice(-70)
    return /编制|在编|在职|职工|借调|人员/.test(told) && !/参[加与]|观众|获|培训|接待/.test(told)
      ? decided('staff.total', 'indicator.staffOfHouse', '编制', 'topic')
      : null
  },
}

/** 领导、嘉宾、企业代表等280余人参加会议: people of many kinds, told for a meeting. */
const AT_MEETING =
  /^(?:左右|以上)?(?:现场|共同|一起|应邀)?(?:参加|出席|参与)(?:了)?(?:本次|此次|这次)?[^，。；活培训比赛演展]{0,8}(?:会议|大会|座谈会|仪式|论坛|推介会|年会)(?=[，。；]|$)|^(?:左右|以上)?(?:与会|参会|到会)/

export const guestsOfMeeting: IndicatorRule = {
  id: 'indicator.guestsOfMeeting',
  of: ['person', 'visit'],
  because: 'people of many kinds who came to a meeting (领导、专家、媒体代表等280余人参加会议) are none of these kinds',
  read: ({ figure, head }) =>
    /等$/.test(head.replace(/[近约共]$/, '')) && AT_MEETING.test(figure.after)
      ? decided('other', 'indicator.guestsOfMeeting', '等', 'clause')
      : null,
}

/** What came in with visitors: 接待游客6.3万人次，收入181万元. */
const BARE_INCOME = /^(?:总|门票|门票直接|直接|综合|营业|创)?收入$/
const INCOME_OF: Readonly<Record<string, string>> = {
  'tourism.visits': 'tourism.revenue',
  'performance.attendance': 'performance.revenue',
  'performance.sessions': 'performance.revenue',
  'industry.sales': 'industry.revenue',
}

export const incomeOfVisits: IndicatorRule = {
  id: 'indicator.incomeOfVisits',
  of: ['money'],
  because: 'a bare income right behind visitors or shows is what they brought (接待游客6.3万人次，收入181万元)',
  read: ({ subject, since, context, rulebook }) => {
    const code = INCOME_OF[context.before?.code ?? '']
    return code &&
      BARE_INCOME.test(subject.words) &&
      /^[，、（][^，。；\d]{2,8}$/.test(since) &&
      rulebook.indicators.has(code)
      ? decided(code, 'indicator.incomeOfVisits', subject.words, 'item')
      : null
  },
}

/** 与7家省外博物馆签订协议: with whom something was agreed. */
const WITH_PARTNERS = /(?:^|[，。；])(?:先后|已|还|并)*(?:与|同)(?:全国|省内外|国内外|省内|省外|周边|近|约)*$/
const AGREED = /^[\u4e00-\u9fff“”]{2,16}?(?:签订|签署|签约|达成|建立|开展|结成|联合|合作|结对|共建)/

export const partners: IndicatorRule = {
  id: 'indicator.partners',
  of: ['item', 'place'],
  because:
    'houses with which something was agreed or held (与7家博物馆签订协议) are partners, and none of the place’s own',
  read: ({ figure, head, subject }) =>
    WITH_PARTNERS.test(head) &&
    AGREED.test(figure.after) &&
    /(?:[书化物术念列案]馆|博物院|剧院|剧团)$/.test(subject.words)
      ? decided('other', 'indicator.partners', '与', 'clause')
      : null,
}

export const lengthOfText: IndicatorRule = {
  id: 'indicator.lengthOfText',
  of: ['item'],
  because: 'characters measure how long a text is, and count no works (发表作品250篇，约100万字)',
  read: ({ figure }) =>
    figure.quantity.unit === '字' ? decided('other', 'indicator.lengthOfText', '字', 'noun') : null,
}

import type { Figure } from './figures.ts'
import type { IndicatorReading, View } from './indicatorView.ts'

/** 线上直播52场，观看110万人次: the event before was on a screen only. */
function isOnline({ text, previous }: Figure): boolean {
  const told = previous ? text.slice(previous.item.start, previous.quantity.from) : ''
  return /线上|直播|云端|网络|云上/.test(told) && !/线下|现场/.test(told)
}

/** 文艺汇演29次，服务人群6万人次: the one event that is counted right before the people, as their topic. */
export function eventRightBefore({
  figure,
  context,
  dimension,
  rulebook,
  since,
  subject,
}: View): IndicatorReading | null {
  const last = figure.previous
  if (isOnline(figure)) return null
  if (last?.quantity.dimension !== 'session' || !/^[^。；\d]{0,14}$/.test(since)) return null
  const one = last.previous
  const several =
    one !== null &&
    (one.quantity.dimension === 'session' || /^[个期项次班讲]/.test(one.quantity.unit)) &&
    !/[；。]|其中/.test(figure.text.slice(one.quantity.end, last.quantity.from))
  const row = rulebook.topics.rows.find(({ codes }) => codes.session === context.before?.code)
  // 志愿活动30余次，服务群众2000多人: who is served is no volunteer.
  const served = row?.codes.session === 'volunteer.activities' && /服务|惠及|受益|群众|居民/.test(subject.words)
  const code = served ? 'activity.attendance' : row?.codes[dimension]
  if (several || !row || !code || row.codes.session === 'activity.sessions') return null
  return { code, rules: ['indicator.respective', row.id], words: '', evidence: 'topic' }
}

/** 演出42场，参演团队86支，观众3.8万人次: the only event that the words since the last ； count, as their topic. */
export function oneEvent(view: View): IndicatorReading | null {
  const { figure, context, rulebook, dimension, item } = view
  if (isOnline(figure) || /接待|到馆|流通|参观|线上|网络|在线/.test(item)) return null
  const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
  const start = figure.sentence.start + told.search(/[^；]*$/)
  const rows = context.told
    .filter(({ end }) => end > start)
    .flatMap(({ code }) => rulebook.topics.rows.filter(({ codes }) => codes.session === code))
  const [row] = rows
  const code = row?.codes[dimension]
  if (!row || !code || rows.some((one) => one !== row) || row.id === 'topic.volunteer') return null
  // A museum's exhibitions draw the museum's visitors.
  const house = rulebook.topics.find(told.slice(start - figure.sentence.start))
  if (row.yields_to?.some((id) => house.some((match) => match.row.id === id))) return null
  return { code, rules: ['indicator.respective', row.id], words: '', evidence: 'topic' }
}

/** 惠民活动6800场，其中送戏860场，惠及群众310万人次: the people are those of the whole. */
export function isOfPart({ figure, head, since }: View): boolean {
  const part = figure.previous
  const whole = part?.previous
  if (!whole || part.quantity.dimension !== 'session' || whole.quantity.dimension !== 'session') return false
  if (!/惠及|受益|服务|参与|参加|覆盖|吸引/.test(head) || !/^[，][^。；\d]{0,14}$/.test(since)) return false
  const between = figure.text.slice(whole.quantity.end, part.quantity.from)
  return (
    /^[，（]其中[^。；，]*$/.test(between) && /活动|服务/.test(figure.text.slice(whole.item.start, whole.quantity.from))
  )
}

/** How many kinds of events the clauses before count: 送戏1.1万场、送电影9万场. */
export function kindsCounted({ figure, rulebook }: View): number {
  const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
  const since = told.slice(told.search(/[^；]*$/))
  const counted = since.match(/[\u4e00-\u9fff“”]{2,16}(?:[\d.,]+[万千]?[余多]?)(?=场|个|期|次|班)/g) ?? []
  return new Set(
    counted.flatMap((words) =>
      rulebook.topics
        .find(words)
        .slice(-1)
        .map(({ row }) => row.id),
    ),
  ).size
}

import type { Fact } from '../model/fact.ts'

/** The topic of a growth that is not told against the year before: it stands in no series of yearly growth. */
export const OTHER_PERIOD = '与上年以外的时期相比'

/** The topic of a series in words that readers know: what is counted, and `otherPeriod` for growth over other times. */
export function topicWords(topic: string, otherPeriod: string): readonly string[] {
  const subject = topic.endsWith(OTHER_PERIOD) ? topic.slice(0, -OTHER_PERIOD.length) : topic
  return [subject, subject === topic ? '' : otherPeriod].filter((words) => words !== '')
}

/** Whether a fact is a growth that its report tells against another time than the year before (比2015年增长, 五年增长). */
export const hasOtherBase = ({ rules }: Pick<Fact, 'rules'>): boolean => rules.includes('change.otherBase')

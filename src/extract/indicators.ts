import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'
import { GENERIC, MIXED_PEOPLE, TOOK_PART } from './bareWords.ts'
import type { Figure } from './figures.ts'
import { readAtHome } from './indicatorsAtHome.ts'
import { awarded } from './indicatorsOfAwards.ts'
import {
  accounts,
  cameTo,
  checked,
  checkedToo,
  classNamed,
  contestNamed,
  dealtWith,
  disclosed,
  givenTo,
  listedProject,
  namedBefore,
  nationalTitle,
  ofLevel,
  ofPlaces,
  peopleBehind,
  reachedBy,
  serial,
  titlesWon,
  voted,
  wonOf,
} from './indicatorsOfDeeds.ts'
import { levelOfList } from './indicatorsOfLists.ts'
import { builtWith, classes, divisions, lessons, mixedEvents, roomArea, underLabel } from './indicatorsOfMixtures.ts'
import {
  attribute,
  carriedNoun,
  clauseWords,
  columnHead,
  itemWords,
  leadingBody,
  lentVolumes,
  moneyPerHead,
  ownNoun,
  partOfWhole,
  placesServed,
  rowHead,
  sameThing,
  share,
  shortName,
} from './indicatorsOfNouns.ts'
import {
  casesByKind,
  eachOfThem,
  fundGranted,
  fundListed,
  gradedScenic,
  moreFollowers,
  perHead,
  piecesGathered,
  seenOnline,
  someOfThem,
  takenUp,
  thresholdPassed,
  volumesPerHead,
  yearsPlan,
} from './indicatorsOfParts.ts'
import {
  guestsOfMeeting,
  headcount,
  incomeOfVisits,
  lengthOfText,
  partners,
  staffOfHouse,
} from './indicatorsOfPeople.ts'
import {
  attendedEvent,
  broughtInto,
  broughtToActivity,
  cameToSee,
  earlierClause,
  enjoyed,
  peopleOfEvent,
  peopleOfTopic,
  points,
  respective,
  sameMeasure,
  shownTo,
  tookLessons,
  topicInForce,
  unnamedEvent,
  visitsOfTopic,
} from './indicatorsOfTopics.ts'
import {
  amongWhich,
  boughtBooks,
  deedDone,
  eachLess,
  goesOn,
  heldThere,
  lookedOn,
  ofThem,
  putToUse,
  renewed,
  spentOn,
  tookPart,
} from './indicatorsOfVerbs.ts'
import type { IndicatorContext, IndicatorReading, IndicatorRule, View } from './indicatorView.ts'
import type { Subject } from './subjects.ts'

/** First answer wins: the nearer the deciding words stand to the number, the earlier their rule. */
export const INDICATOR_RULES: readonly IndicatorRule[] = [
  share,
  lengthOfText,
  guestsOfMeeting,
  incomeOfVisits,
  partners,
  respective,
  disclosed,
  accounts,
  levelOfList,
  cameTo,
  givenTo,
  broughtInto,
  mixedEvents,
  ofLevel,
  eachLess,
  thresholdPassed,
  casesByKind,
  takenUp,
  eachOfThem,
  yearsPlan,
  volumesPerHead,
  someOfThem,
  moreFollowers,
  seenOnline,
  piecesGathered,
  amongWhich,
  ofPlaces,
  reachedBy,
  classes,
  perHead,
  enjoyed,
  lookedOn,
  awarded,
  nationalTitle,
  cameToSee,
  tookLessons,
  voted,
  wonOf,
  serial,
  tookPart,
  renewed,
  boughtBooks,
  spentOn,
  placesServed,
  checkedToo,
  moneyPerHead,
  builtWith,
  columnHead,
  shortName,
  listedProject,
  dealtWith,
  heldThere,
  deedDone,
  ofThem,
  leadingBody,
  ownNoun,
  peopleBehind,
  peopleOfEvent,
  carriedNoun,
  attribute,
  rowHead,
  contestNamed,
  classNamed,
  shownTo,
  headcount,
  staffOfHouse,
  peopleOfTopic,
  sameThing,
  lentVolumes,
  roomArea,
  itemWords,
  partOfWhole,
  namedBefore,
  underLabel,
  clauseWords,
  earlierClause,
  sameMeasure,
  topicInForce,
  attendedEvent,
  broughtToActivity,
  checked,
  lessons,
  divisions,
  points,
  visitsOfTopic,
  putToUse,
  goesOn,
  unnamedEvent,
  titlesWon,
  gradedScenic,
  fundListed,
  fundGranted,
]

const rulesOf = new Map<Dimension, readonly IndicatorRule[]>()

/** The rules that may answer for a figure of a dimension, in their order. */
function rulesFor(dimension: Dimension): readonly IndicatorRule[] {
  const known = rulesOf.get(dimension)
  if (known) return known
  const rules = INDICATOR_RULES.filter(({ of }) => of === undefined || of.includes(dimension))
  rulesOf.set(dimension, rules)
  return rules
}

/** The museum that a text without a reporting body tells of; '' where it names none. */
const houseOf = (words: string): string =>
  /(?:博物[馆院]|纪念馆|陈列馆|故居)(?=接待|的参观|参观|免费|全年|[，。])/.exec(words)?.[0] ??
  (/文化馆|文化站|博物馆|文化局|文旅|书屋/.test(words) ? '' : (ONE_LIBRARY.exec(words)?.[0] ?? ''))
/** 市图书馆举办…, 图书馆还举办了…: a library that acts. */
const ONE_LIBRARY = /图书馆(?=开馆|接待|还?举办|大力|累计|自|已|现|共|积极|开展|推出)/

/** Nouns of people: 辅导员, 传承人. */
const PEOPLE_NOUN = /(?:辅导员|管理员|协管员|宣传员|讲解员|工作人员|传承人|带头人|文艺骨干)$/

/** The indicator of a figure, with the words that decided; `other` where nothing does. */
export function readIndicator(
  figure: Figure,
  subject: Subject,
  context: IndicatorContext,
  rulebook: RuleBook,
): IndicatorReading {
  const { text, clause, quantity } = figure
  // 文艺辅导员6个: people, though counted like things.
  const dimension =
    quantity.unit === '个' && PEOPLE_NOUN.test(subject.words) ? 'person' : (quantity.dimension ?? 'item')
  const people = dimension === 'visit' || dimension === 'person'
  const afterNoun =
    subject.side === 'after'
      ? figure.after.slice(0, Math.max(0, figure.after.indexOf(subject.phrase)) + subject.phrase.length)
      : /^(?:均|都|先后)?(?:获|被|荣|评|入选)/.test(figure.after)
        ? figure.after.slice(0, 6)
        : ''
  const since = text.slice(figure.previous?.quantity.end ?? figure.sentence.start, quantity.from)
  // What heads the row and the column of a cell is said of its number.
  const heads = context.rowHeader || context.columnHeader ? `${context.rowHeader} ${context.columnHeader} ` : ''
  const view: View = {
    figure, subject, context, rulebook, dimension, people, since,
    reach: { head: heads + text.slice(context.reachStart, quantity.end) + afterNoun, clause: heads + text.slice(context.reachStart, clause.end), sentence: text.slice(figure.sentence.start, clause.end), item: text.slice(figure.item.start, quantity.end) + afterNoun, unit: quantity.unit, inDomain: context.inDomain },
    head: text.slice(clause.start, quantity.from),
    item: text.slice(figure.item.start, quantity.from) + afterNoun,
    part: /(?:^|[，；。（])(?:其中|内有|内含|里面有|里头有)/.test(since) || (figure.previous !== null && /（[^）]*$/.test(since)),
    generic: people && (GENERIC.test(subject.words) || subject.words === '' || MIXED_PEOPLE.test(figure.before) || TOOK_PART.test(figure.before.trim())),
  } // biome-ignore format: one record
  const told = text.slice(figure.sentence.start, quantity.from)
  for (const rule of rulesFor(dimension)) {
    const reading = rule.read(view)
    // A rule may know of codes that another field's catalogue has: here it says nothing then.
    if (reading && (reading.code === 'other' || rulebook.indicators.has(reading.code)))
      return readAtHome(
        reading,
        context.issuer || houseOf(context.topicWords.slice(-80) + told),
        subject.words,
        told.slice(-40),
      )
  }
  return { code: 'other', rules: ['indicator.other'], words: '', evidence: 'none' }
}

import type { RuleSentence } from './ruleSentences.ts'

/** Sentences for the rules of `indicatorsOfDeeds.ts`, by id. */
export const DEED_SENTENCES: Readonly<Record<string, RuleSentence>> = {
  'indicator.voted': {
    zh: '是评选、表彰出来的人或家庭',
    en: 'people or families who were voted or commended',
  },
  'indicator.serial': {
    zh: '编印、出版的刊物期数或书的册数',
    en: 'numbers of a periodical, or volumes of a book, that were published',
  },
  'indicator.checked': { zh: '家次说的是市场检查', en: '家次 counts inspections of premises' },
  'indicator.contestNamed': { zh: '名称以“赛”结尾，是一项赛事', en: 'a name that ends in 赛 is that of a contest' },
  'indicator.perHead': {
    zh: '紧跟在文化投入后面的人均数，是人均文化经费',
    en: '人均 behind money that was put into culture is that money per head',
  },
  'indicator.ofPlaces': {
    zh: '百分之几的村或社区有了某样东西，是覆盖率',
    en: 'a part of the villages or quarters that has something is a coverage',
  },
  'indicator.wonOf': { zh: '前面所说作品中获奖、入展的', en: 'those of the works told before that won something' },
  'indicator.ofLevel': {
    zh: '是前面那个数拿来对照的水平，指标与它相同',
    en: 'it is the level that the figure before is held against',
  },
  'indicator.peopleBehind': {
    zh: '紧跟在队伍或地方后面的人数，是这些队伍、这些地方的人',
    en: 'people right behind teams or places are those of them',
  },
  'indicator.listedProject': {
    zh: '同一句里说的是非遗项目，这里的“项目”也是',
    en: 'the sentence tells of heritage items: these 项目 are such too',
  },
  'indicator.namedAs': {
    zh: '后面说这些人入选、被认定为传承人',
    en: 'the people are said to have been named inheritors',
  },
  'indicator.qualified': {
    zh: '“具有…的人员”说明了是哪类人员',
    en: '具有…的人员 says what kind of people they are',
  },
  'indicator.namedBefore': {
    zh: '数字前只有级别或动词，所数的东西在前一分句里',
    en: 'only a grade or a verb stands before the number: the clause before names the thing',
  },
}

import { decided, type IndicatorRule } from './indicatorView.ts'

const dimensionOfThings = (dimension: string): boolean => dimension === 'item' || dimension === 'place'

export const awarded: IndicatorRule = {
  id: 'indicator.awarded',
  of: ['item', 'place', 'person', 'household', 'visit'],
  because: 'what won a prize or title is counted as awards: works and teams, or people',
  read: ({ figure, subject, dimension, reach, people, head }) => {
    const { after } = figure
    // 救起28人）被授予称号: whom they saved holds no honour.
    if (people && /(?:救起|救出|营救|搭救|解救|救活|资助|帮扶|照料|赡养)(?:了|过)?$/.test(head)) return null
    if (
      /^(?:“|十佳|优秀|先进|优胜|最佳|模范|标兵)(?!奖|作品|传统|节目|剧目|文化|影片|图书|成果)/.test(subject.words) &&
      /(?:受到?|获)[^，。；]{0,6}(?:表彰|表扬|嘉奖)|表彰了?|评选出?|评出|授予|命名|颁发|颁奖/.test(reach.clause)
    )
      return decided(people ? 'award.people' : 'award.count', 'indicator.awarded', '优秀')
    if (dimension === 'item' && /[\u4e00-\u9fff](?<![获颁中摸抽评授得发受领])奖$/.test(subject.words))
      return decided('award.count', 'indicator.awarded', '奖')
    if (people && /(?:获|受)[^，。；\d]{0,12}(?:表彰|表扬|嘉奖)$/.test(head))
      return decided('award.people', 'indicator.awarded', '表彰')
    if (people && /^[\u4e00-\u9fff]{0,6}入选[^，；。]{0,16}(?:人才|英才|名家|领军|工程)/.test(after))
      return decided('talent.count', 'indicator.awarded', '入选')
    if (
      people &&
      /^[\u4e00-\u9fff]{0,6}(?:入选|列入|获批|(?:被)?(?:评定|评|认定|命名|公布|批准)为)[^，；。]{0,24}传承人/.test(
        after,
      )
    )
      return decided('heritage.inheritors', 'indicator.awarded', '传承人', 'noun')
    // 2处空间入选全国“最美公共文化空间” won a title; what 入选 a list of projects did not.
    const chosen =
      /^[\u4e00-\u9fff]{0,8}(?:入选|跻身|荣登|上榜)[^，；。]{0,14}(?:“|名[镇村城]|优秀|典型|最佳|十佳|最美|示范|先进|百强|案例|案件|[国省市]展|作品展|展览)/.test(
        after,
      ) && !/名录|项目库|非遗/.test(after)
    const won =
      /^(?:[\u4e00-\u9fff]{0,8}?)(?:均|先后|分别)?(?:被)?(?:获得?|荣获|荣膺|斩获|评为|授予|获评|受到[^，；。]{0,8}(?=表彰|表扬|嘉奖)|在[^，；。]{1,24}?(?:[中上](?=分?获|夺|荣|摘|捧|斩|拿)|(?=[分荣斩]?获(?:[一二三优奖金银铜]|得|评))))/.test(
        after,
      )
    const far =
      dimensionOfThings(dimension) &&
      /^[\u4e00-\u9fff]{0,8}在[^，。；\d]{1,14}(?:获奖|得奖|获得[^，。；]{0,12}奖)/.test(
        figure.text.slice(figure.quantity.end, figure.clause.end),
      )
    if (far) return decided('award.count', 'indicator.awarded', '获奖')
    if (!chosen && !won) return null
    // 19个项目获评精品项目: the verb alone tells of a title, where 获得 needs a prize.
    const titled =
      /^[\u4e00-\u9fff]{0,8}?(?:均|先后|分别)?(?:获评|被?评为|被?命名为|被授予)(?![^，。；]{0,3}(?:[一二三特]级|\d?A级|[三四五]星级?|等级站|等级馆|达标|合格))/.test(
        after,
      )
    if (
      won &&
      ((!titled && !/奖|称号|“|荣誉|先进|表彰|表扬|优秀|最美|标兵/.test(reach.clause)) ||
        /资助|资金|补助|补贴|认定|备案/.test(reach.clause))
    )
      return null
    return decided(people ? 'award.people' : 'award.count', 'indicator.awarded', '获')
  },
}

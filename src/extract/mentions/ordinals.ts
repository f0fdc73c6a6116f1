import { after, before, claim, isHan, type MentionRule, numeralIs, value } from './view.ts'

export const ordinalPrefix: MentionRule = {
  id: 'mention.ordinal.prefixed',
  because: '第 makes it a rank or a number in a series',
  claim: (view) => {
    if (!/第[ ]?$/.test(before(view, 2))) return null
    const right = after(view, 6)
    if (/^(?:[ ]?[一二三四1234])?(?:个)?(?:季度|天|周|个月)(?!级|奖)/.test(right) && !/^年级/.test(right)) return null
    const back = view.numeral.start - view.text.lastIndexOf('第', view.numeral.start)
    if (/^时间|^方(?![面案阵队])/.test(right)) return claim(view, 'idiom', /^时间/.test(right) ? 2 : 1, back)
    const heads = view.text.slice(view.lineStart, view.numeral.start - back).trim() === ''
    if (heads && /^[章节条编款篇]/.test(right)) return claim(view, 'enumeration', 1, back)
    const unit =
      /^(?:[ ]?(?:届|批次?|次|名|位|个|期|轮|类|三方|责任人|书记|产业|人民医院|中学|小学|幼儿园|方阵|梯队|等级|代|套|版|项|场|组|站|部|章|节|条|款|集|卷|号|位次|阶段|步|时间|线|现场|课堂|书记))?/.exec(
        right,
      )?.[0].length ?? 0
    return claim(view, 'ordinal', unit, back)
  },
}

export const strongOrdinal: MentionRule = {
  id: 'mention.ordinal.award',
  behind: '等线届部星',
  because: 'prizes, star ratings and tiers of cities are grades',
  claim: (view) => {
    const right = after(view, 6)
    if (/^(?:等奖|等功|线城市)/.test(right)) return claim(view, 'ordinal', 2)
    // 十六届三中、四中全会: several of one term are one name.
    const plenums = /^届[一二三四五六七]中(?:全会)?(?:[、和][一二三四五六七]中(?:全会)?)*/.exec(after(view, 24))?.[0]
    if (plenums?.endsWith('全会')) return claim(view, 'name', plenums.length)
    if (/^届(?:历次|中央)/.test(right) && isHan(view)) return claim(view, 'name', 1)
    if (/^部分/.test(right) && /第$/.test(before(view, 1))) return claim(view, 'enumeration', 2, 1)
    if (/^星级/.test(right)) return claim(view, 'ordinal', 2)
    return null
  },
}

/** What is built in stages: 滇中引水二期骨干工程, 白龙港三期设施; a class or a show is held so many times. */
const STAGED =
  /(?:平台|存储|学院|大学|试验区|升级|“三北”|三北|引洮|景电|供水|引水|调水|核电|风电|光伏|水电|电厂|电站|水资源配置|储能|港|码头|航道|机场|号线|大桥|隧道|铁路|高速|枢纽|水库|灌区|产业园|开发区|新馆|加固|整治|扩建|改造|治理|疏浚)$/
const INFRASTRUCTURE =
  /[\u3400-\u9fff](?<!培训|训练|研修|学习|讲座|展览|活动|演出|举办|开展|组织|班|实施|建成|分|共|了|成)$/

const RATED = /(?:评定?为|定为|达到|晋升为?|升为|创建)[^，。；]{0,4}$/

/** How many levels of government are named right before: 县乡村三级 → 3, 国家、省、市、县四级 → 4. */
function levelsNamed(left: string): number {
  const named = /(?:(?:国家|[省市县区乡镇村街居州旗])[、和级]{0,2}){2,}$/.exec(left)?.[0] ?? ''
  return named.match(/国家|[省市县区乡镇村街居州旗]/g)?.length ?? 0
}

export const ordinal: MentionRule = {
  id: 'mention.ordinal',
  behind: '等楼A线星年套届次中普级期轮号类产名位强把路',
  because: 'it is a grade, a class, a stage or a number in a series',
  claim: (view) => {
    const right = after(view, 10)
    const left = before(view, 10)
    const small = (value(view) ?? 99) <= 30
    if (/^(?:等奖|等功|等品|等座|等舱|等侨)/.test(right)) return claim(view, 'ordinal', 2)
    if (/^楼(?!盘|宇|房|市)/.test(right) && small) return claim(view, 'ordinal', 1)
    if (/^A{1,5}(?:级|景区|$|[^A-Za-z])/.test(right) && !isHan(view))
      return claim(view, 'ordinal', /^A+级?/.exec(right)?.[0].length ?? 0)
    if (/^线(?:城市|品牌|地区)/.test(right) && small) return claim(view, 'ordinal', 1)
    if (/^(?:星级|星(?=酒店|饭店|宾馆|场馆))/.test(right) && small) return claim(view, 'ordinal', 2)
    if (/^年级/.test(right)) return claim(view, 'ordinal', 2)
    if (/^套/.test(right) && /(?:央视|电视台|卫视|广播电台)$/.test(left)) return claim(view, 'ordinal', 1)
    if (
      /^(?:届|次)(?=[一二三四五六七八九]中全会|全国人大|全国人民代表大会|人大|代表大会|党代会|会议|政协|全会)/.test(
        right,
      ) &&
      isHan(view) &&
      (value(view) ?? 0) >= 1 &&
      !/[共开议召了]$|先后$/.test(left)
    )
      return claim(view, 'ordinal', 1)
    if (/^届/.test(right) && isHan(view) && (value(view) ?? 0) > 2 && !/[办开了续]$/.test(left))
      return claim(view, 'ordinal', 1)
    if (/^(?:中全会|次会议|次全体会议)/.test(right) && isHan(view) && /[届大会]$/.test(left))
      return claim(view, 'ordinal', 1)
    if (/^(?:中全会)/.test(right)) return claim(view, 'ordinal', 1)
    if (
      /^(?:次(?:党代会|代表大会|全国(?:文物|人口|经济|农业|地名|国土)?(?:普查|调查))|普(?:$|[^及]))/.test(right) &&
      isHan(view)
    )
      return claim(view, 'ordinal', 1)
    if (/^级/.test(right) && small) {
      const rest = right.slice(1)
      if (isHan(view) && value(view) === 2 && numeralIs(view, '两')) return claim(view, 'structure', 1)
      if (isHan(view) && levelsNamed(left) === value(view) && !RATED.test(left)) return claim(view, 'structure', 1)
      if (
        /[、省市县区乡镇村街居国中央部]$/.test(left) &&
        /^(?:联动|联创|网络|体系|服务|管理|责任|平台|财政|书记|党组织|干部|公共|文化|文体|基础|阵地|设施|前端|志愿|文明|宣讲|矩阵|组织|图书|广播|应急|书院|共建|共管|总分馆|投入|政府|非遗|名录|保护|传承|代表性|遗产|$|[，。、）])/.test(
          rest,
        ) &&
        /(?:[省市县区乡镇村街居国][、和级]?){2,}$/.test(left) &&
        !RATED.test(left)
      )
        return claim(view, 'structure', 1)
      if (/^(?:联动|网络|网格|名录|名录体系|书记|架构|管理|体系|责任|服务网络|公共文化|调解|党组织)/.test(rest))
        return claim(view, 'structure', 1)
      return claim(view, 'ordinal', 1)
    }
    if (
      /^期(?=工程|项目|建设|开工|竣工|规划|改造|场馆|地块|启动|主体|投|用|、[一二三四五]期)/.test(right) &&
      isHan(view)
    )
      return claim(view, 'ordinal', 1)
    if (
      /^期(?=[\u3400-\u9fff]{0,6}(?:工程|项目|设施|机组|码头|航站楼|主体|线路|厂房|场馆|展馆))/.test(right) &&
      isHan(view) &&
      INFRASTRUCTURE.test(left)
    )
      return claim(view, 'ordinal', 1)
    if (
      /^期等[^，。；]{0,16}(?:项目|工程|机组)/.test(after(view, 24)) &&
      isHan(view) &&
      small &&
      INFRASTRUCTURE.test(left)
    )
      return claim(view, 'ordinal', 1)
    // 土司衙署三期修缮, “云栖谷”一期酒店: what is built, and what of it.
    if (
      /^期(?:修缮|修复|加固|维修|布展|酒店|商业|住宅|民宿|客房|厂房|展厅|地块)/.test(right) &&
      isHan(view) &&
      (value(view) ?? 9) <= 6 &&
      /[堂署祠庙寺塔楼院馆城宫阁殿桥园居宅址墓谷山湖湾镇村”》]$/.test(left)
    )
      return claim(view, 'ordinal', 1)
    // 长征文化公园1期工程: digits as well, behind what is built.
    if (
      /^期(?:工程|项目|建设)/.test(right) &&
      /^[1-9]$/.test(view.numeral.text) &&
      (/[园馆城址]$|基地$|期、$/.test(left) || STAGED.test(left))
    )
      return claim(view, 'ordinal', 1)
    // 船厂二期、港口改造、石化储运等项目.
    if (
      /^期、[^，。；]{2,50}等[^，。；]{0,8}(?:项目|工程)/.test(after(view, 64)) &&
      isHan(view) &&
      small &&
      INFRASTRUCTURE.test(left)
    )
      return claim(view, 'ordinal', 1)
    // 化肥厂（二期）.
    if (/^期）/.test(right) && /[\u3400-\u9fff]（$/.test(left) && small) return claim(view, 'ordinal', 1)
    if (
      /^期(?=[、，。；等及]|以及|建成|投[产用运]|完工|扩建|改扩建|骨干|提质|加快|开工|基金|[\u3400-\u9fff]{1,4}段)/.test(
        right,
      ) &&
      isHan(view) &&
      small &&
      STAGED.test(left)
    )
      return claim(view, 'ordinal', 1)
    // 土地二轮延包, 第一、二轮督察.
    if (/^轮(?=土地|延包|承包|(?:中央)?[^，。；]{0,4}(?:督察|巡视))/.test(right) && isHan(view) && small)
      return claim(view, 'ordinal', 1)
    // 八届七次、八次全会.
    if (/^次[、和](?:[一二三四五六七八九十]{1,3}次[、和]?)+全会/.test(after(view, 16)) && isHan(view))
      return claim(view, 'ordinal', 1)
    if (/^期/.test(right) && isHan(view) && small && /(?:工程|项目|园区|基地|中心|公园|小镇|[山城馆园])$/.test(left))
      return claim(view, 'ordinal', 1)
    if (/^号(?!召|称|角)/.test(right) && !/月$/.test(left)) return claim(view, 'ordinal', 1)
    if (
      /^类(?!别|似|型)/.test(right) &&
      isHan(view) &&
      (value(view) ?? 9) <= 3 &&
      !/[等共分的]$/.test(left) &&
      /^类(?:[\u3400-\u9fff])/.test(right) &&
      /[、，。国家为评]$|^$/.test(left.slice(-1))
    )
      return claim(view, 'ordinal', 1)
    if (/^产(?:业)?(?:[，、。]|增加值|融合)/.test(right) && isHan(view) && small) return claim(view, 'ordinal', 1)
    if (
      /^(?:名|位|强)/.test(right) &&
      /(?:(?:[^以之目当提向]|^)前|排名[末后]|倒数|[居排列占位]第)$/.test(left) &&
      small
    )
      return claim(view, 'ordinal', 1)
    if (/^(?:把手)/.test(right)) return claim(view, 'idiom', 2)
    if (/^(?:路|号线)(?=公交|地铁|车)/.test(right)) return claim(view, 'reference', 1)
    return null
  },
}

import { after, before, claim, isHan, type MentionRule, numeralIs, value } from './view.ts'

const STRUCTURE_NOUNS =
  /(?:方面|原则|到位|环节|机制|体系|关键|抓手|转变|突破|坚持|必须|确保|统一|结合|并重|同步|注重|强化|聚焦|维度|层面|步骤|目标|任务|举措|措施|工程|行动|计划|战略|优势|特点|特色|主题|板块|重点|核心|理念|意识|自信|维护|确立|务必|领域|关系|难点|要素|底线|红线|防线|经验|启示|不足|篇章|文章|课题|提升|定位|要求|部署|安排|关口|难题|清单|办法|路径|模式|载体|功能|支撑|保障|重大|导向|方针|纪律|精神|阶段|环境|整治|攻坚|体制|建设|平台|品牌|制度)/

export const structure: MentionRule = {
  id: 'mention.structure',
  because: 'it counts the points of the text or of a programme, and nothing in the world',
  claim: (view) => {
    if (view.numeral.form !== 'plain' || view.numeral.inner || view.numeral.unit) return null
    const worth = value(view)
    const right = after(view, 14)
    if (
      worth === 1 &&
      /^个(?:目标|中心|核心|主题|原则|机制|主线|抓手|关键|重点|平台|清单)(?:[，、：。；”]|$)/.test(right)
    )
      return claim(view, 'structure', 1)
    if (worth === null || worth < 2 || worth > 20) return null
    const phrase = /^[^，。；：、！？（）“”《》\s]*/.exec(right)?.[0] ?? ''
    if (isHan(view)) {
      if (/^大(?!于|约|型|中|小|多|力|赛|会|学|家|批|幅|量|队|类|宗|众|楼)/.test(phrase))
        return claim(view, 'structure', 1)
      const counted = /^(?:个|项|条|种|类|大类|点|方面|重|句)?/.exec(phrase)?.[0] ?? ''
      const noun = phrase.slice(counted.length)
      if (/^方面/.test(counted)) return claim(view, 'structure', 2)
      if (counted === '' && STRUCTURE_NOUNS.test(noun.slice(0, 3))) return claim(view, 'structure')
      if (
        counted !== '' &&
        worth <= 15 &&
        STRUCTURE_NOUNS.test(noun.slice(0, 8)) &&
        !/^(?:国家|省|市|县|区|全国|新|亿元|在建|重点项目|文旅|重点文|民生)/.test(noun)
      )
        return claim(view, 'structure', counted.length)
      return null
    }
    if (/^(?:个|大|项)?(?:方面|原则|到位|环节|维度|层面|坚持|必须|转变|关键词)/.test(phrase))
      return claim(view, 'structure')
    if (/^大(?!于|约|型|中|小|多|力|赛|会|学|家|批|幅|量|队|类|宗|众|楼)[\u3400-\u9fff]/.test(phrase) && worth <= 12)
      return claim(view, 'structure', 1)
    return null
  },
}

const ARTICLE =
  /^(?:批|系列|种|些|支|份|项|部|个|条|张|片|股|座|套|款|道|幅|块|场|次|本|代|件|类|把|轮|堂|台|名|位|家|处|所|人|间|首|篇|户|期|组|对|站|曲|户|层|番|笔|颗|缕|声|杯|方|滴|句|盏|面|扇|桌|根|盘|支|艘|届|段|届|环|圈|轴|带|核|心|网|图|码|库|馆|园)/

const COUNTING =
  /(?:每(?:个|年|月|季度?|周|日|天|村|社区|街道|乡镇?|镇|县区?|区县?|市|人|户|半年|馆|校|班|学期|两年|[\u3400-\u9fff]{1,6})(?:[^，。；]{0,10})|各[^，。；]{0,10}|不少于|不低于|至少|不超过|配备|选派|配齐|确定|排练|选定|指定|明确|落实|共|仅|只有|新增|增加|减少|新建|建成|建有|建立|建设|创建|设立|成立|下设|举办|召开|开展|组织|完成|荣获|获得|获|入选|评选|辖|现有|拥有|培养|引进|查处|立案|收缴|招聘|招录|聘请|推出|创作|编印|编发|出版|打造|达到|有|增至|设|派|培育|发放|赠送|捐赠|印发|申报|实施|扶持|签约|落户)$/

export const oneAsArticle: MentionRule = {
  id: 'mention.oneAsArticle',
  because: '一 with a measure word stands for an article, no count is stated',
  claim: (view) => {
    if (!numeralIs(view, '一')) return null
    const right = after(view, 12)
    const left = before(view, 24)
    if (/^番/.test(right) && /翻[了过]?$/.test(left)) return null
    if (/^(?:批|系列|些|种|股|番|整套|揽子)/.test(right)) return claim(view, 'idiom', 1)
    if (/^(?:倍|成(?!功|员|立)|半)/.test(right)) return null
    if (!ARTICLE.test(right)) return null
    const counts = COUNTING.test(left.replace(/[了着过]$/, ''))
    const verbs =
      /(?:每|各)[^，。；]{0,14}$/.test(left) ||
      /(?:不少于|不低于|至少|不超过|仅|只有|选派|配备|配齐|确定|指定|明确|排练)(?:了)?$/.test(left)
    if (
      /^(?:支|份|部|片|套|幅|张|道|座|代|把|条|颗|项|个|轮|环|网|图|码|方|次性|步|层|段|句|声|面|块|张网|盏)/.test(
        right,
      )
    ) {
      if (verbs) return null
      // 新建一座图书馆, 创建一个国家级…: a count after a verb of making, where the noun ends the clause.
      const phrase = /^[^，。；：、！？]*/.exec(right)?.[0] ?? ''
      const made = /(?:新建|建成|新增|创建|设立|成立|荣获|获得|查处|立案|增加|减少|引进|收缴|建|获)(?:了)?$/.test(left)
      return made && phrase.length <= 11 && !/^(?:支|份|部|片|道|轮|次性)/.test(right) && !/的/.test(phrase)
        ? null
        : claim(view, 'idiom', 1)
    }
    return counts || verbs ? null : claim(view, 'idiom', 1)
  },
}

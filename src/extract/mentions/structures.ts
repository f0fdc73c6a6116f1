import { after, before, claim, isHan, type MentionRule, value } from './view.ts'

/** Verbs and short words that count points only right behind the number: 三个坚持, 五个注重. */
const STRUCTURE_VERBS =
  /^的?“?(?:坚持|必须|确保|统一|并重|同步|注重|强化|聚焦|结合|转变|突破|到位|维护|确立|务必|不足|支撑|保障|提升|攻坚|整治|建设|需要|说明|值得|意见|建议(?!书)|希望|体会|翻番)/

const STRUCTURE_NOUNS =
  /(?:方面|原则|环节|机制|体系|关键|抓手|维度|层面|步骤|目标|任务|举措|措施|工程|行动|计划|战略|优势|特点|特色|主题|板块|版块|重点|核心|理念|意识|自信|领域|关系|难点|要素|底线|红线|防线|经验|启示|篇章|文章|课题|提升|定位|要求|部署|安排|关口|难题|清单|准则|指标|办法|方法|大局|路径|模式|载体|闸门|轮子|翅膀|战线|拳头|积极性|偏向|倾向|功能|重大|导向|方针|纪律|精神|阶段|环境|整治|攻坚|体制|建设|平台|品牌|制度|职能|职责|效益(?![好高较最])|部分|途径|渠道|角度|方式|类型|形态|类别)/

/** 80%以上三类, 省级以上3个: the word bounds the number or the level before it. */
const BOUND = /[\d%成数级元人次场米亩里吨名户家岁天件册个万亿]以[上下]的?$/

export const structure: MentionRule = {
  id: 'mention.structure',
  because: 'it counts the points of the text or of a programme, and nothing in the world',
  claim: (view) => {
    if (view.numeral.form !== 'plain' || view.numeral.inner || view.numeral.unit) return null
    const worth = value(view)
    const right = after(view, 14)
    if (
      worth === 1 &&
      /^(?:个(?:目标|中心|核心|主题|原则|机制|主线|抓手|关键|重点|平台|清单)|条(?:主线|红线|底线))(?:[，、：。；”（]|$)/.test(
        right,
      )
    )
      return claim(view, 'structure', 1)
    if (worth === null || worth < 2 || worth > 20) return null
    if (
      /(?:(?:以下|如下|以上|上述|前述)的?|以上讲的)$/.test(before(view, 4)) &&
      /^(?:大|个|项|件|点|条|方面|类|种)/.test(right) &&
      !BOUND.test(before(view, 6))
    )
      return claim(view, 'structure', 1)
    // 这两种错误, 上述三个问题: they were just named.
    if (
      /[这那述后]$/.test(before(view, 1)) &&
      /^(?:种|个|类|项|点|条)(?:民生工程|工程|错误|问题|情况|事业|现象|态度|观点|思想|作风|标准|可能|主义)/.test(right)
    )
      return claim(view, 'structure', 1)
    // 关键是三条。一条是…, 两股歪风，一是…, 四个问题：一是…: what is counted is told one by one.
    if (
      worth <= 6 &&
      /^(?:大?类|[条点个项种股套]|方面)[\u3400-\u9fff]{0,4}[，。：][ ]?(?:一[是条种类股]|或者是?|第一[，是])/.test(
        right,
      )
    )
      return claim(view, 'structure', 1)
    // 仍有三个“不够”, 做到四个“不让”: what the text then tells one by one.
    if (worth <= 10 && /^个“(?:[不没更再最早必零][^”]{0,6}|[^”]{1,12}”[：，]?一是)/.test(right))
      return claim(view, 'structure', 1)
    // 分为四个等次, 三件难事
    if (
      (/^(?:个|种)(?:等次|档次|等级|层次)/.test(right) && !/[升降高低]$/.test(before(view, 1))) ||
      /^件(?:难事|要事|大事|急事|事情?(?:[：，。；]|$))/.test(right)
    )
      return claim(view, 'structure', 1)
    // 文物、非遗两块工作; 粮食直补、良种补贴、农机补贴三项合计; 老党员、楼组长、物业三方共商: what was just named.
    if (
      worth <= 6 &&
      /、[^，。；、\d]{1,8}$/.test(before(view, 10)) &&
      /^(?:[块摊头](?:工作|业务|任务|内容)|项(?:合计|共计|总计|加起来|相加|之和|叠加)|方(?:共[商建管治享]|联动|协[商同作]|合作|会[商谈]|联席|对接|签[订署]))/.test(
        right,
      )
    )
      return claim(view, 'structure', 1)
    // 全年有九个明显变化：一是…: points that praise, told one by one.
    if (
      worth <= 20 &&
      /^[个项条][\u3400-\u9fff]{0,4}(?:亮点|特点|特征|变化|进展|成效|看点|突破|转变)[，：。][ ]?一是/.test(right)
    )
      return claim(view, 'structure', 1)
    // “人民”二字, 在“巩固、增强、提升、畅通”八个字上: the characters of what is quoted.
    if (/^个?(?:大?字)/.test(right) && /”$/.test(before(view, 1)))
      return claim(view, 'structure', /^个/.test(right) ? 2 : 1)
    // 分投入、过程、产出三个大项
    if (/^个大(?:项(?!目)|块|部分)/.test(right)) return claim(view, 'structure', 1)
    // 私营商业可以分为两大类：一类是批发商，….
    if (/^(?:大?类|种|部分)[：，]一[类种]是?/.test(right)) return claim(view, 'structure', 1)
    if (/^(?:大?项|个方面|点|条|个)：[ ]?(?:一是|1[.、])/.test(right)) return claim(view, 'structure', 1)
    const phrase = /^[^，。；：、！？（）“”《》\s]*/.exec(right)?.[0] ?? ''
    if (isHan(view)) {
      if (/^大(?!于|约|型|中|小|多|力|赛|会|学|家|批|幅|量|队|类|宗|众|楼)/.test(phrase))
        return claim(view, 'structure', 1)
      const counted = /^(?:个|项|条|种|类|大类|点|方面|重|句)?/.exec(phrase)?.[0] ?? ''
      const noun = phrase.slice(counted.length)
      if (/^件大事/.test(phrase)) return claim(view, 'structure', 3)
      if (/^方面/.test(counted)) return claim(view, 'structure', 2)
      if (counted === '' && (STRUCTURE_VERBS.test(noun) || STRUCTURE_NOUNS.test(noun.slice(0, 3))))
        return claim(view, 'structure')
      if (
        counted !== '' &&
        worth <= 15 &&
        (STRUCTURE_VERBS.test(noun) || STRUCTURE_NOUNS.test(noun.slice(0, 8))) &&
        // 完成八项理论课题: what is studied is counted.
        !(counted === '项' && /^[\u3400-\u9fff]{0,6}课题/.test(noun)) &&
        !/^(?:全[省市县区州]|国家|省|市|县|区|全国|新|亿元|在建|重点项目|文旅|重点文|民生)/.test(noun)
      )
        return claim(view, 'structure', counted.length)
      return null
    }
    // 形成联建、托管、合作5种模式, 分为四种类型: kinds are no things.
    if (/^种[\u3400-\u9fff]{0,8}(?:模式|类型|形式|方式|途径|形态|业态)(?:[，。；、]|$)/.test(right))
      return claim(view, 'structure', 1)
    // 理论宣讲、政策宣传、文化服务5个平台: the points were just named.
    if (
      /、[\u3400-\u9fff]{2,8}$/.test(before(view, 12)) &&
      /^(?:个|大|项)(?:平台|环节|板块|系列|维度|机制|体系|重点|领域|方向|层级|步骤|主题)(?:[，。；、]|$)/.test(right)
    )
      return claim(view, 'structure', 1)
    if (/^(?:个|大|项)?(?:方面|原则|到位|环节|维度|层面|坚持|必须|转变|关键词)/.test(phrase))
      return claim(view, 'structure')
    if (/^大(?!于|约|型|中|小|多|力|赛|会|学|家|批|幅|量|队|类|宗|众|楼)[\u3400-\u9fff]/.test(phrase) && worth <= 12)
      return claim(view, 'structure', 1)
    return null
  },
}

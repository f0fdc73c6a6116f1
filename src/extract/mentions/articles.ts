import { after, before, claim, type MentionRule, type MentionView, numeralIs } from './view.ts'

/** Measure words of things that are told one by one; what else follows 一 (一斤, 一亩, 一元) measures. */
const MEASURE =
  /^(?:趟|个|名|位|人|户|家|处|座|所|间|栋|台|场|次|回|期|届|班|节|堂|轮|件|项|部|首|篇|幅|本|册|套|张|块|条|支|份|片|道|代|把|颗|枚|辆|种|类|款|起|笔|组|对|层|艘|架|只|头|匹|棵|股|批|系列|些|番|点|度|档|讲|口|段|面|环|方|顿|杯|碗|声|句|步|轴|带|核|网|图|码|圈|站|曲|缕|滴|盏|扇|桌|根|盘|笔|封|副|朵|座|国|校|店|村|镇|乡|县|市|省|地|社区|街道)/
/** What no count is stated with. */
const NEVER =
  /^(?:批|系列|些|股|番|点(?!位)|个好头|个头|度(?!电|用电)|档(?!节目)|讲|回事|次性|个劲|揽子|整套|部分|面|步|方|声|句|环|代|头|段|个样)/
/** The words before tell which one is meant, or that it is one of a kind, not how many there are. */
const DETERMINED =
  /(?:[这那哪某另同又再每第此上下前后末]|任何|的|[是为成]|成为|作为|仅仅是|看作|看做|当成|没有|不只|不止|不让|像|如|有关|进入|提高到|提升到|达到|走出|处于|形成)$/
/** What is told of it is how it is, and it cannot be counted. */
const ABSTRACT =
  /^[^，。；、]{0,5}?(?:新的?(?:台阶|水平|阶段|局面|高度|起点|时期|飞跃|发展|突破|跨越|进步|成就|篇章|名片|亮点|里程碑)|大的|重大|巨大|伟大|鲜明|良好|较[大高好长]|很[大高好]|更[大高好]|极[大其为]|飞跃|阶段|台阶|过程|方面|课题|时期|环境|体系|格局|局面|整体|缩影|侧面|问题|原因|目标|关口|难题|办法|路子|道路|革命|事业|任务|保障|转变|认识|进步|鼓舞|机会|答卷|名片|窗口|亮点|平台|通道|风景|盛宴|体验|感觉|印象|热潮|高潮|总的|好的?作风|收成|初步|最低|世界|社会|国家|政府|制度|民族|地区|部门)/
const BOUND =
  /(?:不少于|不低于|至少|不超过|最多|仅仅?|(?<!不)只|只有|仅有|不足|不到|缺|尚缺|还缺|空缺)(?:有|配|为|设|达)?$/
const DISTRIBUTED =
  /(?:每(?:隔)?(?:[一两三四五六七八九十\d半]{0,2}[个]?(?:年|月|季度?|周|星期|日|天|晚|学期|季))|每[个名位人村镇乡县市区街馆站校班户家社组队场次类项件万台辆支批所座处届期][^，。；、]{0,12}|每对[^，。；]{0,4}|各[^，。；、]{0,10}|(?:人人|户户|村村|家家)[^，。；、]{1,6})(?:[^，。；、]{0,8})$/
/** Verbs that make, hold, name or give what is counted; 了, 起, 出, 有 may follow. */
const COUNTING =
  /(?:选派|派出|派驻|派|配备|配齐|配强|增配|配有|配置|聘请|聘用|聘任|招聘|招录|招收|引进|调入|调出|抽调|确定|指定|明确|落实|任命|推荐|选送|选定|评选|评为|入选|入围|获评|荣获|获得|喜获|摘得|夺得|斩获|获|培养|培育|辞退|新建|改建|扩建|续建|建成|建起|建设|修建|兴建|建立|建|修|盖|设立|设置|增设|新设|下设|设有|设|新增|增加|增添|添置|增|减少|关闭|撤销|成立|组建|创办|创建|开设|开办|新开|开放|购置|购买|采购|购|买|租用|搭建|举办|承办|协办|主办|举行|召开|组织|开展|组织开展|搞|办|承接|参加|排练|排|创排|复排|新排|编排|排演|上演|演出|演|放映|放|播出|推出|创作|新创|编|编写|撰写|写|拍摄|拍|录制|制作|出版|编印|编辑|印发|编发|发布|发表|完成|赠送|捐赠|捐|送|配送|发放|查处|立案|办理|收缴|取缔|受理|发现|发掘|抢救|征集|修缮|维修|修复|申报|实施|签约|落户|落成|开|安装|更新|改造|命名|授牌|现有|共有|拥有|建有|辖|达|增至|减至|剩|余|还有|实有|计|共|合计|开通|孵化|扶持|资助|编制|出台|制定|策划|请|外聘|布置|分派|分配|抽出|招收|看(?:上)?)(?:了|着|过|起|出|有|到)?$/
/** Measures of things that are held or shown: 一台, 一场 count behind every such verb, whatever describes them. */
const SHOWN = /^(?:台|场|届|期|堂|名|位)/
/** Measures that are mostly articles: they count where the noun ends the clause. */
const LOOSE = /^(?:支|份|部|片|道|条|项|个|种|类|轮|层|张|块|套|颗|对|图|网|码|圈|轴|带|核|股|面|把|件|组|款)/
/** 一场不少, 一个也没落下: none is lacking. */
const NONE_LACKS = /^(?:不少|没少|不落|不漏|也|都)/
const PHRASE = /^[^，。；：、！？（）\s|]*/
const NUMBER = '[\\d二两三四五六七八九十百千xX×_]'
const UNIT = '[个名位人户家处座所间台场次期届班件项部首篇幅本册套张块条支份枚辆种类]'
/** 在创建周期内进行一次: so often within a period. */
const WITHIN_PERIOD = /(?:期|年|月|季度|周)内[^，。；]{0,4}(?:进行|开展|组织|举行)$/
/** 一个 beside another count of its list: 小品三个、小戏一个; 三十种报刊、一套桌椅. */
const COUNT_BEFORE = new RegExp(`${NUMBER}${UNIT}[^，。；、\\d]{0,8}[、和及与][^，。；、的是]{0,8}$`)
const COUNT_AFTER = new RegExp(`^${UNIT}[^，。；、的把将]{0,9}[、和及与][^，。；、]{0,8}?${NUMBER}{1,6}余?${UNIT}`)
const ONE_BEFORE = new RegExp(`^(.*)一${UNIT}[^，。；、的是]{1,10}[、和及与]$`)
/** 一场诵读比赛、一场书法比赛和一场读书会: each of several is told by its one. */
const ONES_AFTER = /^([场次期台])[\u3400-\u9fff]{2,10}[、和及]一\1/
const ONES_BEFORE = /一([场次期台])[\u3400-\u9fff]{2,10}[、和及]$/
const COUNTED = new RegExp(`${NUMBER}${UNIT}`)
/** 一次一次, 一次又一次. */
const AGAIN = new RegExp(`^${UNIT}又?一`)
/** 建设一支政治坚定、业务精通的队伍: what is described at length is one of its kind. */
const DESCRIBED = /^[^，。；：！？\n]*的/
const NOUN_BEFORE = /[\u3400-\u9fff”》）A-Z]{2}$/

/** 关闭非法市场一家: one that something was done to stands behind its name. */
const DONE_TO =
  /(?:关闭|取缔|查处|查获|发现|收缴|捣毁|破获|处罚|新建|建成|建有|购置|配备|举办|开设|设立|成立|召开|排演|编印|修缮)[\u4e00-\u9fff]{2,12}$/

/** 设一个阅览室、一个棋牌室和一个…: one that stands in a list behind one that is counted. */
function besideCountedOne(left: string): boolean {
  const [, head] = ONE_BEFORE.exec(left) ?? []
  return head !== undefined && (COUNTING.test(head) || DISTRIBUTED.test(head) || besideCountedOne(head))
}

/** Whether the words say that there is one, and not just that there is such a thing. */
function isCount(view: MentionView): boolean {
  const right = after(view, 26)
  const left = before(view, 24)
  const phrase = PHRASE.exec(right)?.[0] ?? ''
  // 每少一次扣1分, 一次不参加扣6分: so much for one.
  if (
    /每[少缺多迟错漏][\u3400-\u9fff]{0,2}$/.test(left) ||
    /^[次项个处例人名场件][^，。；]{0,10}(?:扣|(?<!增|追)加|(?<!增|净)减)[ ]?\d/.test(right)
  )
    return true
  if (NEVER.test(right) || AGAIN.test(right) || NONE_LACKS.test(phrase.slice(1))) return false
  if (BOUND.test(left)) return !ABSTRACT.test(phrase.slice(1))
  // 都建有一支以上业余文艺团队: a bound is set on a count.
  if (/^.(?:以上|以下|以内)/.test(right)) return true
  if (DETERMINED.test(left) && !/看上$/.test(left)) return false
  // 每村每月一场的放映任务
  if (DISTRIBUTED.test(left) && /^[场次期个]的[\u3400-\u9fff]{0,6}任务/.test(right)) return true
  if (ABSTRACT.test(phrase.slice(1))) return false
  if (DISTRIBUTED.test(left) || WITHIN_PERIOD.test(left)) return true
  if (/其中(?:[^，。；、]{0,4})$/.test(left) && !/^个?的/.test(right)) return true
  // 三个示范村（东平、西平）和一个重点村: what a bracket names does not part the two.
  if (COUNT_BEFORE.test(left.replace(/（[^（）]*）/g, '')) || COUNT_AFTER.test(right)) return true
  if (besideCountedOne(before(view, 40))) return true
  if (ONES_AFTER.test(right) || ONES_BEFORE.exec(left)?.[1] === right.charAt(0)) return true
  const noun = phrase.slice(1)
  if (noun === '')
    return NOUN_BEFORE.test(left) && (COUNTED.test(left) || DONE_TO.test(left)) && !/[到在于得再]$/.test(left)
  if (!COUNTING.test(left)) return bothOfTwo(view, right)
  if (SHOWN.test(right)) return noun.length <= 18
  if (DESCRIBED.test(right) || noun.startsWith('“')) return false
  return LOOSE.test(right) ? noun.length <= 10 : noun.length <= 16
}

/** 两名干部，一个是站长、一个是管理员: each of two that were counted. */
function bothOfTwo(view: MentionView, right: string): boolean {
  if (!/^[个名位座处所家件项](?:是|为|在|获|由)/.test(right)) return false
  const near = view.text.slice(
    Math.max(view.lineStart, view.numeral.start - 40),
    Math.min(view.lineEnd, view.numeral.end + 24),
  )
  return (
    /[两2二][个名位座处所家件项]/.test(near) &&
    (near.match(/一[个名位座处所家件项](?:是|为|在|获|由)/g) ?? []).length >= 2
  )
}

/** 半个技术员, 半句: a half that no measure can have. */
const HALF_OF_A_KIND = /^(?:个(?!小时|钟头|百分点|月|学期|世纪|多)|句|步|点)/

export const half: MentionRule = {
  id: 'mention.half',
  because: '半 before a person or a thing is a manner of speaking',
  claim: (view) =>
    numeralIs(view, '半') &&
    HALF_OF_A_KIND.test(after(view, 4)) &&
    !/[\d一二两三四五六七八九十]个?$/.test(before(view, 2))
      ? claim(view, 'idiom', 1)
      : null,
}

/** 十分重视, 任务十分繁重: very; points are given, taken or counted up. */
export const veryMuch: MentionRule = {
  id: 'mention.veryMuch',
  because: '十分 before a quality means very',
  claim: (view) =>
    numeralIs(view, '十') &&
    /^分[\u3400-\u9fff]/.test(after(view, 2)) &&
    !/^分(?:钟|之|制|的|以|为|以上)/.test(after(view, 3)) &&
    !/[得扣加减计记满共打评]$/.test(before(view, 1))
      ? claim(view, 'idiom', 1)
      : null,
}

export const oneAsArticle: MentionRule = {
  id: 'mention.oneAsArticle',
  because: '一 with a measure word stands for an article, no count is stated',
  claim: (view) => {
    if (!numeralIs(view, '一')) return null
    const right = after(view, 4)
    if (/^番/.test(right) && /翻[了过]?(?:近|约|将近|超|超过|逾)?$/.test(before(view, 4))) return null
    if (!MEASURE.test(right)) return null
    return isCount(view) ? null : claim(view, 'idiom', 1)
  },
}

const EACH = '村居镇乡县市区街校馆站院园企户人家店景地山河湖路楼岗班组行业链项事案品'
const FOR_EACH = new RegExp(`^[${EACH}]一[\\u3400-\\u9fff](?:一[\\u3400-\\u9fff])?`)

export const oneForEach: MentionRule = {
  id: 'mention.oneForEach',
  because: '一村一品, 一馆一策: one for each is a slogan that counts nothing',
  claim: (view) => {
    const found = numeralIs(view, '一') ? FOR_EACH.exec(after(view, 6)) : null
    if (found && found[0].charAt(0) === found[0].charAt(2)) return null
    return found ? claim(view, 'name', found[0].length) : null
  },
}

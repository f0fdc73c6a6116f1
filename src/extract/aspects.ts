import type { Aspect } from '../model/fact.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Figure } from './figures.ts'

const FLOW_WORD =
  /(?:新增|新建|新购|新设|打造|配送|引进|推出|创建|完成|培育|开展|组织|举办|安装|签约|入选|获评|荣获|获得|获|发放|赠送|下达|成立|建设|申报|评选|表彰|选派|招聘|新创|创作|改造|升级|维修|修缮|续建|选出|培养|编印|查处|购置|落户|启动|实施|推荐|支持|制定|筛选|争取|新开|新评|新认定|备案登记|年内|全年|今年新|征集|发展(?!到|至|成|为)|新入|新招|扶持|开工|公布|批准|命名|组建|责令|整改|邀请|再建|晋升|入选|招募|新发现|聘请|选送|录用|化解|转移|拆除|清理|修复|发掘|出土|处置|受理|出版|发现|认定(?!为|的)|细化成|开行|添置|再添|缴获|收缴|调出|辞退|接收|移交|捐赠|共创|采集|抽检|抽查|监测|报告|筛查|诊断|签署|签订|出生|死亡|发病|获批|新添|立项|投产|竣工|出台|交易|订单|更换|更新|招录|开发|出动|(?:吸纳|转正|编写|评出|编撰|撰写|提出|发出|下发|上报|收到|收集|签订|开出|排查|关停|关闭|制止|叫停|走访|慰问|帮扶|救助|调解|调处|发生|查获|摄制|拍摄|录制|制作|印制|印发|收回|回收|召开|举行|播出|刊发|投用|交付|转诊|提供|回复|征求|梳理|排出|约谈|抽查|检查|抽检|销毁|化解|纠正|通报|问责|立案|办理|办结|消费|销售|订购|订阅|接待|拨付|下拨)(?!的)|停建|缓建|试制|造林|育林|治理|退耕|播种|安置|资助|免除|救助|吊销|转办|督办|派出|上传|下载|发表|承担|开设|劝退|劝返|停业整顿|带动|旁听|满足请求|播放|投诉|绣制|研发(?!人员|机构|中心|平台|经费|队伍|基地)|输送|拟定|参演|围观|点播|浏览|重印|毁坏|损毁|赴|招生|招收|吸纳(?!能力)|安排|补助)/
/** 30家企业达成入驻意向, 700支团队报名: it happened. */
const FLOW_BEHIND =
  /^[\u4e00-\u9fff]{0,10}(?:报名|达成|参赛|参展|来访|获批|实施|开工|竣工|投产|上市|落地|基本完成|顺利完成|建成投|进入[^，。；]{0,10}(?:名录|名单|目录)|开展(?:免费|健康|体检|筛查|培训|监测))/
/** What is produced, carried, earned or spent within a period, however high it has come (达到). */
const RUNS =
  /产量|产值|总值|增加值|零售|销售|进出口|出口|进口|收入|支出|投资|周转量|运量|运输量|发电量|用电量|用水量|消费|贸易|交易|营业额|营收|利润|税|成交|工资|产出|增产|费用|总额(?!.{0,4}(?:资产|存款))|到位资金/
/** What stands at a moment. */
const STANDS =
  /储量|库存|存栏|存款|贷款|余额|存量|储备|资产(?!投资)|装机|库容|负债|债务|产能|能力|里程|市值|总长|全长|保有/
/** Cases, orders and rounds happen; nothing of the kind stands. */
const HAPPENS: ReadonlySet<string> = new Set([
  '例',
  '起',
  '笔',
  '单',
  '宗',
  '例次',
  '户次',
  '批次',
  '件次',
  '趟',
  '航次',
])
const STOCK_WORD =
  /(?:现有|共有|拥有|累计登记|已建成|建有|总数|年末|目前有|目前已有|截至|在册|总量|馆藏|藏有|常住|下辖|达到|增至|全县有|全市有|全区有|全省有|设有|实有|已入驻|入驻|累计|已获评|现存|登记在册|已有|全国共有|我国有|建成(?!了)|保有|开放)/

/** Whether the figure happened within the period, stands at a moment, is a ratio or a change. */
export function readAspect(
  figure: Figure,
  /** Where the predicate of the figure begins. */
  reachStart: number,
  code: string,
  isChange: boolean,
  isAverage: boolean,
  subjectWords: string,
  rulebook: RuleBook,
): { readonly aspect: Aspect; readonly rule: string } {
  if (isChange) return { aspect: 'change', rule: 'aspect.change' }
  if (isAverage) return { aspect: 'rate', rule: 'aspect.average' }
  const { text, quantity } = figure
  if (quantity.dimension === 'ratio' || quantity.dimension === 'multiple')
    return { aspect: 'rate', rule: 'aspect.ratio' }
  const own = rulebook.indicators.get(code)?.aspect ?? null
  if (own === 'rate') return { aspect: 'rate', rule: 'aspect.indicator' }
  // 出版报纸249亿份，期刊18亿册: what no indicator names shares the verb, unless its own words say more (累计达206家).
  const item = text.slice(Math.max(figure.item.start, figure.clause.start), quantity.from)
  const clause = text.slice(figure.clause.start, quantity.from)
  const happens = /^(?:money|visit|session)$/.test(quantity.dimension ?? '')
  const told = own !== null || happens || FLOW_WORD.test(item) || STOCK_WORD.test(item)
  const words = told ? clause : text.slice(reachStart, quantity.from)
  const flow = FLOW_WORD.test(words) || FLOW_BEHIND.test(figure.after)
  const stock = STOCK_WORD.test(words)
  if (own === 'stock')
    return flow && !stock ? { aspect: 'flow', rule: 'aspect.flowWord' } : { aspect: 'stock', rule: 'aspect.indicator' }
  // 有效借书证18.7万个, 已有注册读者64万人: what holds at a moment, of a thing that is counted as it is given out.
  if (
    own === 'flow' &&
    /^(?:item|person)$/.test(quantity.dimension ?? '') &&
    /(?:(?:有效|持有)[^，。；、\d]{0,8}|已有(?:注册|登记|持证)[^，。；、\d]{0,8})$/.test(item)
  )
    return { aspect: 'stock', rule: 'aspect.stockWord' }
  if (own === 'flow') return { aspect: 'flow', rule: 'aspect.indicator' }
  if (['money', 'mass', 'energy', 'length'].includes(quantity.dimension ?? '')) {
    const named = `${item} ${subjectWords}`
    if (/新增|新建|建成|开工|投产|累计完成/.test(words)) return { aspect: 'flow', rule: 'aspect.flowWord' }
    if (STANDS.test(named)) return { aspect: 'stock', rule: 'aspect.stockWord' }
    if (RUNS.test(named) || quantity.dimension === 'mass') return { aspect: 'flow', rule: 'aspect.flowWord' }
  }
  // 服务时长3600小时, 开课960课时: time that was spent.
  if (
    quantity.dimension === 'hours' &&
    /时长|服务|授课|开课|课程|培训|工时|志愿|教学|直播/.test(`${item} ${subjectWords}`)
  )
    return { aspect: 'flow', rule: 'aspect.flowUnit' }
  // 开放308天, 培训不少于5天: days that passed.
  if (HAPPENS.has(quantity.unit) || quantity.unit === '天') return { aspect: 'flow', rule: 'aspect.flowUnit' }
  if (stock && !flow) return { aspect: 'stock', rule: 'aspect.stockWord' }
  return {
    aspect:
      flow ||
      figure.quantity.dimension === 'session' ||
      figure.quantity.dimension === 'visit' ||
      figure.quantity.dimension === 'money'
        ? 'flow'
        : 'stock',
    rule: 'aspect.default',
  }
}

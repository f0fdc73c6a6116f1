// Words beside a number that name no thing of their own: what is counted stands elsewhere.

/** People without a noun of their own: 群众, 受益人次. */
export const GENERIC =
  /^(?:各类|各级|广大|现场|线下|直接|累计|辖区|农村|城镇|其中|场均|日均|平均)?(?:观众|群众|观众人数|参与人数|参与人次|参与群众|受益群众|惠及群众|人次|人数|参加人数|参加群众|参加人次|市民|居民|受益人次|惠及|受益|参与|参加|服务|服务人次|服务群众|现场观众|人员|职工群众|社区群众|听众|师生|青少年|未成年人|少年儿童|村民|干部群众|参与居民|参与读者|参加读者|受益人数|参与市民|(?:居民|市民|群众)(?:和|及|与|、)游客|接待|接待人次|接待群众|接待观众|参观人次|参观人数|受众|接待总量|参观观众|参观群众|师生|学生|中小学生|受益学生|老年人|老人|妇女儿童|干部职工|职工|官兵|党员群众|党员干部|农民群众|农民|社会公众|公众|消费者|参与者|各界群众|家长|亲子家庭|家庭)$/
/** 居民和游客, 参与读者: people of several kinds, or named by what they took part in. */
export const MIXED_PEOPLE = /(?:居民|市民|群众)(?:和|及|与|、)游客$|(?:参与|参加)(?:的)?(?:读者|学员|市民|居民)$/
/** Verbs by which a figure tells more of what was counted right before: 入驻216家, 办结186件, 其中开工18个. */
export const GOES_ON =
  /(?:新增|新发现|新开工|新签约|新入驻|新命名|新认定|复查|复核|达标|完成|办结|入驻|落地|开工|竣工|完工|投产|建成|在建|续建|签约|验收|通过|整改|投入|到位|支付|使用|启用|开放|新建|改建|改造|扩建|提升|续办|达到|实现|实际|支出|评定|公布|入选|获批|列入|获奖|累计|注册|运营|上线|投用|储备|推进|结项|结案|办理|受理|解决|处理|回复|采用|录用)$/
/** Who took part without being there. */
export const ONLINE = /^(?:其中|含|包括)?[：，]?(?:线上|网络|云端|直播)$/
/** Column heads that tell what a column is for, and no counted thing. */
export const PLAIN_COLUMN = /情况|标准|完成|目标|计划|实际|指标|单位|数值|数据|结果|年/

/** Words before a number that are verbs though they look like nouns: 实配, 其中当年新增, 实际获评. */
export const VERBAL =
  /^(?:实|应|现|已|再|又|该|另|共|总)[\u4e00-\u9fff]{0,2}$|(?:新增|新建|新办|新购|获评|新发现|完工|整改|更换|改造|开工|竣工|入库|签约|修复|招收)$/

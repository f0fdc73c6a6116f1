/** How often a text tells what was done, what is to be done, and what is to hold. */
export interface Tense {
  readonly done: number
  readonly planned: number
  readonly norms: number
}

const DONE =
  /已(?![定知婚])|(?<![除为到受极])了(?=[近约共逾超]?[\d一二三四五六七八九十“《])|(?:举办|开展|组织|完成|建立|制定|印发|成立|召开|购置|配备|推进|提升|加强)了|(?<!为)了(?=[\u3400-\u9fff]{1,10}\d)|(?:去年|上年)(?!.{0,4}相比)|截[至止]|累计|目前|现有|现辖|共(?:有|举办|开展|组织|完成|建|接待)|(?:同比|比上?年|较上年)|今年以来|(?:印发|下发|出台|编辑出版|编印|编写|出版)(?:了|下发)?《|共[\u3400-\u9fff]{1,2}出|荣获|获评|被评为|掀起[^，。；]{0,6}(?:热潮|高潮)/g
/** A deed with its number: done, unless its sentence plans. */
const DEED =
  /(?:举办|开展|建成|投入|接待|完成|新建|发放|演出|放映|编印|编写|编发|评出|创作|刊发|印制)[\u3400-\u9fff]{0,8}[近约超]?[\d.]+[余多]?[万场次个人家件期支册项篇部首]/g
/** Words that announce what is to be done, but for 计划, which names plans as well. */
const ANNOUNCED =
  '(?<![即终])将(?![军来近领士帅])|力争|(?<![虚模])拟(?![定人声])|争取|预计|确保|要(?=[进继积认加抓把以坚做])'
const AHEAD = new RegExp(`${ANNOUNCED}|计划`)
/** The same, and the verbs that plans are made of. */
const PLANNED = new RegExp(
  `${ANNOUNCED}|计划(?=[于在举开组建新完])|进一步(?=[\\u3400-\\u9fff])|继续|(?:^|[，。；：\\n、 ])(?:抓好|做好|推进|加强|加大|完善|健全|提升|组织|开展|举办|实施|落实|打造|建立|建设)`,
  'g',
)
const NORM =
  /应当|(?<![适相响供对反回效感照呼理])应(?![急用对邀聘届付收当该变])|不得|必须|严禁|不准|方可|只限|限借|(?<!必)须(?=[\u3400-\u9fff])|不[少低]于|至少|不超过|每(?:年|月|周|季度?)[^，。；\n]{0,10}(?:不少于|至少|一次|1次)/g

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0

export const readTense = (text: string): Tense => ({
  done:
    count(DONE, text) +
    text.split(/[。；\n]/).reduce((sum, sentence) => sum + (AHEAD.test(sentence) ? 0 : count(DEED, sentence)), 0),
  planned: count(PLANNED, text),
  norms: count(NORM, text),
})

/** So many deeds at most are told in passing; a whole report tells more, among ever so many words of plans. */
const HARDLY_ANY = 2

/** Whether the words of a text set norms and tell hardly anything that was done. */
export const setsNorms = ({ done, norms }: Tense): boolean => norms >= 5 && done <= HARDLY_ANY && norms >= 3 * done

/** Whether they plan, and tell hardly anything that was done. */
export const plansAhead = ({ done, planned }: Tense): boolean =>
  planned >= 4 && done <= HARDLY_ANY && planned >= 4 * done

/** Whether they tell what was done, and plan or rule hardly anything, whatever the title says. */
export const tellsDeeds = ({ done, planned, norms }: Tense): boolean => done >= 8 && done >= 4 * (planned + norms)

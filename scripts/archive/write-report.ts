import { type Draw, drawFrom } from './random.ts'

/** A figure that was written into a report, with what must be read out of it. */
export interface KnownFact {
  readonly quote: string
  readonly value: number
  readonly unit: string
  readonly indicator: string
  readonly year: number
  readonly status: 'actual' | 'plan'
}

/** The plain text of an invented report and its figures in the order of the text. */
export interface WrittenReport {
  readonly text: string
  readonly place: string
  readonly issuer: string
  readonly year: number
  readonly facts: readonly KnownFact[]
}

/** A figure as a sentence has it: words before, number and unit, and what it means. */
interface FigureTemplate {
  readonly lead: string
  readonly unit: string
  readonly indicator: string
  /** Number as printed and its value in base units. */
  readonly draw: (draw: Draw) => readonly [printed: string, value: number]
}

const whole =
  (least: number, most: number) =>
  (draw: Draw): readonly [string, number] => {
    const value = least + draw(most - least)
    return [String(value), value]
  }
/** Tens of thousands with two decimals: the value is shifted on the digits, never multiplied. */
const tenThousands =
  (most: number) =>
  (draw: Draw): readonly [string, number] => {
    const hundredths = 101 + draw(most * 100)
    return [(hundredths / 100).toFixed(2), hundredths * 100]
  }

const FIGURES: readonly FigureTemplate[] = [
  { lead: '全年放映公益电影', unit: '场', indicator: 'film.screenings', draw: whole(60, 4000) },
  { lead: '新增馆藏图书', unit: '册', indicator: 'library.acquisitions', draw: whole(800, 90_000) },
  { lead: '开展文化志愿服务活动', unit: '场次', indicator: 'volunteer.activities', draw: whole(20, 900) },
  { lead: '图书馆接待读者', unit: '万人次', indicator: 'library.visits', draw: tenThousands(60) },
  { lead: '举办各类演出', unit: '场', indicator: 'performance.sessions', draw: whole(20, 700) },
  { lead: '投入文化建设资金', unit: '万元', indicator: 'finance.investment', draw: tenThousands(3000) },
  { lead: '建成文化广场', unit: '个', indicator: 'facility.plaza', draw: whole(3, 200) },
  { lead: '举办展览', unit: '场', indicator: 'exhibition.sessions', draw: whole(3, 200) },
]

const BASE_UNIT: Readonly<Record<string, string>> = { 万人次: '人次', 万元: '元' }
/** Sentences between those with figures; some hold numerals that count nothing. */
const FILLERS: readonly string[] = [
  '坚持把群众需要放在首位，统筹推进场馆建设与队伍培养，各项任务按期完成。',
  '围绕重点节日和乡村集市安排活动，做到月月有主题、处处有参与。',
  '加强安全巡查和隐患整改，没有发生责任事故，群众反映良好。',
  '健全考核办法，压实各方责任，工作作风有了明显转变。',
  '注重运用新的传播方式，把优秀作品送到工地、校园和养老院。',
  '组织业务骨干下乡辅导，手把手带出一批本地文艺能人，群众从看客变成了主角。',
  '广泛听取读者、演员和基层干部的意见，把意见集中的事项列入督办清单，逐项销号。',
  '规范内部管理，修订采购、档案和值班等制度，办事流程进一步简化。',
  '推动场馆错时延时开放，让上班族和学生也能方便地用上公共文化设施。',
  '深入挖掘本地民俗和老手艺，请老艺人口述、年轻人记录，留住乡土记忆。',
  '同学校、医院、企业建立联系，把演出和展览办到人们身边，受到普遍欢迎。',
  '落实意识形态工作责任，严把节目和出版物内容关，守住文化安全底线。',
  '面对持续降雨带来的不利影响，及时调整户外活动安排，确保人员和设备安全。',
  '开展送文化进乡村活动，沿着山路把电影和图书送到最偏远的自然村。',
  '鼓励社会力量参与办馆，探索委托运营、联合办展等做法，服务效能持续改善。',
  '严格执行中央八项规定精神，精简会议和文件，把更多精力放到服务一线。',
  '加强文物安全巡查，对重点单位的消防、安防设施逐一检查，问题当场交办。',
  '完善总分馆体系，实现通借通还，乡镇分馆的面貌焕然一新。',
  '创新宣传方式，用方言短视频介绍本地景点和美食，网络反响热烈。',
  '主动对接一体化发展规划，同邻近地区开展交流演出和联合执法。',
]
const HEADINGS: readonly string[] = ['公共文化服务扎实推进', '文艺创作持续活跃', '阵地建设不断加强', '产业融合稳步发展']
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const PLACES: readonly string[] = ['青禾', '白石', '云溪', '淮津', '澄浦', '望桥', '松塘', '柳河', '丹溪', '渔浦']

/** Characters of text for each figure of an invented report. */
export const CHARACTERS_A_FIGURE = {
  /** As real reports have them: 1.8 million characters of 95 published reports held a figure every 126. */
  real: 126,
  /** As many as these sentences hold at most: the hardest case for reading and storing. */
  dense: 30,
} as const

/**
 * An invented report of about `characters` characters, the same for the same seed: title, numbered headings, paragraphs
 * in which every figure is written from a template, a plan for the next year, signature and date. Between sentences with
 * figures stand others, so that there is a figure for every `charactersAFigure` characters.
 */
export function writeReport(
  seed: number,
  characters: number,
  charactersAFigure: number = CHARACTERS_A_FIGURE.real,
): WrittenReport {
  const draw = drawFrom(seed)
  const place = `云岭省${PLACES[seed % PLACES.length] ?? ''}市`
  const issuer = `${place.slice(3)}文化和旅游局`
  const year = 2010 + (Math.floor(seed / PLACES.length) % 15)
  const facts: KnownFact[] = []
  const lines = [`${issuer}${year}年工作总结`, '', `　　第${seed + 1}期。现将${year}年工作情况报告如下。`]
  let length = 0
  const add = (line: string): void => {
    lines.push(line)
    length += line.length
  }
  const write = (ofYear: number, status: KnownFact['status'], sentences: number) =>
    writeParagraph({ draw, year: ofYear, status, facts, sentences, charactersAFigure })
  const room = characters * 0.9
  for (let section = 0; length < room; section++) {
    if (section < HAN.length) add(`${HAN[section]}、${HEADINGS[section % HEADINGS.length]}`)
    for (let paragraph = 0; paragraph < 4 && length < room; paragraph++)
      // The last paragraph is cut so that the length asked for is kept.
      add(
        `　　${write(year, 'actual', Math.min(3, Math.max(1, Math.round((room - length) / (2 * charactersAFigure)))))}`,
      )
  }
  add('下一步工作打算')
  add(`　　${year + 1}年，${write(year + 1, 'plan', charactersAFigure > 60 ? 1 : 3)}`)
  lines.push(issuer, `${year}年12月28日`, '')
  return { text: lines.join('\n'), place, issuer, year, facts }
}

interface ParagraphShape {
  readonly draw: Draw
  readonly year: number
  readonly status: KnownFact['status']
  /** Where its figures are noted. */
  readonly facts: KnownFact[]
  /** Sentences with two figures each. */
  readonly sentences: number
  readonly charactersAFigure: number
}

function writeParagraph({ draw, year, status, facts, ...shape }: ParagraphShape): string {
  let text = ''
  for (let sentence = 1; sentence <= shape.sentences; sentence++) {
    const clauses: string[] = []
    for (let clause = 0; clause < 2; clause++) {
      const { lead, unit, indicator, draw: drawNumber } = oneOf(FIGURES, draw)
      const [printed, value] = drawNumber(draw)
      const quote = `${printed}${unit}`
      clauses.push(`${status === 'plan' ? '计划' : ''}${lead}${quote}`)
      facts.push({ quote, value, unit: BASE_UNIT[unit] ?? unit, indicator, year, status })
    }
    text += `${clauses.join('，')}。${oneOf(FILLERS, draw)}`
    while (text.length < sentence * 2 * shape.charactersAFigure - FILLER_LENGTH / 2) text += oneOf(FILLERS, draw)
  }
  return text
}

/** Characters of a sentence without figures, about. */
const FILLER_LENGTH = 34

function oneOf<T>(items: readonly T[], draw: Draw): T {
  const item = items[draw(items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

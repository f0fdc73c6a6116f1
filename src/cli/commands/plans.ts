import { NOT_COMPARABLE } from '../../compare/change.ts'
import { OUTCOMES, type PlanOutcome } from '../../compare/plans.ts'
import { shownDifference, shownPercent, shownValue } from '../../compare/shown.ts'
import { type CatalogueRow, indicatorNames } from '../../model/reference.ts'
import type { FactQuery } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import type { Cli } from '../cli.ts'
import { defineCommand, EXIT, type OptionValues } from '../command.ts'
import { column, numbersIn, seriesLabel, shownPlace } from '../comparison.ts'
import { bomOption, choiceOption, databaseOption, factFilterOptions, formatOption, outputOption } from '../options.ts'
import { printRows, type Sheet } from '../records.ts'

const { region, issuer, indicator, of, year, from, to, scope } = factFilterOptions

const options = {
  db: databaseOption,
  region,
  issuer,
  indicator,
  of,
  scope,
  year,
  from,
  to,
  outcome: choiceOption({
    flag: '--outcome',
    value: 'OUTCOME',
    choices: OUTCOMES,
    summary: { en: 'only plans that came out so', zh: '只看这种结果的计划' },
    fallback: null,
  }),
  format: formatOption,
  output: outputOption,
  bom: bomOption,
} as const

type Options = OptionValues<typeof options>

export const plansCommand = defineCommand({
  name: 'plans',
  summary: {
    en: 'Hold plans against outcomes: met, missed, by how much',
    zh: '计划与实绩对照：完成、未完成，相差多少',
  },
  details: [
    {
      en: 'One row is one plan for a year, beside what was done in it: met, missed, unknown (the words do not tell: 约, 余 and rounding are allowed for), or waiting (no report has stated it yet). Most plans want at least what they say; 不超过 and indicators that should stay low (失业率, 赤字率, 能耗) want at most that. The difference is from the plan to what was done.',
      zh: '每行是某一年的一项计划，与该年的实绩并列：met 完成，missed 未完成，unknown 文字不足以判断（已考虑“约”“余”和四舍五入），waiting 尚无报告说明。多数计划要求不低于所说的数；“不超过”和应当保持低位的指标（失业率、赤字率、能耗）要求不高于所说的数。差额是从计划到实绩。',
    },
  ],
  arguments: [],
  options,
  examples: [
    {
      command: 'baoshu plans --region 潍坊 --outcome waiting',
      summary: { en: 'plans whose outcome is still to be told', zh: '尚待说明结果的计划' },
    },
    {
      command: 'baoshu plans --indicator employment.urban_new',
      summary: { en: 'a target of every year beside what came of it', zh: '历年目标与实绩' },
    },
  ],
  async run({ options }, cli) {
    const { planOutcomes } = await import('../../compare/plans.ts')
    return withArchive(options.db, 'read', async (archive) => {
      const { outcomes, catalogue } = archive.snapshot(() => {
        const reference = archive.reference()
        const by = options.issuer === null ? 'place' : 'issuer'
        return {
          outcomes: planOutcomes(archive.facts(queryOf(options)), reference, { by }),
          catalogue: reference.indicators,
        }
      })
      const chosen = outcomes.filter((one) => isWanted(one, options))
      await printRows(chosen, sheetFor(chosen, catalogue, cli), options, cli)
      cli.tell(chosen.length === 0 ? cli.words.plans.none : cli.words.plans.summary(countsOf(chosen)))
      return EXIT.done
    })
  },
})

function queryOf({ region, issuer, indicator, of, scope }: Options): FactQuery {
  return Object.fromEntries(
    Object.entries({ region, issuer, indicator, of, scope }).filter(([, value]) => value !== null),
  )
}

function isWanted({ year, outcome }: PlanOutcome, options: Options): boolean {
  const [from, to] = [options.year ?? options.from, options.year ?? options.to]
  return (
    (from === null || year >= from) &&
    (to === null || year <= to) &&
    (options.outcome === null || outcome === options.outcome)
  )
}

const countsOf = (outcomes: readonly PlanOutcome[]) =>
  OUTCOMES.map((outcome) => ({ outcome, count: outcomes.filter((one) => one.outcome === outcome).length }))

const FIELDS = [
  'place', 'scope', 'indicator', 'name', 'of', 'topic', 'basis', 'aspect', 'year', 'unit', 'planned', 'planned_low',
  'planned_high', 'planned_modifier', 'done', 'done_low', 'done_high', 'done_modifier', 'outcome', 'reason', 'difference',
  'difference_low', 'difference_high', 'percent', 'percent_low', 'percent_high', 'planned_quote', 'planned_sentence',
  'done_quote', 'done_sentence', 'plan_fact', 'done_fact', 'series',
] as const // biome-ignore format: a list

function sheetFor(outcomes: readonly PlanOutcome[], catalogue: readonly CatalogueRow[], cli: Cli): Sheet<PlanOutcome> {
  const { language, words } = cli
  const shown = numbersIn(language)
  const names = indicatorNames(catalogue, 'zh')
  const shownNames = indicatorNames(catalogue, language)
  const nameOf = (code: string) => names.get(code) ?? code
  const shownName = (code: string) => shownNames.get(code) ?? code
  const labelOf = ({ plan }: PlanOutcome) =>
    seriesLabel(
      {
        shown: { name: shownName(plan.indicator), of: plan.of === null ? null : shownName(plan.of) },
        needsAspect: false,
      },
      plan,
      words,
    )
  const scoped = outcomes.some(({ plan }) => plan.scope !== '')
  return {
    columns: [
      column<PlanOutcome>('place', '地区', 'left', true, ({ plan }) => shownPlace(plan.place, words)),
      column('indicator', '指标', 'left', true, labelOf),
      ...(scoped ? [column<PlanOutcome>('scope', '范围', 'left', true, ({ plan }) => plan.scope)] : []),
      column('year', '年份', 'right', false, ({ year }) => String(year)),
      column('planned', '计划', 'right', false, ({ plan }) => shownValue(plan, shown)),
      column('done', '实绩', 'right', false, ({ actual }) => (actual === null ? '' : shownValue(actual, shown))),
      column('unit', '单位', 'left', false, ({ plan }) => plan.unit),
      column('outcome', '结果', 'left', false, ({ outcome }) => words.plans.outcome[outcome]),
      column('difference', '差额', 'right', false, ({ change }) =>
        change === null ? '' : shownDifference(change, shown),
      ),
      column('%', '%', 'right', false, ({ change }) => (change === null ? '' : shownPercent(change))),
      column('why', '说明', 'left', true, ({ reason }) => (reason === null ? '' : NOT_COMPARABLE[reason][language])),
    ],
    legend: words.plans.legend,
    fields: FIELDS,
    record: ({ series, year, plan, actual, outcome, reason, change }) => ({
      place: plan.place,
      scope: plan.scope,
      indicator: plan.indicator,
      name: nameOf(plan.indicator),
      of: plan.of,
      topic: plan.topic,
      basis: plan.basis,
      aspect: plan.aspect,
      year,
      unit: plan.unit,
      planned: plan.value,
      planned_low: plan.low,
      planned_high: plan.high,
      planned_modifier: plan.modifier,
      done: actual?.value ?? null,
      done_low: actual?.low ?? null,
      done_high: actual?.high ?? null,
      done_modifier: actual?.modifier ?? null,
      outcome,
      reason,
      difference: change?.difference ?? null,
      difference_low: change?.difference_low ?? null,
      difference_high: change?.difference_high ?? null,
      percent: change?.percent ?? null,
      percent_low: change?.percent_low ?? null,
      percent_high: change?.percent_high ?? null,
      planned_quote: plan.quote,
      planned_sentence: plan.sentence,
      done_quote: actual?.quote ?? null,
      done_sentence: actual?.sentence ?? null,
      plan_fact: plan.fact,
      done_fact: actual?.fact ?? null,
      series,
    }),
  }
}

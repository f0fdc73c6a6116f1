import { defineCommand, EXIT } from '../command.ts'
import { catalogueOption } from '../options.ts'

export const rulesCheckCommand = defineCommand({
  name: 'rules check',
  summary: { en: 'Check the tables of rules against each other', zh: '检查规则表及其相互关系' },
  details: [
    {
      en: 'Looks for rows that break their schema, words that two rows claim and codes that no table has. Prints one line for each problem, and ends with 1 where there is one.',
      zh: '查找不合格式的行、两行争用的词、各表都没有的代码。每个问题输出一行；有问题时退出码为 1。',
    },
  ],
  arguments: [],
  options: { catalogue: catalogueOption },
  examples: [{ command: 'baoshu rules check', summary: { en: 'after editing a table', zh: '修改规则表之后' } }],
  async run({ options }, cli) {
    const { loadRuleBook } = await import('../../rulebook/load.ts')
    const { checkRuleBook } = await import('../../rulebook/check.ts')
    const problems = checkRuleBook(loadRuleBook(options.catalogue ?? undefined))
    for (const problem of problems) await cli.writeData(`${problem.place}: ${problem.message}\n`)
    cli.tell(problems.length === 0 ? cli.words.rules.fine : cli.words.rules.problems(problems.length))
    return problems.length === 0 ? EXIT.done : EXIT.someFailed
  },
})

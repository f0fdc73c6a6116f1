import type { Messages } from './messages.ts'
import { yearList } from './yearList.ts'

const count = (number: number) => number.toLocaleString('en-US')

const PLAN_OUTCOMES = { met: '完成', missed: '未完成', unknown: '不明', waiting: '待定' }

/** All that the program says of itself, in Chinese. */
export const zh: Messages = {
  help: {
    tagline: '报数：把各类机构的文字报告变成数据，每个数字都带着它的原句。',
    usage: '用法',
    commands: '命令',
    arguments: '参数',
    options: '选项',
    examples: '示例',
    byDefault: (value) => `默认 ${value}`,
    language: '提示语言：zh 或 en',
    showHelp: '显示帮助',
    showVersion: '显示版本',
    more: '用 baoshu 命令 --help 查看单个命令的说明。',
    exitCodes: '退出码',
    exitCodeList: {
      0: '完成',
      1: '部分输入失败；其余已入库，失败的已列出并记录',
      2: '用法有误',
      3: '数据库无法使用',
      130: '被中断；已完成的都保留',
    },
  },
  usage: {
    unknownCommand: (name) => `没有“${name}”这个命令`,
    unknownOption: (flag) => `没有 ${flag} 这个选项`,
    missingArgument: (name) => `缺少 ${name}`,
    missingValue: (flag) => `${flag} 后面要带一个值`,
    tooManyArguments: '参数多于该命令所需',
    wrongValue: (flag, text, expected) => `${flag} “${text}”不可用：应为 ${expected}`,
    exclusive: (one, other) => `${one} 和 ${other} 不能同时使用`,
    seeHelp: (command) => `用 ${command} --help 查看用法`,
    suggestion: (name) => `是不是 ${name}？`,
  },
  trouble: {
    error: '错误',
    advice: '处理办法',
    bug: '这是报数自身的缺陷，请连同以下内容一并报告',
    interrupted: '已中断：已完成的都保留，再次运行同一命令即可继续',
  },
  import: {
    progress: ({ done, total, facts, failed, rate, left }) =>
      [
        `${done}/${total} 个文件`,
        `${count(facts)} 条数据`,
        `${failed} 个失败`,
        ...(rate === null ? [] : [`每秒 ${rate} 个`]),
        ...(left === null ? [] : [`还需 ${left}`]),
      ].join(' · '),
    summary: (files, seconds) => `${count(files)} 个文件，用时 ${seconds} 秒`,
    outcome: { new: '新增', unchanged: '未变', replaced: '更新', failed: '失败' },
    facts: '数据',
    findings: '疑点',
    failures: (number) => `${count(number)} 个文件失败：`,
    skipped: (number, reasons) => `${count(number)} 个文件未处理：${reasons}`,
    unusedRow: (line, file) => `清单第 ${line} 行：没有遇到文件“${file}”`,
    nothing: '没有找到文件',
    changed: (added, removed, altered) =>
      `已有文件的数据：新增 ${count(added)}，删除 ${count(removed)}，改动 ${count(altered)}`,
    refreshed: (stale, stored) =>
      `${count(stale)} 份文档由其他版本的规则读出${stored === 0 ? '' : `；其中 ${count(stored)} 份不读文件，按库中原文重读`}`,
    upToDate: '所有文档都已按现行规则读出，无需重读',
    pathAndRefresh: '--refresh 只重读库中已有的文档，不能与路径、清单或对报告的说明同用',
    pathAndRetry: '--retry-failed 重读以前失败的文件：不带路径，也不与 --refresh 同用',
    stopped: (left) => `遇到失败已停止：还有 ${left} 个文件没有处理`,
    moreChanges: (shown) => `只显示前 ${count(shown)} 处变化；全部变化见 baoshu runs changes`,
    nothingAdvice: '请指定存放报告（DOCX、PDF、TXT、MD）的文件或文件夹',
  },
  preview: {
    outcome: { new: '新文件', unchanged: '未变', replaced: '将重读', archive: 'ZIP 压缩包', failed: '打不开' },
    summary: (counts) => `未读取、未改动任何内容：${counts === '' ? '没有找到文件' : counts}`,
  },
  skip: {
    hidden: '隐藏文件',
    lock_file: '办公软件的锁文件',
    system_file: '系统文件',
    data_file: '数据文件（直接写出文件名即可读取）',
    link_outside: '指向文件夹之外的链接',
    link_again: '指向已处理文件的链接',
    not_a_file: '非普通文件',
  },
  runs: {
    noChanges: '该批次没有改变任何数据',
    unknown: (run) => `没有第 ${run} 批次`,
    unknownAdvice: '用 baoshu runs 查看各批次',
  },
  facts: {
    more: (shown) => `只显示前 ${shown} 条；--limit 0 显示全部，加筛选条件可缩小范围`,
    none: '没有符合条件的数据',
  },
  documents: {
    none: '数据库中没有文档',
    unknown: (id) => `没有文档“${id}”`,
    ambiguous: (id, number) => `有 ${number} 个文档以“${id}”开头`,
    unknownAdvice: '用 baoshu documents 查看编号，只写开头几位即可',
    nothingGiven: '没有说明文档的任何信息',
    nothingGivenAdvice: '请至少给出 --year、--region、--issuer、--kind、--clear 之一',
    saidAndCleared: (field) => `--${field} 与 --clear ${field} 不能同时使用`,
    set: (id, facts) => `${id}：已重新读取，${count(facts)} 条数据`,
  },
  explain: {
    notInText: (quote) => `文中没有“${quote}”`,
    notInTextAdvice: '请从 baoshu text FILE 的输出中复制原文，空格和换行也要一致',
    noSuchOccurrence: (nth, found) => `没有第 ${nth} 处；这段文字在文中出现 ${found} 次`,
    occurrence: (nth, of, line) => `第 ${nth} 处（共 ${of} 处），第 ${line} 行`,
    noNumeral: '这段文字里没有数字。',
    mention: (quote, kind, rule) => `“${quote}”不是数量，而是${kind}（规则 ${rule}）。`,
    finding: (message) => `备注：${message}`,
  },
  mentionClass: {
    fact: '数据',
    time: '时间',
    ordinal: '次序',
    name: '名称的一部分',
    structure: '行文结构的计数',
    enumeration: '列举序号或页码',
    reference: '文号、电话之类的编号',
    idiom: '并不表示数目的字',
  },
  compare: {
    status: { actual: '实际', plan: '计划', rule: '规定' },
    basis: { total: '总数', each: '每个', average: '平均' },
    otherPeriod: '与上年以外的时期相比',
    aspect: { flow: '当年', stock: '存量', rate: '比率', change: '变动' },
    unknownPlace: (document) => `不明（${document}）`,
    none: '没有可以比较的数据',
    noneAdvice: '用 baoshu documents 查看已知的年份和地区，用 baoshu documents set 补充',
    legend: (trend, reasons) =>
      [
        '图例：≥ 不少于，≤ 不超过，~ 约，a–b 区间；* 该年有多个数字，取最可靠者；† 两份报告用词不同或中间缺年。',
        ...(reasons.length === 0 ? [] : [`— 不可比：${reasons.join('；')}。`]),
        ...(trend ? ['走势：每年一格，▁ 为该行最低，█ 为该行最高。'] : []),
      ].join('\n'),
    acrossWhat: '--across 一次比较一个指标：请加上 --indicator 代码 或 --of 代码',
    acrossAdvice: '用 baoshu rules list indicators --catalogue 目录 查看代码',
    silent: (names) => `未提及该指标：${names}`,
    known: (names) => `数据库中有：${names}`,
    yearsLeftOut: (years) => `屏幕宽度不够，未显示 ${yearList(years, '、')} 年：可用 --to、--indicator 或 -o FILE 查看`,
    noYear: (number) => `${count(number)} 个文档年份不明，未列入：可用 baoshu documents set ID --year 年份 说明`,
  },
  plans: {
    outcome: PLAN_OUTCOMES,
    legend: '图例：≥ 不少于，≤ 不超过，~ 约，a–b 区间；不明：文字不足以判断；待定：尚无报告说明。',
    none: '没有年份已知的计划',
    summary: (counts) => counts.map(({ outcome, count }) => `${PLAN_OUTCOMES[outcome]} ${count}`).join('，'),
  },
  check: { none: '没有发现矛盾' },
  export: {
    done: (directory, files) => `${directory}：写入 ${count(files)} 个文件`,
    shortened: (cells) => `${count(cells)} 个单元格的文字超出 Excel 的上限，已截短：csv 和 parquet 中完整`,
  },
  report: {
    done: (file, bytes) => `${file}：写入 ${(bytes / 1e6).toFixed(1)} MB`,
  },
  rules: {
    unknownTable: (name, known) => `没有“${name}”这张表：可选 ${known}`,
    fine: '规则没有问题',
    problems: (number) => `${count(number)} 个问题：`,
  },
}

import type { Outcome } from '../../compare/plans.ts'
import type { SkipReason } from '../../pipeline/walk.ts'
import type { Progress } from '../progress.ts'
import { yearList } from './yearList.ts'

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

/** All that the program says of itself, in English. The Chinese catalogue has the same shape, checked by the compiler. */
export const en = {
  help: {
    tagline: 'Turns the written reports of Chinese public institutions into data, every figure with its sentence.',
    usage: 'Usage',
    commands: 'Commands',
    arguments: 'Arguments',
    options: 'Options',
    examples: 'Examples',
    byDefault: (value: string) => `default: ${value}`,
    language: 'language of messages: zh or en',
    showHelp: 'show this help',
    showVersion: 'show the version',
    more: 'baoshu COMMAND --help tells more on one command.',
    exitCodes: 'Exit codes',
    exitCodeList: {
      0: 'done',
      1: 'some inputs failed; the others are in, and the failures are listed and stored',
      2: 'wrong usage',
      3: 'the database cannot be used',
      130: 'interrupted; what was finished is kept',
    },
  },
  usage: {
    unknownCommand: (name: string) => `there is no command "${name}"`,
    unknownOption: (flag: string) => `there is no option ${flag}`,
    missingArgument: (name: string) => `${name} is missing`,
    missingValue: (flag: string) => `${flag} needs a value`,
    tooManyArguments: 'there are more arguments than the command takes',
    wrongValue: (flag: string, text: string, expected: string) => `${flag} "${text}": expected ${expected}`,
    exclusive: (one: string, other: string) => `${one} and ${other} cannot be asked for together`,
    seeHelp: (command: string) => `"${command} --help" shows how it is used`,
    suggestion: (name: string) => `did you mean ${name}?`,
  },
  trouble: {
    error: 'error',
    advice: 'what to do',
    bug: 'this is a fault of baoshu; please report it with the lines below',
    interrupted: 'interrupted: what was finished is kept; the same command goes on from there',
  },
  import: {
    progress: ({ done, total, facts, failed, rate, left }: Progress) =>
      [
        `${done}/${total} files`,
        count(facts, 'fact', 'facts'),
        `${failed} failed`,
        ...(rate === null ? [] : [`${rate} files/s`]),
        ...(left === null ? [] : [`${left} left`]),
      ].join(' · '),
    summary: (files: number, seconds: string) => `${count(files, 'file', 'files')} in ${seconds} s`,
    outcome: { new: 'new', unchanged: 'unchanged', replaced: 'replaced', failed: 'failed' },
    facts: 'facts',
    findings: 'findings',
    failures: (number: number) => `${count(number, 'file', 'files')} failed:`,
    skipped: (number: number, reasons: string) => `${count(number, 'file', 'files')} left aside: ${reasons}`,
    unusedRow: (line: number, file: string) => `manifest line ${line}: no file "${file}" was met`,
    nothing: 'no files were found',
    changed: (added: number, removed: number, altered: number) =>
      `facts of known files: ${added} added, ${removed} removed, ${altered} altered`,
    refreshed: (stale: number, stored: number) =>
      `${count(stale, 'document', 'documents')} had been read by other rules${stored === 0 ? '' : `; ${stored} read again from the stored text, without the file`}`,
    upToDate: 'every document was read by these rules: nothing to do',
    pathAndRefresh: '--refresh reads what the database knows: it takes no PATH, no manifest and no word on a report',
    pathAndRetry: '--retry-failed reads what failed before: it takes no PATH and no --refresh',
    stopped: (left: number) => `stopped at the first failure: ${count(left, 'file was', 'files were')} not looked at`,
    moreChanges: (shown: number) => `the first ${shown} changes are shown; "baoshu runs changes" lists all`,
    nothingAdvice: 'name files or folders that hold reports (DOCX, PDF, TXT, MD)',
  },
  preview: {
    outcome: {
      new: 'new',
      unchanged: 'unchanged',
      replaced: 'read again',
      archive: 'ZIP archive',
      failed: 'cannot be opened',
    },
    summary: (counts: string) => `nothing was read or changed: ${counts === '' ? 'no files were found' : counts}`,
  },
  skip: {
    hidden: 'hidden',
    lock_file: 'lock files',
    system_file: 'system files',
    data_file: 'data files (name them to read them)',
    link_outside: 'links out of the folder',
    link_again: 'links to files met already',
    not_a_file: 'no regular files',
  } satisfies Record<SkipReason, string>,
  runs: {
    noChanges: 'the run changed no facts',
    unknown: (run: number) => `there is no run ${run}`,
    unknownAdvice: '"baoshu runs" lists the runs',
  },
  facts: {
    more: (shown: number) => `only the first ${shown} are shown; --limit 0 shows all, filters show fewer`,
    none: 'no facts match',
  },
  documents: {
    none: 'the database holds no documents',
    unknown: (id: string) => `there is no document "${id}"`,
    ambiguous: (id: string, number: number) => `${number} documents begin with "${id}"`,
    unknownAdvice: '"baoshu documents" lists the ids; the first few characters are enough',
    nothingGiven: 'nothing is said of the document',
    nothingGivenAdvice: 'give at least one of --year, --region, --issuer, --kind, --clear',
    saidAndCleared: (field: string) => `--${field} and --clear ${field} cannot stand together`,
    set: (id: string, facts: number) => `${id}: read again, ${count(facts, 'fact', 'facts')}`,
  },
  explain: {
    notInText: (quote: string) => `"${quote}" does not stand in the text`,
    notInTextAdvice: 'copy the words from "baoshu text FILE"; spaces and line ends count',
    noSuchOccurrence: (nth: number, found: number) =>
      `there is no occurrence ${nth}; the words stand ${found} times in the text`,
    occurrence: (nth: number, of: number, line: number) => `occurrence ${nth} of ${of}, line ${line}`,
    noNumeral: 'No number stands in these words.',
    mention: (quote: string, kind: string, rule: string) => `"${quote}" is no quantity but ${kind} (rule ${rule}).`,
    finding: (message: string) => `Remark: ${message}`,
  },
  mentionClass: {
    fact: 'a fact',
    time: 'a time',
    ordinal: 'a rank or a number in a series',
    name: 'part of a name',
    structure: 'a count of points of the text itself',
    enumeration: 'a list marker or page number',
    reference: 'a document number, telephone number or the like',
    idiom: 'a character that does not count here',
  },
  compare: {
    status: { actual: 'done', plan: 'planned', rule: 'rule' },
    basis: { total: 'total', each: 'each', average: 'average' },
    otherPeriod: 'against another time than the year before',
    aspect: { flow: 'in the year', stock: 'standing', rate: 'ratio', change: 'change' },
    unknownPlace: (document: string) => `unknown (${document})`,
    none: 'nothing can be compared',
    noneAdvice:
      'see "baoshu documents" for the years and places that are known, and set them with "baoshu documents set"',
    legend: (trend: boolean, reasons: readonly string[]) =>
      [
        'Legend: ≥ at least, ≤ at most, ~ about, a–b between; * several figures, the best is shown; † the reports use other words or years lie between.',
        ...(reasons.length === 0 ? [] : [`— not comparable: ${reasons.join('; ')}.`]),
        ...(trend ? ['Trend: one block a year, ▁ the lowest figure of its row, █ the highest.'] : []),
      ].join('\n'),
    acrossWhat: '--across compares one indicator: it needs --indicator CODE or --of CODE',
    acrossAdvice: 'baoshu rules list indicators --catalogue NAME shows the codes',
    silent: (names: string) => `nothing of it stated by ${names}`,
    known: (names: string) => `the database has reports of ${names}`,
    yearsLeftOut: (years: readonly number[]) =>
      `the terminal has no room for ${yearList(years, ', ')}: --to, --indicator or -o FILE show them`,
    noYear: (number: number) =>
      `${count(number, 'document', 'documents')} of unknown year left out: "baoshu documents set ID --year YEAR" says it`,
  },
  plans: {
    outcome: { met: 'met', missed: 'missed', unknown: 'unknown', waiting: 'waiting' },
    legend:
      'Legend: ≥ at least, ≤ at most, ~ about, a–b between; unknown: the words do not tell; waiting: no report has stated it yet.',
    none: 'no plans with a year',
    summary: (counts: readonly { readonly outcome: Outcome; readonly count: number }[]) =>
      counts.map(({ outcome, count }) => `${outcome} ${count}`).join(', '),
  },
  check: { none: 'nothing contradicts' },
  export: {
    done: (directory: string, files: number) => `${directory}: ${count(files, 'file', 'files')} written`,
    shortened: (cells: number) =>
      `in ${cells} cells the text was longer than Excel allows and was cut: csv and parquet hold it whole`,
  },
  report: {
    done: (file: string, bytes: number) => `${file}: ${(bytes / 1e6).toFixed(1)} MB written`,
  },
  rules: {
    unknownTable: (name: string, known: string) => `there is no table "${name}": choose one of ${known}`,
    fine: 'the rules are in order',
    problems: (number: number) => `${count(number, 'problem', 'problems')}:`,
  },
}

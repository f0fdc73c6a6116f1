import type { Command } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { compareCommand } from './commands/compare.ts'
import { doctorCommand } from './commands/doctor.ts'
import { documentsCommand } from './commands/documents.ts'
import { documentsSetCommand } from './commands/documentsSet.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { factsCommand } from './commands/facts.ts'
import { importCommand } from './commands/import.ts'
import { plansCommand } from './commands/plans.ts'
import { reportCommand } from './commands/report.ts'
import { rulesCheckCommand } from './commands/rulesCheck.ts'
import { rulesListCommand } from './commands/rulesList.ts'
import { runsCommand } from './commands/runs.ts'
import { runsChangesCommand } from './commands/runsChanges.ts'
import { textCommand } from './commands/text.ts'
import { validateCommand } from './commands/validate.ts'

/** Every command of the program, in the order that help shows them. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  documentsCommand,
  documentsSetCommand,
  factsCommand,
  compareCommand,
  plansCommand,
  checkCommand,
  reportCommand,
  exportCommand,
  extractCommand,
  textCommand,
  explainCommand,
  rulesListCommand,
  rulesCheckCommand,
  runsCommand,
  runsChangesCommand,
  validateCommand,
  doctorCommand,
]

import type { GivenProfile } from '../model/report.ts'
import type { OptionValues } from './command.ts'
import type { givenOptions } from './options.ts'

/** What the options `--year --region --issuer --kind` say of a report: only what was given. */
export function readGiven(options: OptionValues<typeof givenOptions>): GivenProfile {
  const { year, region, issuer, kind } = options
  return {
    ...(year === null ? {} : { year }),
    ...(region === null ? {} : { region }),
    ...(issuer === null ? {} : { issuer }),
    ...(kind === null ? {} : { kind }),
  }
}

/** `XX高新区`, `某市`: a name that was made unknowable stands for no place. */
const MASKED_NAME = /[XxＸｘ×*＊_＿]{2,}|[XxＸｘ×*＊](?=[省市县区镇乡州])|某/

/**
 * Whose figures a report states, as series know it: its region; where none is known its issuer; where that is unknown or
 * masked the document alone, so that two reports of nobody in particular are never taken for one place's.
 */
export function placeOf(report: {
  readonly region: string
  readonly issuer: string
  readonly document: string
}): string {
  const known = [report.region, report.issuer].find((name) => name !== '' && !MASKED_NAME.test(name))
  return known ?? `document ${report.document}`
}

import type { Quantity } from './quantities.ts'

const CHAIN_BEFORE = /(?:\d+(?:\.\d+)?[:：∶])+$/
const CHAIN_BEHIND = /^(?:[:：∶]\d+(?:\.\d+)?)+/

/** The shares that a ratio is told in and the place of one of them (31.2:38.4:30.4); null where they make no whole of 100. */
export function sharesOfRatio(
  text: string,
  { start, end }: Pick<Quantity, 'start' | 'end'>,
): { readonly shares: readonly number[]; readonly place: number } | null {
  const mark = /[:：∶]/
  if (!mark.test(text.charAt(start - 1)) && !mark.test(text.charAt(end))) return null
  const before = CHAIN_BEFORE.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? ''
  const behind = CHAIN_BEHIND.exec(text.slice(end, end + 24))?.[0] ?? ''
  const shares = `${before}${text.slice(start, end)}${behind}`.split(/[:：∶]/).map(Number)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.length >= 2 && Math.abs(whole - 100) <= 0.3
    ? { shares, place: before.split(/[:：∶]/).length - 1 }
    : null
}

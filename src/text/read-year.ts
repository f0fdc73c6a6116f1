const HAN_DIGITS = '〇一二三四五六七八九'

/** 一九九八 → 1998, 二零二三 → 2023, 2023 → 2023; null where the words are no four digits. */
export function readYear(written: string): number | null {
  if (/^\d{4}$/.test(written)) return Number(written)
  const digits = [...written].map((char) => (/[○零Ｏ]/.test(char) ? 0 : HAN_DIGITS.indexOf(char)))
  return digits.length === 4 && digits.every((digit) => digit >= 0) ? Number(digits.join('')) : null
}

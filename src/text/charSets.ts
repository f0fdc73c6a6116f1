/** Characters by their codes: 1 for one of `chars`. A text is gone through with it at a look for each of its characters. */
export function setOf(chars: string): Uint8Array {
  const set = new Uint8Array(0x10000)
  for (const char of chars) set[char.charCodeAt(0)] = 1
  return set
}

/** The characters of a set that stand side by side from `at` on; '' where none stands there. */
export function runAt(set: Uint8Array, text: string, at: number): string {
  let end = at
  while (set[text.charCodeAt(end)] === 1) end++
  return end === at ? '' : text.slice(at, end)
}

/** Whether a character is a Han character. */
export function isHanCode(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff
}

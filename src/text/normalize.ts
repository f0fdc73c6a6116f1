const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'

/** Single characters that are read as another one, whatever stands around them. */
const SAME: Readonly<Record<string, string>> = {
  '\u3000': ' ', '\u00a0': ' ', '\t': ' ', '\u2002': ' ', '\u2003': ' ', '\u2009': ' ', '\ufeff': ' ',
  '(': '（', ')': '）', '﹪': '%', '﹙': '（', '﹚': '）', '－': '-', '﹣': '-', '−': '-', '‐': '-', '‑': '-',
  '｡': '。', '﹐': '，', '﹔': '；', '∶': '：', '﹕': '：', '﹑': '、', '〜': '～', '∼': '～', '﹥': '>', '﹤': '<', '|': '|', '｜': '|',
} // biome-ignore format: a table reads better in rows

/**
 * The text with full-width digits, letters and signs read as ASCII, and ASCII punctuation between Han characters as
 * Chinese punctuation. Character for character: offsets stay what they were.
 */
export function normalizeCharacters(text: string): string {
  const out = new Array<string>(text.length)
  let quoteOpen = false
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index)
    const code = text.charCodeAt(index)
    const same = SAME[char]
    if (same !== undefined) out[index] = same
    else if (code >= 0xff10 && code <= 0xff19) out[index] = String.fromCharCode(code - 0xfee0)
    else if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
      out[index] = String.fromCharCode(code - 0xfee0)
    else if (char === '％') out[index] = '%'
    else if (char === '．') out[index] = '.'
    else if (char === '＋') out[index] = '+'
    else if (char === '＞') out[index] = '>'
    else if (char === '＜') out[index] = '<'
    else if (char === '＝') out[index] = '='
    else if (char === '／') out[index] = '/'
    else if (char === ',') out[index] = isDigit(text[index - 1]) && isDigit(text[index + 1]) ? ',' : '，'
    else if (char === ';') out[index] = '；'
    else if (char === ':')
      out[index] = isDigit(text[index + 1]) && isDigit(text[index - 1]) ? ':' : text[index + 1] === '/' ? ':' : '：'
    else if (char === '"') {
      out[index] = quoteOpen ? '”' : '“'
      quoteOpen = !quoteOpen
    } else if (char === '\n') {
      quoteOpen = false
      out[index] = char
    } else out[index] = char
  }
  return out.join('')
}

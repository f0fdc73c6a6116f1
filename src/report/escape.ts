const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters: HTML does not allow them, and no reader wants them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** A text that is only text in HTML, also between quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(CONTROL, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/**
 * JSON that may stand in a `<script>` of HTML: no `<` can end the script or open a comment in it, and no line separator
 * of Unicode breaks a line.
 */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

/** A piece of HTML, as opposed to a text that has to be escaped. */
export interface Html {
  readonly html: string
}

/** HTML with values put in: texts and numbers are escaped, pieces of HTML and lists of them stand as they are. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const written = values.map((value) => {
    if (typeof value === 'string') return escapeHtml(value)
    if (typeof value === 'number') return escapeHtml(String(value))
    return 'html' in value ? value.html : value.map((one) => one.html).join('')
  })
  return { html: parts.map((part, index) => part + (written[index] ?? '')).join('') }
}

/** What an element may be given beside its children. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>
export type Child = Node | string | null

const SVG = 'http://www.w3.org/2000/svg'

/** An element with attributes and children. Texts become text nodes: nothing that a report says is read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return furnished(document.createElement(name), attributes, children)
}

/** The same for a drawing. */
export function drawn<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return furnished(document.createElementNS(SVG, name), attributes, children)
}

function furnished<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

/** A button that does something. */
export function button(label: Child, attributes: Attributes, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', act)
  return made
}

/** The element of the page with an id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no #${id}`)
  return found
}

/** A text of a report or a name of a catalogue, which are Chinese on the English page too. */
export function chinese(text: string): HTMLElement {
  return element('span', { lang: 'zh-Hans' }, text)
}

import { element } from './dom.ts'

/** A choice from a list, with its label. */
export function select(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  current: string,
  choose: (value: string) => void,
): HTMLElement {
  const made = element(
    'select',
    { 'data-control': label },
    ...options.map(([value, name]) => element('option', { value, selected: value === current }, name)),
  )
  made.addEventListener('change', () => choose(made.value))
  return element('label', { class: 'field' }, element('span', {}, label), made)
}

/** A box to tick or one of several to choose, with its label. */
export function choice(
  type: 'radio' | 'checkbox',
  name: string,
  label: string,
  checked: boolean,
  choose: (checked: boolean) => void,
): HTMLElement {
  const input = element('input', { type, name, checked, 'data-control': name })
  input.addEventListener('change', () => choose(input.checked))
  return element('label', { class: 'choice' }, input, element('span', {}, label))
}

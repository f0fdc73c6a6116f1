import type { PageData } from '../data.ts'
import { mountDocuments } from './documents.ts'
import { byId, element } from './dom.ts'
import { mountExplorer } from './explorer.ts'
import { readArchive } from './model.ts'
import { mountPlans } from './plans.ts'
import { drawYears, usualYears } from './yearsChart.ts'

const archive = readArchive(JSON.parse(byId('data').textContent ?? '') as PageData)
const yearsBox = byId('years-chart')
const years = drawYears(archive, Math.max(280, yearsBox.clientWidth))
if (years !== null) {
  years.setAttribute('role', 'img')
  years.setAttribute('aria-label', archive.words.years.title)
  yearsBox.replaceChildren(years)
  const left = archive.years.length - usualYears(archive.years).length
  if (left > 0) yearsBox.after(element('p', { class: 'note' }, archive.words.years.few(left)))
}
const explorer = mountExplorer(archive)
mountPlans(archive, explorer.open)
mountDocuments(archive)
// What is folded away beside an opened figure is printed with it.
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.source details')) folded.open = true
})
document.documentElement.dataset.ready = 'true'

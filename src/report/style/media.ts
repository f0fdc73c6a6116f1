/** Narrow screens and paper. */
export const MEDIA = `
@media (max-width: 74rem) {
  .explorer { grid-template-columns: 15rem minmax(0, 1fr); }
  .explorer > .source { grid-column: 2; position: static; max-height: none; }
  .explorer > .source:not(.empty) { position: sticky; top: auto; bottom: 0; max-height: 52vh; z-index: 4; box-shadow: 0 -6px 18px rgb(0 0 0 / 0.14); }
  .explorer.two { grid-template-columns: minmax(0, 1fr); }
  .explorer.two > .source { grid-column: 1; }
}
@media (max-width: 48rem) {
  .pair { grid-template-columns: minmax(0, 1fr); gap: 1.4rem; }
  .explorer { grid-template-columns: minmax(0, 1fr); gap: 1.2rem; }
  .indicators { position: static; }
  .explorer > .source { grid-column: 1; }
  .list ul { max-height: 15rem; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .tiles b { font-size: 1.25rem; }
  .tiles span { white-space: normal; }
  .field.wide, .field { flex: 1 1 100%; max-width: none; }
  section { padding-top: 1.6rem; }
  tbody th, tbody td, thead th { padding-inline: 0.4rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) {
  .outcome.missed { text-decoration: underline; }
  fieldset input:checked + span { outline: 3px solid; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root {
    --paper: #fff; --wash: #fff; --ink: #000; --soft: #444; --line: #ccc; --axis: #777; --strong: #123a5e;
    --actual: #1a5c96; --actual-soft: #fff; --plan: #8a4a00; --plan-soft: #d9a05a; --rule: #aaa; --rule-ink: #555;
    --missed: #a01c15; --mark: #ffe79a; --mark-ink: #000;
  }
  html { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10pt; line-height: 1.55; }
  nav, .skip, .controls, .indicators, .back, .source.empty, noscript { display: none !important; }
  .top { padding: 0 0 0.6rem; }
  .inside { max-width: none; padding: 0; }
  section { padding: 1rem 0 0.4rem; }
  .explorer, .explorer.two, .pair { display: block; }
  .cards { grid-template-columns: 1fr 1fr; gap: 0.8rem 1.2rem; }
  .doubt .pair { display: grid; }
  .explorer > .source:not(.empty) { position: static; box-shadow: none; max-height: none; overflow: visible; border: 1px solid var(--line); border-top: 3px solid var(--actual); margin-top: 0.6rem; break-inside: avoid; }
  .scroll, .chart.scroll, .tall { overflow: visible; max-height: none; }
  .tall thead th { position: static; }
  #explorer, #plans { break-before: page; }
  .detail > header, h2, h3, h4, h2 + .note { break-after: avoid; }
  .chart.scroll svg { max-width: 100%; }
  figure, .card, .doubt, tr, .tiles li { break-inside: avoid; }
  thead { display: table-header-group; }
  table { font-size: 9pt; }
  th.number, td.number { white-space: normal; }
  button.value, button.plain { color: var(--ink); border: 0; text-decoration: none; }
  .tiles { grid-template-columns: repeat(3, 1fr); }
  a { color: inherit; text-decoration: none; }
}
`

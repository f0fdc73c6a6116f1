/** Controls, the list of indicators, charts, and the panel with the sentence. */
export const EXPLORER = `
.controls { display: flex; flex-wrap: wrap; align-items: end; gap: 0.7rem 1.2rem; margin-bottom: 1.1rem; }
.controls.small { margin: 0.4rem 0 0; }
.controls.small:empty { display: none; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; }
fieldset .choice span { border: 1px solid var(--axis); padding: 0.36rem 1rem; display: block; }
fieldset .choice:first-of-type span { border-radius: 4px 0 0 4px; }
fieldset .choice + .choice span { border-radius: 0 4px 4px 0; border-left: 0; }
fieldset input { position: absolute; opacity: 0; }
fieldset input:checked + span { background: var(--actual); border-color: var(--actual); color: var(--paper); }
fieldset input:focus-visible + span { outline: 3px solid var(--focus); outline-offset: 2px; }
.choice { display: inline-flex; align-items: center; gap: 0.4rem; font-size: 0.92rem; min-height: 2.2rem; cursor: pointer; }
.field { display: grid; gap: 0.1rem; font-size: 0.84rem; color: var(--soft); min-width: 0; }
.field.wide { flex: 1 1 14rem; max-width: 24rem; }
select, input[type="search"] { font: inherit; font-size: 0.95rem; color: var(--ink); background: var(--paper); border: 1px solid var(--axis); border-radius: 4px; padding: 0.34rem 0.5rem; max-width: 100%; min-width: 0; }
.explorer { display: grid; grid-template-columns: 17.5rem minmax(0, 1fr) 19rem; gap: 1.8rem; align-items: start; }
.explorer.two { grid-template-columns: minmax(0, 1fr) 19rem; margin-top: 1rem; }
.indicators { position: sticky; top: 3.6rem; }
.explorer.gallery { display: block; }
.explorer.gallery > .indicators, .explorer.gallery > .source { display: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1.6rem 2rem; margin: 0.6rem 0 1rem; }
.card { border-top: 1px solid var(--line); padding-top: 0.6rem; min-width: 0; }
.card h4 { font-size: 0.95rem; }
.card .note { margin: 0; }
.list ul { list-style: none; margin: 0.3rem 0 0; padding: 0; max-height: min(39rem, calc(100vh - 8rem)); overflow-y: auto; overscroll-behavior: contain; border-block: 1px solid var(--line); }
.list li + li { border-top: 1px solid var(--line); }
.list button { all: unset; box-sizing: border-box; cursor: pointer; display: block; width: 100%; padding: 0.34rem 0.5rem; font-size: 0.9rem; line-height: 1.45; }
.list button:hover { background: var(--wash); }
.list button:focus-visible { outline: 3px solid var(--focus); outline-offset: -3px; }
.list button[aria-current] { background: var(--actual-soft); box-shadow: inset 3px 0 var(--actual); font-weight: 600; }
.line { display: grid; grid-template-columns: minmax(0, 1fr) auto 3.2rem; gap: 0 0.6rem; align-items: center; }
.line small { grid-column: 1 / -1; font-size: 0.76rem; line-height: 1.4; overflow-wrap: anywhere; font-weight: 400; }
.line.plain { grid-template-columns: minmax(0, 1fr) auto; }
.line .size { color: var(--soft); font-size: 0.8rem; text-align: right; white-space: nowrap; font-weight: 400; }
.sparkline path { fill: none; stroke: var(--actual); stroke-width: 1.3; }
.sparkline circle { fill: var(--actual); }
.sparkline.plan path { stroke: var(--plan); }
.sparkline.plan circle { fill: var(--plan); }
.detail > header { margin-bottom: 0.6rem; }
.detail > header h3 { font-size: 1.25rem; }
.detail > header p { margin: 0; }
.chart { width: 100%; overflow: hidden; }
.chart.scroll { overflow-x: auto; }
#plans td:nth-child(3) { min-width: 11rem; }
#documents tbody th { min-width: 14rem; }
.chart svg { max-width: 100%; height: auto; display: block; overflow: visible; }
.chart.scroll svg { max-width: none; }
.chart figure { margin: 0; }
.chart figure > div { font: inherit !important; font-size: 0.86rem !important; color: var(--soft); min-height: 0 !important; margin-bottom: 0.2rem; }
.notes { margin: 0.3rem 0 1rem; padding: 0; list-style: none; }
.notes li { display: inline; }
.chart svg.pointed { cursor: pointer; }
.point { outline: none; pointer-events: none; }
.point .ring { fill: none; stroke: none; }
.point .tip { display: none; fill: var(--ink); font-size: 12.5px; font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; pointer-events: none; }
.point.near .tip, .point:focus .tip, .point.selected .tip { display: block; }
.point.near .ring { stroke: var(--axis); stroke-width: 1.5; }
.point.selected .ring { stroke: var(--ink); stroke-width: 2; }
.point:focus-visible .ring { stroke: var(--focus); stroke-width: 3; }
button.value, button.plain { all: unset; cursor: pointer; color: var(--actual); }
button.value { font-variant-numeric: tabular-nums; border-bottom: 1px dotted var(--axis); }
button.value:hover, button.plain:hover { color: var(--ink); border-bottom-style: solid; }
button.value.selected { background: var(--mark); color: var(--mark-ink); }
button.plain { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
button.value:focus-visible, button.plain:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
abbr { text-decoration: none; cursor: help; }
.outcome { white-space: nowrap; font-size: 0.88rem; }
.outcome::before { content: "●"; margin-right: 0.35em; font-size: 0.8em; }
.outcome.met::before { color: var(--actual); }
.outcome.missed { color: var(--missed); font-weight: 600; }
.outcome.missed::before { content: "✕"; }
.outcome.unknown::before, .outcome.waiting::before { content: "○"; }
.outcome.unknown, .outcome.waiting { color: var(--soft); }
.source { position: sticky; top: 3.6rem; max-height: calc(100vh - 4.4rem); overflow-y: auto; border-top: 3px solid var(--actual); background: var(--wash); padding: 0.9rem 1.1rem 1.1rem; font-size: 0.94rem; }
.source.empty { border-color: var(--line); }
.source h4 { color: var(--soft); font-weight: 500; font-size: 0.9rem; }
.source .figure { margin: 0.1rem 0 0.4rem; font-size: 1.3rem; font-variant-numeric: tabular-nums; line-height: 1.4; color: var(--strong); }
.source .other { border-top: 1px solid var(--line); padding-top: 0.5rem; margin-top: 0.6rem; }
.source .other .figure { font-size: 1rem; }
.source .claim { border-top: 1px solid var(--line); margin-top: 0.6rem; padding-top: 0.5rem; }
.source .claim.disagree h5 { color: var(--missed); }
.source .back { font-size: 0.88rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 0.8rem; margin: 0.7rem 0; font-size: 0.86rem; line-height: 1.6; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.doubt { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
.doubt .where { color: var(--soft); font-size: 0.9rem; }
`

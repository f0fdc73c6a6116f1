/** Colours, type and the parts that all sections share. */
export const BASE = `
:root {
  --paper: #fff; --wash: #f5f7f9; --ink: #1c2630; --soft: #5b6875; --line: #e1e6eb; --axis: #8b97a3; --strong: #17456e;
  --actual: #1a5c96; --actual-soft: #e4eef7; --plan: #a85a00; --plan-soft: #e0b073; --rule: #b9c1c9; --rule-ink: #66727e;
  --missed: #b3261e; --mark: #ffe79a; --mark-ink: #1c2630; --focus: #0b57d0;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12181e; --wash: #1a222a; --ink: #e3e9ee; --soft: #9dabb8; --line: #2b3641; --axis: #6d7b88; --strong: #a9cdf0;
    --actual: #71b2ec; --actual-soft: #1d3246; --plan: #eaa651; --plan-soft: #8f6430; --rule: #4c5864; --rule-ink: #a3afba;
    --missed: #ff8a80; --mark: #6b5511; --mark-ink: #fff6d6; --focus: #8ab8ff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3.4rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.7 -apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI",
    "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", sans-serif;
  text-spacing-trim: trim-start; overflow-wrap: anywhere;
}
.inside { max-width: 80rem; margin: 0 auto; padding: 0 clamp(0.9rem, 3vw, 2.2rem); }
h1, h2, h3, h4, h5 { line-height: 1.35; margin: 0; font-weight: 650; text-wrap: balance; }
h1 { font-size: clamp(1.45rem, 3.4vw, 2.1rem); letter-spacing: 0.01em; }
h2 { font-size: 1.45rem; color: var(--strong); padding-bottom: 0.35rem; border-bottom: 2px solid var(--strong); margin-bottom: 1.1rem; }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
h5 { font-size: 0.9rem; color: var(--soft); }
p { margin: 0.3rem 0 0.6rem; }
.note, small, .notes { color: var(--soft); font-size: 0.86rem; line-height: 1.6; }
small { display: block; }
a { color: var(--actual); }
code { font: 0.86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
section { padding: 2.2rem 0 1.4rem; }
[lang] { unicode-bidi: isolate; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
caption.hidden { position: static; display: table-caption; width: auto; height: 0; line-height: 0; font-size: 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.6rem; z-index: 9; background: var(--paper); padding: 0.4rem 0.8rem; }
.warning { border: 2px solid var(--plan); padding: 0.8rem 1rem; }
.top { padding: 2.2rem 0 1rem; }
.top p { color: var(--soft); max-width: 46rem; }
nav { position: sticky; top: 0; z-index: 5; background: var(--paper); border-block: 1px solid var(--line); }
nav .inside { display: flex; gap: 0.2rem 1.5rem; overflow-x: auto; scrollbar-width: none; }
nav a { padding: 0.6rem 0; text-decoration: none; color: var(--ink); white-space: nowrap; font-size: 0.95rem; }
nav a:hover { color: var(--actual); box-shadow: inset 0 -2px var(--actual); }
.tiles { list-style: none; margin: 0 0 1.8rem; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px; background: var(--line); border: 1px solid var(--line); }
.tiles li { background: var(--paper); padding: 0.8rem 1rem 0.9rem; }
.tiles b { font-size: 1.6rem; font-weight: 650; color: var(--strong); font-variant-numeric: tabular-nums; line-height: 1.25; white-space: nowrap; }
.tiles span { white-space: nowrap; }
.tiles small { text-wrap: balance; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2.4rem; }
.pair > * { min-width: 0; }
figure { margin: 0; }
details { margin-top: 0.4rem; }
summary { cursor: pointer; color: var(--actual); font-size: 0.9rem; }
mark { background: var(--mark); color: var(--mark-ink); padding: 0.05em 0.12em; border-radius: 2px; font-weight: 600; }
blockquote { margin: 0.4rem 0; padding: 0.1rem 0 0.1rem 0.9rem; border-left: 3px solid var(--line); unicode-bidi: isolate; }
blockquote p { margin: 0; line-height: 1.85; }
blockquote footer { color: var(--soft); font-size: 0.86rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.5; font-variant-numeric: tabular-nums; }
thead th { text-align: left; color: var(--soft); font-weight: 500; font-size: 0.84rem; border-bottom: 1.5px solid var(--axis); padding: 0.35rem 0.6rem; vertical-align: bottom; white-space: nowrap; }
tbody th { font-weight: 500; text-align: left; }
tbody th, tbody td { padding: 0.28rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: baseline; overflow-wrap: break-word; }
tbody tr:hover { background: var(--wash); }
th.number, td.number { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; max-width: 100%; position: relative; }
.tall { max-height: 19rem; overflow-y: auto; border-bottom: 1px solid var(--line); }
.tall thead th { position: sticky; top: 0; background: var(--paper); box-shadow: inset 0 -1.5px var(--axis); border: 0; }
`

/** The style of the sheet, mainly for paper, because it is printed and signed. */
export const SHEET_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1b1d; --quiet: #5c5f66; --rule: #d9d9d5; --band: #f4f3ef; --link: #1a4f8b; --mark: #fbe3b4; --mark-ink: #1b1b1d;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, "Liberation Serif", "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #141517; --ink: #ececea; --quiet: #a3a7ae; --rule: #3a3d43; --band: #1f2125; --link: #8fbdf0; --mark: #5a4415; --mark-ink: #fff; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 54rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; }
h1 { margin: .1rem 0 .8rem; font-size: clamp(1.7rem, 5vw, 2.4rem); }
h2 { margin: 2.2rem 0 .6rem; padding-top: .5rem; border-top: 2px solid var(--ink); font-size: 1.35rem; break-after: avoid; }
h3 { margin: 1.4rem 0 .2rem; font-size: 1.05rem; break-after: avoid; }
p { margin: 0 0 .6rem; }
a { color: var(--link); }
.kicker { margin: 0; color: var(--quiet); font-size: .9rem; }
.verdict { font: 600 1.2rem/1.35 var(--serif); }
.quiet, .weight { color: var(--quiet); font-size: .92rem; }
.weight { margin: 0 0 .3rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 0; font-size: .95rem; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; margin: .6rem 0; border: 1px solid var(--rule); break-inside: avoid; }
.post { padding: .6rem .8rem; }
.pair .post + .post { border-left: 1px solid var(--rule); }
.post p { margin: .25rem 0; }
.post .by { font-weight: 600; }
.post .when { color: var(--quiet); font-size: .88rem; }
.post .place { font-size: .82rem; }
.pair .alike { grid-column: 1 / -1; margin: 0; padding: .35rem .8rem; background: var(--band); font-size: .9rem; }
.alone { border-top: 1px solid var(--rule); break-inside: avoid; }
.alone .post { padding: .45rem 0; }
.also { font-size: .88rem; color: var(--quiet); }
mark { background: var(--mark); color: var(--mark-ink); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; }
blockquote { margin: 0; padding: .8rem 1rem; background: var(--band); }
ul { margin: .3rem 0 .8rem; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--quiet); font-size: .88rem; border-bottom-color: var(--ink); }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; }
.sign { display: grid; grid-template-columns: max-content 1fr; gap: 1.4rem 1rem; margin-top: 1.2rem; break-inside: avoid; }
.sign dt { color: var(--quiet); }
.sign dd { margin: 0; border-bottom: 1px solid var(--ink); min-height: 1.6rem; }
@media (max-width: 34rem) {
  .pair { grid-template-columns: 1fr; }
  .pair .post + .post { border-left: 0; border-top: 1px solid var(--rule); }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: .3rem; }
}
@page { margin: 16mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --band: #fff; --link: #000; --mark: #fff; --mark-ink: #000; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  h1 { font-size: 1.7rem; }
  h2 { margin-top: 1.4rem; }
  blockquote, .pair .alike { border: 1px solid var(--rule); }
  .pair .alike { border-width: 1px 0 0; }
}
`;

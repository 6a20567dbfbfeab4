/**
 * The style of the page, also for paper, dark mode and phones. Colours are defined once; none has a meaning by itself.
 */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1b1d; --quiet: #5c5f66; --rule: #e3e3e0; --strong-rule: #1b1b1d; --band: #f3f2ee; --link: #1a4f8b;
  --coordinated: #b3370e; --flooding: #8a5a9e; --unclear: #a8741a; --unclear-ground: #f5e3bd; --organic: #7ba3bd; --insufficient: #c9c9c6; --line: #6d7178;
  --caution: #fdf5e3; --caution-rule: #a8741a; --differs: #ffe08a;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, "Liberation Serif", "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141517; --ink: #ececea; --quiet: #a3a7ae; --rule: #2f3237; --strong-rule: #ececea; --band: #1f2125; --link: #8fbdf0;
    --coordinated: #ff7d4d; --flooding: #b98fce; --unclear: #dfab4d; --unclear-ground: #4a3a1a; --organic: #6797b8; --insufficient: #6d7178; --line: #8b9098;
    --caution: #2a2414; --caution-rule: #dfab4d; --differs: #6b5310;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 74rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.15; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: .1em 0 .2em; font-size: clamp(2rem, 5vw, 3rem); font-weight: 700; letter-spacing: -.01em; }
h2 { margin: 0 0 .6rem; padding-top: .7rem; border-top: 3px solid var(--strong-rule); font-size: 1.7rem; }
h3 { margin: 0 0 .3rem; font-size: 1.15rem; }
.scroll + h3, dl + h3, pre + h3, table + h3, .two + h3 { margin-top: 1.4rem; }
p { margin: 0 0 .7rem; max-width: 54rem; }
a { color: var(--link); text-underline-offset: .15em; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; overflow-wrap: anywhere; }
pre { padding: .8rem 1rem; background: var(--band); white-space: pre-wrap; }
main > section { margin: 1.9rem 0 0; }
/* What is not on the screen of a large page is laid out when it comes there. */
.large .accounts, .large .group { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.quiet { color: var(--quiet); font-size: .9rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; margin: 0; padding: 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--paper); z-index: 1; }
.patterns { position: absolute; }

header { margin-top: 1rem; }
header .quiet { max-width: none; margin: 0; }
.kicker { margin: 0; color: var(--coordinated); font-size: .82rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; }
.extent { font-size: 1.05rem; color: var(--quiet); margin-bottom: .2rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .7rem 0 0; padding: .25rem 0; list-style: none; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); font-size: .92rem; }
nav a { display: inline-block; padding: .15rem 0; }
main > section:first-child { margin-top: 1rem; }
.lead { font: 600 clamp(1.35rem, 3vw, 1.85rem)/1.25 var(--serif); max-width: 50rem; margin-bottom: .5rem; text-wrap: pretty; }
.second { font-size: 1.1rem; max-width: 50rem; }

table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .3rem; }
th { text-align: left; font-weight: 600; vertical-align: top; }
td { vertical-align: top; }
thead th { color: var(--quiet); font-size: .84rem; font-weight: 600; vertical-align: bottom; border-bottom: 1px solid var(--strong-rule); }
.n { text-align: right; white-space: nowrap; }
.tally { width: 100%; margin: .3rem 0 1rem; font-size: .95rem; }
@media (min-width: 60rem) { .answer { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: 0 2.5rem; align-items: start; } .answer > .cautions, .answer > .scroll { grid-column: 1 / -1; margin-top: .8rem; } }
.tally th, .tally td { padding: .28rem .5rem .28rem 0; border-bottom: 1px solid var(--rule); }
.tally thead th { padding: 0 .5rem .25rem 0; }
.tally .part { white-space: nowrap; font-size: .88rem; color: var(--quiet); }
.tally th { white-space: nowrap; }
.means { display: block; color: var(--quiet); font-size: .85rem; font-weight: 400; }
.swatch { vertical-align: -1px; }
.cautions { padding: .6rem 1.2rem .3rem; background: var(--caution); border-left: 4px solid var(--caution-rule); max-width: none; }
.cautions ul { margin: 0; padding-left: 1.1rem; }
.cautions li { margin-bottom: .35rem; font-size: .95rem; }

.story { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .8rem 2rem; margin-bottom: 1.2rem; }
.story dt { font: 700 1.05rem var(--serif); margin-bottom: .2rem; }
.story dd { font-size: .97rem; }
@media (min-width: 48rem) { .indicators tbody th { white-space: nowrap; } }
.notes { padding-left: 1.1rem; max-width: 54rem; }
.cautions.notes { padding-left: 2.2rem; max-width: none; margin: .6rem 0 0; }
figure { margin: 1.2rem 0 1rem; scroll-margin-top: .5rem; }
figcaption p { margin-bottom: .3rem; color: var(--quiet); font-size: .92rem; max-width: none; }
figcaption .key { color: var(--ink); font-size: .88rem; }
.entry { white-space: nowrap; margin-right: 1rem; }
.chart { display: block; max-width: 100%; height: auto; overflow: visible; font: 11px var(--sans); }
.chart text { white-space: pre; }
.chart.narrow { display: none; }
.chart .heading { font-size: 12.5px; text-anchor: start; font-weight: 600; fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
.chart .group-name { font-size: 10px; font-weight: 600; fill: var(--quiet); text-anchor: start; }
.chart .tick { fill: var(--quiet); text-anchor: end; }
.chart .row-name { fill: var(--ink); stroke: none; text-anchor: end; }
.chart .hit { fill: transparent; stroke: none; }
.chart a:hover .hit { fill: var(--ink); fill-opacity: .1; }
.chart a:hover text { text-decoration: underline; }
.chart .wave { fill: var(--ink); fill-opacity: .12; }
.chart .wave-name { font-weight: 600; fill: var(--link); text-decoration: underline; }
.dock { display: none; }
.dock:target { display: block; position: fixed; inset: auto 0 0; z-index: 2; max-height: 42vh; overflow-y: auto; padding: .7rem max(1.25rem, calc(50vw - 35.75rem)) .4rem; background: var(--paper); border-top: 3px solid var(--strong-rule); box-shadow: 0 -.3rem 1rem rgb(0 0 0 / .18); font-size: .94rem; }
.dock p { max-width: none; margin-bottom: .4rem; }
.dock-head a { margin-left: .6rem; }
.two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.9rem; }
@media (min-width: 62rem) { .two { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.figures summary { color: var(--quiet); font-size: .88rem; }
.scroll { overflow-x: auto; max-height: 24rem; overflow-y: auto; }
.plain { font-size: .9rem; }
.plain th, .plain td { padding: .25rem 1.2rem .25rem 0; border-bottom: 1px solid var(--rule); }
.plain tbody th { font-weight: 500; }
.plain .n { padding-left: .6rem; }
summary { cursor: pointer; }
.fold > summary { margin-bottom: .8rem; color: var(--link); }
dl { margin: 0 0 1rem; }
dd { margin: 0; }

.group { margin-top: 1.8rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.group dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; font-size: .94rem; }
.group dt { color: var(--quiet); }
@media (min-width: 62rem) { .sides { display: grid; grid-template-columns: minmax(0, 1fr) 38.75rem; gap: 1.75rem; } .sides dl { grid-template-columns: 1fr !important; gap: 0 !important; } .sides dd { margin-bottom: .5rem; } }
.group figure { margin: 0 0 .8rem; }
.group figure h3 { font: 600 1rem var(--sans); }
.members { display: block; max-height: 14rem; overflow-y: auto; }
h4 { margin: .6rem 0 .3rem; font-size: .94rem; }
.shared { margin: 0; padding: 0; list-style: none; font-size: .9rem; }
@media (min-width: 62rem) { .sides + h4 + .shared { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.9rem; } }
.shared li { padding: .3rem 0; border-top: 1px solid var(--rule); }
.shared p { margin: .1rem 0 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden; }

.accounts { margin-top: 1.2rem; }
.accounts > p { margin-bottom: .4rem; }
.search { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .6rem; font-size: .92rem; }
.search[hidden] { display: none; }
input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: .35rem .6rem; min-width: min(20rem, 100%); }
.list { width: 100%; font-size: .92rem; }
.list > * > tr > th, .list > * > tr > td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--rule); }
.list thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; }
.list th:first-child { width: 17%; }
.list .why { width: 64%; padding-right: 0; font-size: .88rem; line-height: 1.35; }
.list:not(.found) { width: auto; min-width: min(38rem, 100%); }
.list:not(.found) th:first-child { width: auto; padding-right: 2rem; }
.list .day, .list thead th { white-space: nowrap; }
.list th, .why, .posts p, .shared p, bdi, dd { overflow-wrap: anywhere; }
.list { table-layout: auto; }
.list button { all: unset; cursor: pointer; }
.list button:hover { text-decoration: underline; }
.list button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.list button { text-decoration: underline dotted; text-underline-offset: .2em; }
.list [aria-sort=ascending] button::after { content: " ↑"; color: var(--ink); }
.list [aria-sort=descending] button::after { content: " ↓"; color: var(--ink); }
.name, .other { display: inline-block; max-width: 100%; max-height: 12em; overflow: hidden; vertical-align: top; }
.other { color: var(--quiet); font-weight: 400; font-size: .88rem; }
.found .other { display: block; }
/* An account opens across the page when it, or a post of it, is led to; the second rule is one of its own for browsers that know no :has. */
.case, .folded { display: none; }
tbody { scroll-margin-top: 2.2rem; }
tbody:target > tr:first-child > * { background: var(--band); }
tbody:target > .case { display: table-row; }
tbody:has(:target) > .case { display: table-row; }
.folded:target { display: block; }
.folded:has(:target) { display: block; }
.unfold:has(+ .folded:target), .unfold:has(+ .folded :target) { display: none; }
.sheet { padding: .2rem 1rem .6rem; border-left: 4px solid var(--quiet); background: var(--band); }
.sheet.coordinated { border-color: var(--coordinated); }
.sheet.flooding { border-color: var(--flooding); }
.sheet p { max-width: none; }
.facts p { margin-bottom: .3rem; font-size: .9rem; }
.claim { display: block; width: 100%; font: .92rem/1.45 var(--sans); color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: .5rem .7rem; resize: vertical; field-sizing: content; min-height: 8.5em; }
h4 .quiet { font-weight: 400; }
mark { background: var(--differs); color: inherit; }
a[rel]::after { content: " ↗"; }
.evidence { margin: 0 0 .8rem; padding-left: 1.1rem; }
.evidence li { margin-bottom: .3rem; }
.sign { font-weight: 600; }
.evidence .quiet { font-size: .84rem; }
.posts { margin: 0 0 .6rem; padding: 0; list-style: none; font-size: .92rem; }
.posts li { padding: .35rem 0; border-top: 1px solid var(--rule); scroll-margin-top: 2.6rem; }
.posts li:target { outline: 2px solid var(--link); outline-offset: 2px; }
@media (min-width: 48rem) { .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; } }
.posts p { margin: 0 0 .2rem; }
.post-id { color: var(--quiet); font-size: .76rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.posts time { font-size: .86rem; font-variant-numeric: tabular-nums; }
.tag { display: inline-block; padding: 0 .35rem; border: 1px solid var(--rule); border-radius: 3px; color: var(--quiet); font-size: .78rem; }

@media (min-width: 62rem) { .method { columns: 2; column-gap: 1.9rem; font-size: .94rem; } .method dt { break-after: avoid; } }
.method dt, .file dt { font-weight: 600; }
.method dd { margin-bottom: .6rem; }
.file { padding: .6rem 0; border-bottom: 1px solid var(--rule); font-size: .92rem; margin: 0; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .88rem; }

@media screen and (max-width: 40rem) {
  body { padding: 0 1rem 2rem; }
  h2 { font-size: 1.4rem; }
  .chart.wide { display: none; }
  .chart.narrow { display: block; }
  .tally { font-size: .86rem; }
  .tally .means { display: none; }
  .tally tbody th { white-space: normal; }
  .list .why { font-size: .84rem; }
  .tally th, .tally td { padding-right: .3rem; }
  .list, .list tbody { display: block; }
  .list thead, .list thead tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; }
  .list thead { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--strong-rule); }
  .list thead th { position: static; width: auto !important; padding: .3rem 0; border: 0; }
  .list tbody[hidden] { display: none; }
  .list tbody > tr:first-child { display: flex; flex-wrap: wrap; gap: 0 .7rem; padding: .4rem 0; border-bottom: 1px solid var(--rule); }
  tbody { scroll-margin-top: 4.2rem; }
  .posts li { scroll-margin-top: 4.6rem; }
  tbody:target > .case, tbody:target > .case > td { display: block; }
  tbody:has(:target) > .case, tbody:has(:target) > .case > td { display: block; }
  .sheet { padding: .2rem .7rem .6rem; }
  .claim { min-height: 20em; }
  tbody:target > tr:first-child { background: var(--band); }
  .pair > div + div { margin: .2rem 0 0 .9rem; }
  .list tbody th { width: 100% !important; padding: 0; border: 0; }
  .list tbody td { padding: 0; border: 0; text-align: left; }
  .list tbody td[data-th]::before { content: attr(data-th) " "; color: var(--quiet); font-size: .82rem; }
  .list .why { width: 100%; padding-top: .1rem; }
  .list tbody td[data-th] { font-size: .86rem; }
  .found .other { display: inline-block; margin-left: .4rem; }
  .plain th, .plain td { padding-right: .6rem; }
  .beginnings .n { white-space: normal; }
  .group dl { grid-template-columns: 1fr; gap: 0; }
  .group dd { margin-bottom: .4rem; }
}
@media print {
  :root {
    --paper: #fff; --ink: #000; --quiet: #444; --rule: #ccc; --strong-rule: #000; --band: #f3f2ee; --link: #000;
    --coordinated: #b3370e; --flooding: #8a5a9e; --unclear: #a8741a; --unclear-ground: #f5e3bd; --organic: #7ba3bd; --insufficient: #c9c9c6; --line: #6d7178;
    --caution: #fff; --caution-rule: #a8741a; --differs: #e4e4e4;
  }
  html { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  nav, .skip, .search, .figures:not([open]), .list button::after { display: none !important; }
  a { color: inherit; text-decoration: none; }
  .dock:target { position: static; max-height: none; padding: .5rem 0; box-shadow: none; }
  .unfold, .dock-head a, .dock:not(:target) { display: none; }
  .posts a[rel]::after { content: " " attr(href); font-size: .86em; overflow-wrap: anywhere; }
  .posts li, .claim, .beginnings, .indicators, .file { break-inside: avoid; }
  .answer { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: 0 1.2rem; }
  .tally { font-size: .88rem; }
  .tally th, .tally td { padding-right: .3rem; }
  .answer > .cautions, .answer > .scroll { grid-column: 1 / -1; }
  .lead { font-size: 1.3rem; }
  .means { display: none; }
  #picture { break-inside: avoid; }
  .two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .method { columns: 2; column-gap: 1.5rem; font-size: .94rem; }
  .scroll { overflow: visible; max-height: none; }
  .list th:first-child { width: 23%; }
  .list .why { width: 54%; }
  .large .accounts, .large .group { content-visibility: visible; }
  h2, h3, figcaption { break-after: avoid; }
  .chart, .list tr:not(.case), .cautions, .tally { break-inside: avoid; }
  .scroll, .members { max-height: none; overflow: visible; }
  .list thead th { position: static; }
}
`;

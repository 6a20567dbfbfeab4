/** One account's case as one page to print, check and sign. It opens from disk, loads nothing and runs no script. */

import { isQuotedText } from '../../documents/evidence.js';
import type { Explanation, ItemSharedWithFlagged, SignalContribution } from '../../documents/explanation.js';
import { typedOptions } from '../../options.js';
import { formatCount, formatNumber, withFullStop } from '../../text/format.js';
import { formatTimeSpan } from '../../time/format-dates.js';
import { accountName } from '../accounts.js';
import { claimOf } from '../claim.js';
import { cutNamesSentence, explainedAccounts } from '../cut-names.js';
import { sharedTitle } from '../explanation-posts.js';
import { findingText, ownPostsOf, signalsOnSide, silentSignals } from '../explanation-signals.js';
import { missingSentences, verdictChanges, verdictSentences, namingRequirements } from '../explanation-verdict.js';
import { accountFacts, familyRow, accountTitle } from '../explanation.js';
import { DISCLAIMER } from '../headline.js';
import { html, isolate, type SafeHtml } from '../html/markup.js';
import { pageHead } from '../html/page-head.js';
import { matchedPosts } from '../matched-posts.js';
import { quoteForShell } from '../shell-words.js';
import { FAMILY_TITLES, signalTitle, typicalityText } from '../signal-titles.js';
import { otherPost, ownPost, matchedPair, profileLink } from './posts.js';
import { SHEET_STYLE } from './style.js';

/** Limits of what is printed: as much as one person can check in a day. */
const ITEMS_SHOWN = 25;
const POSTS_SHOWN = 100;

/**
 * Renders the case of one account as a page to print and sign, as `explain -o sheet.html` writes it.
 *
 * @returns one HTML file that needs no other; the same bytes for the same case
 * @example
 * ```js
 * import { explain, renderSheet } from 'trend-audit';
 *
 * const explanation = await explain(['fixtures/small-campaign/tweets.csv'], 'babushka_mash_6');
 * console.log(renderSheet(explanation).split('\n')[0]);
 * //→ <!doctype html>
 * ```
 */
export function renderSheet(explanation: Explanation): string {
  const { tool } = explanation;
  const [verdict, sureness] = verdictSentences(explanation);
  return html`${pageHead({ title: `${accountName(explanation.account)}: evidence sheet`, tool, style: SHEET_STYLE })}<body>
<main>
<p class="kicker">Evidence sheet, ${tool.name} ${tool.version}</p>
<h1>${isolate(accountTitle(explanation))}</h1>
<p class="verdict"><bdi>${verdict}</bdi></p>
<p><bdi>${sureness}</bdi></p>
<p class="quiet">${DISCLAIMER}</p>
${facts(explanation)}
<h2 id="for">What speaks for coordination</h2>
${side(explanation, 1, 'Nothing.')}
<h2 id="against">What speaks against it</h2>
${side(explanation, -1, 'No signal does.')}
${silentSignals(explanation).map((line) => html`<p class="quiet">${line}</p>`)}
${missing(explanation)}${changes(explanation)}${shared(explanation)}${posts(explanation)}${kinds(explanation)}
<h2 id="claim">To copy</h2>
<blockquote><bdi>${claimOf(explanation.account, explanation)}</bdi></blockquote>
${basis(explanation)}
<h2 id="checked">Checked</h2>
<dl class="sign">${['Checked by', 'On (date)', 'Reply sought from', 'On (date), by', 'Reply'].map((line) => html`<dt>${line}</dt><dd></dd>`)}</dl>
</main>
</body>
</html>
`.source;
}

function facts(explanation: Explanation): SafeHtml {
  const { account } = explanation;
  return html`<dl class="facts"><dt>Account</dt><dd>${profileLink(account.url, accountName(account))}</dd><dt>In this dump</dt><dd><bdi>${accountFacts(explanation).join(' · ')}</bdi></dd></dl>`;
}

function side(explanation: Explanation, sign: 1 | -1, nothing: string): SafeHtml {
  const all = signalsOnSide(explanation, sign);
  return all.length === 0 ? html`<p>${nothing}</p>` : html`${all.map((signal) => finding(signal, explanation))}`;
}

function finding(signal: SignalContribution, explanation: Explanation): SafeHtml {
  const title = signalTitle(signal.signal);
  const pairs = matchedPosts(signal.matches, explanation).slice(0, 1);
  return html`<h3>${title.charAt(0).toUpperCase()}${title.slice(1)}</h3>
<p class="weight">${typicalityText(signal.weight ?? 0, explanation)} · ${FAMILY_TITLES[signal.family]}</p>
<p><bdi>${findingText(signal)}</bdi></p>
${pairs.map((each) => matchedPair(each, explanation))}${ownPostsOf(signal, explanation).map((post) => ownPost(post, explanation))}`;
}

function missing(explanation: Explanation): SafeHtml | string {
  if (explanation.account.verdict === 'coordinated') return '';
  return html`<h2 id="missing">What is missing for ‘likely coordinated’</h2>
<p>${namingRequirements(explanation)}</p>
<ul>${missingSentences(explanation).map((sentence) => html`<li>${sentence}</li>`)}</ul>
`;
}

function changes(explanation: Explanation): SafeHtml {
  const { changing, staying } = verdictChanges(explanation);
  return html`<h2 id="changes">What would change the verdict</h2>
<p class="quiet">Everything is decided again, for all accounts, with each part left out.</p>
${
  changing.length === 0
    ? html`<p>Nothing: it stays the same whichever part is left out.</p>`
    : html`<ul>${changing.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<p class="quiet">${staying.length === 0 ? '' : `It stays the same without any one of these: ${staying.join(', ')}.`}</p>`
}
`;
}

function shared(explanation: Explanation): SafeHtml {
  const { shared: all, called } = explanation;
  const items = all.slice(0, ITEMS_SHOWN);
  return html`<h2 id="shared">All that it shares with ${called} accounts</h2>
${all.length === 0 ? html`<p>Nothing.</p>` : items.map((item) => sharedItem(item, explanation))}${rest(items.length, all.length)}`;
}

function sharedItem(item: ItemSharedWithFlagged, explanation: Explanation): SafeHtml {
  const title = sharedTitle(item, explanation);
  const [first, ...others] = matchedPosts(item.matches, explanation);
  const unnamed = item.flagged - item.matches.length;
  return html`<h3>${title.charAt(0).toUpperCase()}${title.slice(1)}</h3>
${isQuotedText(item.kind) ? '' : html`<p>${isolate(item.example)}</p>`}${first ? matchedPair(first, explanation) : ''}${
    others.length + unnamed === 0
      ? ''
      : html`<ul class="also">${others.map((each) => (first ? html`<li>${otherPost(each, first, explanation)}</li>` : ''))}${unnamed > 0 ? html`<li>and ${formatCount(unnamed, 'more account')}</li>` : ''}</ul>`
  }`;
}

function posts(explanation: Explanation): SafeHtml {
  const shown = explanation.posts.slice(0, POSTS_SHOWN);
  return html`<h2 id="posts">Its posts, in the order of time</h2>
${shown.map((post) => ownPost(post, explanation))}${rest(shown.length, explanation.posts.length)}`;
}

function rest(shown: number, all: number): SafeHtml | string {
  if (shown === all) return '';
  return html`<p class="quiet">${formatNumber(shown)} of ${formatNumber(all)}; all are in the JSON (<code>-o case.json</code>).</p>`;
}

function kinds(explanation: Explanation): SafeHtml {
  return html`<h2 id="kinds">Kinds of evidence, added up</h2>
<table><thead><tr><th scope="col">kind</th><th scope="col">together more typical of</th><th scope="col">by chance</th></tr></thead><tbody>${explanation.families.map((each) => familyRow(each, explanation)).map(([kind = '', ...cells]) => html`<tr><th scope="row">${kind}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
<p class="quiet">By chance: the share of comparable ordinary accounts that show this much.</p>`;
}

function basis(explanation: Explanation): SafeHtml {
  const { tool, inputs, options, dump, account, cautions } = explanation;
  const cut = cutNamesSentence(explainedAccounts(explanation));
  const words = [...inputs.map(({ path }) => path), '--account', account.id, ...typedOptions(options)].map(
    quoteForShell,
  );
  return html`<h2 id="basis">What it rests on</h2>
<p>${formatCount(dump.posts, 'post')} by ${formatCount(dump.accounts, 'account')}, ${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}. All times are UTC.</p>
<ul>${inputs.map(({ path, sha256, bytes }) => html`<li>${isolate(path)}, ${formatNumber(bytes)} bytes<br>SHA-256 <code>${sha256}</code></li>`)}</ul>
${cut === '' ? '' : html`<p>${cut}</p>\n`}${cautions.map((caution) => html`<p>Caution: <bdi>${withFullStop(caution)}</bdi></p>`)}
<p>${tool.name} ${tool.version} gives this sheet again, to the byte: <code>${[tool.name, 'explain', ...words, '-o', 'sheet.html'].join(' ')}</code></p>`;
}

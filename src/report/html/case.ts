/**
 * The case of one account, across the whole page: who it is, a sentence to cite, the evidence, its posts next to those
 * that they match.
 */

import { profileUrl } from '../../documents/addresses.js';
import type { Evidence } from '../../documents/evidence.js';
import type { AccountResult } from '../../documents/result.js';
import { formatNumber, formatRate, withFullStop } from '../../text/format.js';
import { formatDay, formatTime } from '../../time/format-dates.js';
import { claimOf } from '../claim.js';
import { shownId } from '../cut-names.js';
import { signalName } from '../signal-names.js';
import { REASON_TEXTS, VERDICT_TEXTS } from '../verdicts.js';
import { EMPTY_HTML, html, isolate, type SafeHtml } from './markup.js';
import { externalLink, type PageIndex } from './page-index.js';
import { postPairs } from './post-pairs.js';

/** Maximum number of links to the posts of one finding. */
const POSTS_LINKED = 12;

/** What each kind of evidence is about. */
const FAMILY_TEXTS: Readonly<Record<Evidence['family'], string>> = {
  creation: 'creation date',
  posting: 'own posting',
  sharing: 'acting with others',
};

/** One account's evidence, strongest first, with its facts and pairs of matching posts. */
export function accountCase(account: AccountResult, shown: PageIndex): SafeHtml {
  const { evidence, verdict } = account;
  const sorted = byEvidenceStrength(evidence);
  return html`<div class="sheet ${verdict}">
<div class="facts"><p>${VERDICT_TEXTS[verdict].name}${account.reason === null ? '' : ` (${REASON_TEXTS[account.reason]})`} · id <code>${isolate(shownId(account.id))}</code>${created(account)}${group(account)}${profile(account, shown)} · <a href="#accounts-${verdict}">back to the list</a></p>
<p>${suspicion(account)}</p></div>
${verdict === 'coordinated' ? claim(account, shown) : EMPTY_HTML}
<h4>Evidence <span class="quiet">(in brackets: its kind, and the share of comparable ordinary accounts that show this much)</span></h4>
${evidence.length === 0 ? html`<p>No single finding stands out.</p>` : html`<ol class="evidence">${sorted.map((each) => finding(each, shown))}</ol>`}
${postPairs(account, shown)}</div>`;
}

/** Largest weight first; of equal weights, what several accounts did comes first. */
export function byEvidenceStrength(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted(
    (a, b) =>
      b.weight - a.weight ||
      Number(b.family === 'sharing') - Number(a.family === 'sharing') ||
      (a.signal < b.signal ? -1 : 1),
  );
}

function claim(account: AccountResult, { result }: PageIndex): SafeHtml {
  const text = claimOf(account, result);
  return html`<h4>To cite</h4><textarea class="claim" readonly rows="5" aria-label="A sentence to cite, with its figures and its caveat">${text}</textarea>`;
}

/**
 * The score and, for called accounts, the estimated false discovery rate; for others it adds nothing to their reason.
 */
function suspicion({ verdict, q, score }: AccountResult): string {
  const rank = `Score ${formatNumber(Math.round(score))} of 100: it ranks accounts and is not a probability.`;
  return verdict === 'coordinated'
    ? `${rank} If everyone at least this suspicious were named, about ${formatRate(q)} would be wrong ` +
        '(q, the estimated false discovery rate; 5% at most is called).'
    : rank;
}

function group({ group: id }: AccountResult): SafeHtml {
  return id === null ? EMPTY_HTML : html` · <a href="#${id}">group ${id}</a>`;
}

function profile(account: AccountResult, { platform }: PageIndex): SafeHtml {
  const url = profileUrl(platform, account);
  return url === undefined ? EMPTY_HTML : html` · ${externalLink(url, 'profile')}`;
}

function finding({ signal, family, p, says, posts }: Evidence, shown: PageIndex): SafeHtml {
  const links = posts.flatMap((id) => shown.postAnchorOf.get(id) ?? []);
  const more = posts.length - Math.min(links.length, POSTS_LINKED);
  const cited =
    links.length === 0
      ? ''
      : html` Posts: ${links.slice(0, POSTS_LINKED).map((anchor, index) => html`${index === 0 ? '' : ', '}<a href="#${anchor}">${index + 1}</a>`)}${more > 0 ? ` and ${formatNumber(more)} more` : ''}.`;
  return html`<li><span class="sign">${signalName(signal)}</span> <bdi>${withFullStop(says)}</bdi> <span class="quiet">(${FAMILY_TEXTS[family]}, ${formatRate(p)})${cited}</span></li>`;
}

function created({ createdAt, createdAtFrom, createdAtTo, createdAtSource }: AccountResult): string {
  if (createdAtSource === 'interpolated' && createdAtFrom !== null && createdAtTo !== null)
    return ` · created between ${formatDay(createdAtFrom)} and ${formatDay(createdAtTo)} (estimated from its id)`;
  if (createdAt === null) return '';
  return ` · created ${formatTime(createdAt)} UTC${createdAtSource === 'snowflake' ? ' (from its id)' : ''}`;
}

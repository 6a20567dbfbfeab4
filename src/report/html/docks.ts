/** What a bar or the first wave links to: its time, its number of posts, and the called accounts that posted then. */

import type { AccountResult } from '../../documents/result.js';
import { VERDICTS } from '../../documents/verdict.js';
import { busiestWindowName } from '../../text/format-durations.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { formatTime, formatTimeSpan } from '../../time/format-dates.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { legendSwatch } from './colors.js';
import type { Wave } from './first-wave.js';
import { EMPTY_HTML, html, type SafeHtml } from './markup.js';
import { linkedName, type PageIndex } from './page-index.js';
import { type Bin, binSpan } from './timeline-bins.js';

/** Maximum number of names listed for one span. */
const NAMED = 24;

/**
 * A strip at the edge of the screen that opens when a link to it is followed, so that the picture stays visible. `back`
 * is the anchor that its close link leads to.
 */
export function dock(
  id: string,
  title: string,
  inside: SafeHtml,
  back: string,
  beside: SafeHtml = EMPTY_HTML,
): SafeHtml {
  return html`<section class="dock" id="${id}" aria-label="${title}" tabindex="0"><p class="dock-head"><strong>${title}</strong> ${beside}<a href="#${back}">close</a></p>${inside}</section>
`;
}

/** Names linked to their accounts; a limited number. */
export function accountLinks(
  accounts: readonly AccountResult[],
  shown: PageIndex,
  told?: (account: AccountResult) => string,
): SafeHtml {
  const named = accounts
    .slice(0, NAMED)
    .map(
      (account, index) =>
        html`${index === 0 ? '' : ', '}${linkedName(account, shown)}${told ? ` ${told(account)}` : ''}`,
    );
  const more = accounts.length - named.length;
  return html`${named}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`;
}

/** A dock for each span that has posts; `back` is the anchor of the picture that links to them. */
export function spanDocks(bins: readonly Bin[], shown: PageIndex, back: string): SafeHtml {
  const filled = bins.filter(({ posts }) => posts > 0);
  const calledIn = calledByBin(bins, shown);
  const spans = filled.map((bin, at) => {
    const steps = [
      { name: 'earlier', to: filled[at - 1] },
      { name: 'later', to: filled[at + 1] },
    ].map(({ name, to }) => (to ? html`<a href="#${to.anchor}">${name}</a> ` : EMPTY_HTML));
    const counts = VERDICTS.filter((verdict) => bin[verdict] > 0).map(
      (verdict, index) =>
        html`${index === 0 ? '' : ' · '}${legendSwatch(verdict)} ${VERDICT_TEXTS[verdict].name} ${formatNumber(bin[verdict])}`,
    );
    const called = calledIn.get(bin.from.getTime()) ?? new Map<string, number>();
    const accounts = [...called].flatMap(([id]) => shown.accounts.get(id) ?? []);
    const names =
      accounts.length === 0
        ? EMPTY_HTML
        : html`<p>Likely coordinated: ${accountLinks(accounts, shown, ({ id }) => `(${formatNumber(called.get(id) ?? 0)})`)}</p>`;
    return dock(
      bin.anchor,
      `${binSpan(bin)}: ${formatCount(bin.posts, 'post')}`,
      html`<p>${counts}</p>${names}`,
      back,
      html`${steps}`,
    );
  });
  return html`${spans}`;
}

/** The dock that lists the posts of the first wave. */
export function waveDock({ from, to, posts, accounts }: Wave, shown: PageIndex): SafeHtml {
  const step = Math.max(1, shown.result.dump.resolutionSeconds);
  const firstAt = new Map(posts.toReversed().map(({ account, time }) => [account, time]));
  const members = accounts.flatMap((id) => shown.accounts.get(id) ?? []);
  return dock(
    'wave',
    `First wave: ${formatTimeSpan(from, to, step)}`,
    html`<p>${formatCount(posts.length, 'post')} by ${formatCount(accounts.length, 'account')} likely coordinated, each at most ${busiestWindowName(shown.result.dump.resolutionSeconds)} after the one before: ${accountLinks(members, shown, ({ id }) => formatTime(firstAt.get(id) ?? from, step).slice(11))}.</p>`,
    'picture',
  );
}

/** The number of posts of each called account in each span, by the beginning of the span. */
function calledByBin(bins: readonly Bin[], { listed, postsOf }: PageIndex): Map<number, Map<string, number>> {
  const [first] = bins;
  const found = new Map<number, Map<string, number>>();
  if (!first) return found;
  const length = first.to.getTime() - first.from.getTime();
  for (const { id } of listed.coordinated) {
    for (const { time } of postsOf.get(id) ?? []) {
      const start = first.from.getTime();
      const bin = start + Math.floor((Date.parse(time) - start) / length) * length;
      const counts = found.get(bin) ?? new Map<string, number>();
      counts.set(id, (counts.get(id) ?? 0) + 1);
      found.set(bin, counts);
    }
  }
  return found;
}

/** Each group: what ties it, when it was active, who belongs to it, its network. */

import type { ReportData, Tie } from '../../documents/report-data.js';
import type { AccountResult, GroupResult } from '../../documents/result.js';
import { formatCount, formatNumber, withFullStop } from '../../text/format.js';
import { formatDaySpan, formatTimeSpan } from '../../time/format-dates.js';
import { nameOf, type PageIndex } from './accounts.js';
import { html, paragraphs, type SafeHtml, EMPTY_HTML } from './markup.js';
import { networkFigure, TIE_KINDS } from './network.js';

/** Networks drawn; of further groups the words alone are given. A large network takes 100 kB in both its sizes. */
const DRAWN = 8;
const TIES_SHOWN = 20;

export function groupSection(shown: PageIndex, exhibits: ReportData): SafeHtml {
  const { groups } = shown.result;
  if (groups.length === 0) return EMPTY_HTML;
  const tiesOf = tiesByGroup(shown, exhibits);
  const rest =
    groups.length > DRAWN
      ? html`<p>The networks of the ${formatNumber(DRAWN)} largest of ${formatCount(groups.length, 'group')} are drawn.</p>`
      : '';
  return html`<section aria-labelledby="groups">
<h2 id="groups">Groups: who acted with whom</h2>
<p>Accounts that rare things in common tie together: the same texts, retweeted posts, links or series of hashtags. A group holds accounts called likely coordinated and some that are unclear.</p>
${rest}
${groups.map((group, index) => card(group, index < DRAWN, tiesOf.get(group.id) ?? [], shown))}</section>
`;
}

function card(group: GroupResult, drawn: boolean, ties: readonly Tie[], shown: PageIndex): SafeHtml {
  const members = membersOf(group, shown);
  const network = drawn ? networkFigure(`network-${group.id}`, members, ties, strongest(ties, shown)) : EMPTY_HTML;
  return html`<article class="group" id="${group.id}">
<h3>Group ${group.id}: <bdi>${withFullStop(group.says)}</bdi></h3>
<div class="sides"><div>
<dl>${activity(group, shown)}<dt>Members</dt><dd><div class="members" tabindex="0" role="group" aria-label="Members of group ${group.id}">${members.map((account, index) => html`${index === 0 ? '' : ', '}${nameOf(account, shown)}${account.verdict === 'coordinated' ? '' : ` (${account.verdict})`}`)}</div></dd></dl>
${sharedItems(group, shown)}</div>
${network}</div></article>
`;
}

/** When it was active, and when its accounts were created. */
function activity({ posts, from, to, busiest, creation }: GroupResult, { result }: PageIndex): SafeHtml {
  const step = result.dump.resolutionSeconds;
  const most = busiest
    ? html` Most within ${formatTimeSpan(busiest.from, busiest.to, step)}: ${formatNumber(busiest.posts)}.`
    : '';
  const densest = creation?.densest;
  return html`${posts === undefined || from === undefined || to === undefined ? '' : html`<dt>Posts</dt><dd>${formatNumber(posts)}, ${formatTimeSpan(from, to, step)}.${most}</dd>`}${
    densest
      ? html`<dt>Created</dt><dd>${formatNumber(densest.accounts)} of the ${formatNumber(creation.dated)} with a date on ${formatDaySpan(densest.from, densest.to)}</dd>`
      : ''
  }`;
}

function sharedItems({ shared = [] }: GroupResult, { result }: PageIndex): SafeHtml {
  if (shared.length === 0) return EMPTY_HTML;
  const items = shared.map(
    ({ kind, example, accounts, others, from, to }) =>
      html`<li><span class="sign">${TIE_KINDS[kind].name}</span> <span class="quiet">${formatCount(accounts, 'account')}${others === 0 ? ', nobody else' : ` and ${formatCount(others, 'other')}`}; ${formatTimeSpan(from, to, Math.max(60, result.dump.resolutionSeconds))}</span><p dir="auto">${paragraphs(example)}</p></li>`,
  );
  return html`<h4>What they share</h4><ul class="shared">${items}</ul>`;
}

function strongest(ties: readonly Tie[], shown: PageIndex): SafeHtml {
  const names = new Map(shown.result.accounts.map((account) => [account.id, account]));
  const name = (id: string): SafeHtml => {
    const account = names.get(id);
    return account ? nameOf(account, shown) : html`${id}`;
  };
  const rows = ties
    .slice(0, TIES_SHOWN)
    .map(
      ({ source, target, kind, items, firstAt, lastAt }) =>
        html`<tr><td>${name(source)} – ${name(target)}</td><td>${TIE_KINDS[kind].name}</td><td class="n">${formatNumber(items)}</td><td>${formatTimeSpan(firstAt, lastAt, Math.max(60, shown.result.dump.resolutionSeconds))}</td></tr>`,
    );
  return html`<table class="plain ties"><caption>${ties.length > TIES_SHOWN ? `The strongest ${formatNumber(TIES_SHOWN)} of ${formatCount(ties.length, 'tie')}` : 'Ties'}</caption><thead><tr><th scope="col">between</th><th scope="col">tied by</th><th scope="col" class="n">times</th><th scope="col">first to last</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function membersOf({ accounts }: GroupResult, { result }: PageIndex): AccountResult[] {
  const inside = new Set(accounts);
  return result.accounts.filter(({ id }) => inside.has(id));
}

function tiesByGroup({ result }: PageIndex, { ties }: ReportData): Map<string, Tie[]> {
  const groupOf = new Map(
    result.groups.flatMap(({ id, accounts }) => accounts.map((account): [string, string] => [account, id])),
  );
  const byGroup = new Map<string, Tie[]>();
  for (const tie of ties) {
    const group = groupOf.get(tie.source);
    if (group === undefined || group !== groupOf.get(tie.target)) continue;
    const known = byGroup.get(group);
    if (known) known.push(tie);
    else byGroup.set(group, [tie]);
  }
  return byGroup;
}

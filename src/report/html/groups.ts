/** Each group: what its members share, when it was active, who its members are, and its network. */

import { postUrl } from '../../documents/addresses.js';
import type { ReportData, Tie } from '../../documents/report-data.js';
import type { AccountResult, GroupResult } from '../../documents/result.js';
import type { GroupKind } from '../../documents/verdict.js';
import { cutText, formatCount, formatNumber, withFullStop } from '../../text/format.js';
import { formatDaySpan, formatTimeSpan } from '../../time/format-dates.js';
import { SECONDS_IN_MINUTE } from '../../time/units.js';
import { shownId } from '../cut-names.js';
import { html, paragraphs, type SafeHtml, EMPTY_HTML } from './markup.js';
import { networkFigure, TIE_KINDS } from './network.js';
import { externalLink, linkedName, type PageIndex } from './page-index.js';

/**
 * Maximum number of networks drawn; further groups have text only. A large network takes 100 kB in both sizes together.
 */
const DRAWN = 8;
const TIES_SHOWN = 20;
/** Maximum number of shared items shown for a group. */
const SHARED_SHOWN = 4;

const KIND_TEXTS: Readonly<Record<GroupKind, string>> = {
  'copies-texts': 'copies texts',
  'acts-together': 'shares things other than texts',
  'amplifies-few': 'amplifies one account or a few',
  'mostly-retweets': 'shares mostly retweets of the same posts',
  'service-feed': 'posts the templates of a service',
  outlets: 'outlets of one publisher',
  'public-appeal': 'follows a public appeal to copy',
};

/** The section on groups: what each does and shares, and the networks of the largest; empty without groups. */
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
<p>A group is a set of accounts that share rare things: the same texts, retweeted posts, links or series of hashtags. It holds accounts called likely coordinated and some that are unclear.</p>
${rest}
${groups.map((group, index) => card(group, index < DRAWN, tiesOf.get(group.id) ?? [], shown))}</section>
`;
}

function card(group: GroupResult, drawn: boolean, ties: readonly Tie[], shown: PageIndex): SafeHtml {
  const members = membersOf(group, shown);
  // A group with an innocent reading, in which nobody is called coordinated, is shown without names.
  const isNamed = group.coordinated > 0;
  const network =
    drawn && isNamed
      ? networkFigure(`network-${group.id}`, members, ties, strongest(ties, shown), shown.anchorOf)
      : EMPTY_HTML;
  const isDrawn = network !== EMPTY_HTML;
  return html`<article class="group" id="${group.id}">
<h3>Group ${group.id}: <bdi>${withFullStop(group.says)}</bdi></h3>
<div${isDrawn ? html` class="sides"` : ''}><div>
<dl><dt>Kind</dt><dd>${KIND_TEXTS[group.kind]}</dd>${activity(group, shown)}<dt>Members</dt><dd>${isNamed ? html`${called(group)}: <span class="members" tabindex="0" role="group" aria-label="Members of group ${group.id} called likely coordinated">${members.filter(({ verdict }) => verdict === 'coordinated').map((account, index) => html`${index === 0 ? '' : ', '}${linkedName(account, shown)}`)}</span>` : `${formatCount(group.accounts.length, 'account')}, all unclear: nobody is named.`}</dd>
<dt>Also explained by</dt><dd><bdi>${withFullStop(group.alsoExplainedBy)}</bdi></dd></dl>
${isDrawn ? EMPTY_HTML : sharedItems(group, shown)}</div>
${network}</div>${isDrawn ? sharedItems(group, shown) : EMPTY_HTML}</article>
`;
}

function called({ accounts, coordinated }: GroupResult): string {
  const rest = accounts.length - coordinated;
  return `${formatNumber(coordinated)} likely coordinated${rest === 0 ? '' : `, ${formatNumber(rest)} unclear`}`;
}

/** When it was active, and when its accounts were created. */
function activity({ posts, from, to, busiest, creation }: GroupResult, { result }: PageIndex): SafeHtml {
  const step = result.dump.resolutionSeconds;
  const { densest } = creation;
  const most = ` Most within an hour: ${formatNumber(busiest.posts)}, ${formatTimeSpan(busiest.from, busiest.to, step)}.`;
  return html`<dt>Posts</dt><dd>${formatNumber(posts)}, ${formatTimeSpan(from, to, step)}.${busiest.posts === posts ? '' : most}</dd>${
    densest
      ? html`<dt>Created</dt><dd>${formatNumber(densest.accounts)} of the ${formatNumber(creation.dated)} with a date on ${formatDaySpan(densest.from, densest.to)}</dd>`
      : ''
  }`;
}

/** The shared items, each with the account and the post that the example is from, if the account may be named. */
function sharedItems({ shared, coordinated }: GroupResult, shown: PageIndex): SafeHtml {
  if (shared.length === 0) return EMPTY_HTML;
  const step = Math.max(SECONDS_IN_MINUTE, shown.result.dump.resolutionSeconds);
  const items = shared
    .slice(0, SHARED_SHOWN)
    .map(({ kind, column, example, account: id, post, accounts, others, from, to }) => {
      const account = coordinated > 0 ? shown.accounts.get(id) : undefined;
      const url = account && postUrl(shown.platform, account, post);
      const source = account
        ? html` As ${linkedName(account, shown)} ${url === undefined ? 'posted it' : externalLink(url, 'posted it')}:`
        : '';
      return html`<li><span class="sign">${column === undefined ? TIE_KINDS[kind].name : html`same <bdi>${cutText(column)}</bdi>`}</span> <span class="quiet">${formatCount(accounts, 'account')}${others === 0 ? ', nobody else' : ` and ${formatCount(others, 'other')}`}; ${formatTimeSpan(from, to, step)}.${source}</span><p dir="auto">${paragraphs(example)}</p></li>`;
    });
  return html`<h4>What they share</h4><ul class="shared">${items}</ul>`;
}

function strongest(ties: readonly Tie[], shown: PageIndex): SafeHtml {
  const names = new Map(shown.result.accounts.map((account) => [account.id, account]));
  const name = (id: string): SafeHtml => {
    const account = names.get(id);
    return account ? linkedName(account, shown) : html`${shownId(id)}`;
  };
  const rows = ties
    .slice(0, TIES_SHOWN)
    .map(
      ({ source, target, kind, items, firstAt, lastAt }) =>
        html`<tr><td>${name(source)} – ${name(target)}</td><td>${TIE_KINDS[kind].name}</td><td class="n">${formatNumber(items)}</td><td>${formatTimeSpan(firstAt, lastAt, Math.max(SECONDS_IN_MINUTE, shown.result.dump.resolutionSeconds))}</td></tr>`,
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

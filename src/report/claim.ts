/** What may be said of an account in print: one paragraph with its figures and its limits, for people to copy. */

import type { Evidence } from '../documents/evidence.js';
import type { AccountResult, Result } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatRate, withFullStop } from '../text/format.js';
import { formatTimeSpan } from '../time/format-dates.js';
import { byWeight } from './evidence-lines.js';
import { DISCLAIMER } from './headline.js';
import { REASON_TEXTS } from './verdicts.js';

/** What a claim is made from; a result and an explanation both have it. */
export interface ClaimBasis {
  readonly tool: Result['tool'];
  readonly dump: Pick<Result['dump'], 'posts' | 'accounts' | 'from' | 'to' | 'resolutionSeconds'>;
}

/** One paragraph, escaped. What it quotes is to the letter, cut at a marked …. */
export function claimOf(account: AccountResult, { tool, dump }: ClaimBasis): string {
  const extent = `${formatCount(dump.posts, 'post')} by ${formatCount(dump.accounts, 'account')} (${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)})`;
  return escapeControls(
    [
      `In ${extent}, ${tool.name} ${tool.version} ${found(account)}`,
      ...(account.verdict === 'coordinated' ? figures(account) : []),
      DISCLAIMER,
    ].join(' '),
  );
}

/** A claim for each account that is called likely coordinated, with a blank line between; ends in a newline. */
export function* renderClaims({ accounts, ...basis }: Pick<Result, 'accounts'> & ClaimBasis): Generator<string> {
  const called = accounts.filter(({ verdict }) => verdict === 'coordinated');
  if (called.length === 0) yield 'No account is called likely coordinated in this dump: there is no claim to make.\n';
  for (const [index, account] of called.entries()) yield `${index === 0 ? '' : '\n'}${claimOf(account, basis)}\n`;
}

function found(account: AccountResult): string {
  const who = `the account ${nameInPrint(account)}`;
  const why = account.reason === null ? '' : `: ${REASON_TEXTS[account.reason]}`;
  switch (account.verdict) {
    case 'coordinated':
      return `calls ${who} likely coordinated with others of them.`;
    case 'unclear':
      return `does not call ${who} likely coordinated; it is unclear${why}.`;
    case 'flooding':
      return `does not call ${who} likely coordinated: it repeats itself, and nobody acts along (${why.replace(/^: /u, '')}).`;
    case 'organic':
      return `found no coordination on ${who}.`;
    case 'insufficient':
      return `could not judge ${who}${why}.`;
  }
}

/** Its two strongest reasons of different kinds, one of them about several accounts, and how often such a call is wrong. */
function figures({ evidence, q }: AccountResult): string[] {
  return [
    ...strongestKinds(evidence).map(({ says }, index) =>
      withFullStop(`${index === 0 ? 'It' : 'Also, it'} ${asVerb(says)}`),
    ),
    `If everyone at least this suspicious were named, about ${formatRate(q)} of the names would be expected to be wrong.`,
  ];
}

function strongestKinds(evidence: readonly Evidence[]): Evidence[] {
  const all = byWeight(evidence);
  const first = all.find(({ family }) => family === 'sharing') ?? all[0];
  const second =
    all.find(({ family }) => family !== first?.family) ??
    all.find(({ signal }) => signal === 'second-occasion' && signal !== first?.signal) ??
    all.find(({ signal }) => signal !== first?.signal);
  return [first, second].flatMap((each) => each ?? []);
}

/** Most findings begin with a verb; the others are things that it has. */
function asVerb(says: string): string {
  if (says.startsWith('created')) return `was ${says}`;
  return /^(?:wrote|retweeted|shared|shares|addressed|used|on another|posted|posts)\b/u.test(says) &&
    !/^posts? in\b/u.test(says)
    ? says
    : `shows this: ${says}`;
}

/** `@name (id 12, https://x.com/name)`; what the dump has of it. */
function nameInPrint({ id, handle, url }: AccountResult): string {
  const known = [
    ...(handle === '' || id.toLowerCase() === handle.toLowerCase() ? [] : [`id ${id}`]),
    ...(url === null ? [] : [url]),
  ];
  return `${handle === '' ? id : `@${handle}`}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
}

/** A statement about an account that may be printed: one paragraph with figures and limits, for people to copy. */

import type { Evidence } from '../documents/evidence.js';
import type { AccountResult, Result } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatRate, withFullStop } from '../text/format.js';
import { formatTimeSpan } from '../time/format-dates.js';
import { accountName } from './accounts.js';
import { shownId } from './cut-names.js';
import { byWeight } from './evidence-lines.js';
import { DISCLAIMER } from './headline.js';
import { REASON_TEXTS } from './verdicts.js';

/** The data that a claim needs; both a result and an explanation contain it. */
export interface ClaimBasis {
  readonly tool: Result['tool'];
  readonly inputs: Result['inputs'];
  readonly options: Pick<Result['options'], 'hashtag'>;
  readonly dump: Pick<Result['dump'], 'posts' | 'accounts' | 'from' | 'to' | 'resolutionSeconds'>;
}

/**
 * Writes one or more sentences that can be cited: what the dump is, what was found on the account, and the caveat.
 *
 * @param account of a result or an explanation
 * @returns one paragraph without control characters. Quotations are exact; cuts are marked with …
 * @example
 * ```js
 * import { analyze, claimOf } from 'trend-audit';
 *
 * const result = await analyze(['fixtures/small-campaign/tweets.csv']);
 * console.log(claimOf(result.accounts[0], result).includes('likely coordinated'));
 * //→ true
 * ```
 */
export function claimOf(account: AccountResult, { tool, options, dump, inputs }: ClaimBasis): string {
  const about = options.hashtag === null ? '' : ` with #${options.hashtag.replace(/^[#＃]/u, '')}`;
  const extent =
    `${formatCount(dump.posts, 'post')}${about} by ${formatCount(dump.accounts, 'account')} ` +
    `(${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}${hashOf(inputs)})`;
  return escapeControls(
    [
      `In ${extent}, ${tool.name} ${tool.version} ${found(account)}`,
      ...(account.verdict === 'coordinated' ? figures(account) : []),
      DISCLAIMER,
    ].join(' '),
  );
}

/** The hash that identifies the dump. */
function hashOf([first, ...others]: Result['inputs']): string {
  if (!first) return '';
  return `; SHA-256 ${first.sha256}${others.length === 0 ? '' : ` and ${formatCount(others.length, 'more file')}`}`;
}

/** A claim for each account that is called likely coordinated, separated by blank lines; ends in a newline. */
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
      return (
        `does not call ${who} likely coordinated: it repeats itself, and nobody acts along ` +
        `(${why.replace(/^: /u, '')}).`
      );
    case 'organic':
      return `found no coordination on ${who}.`;
    case 'insufficient':
      return `could not judge ${who}${why}.`;
  }
}

/**
 * Its two strongest reasons of different kinds, one of them about several accounts, and how often such a verdict is
 * wrong.
 */
function figures({ evidence, q }: AccountResult): string[] {
  return [
    ...strongestKinds(evidence).map((each) => withFullStop(sentence(each))),
    `If everyone at least this suspicious were named, about ${formatRate(q)} of the names would be ` +
      'expected to be wrong.',
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

/** Sentences about what it did begin with a verb; those about repetition and frequency do not. */
function sentence({ family, says }: Evidence): string {
  if (family === 'posting') return `Among its own posts: ${says}`;
  return `It ${says.startsWith('created') ? 'was ' : ''}${says}`;
}

/** `@name (id 12, https://x.com/name)`; only the parts that the dump has. */
function nameInPrint({ id, handle, url }: AccountResult): string {
  const known = [
    ...(handle === '' || id.toLowerCase() === handle.toLowerCase() ? [] : [`id ${shownId(id)}`]),
    ...(url === null ? [] : [url]),
  ];
  return `${handle === '' ? '' : '@'}${accountName({ id, handle })}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
}

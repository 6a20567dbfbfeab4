/** One sentence for an account that is called, to be cited: what was found, in which dump, how sure, and what it does not say. */

import type { Evidence } from '../../documents/evidence.js';
import type { AccountResult, Result } from '../../documents/result.js';
import { formatCount, formatEstimate, formatNumber, plural } from '../../text/format.js';
import { accountName } from '../accounts.js';
import { formatGap } from './gap.js';

/** What is told of an account; more makes no sentence. */
const TOLD = 2;

type Clause = (evidence: Evidence, resolutionSeconds: number) => string | undefined;

/** From figures alone: nothing of a post is quoted. A signal that is not here is told on the page only. */
const CLAUSES: Readonly<Record<string, Clause>> = {
  'same-text': shared('text', 'posted', 'the same or nearly the same'),
  'same-retweet': shared('post', 'passed on', ''),
  'same-link': shared('link', 'posted', ''),
  'same-tags': shared('series of hashtags', 'used', ''),
  'same-target': shared('account', 'addressed', ''),
  'creation-cohort': ({ accounts, expected }) =>
    accounts === null
      ? undefined
      : `was created close in time to ${formatNumber(accounts)} other likely coordinated ${plural(accounts, 'account')}${expected === null ? '' : ` (${formatEstimate(expected)} expected by chance)`}`,
  'repeated-text': ({ value }) =>
    value === null ? undefined : `posted the same or nearly the same text ${formatNumber(value)} times`,
};

export function claimOf(account: AccountResult, { dump, inputs, summary, tool }: Result): string {
  const called = summary.accounts.coordinated;
  const findings = toldFirst(account.evidence).flatMap(
    (each) => CLAUSES[each.signal]?.(each, dump.resolutionSeconds) ?? [],
  );
  const it = findings.length === 0 ? '' : ` It ${findings.slice(0, TOLD).join('; it ')}.`;
  const [first, ...others] = inputs;
  const file =
    first === undefined
      ? ''
      : ` (SHA-256 ${first.sha256}${others.length === 0 ? '' : ` and ${formatCount(others.length, 'more file')}`})`;
  const wrong = Math.max(1, Math.round(summary.expectedFalse));
  const name = account.handle === '' ? accountName(account) : `@${accountName(account)}`;
  return `${name} was one of ${formatCount(called, 'account')} that acted together beyond chance in this dump of ${formatCount(dump.posts, 'post')}${file}, according to ${tool.name} ${tool.version}.${it} At a false discovery rate of 5%, we expect ${summary.expectedFalse < 0.5 ? 'fewer than one' : `about ${formatNumber(wrong)}`} of these ${formatNumber(called)} to be wrong. Coordinated need not be inauthentic: volunteers and fans coordinate, too.`;
}

/** What several accounts did first, then the rest, each by weight; one of a kind of evidence before a second one. */
function toldFirst(evidence: readonly Evidence[]): Evidence[] {
  const sorted = evidence.toSorted(
    (a, b) =>
      Number(b.family === 'sharing') - Number(a.family === 'sharing') ||
      b.weight - a.weight ||
      (a.signal < b.signal ? -1 : 1),
  );
  const firsts = sorted.filter(({ family }, index) => sorted.findIndex((each) => each.family === family) === index);
  return [...firsts, ...sorted.filter((each) => !firsts.includes(each))];
}

function shared(item: string, verb: string, how: string): Clause {
  return ({ value, accounts, gapSeconds, says }, resolutionSeconds) => {
    if (value === null || accounts === null || accounts === 0) return undefined;
    // In a crowd not all are looked at, and the sentence of the finding says so.
    const least = says.includes(`at least ${accounts} `) ? 'at least ' : '';
    const gap = gapSeconds === null ? '' : `, the nearest ${formatGap(gapSeconds, resolutionSeconds)}`;
    return `${verb} ${formatCount(value, item)}${how === '' ? '' : `, ${how},`} that ${least}${formatNumber(accounts)} other likely coordinated ${plural(accounts, 'account')} ${verb}, too${gap}`;
  };
}

import type { AccountPlace, ReportData } from '../../documents/report-data.js';
import type { AccountResult, Result } from '../../documents/result.js';
import { formatNumber, formatCount, plural } from '../../text/format.js';
import { shortenName } from '../../text/shorten-name.js';
import type { TestCase, Location, Annotation } from './case.js';

/** Maximum number of reasons for each account, strongest first. */
const REASONS = 3;

/**
 * One analysis as a case: passed unless a threshold was crossed, with a warning for each account that is likely
 * coordinated. `crossed` has a sentence for each threshold that was crossed; `cut` shortens long names, for people.
 */
export function analysisCase(
  result: Result,
  { places }: Pick<ReportData, 'places'>,
  {
    top,
    crossed = [],
    cut = false,
  }: { readonly top: number; readonly crossed?: readonly string[]; readonly cut?: boolean },
): TestCase {
  const { inputs, summary, dump } = result;
  const flagged = result.accounts.filter(({ verdict }) => verdict === 'coordinated');
  const placeOf = new Map(places.map((place) => [place.account, place]));
  const first = inputs[0]?.path ?? '';
  const shown = Math.min(top, flagged.length);
  return {
    name: inputs.length > 1 ? `${first} and ${formatCount(inputs.length - 1, 'more file')}` : first,
    outcome: crossed.length > 0 ? 'failed' : 'passed',
    says:
      `${formatNumber(flagged.length)} of ${formatCount(dump.accounts, 'account')} ` +
      `${plural(flagged.length, 'is', 'are')} likely coordinated; about ` +
      `${formatNumber(summary.expectedFalse)} of them are expected to be ` +
      `wrong${shown < flagged.length ? `; ${formatNumber(shown)} are shown` : ''}`,
    remarks: [
      ...crossed.map((says): Annotation => ({
        rule: 'threshold-crossed',
        level: 'error',
        says,
        place: { file: first },
      })),
      ...flagged
        .slice(0, shown)
        .map((account) => accountRemark(account, placeIn(result, placeOf.get(account.id)), cut)),
    ],
  };
}

function accountRemark(account: AccountResult, place: Location | undefined, cut: boolean): Annotation {
  return {
    rule: 'coordinated-account',
    level: 'warning',
    says: accountSays(cut ? shortNames(account) : account),
    ...(place === undefined ? {} : { place }),
  };
}

/** `@name (id 12) is likely coordinated in this dump, score 97: …`. */
function accountSays({ id, handle, score, evidence }: AccountResult): string {
  const reasons = evidence.slice(0, REASONS).map(({ says }) => says.replace(/\.$/u, ''));
  return (
    `${accountLabel({ id, handle })} is likely coordinated in this dump, score ` +
    `${formatNumber(Math.round(score))}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}`
  );
}

/** The same account with its names shortened, as they are shown to people. */
export function shortNames<Account extends Pick<AccountResult, 'id' | 'handle'>>(account: Account): Account {
  return { ...account, id: shortenName(account.id), handle: shortenName(account.handle) };
}

/** `@handle (id)`; the handle alone if it equals the id, `account id` without a handle. Not escaped. */
export function accountLabel({ id, handle }: Pick<AccountResult, 'id' | 'handle'>): string {
  return handle === ''
    ? `account ${id}`
    : `@${handle}${id === handle.toLowerCase() || id === handle ? '' : ` (${id})`}`;
}

/** The file and, if its records have lines, the line. */
function placeIn(
  { inputs }: Pick<Result, 'inputs'>,
  place: Pick<AccountPlace, 'input' | 'line'> | undefined,
): Location | undefined {
  const input = inputs[place?.input ?? -1];
  if (!place || !input) return undefined;
  return { file: input.path, ...(input.numbered === 'records' || place.line < 1 ? {} : { line: place.line }) };
}

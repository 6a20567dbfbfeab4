import type { Baseline, BaselineChange } from '../documents/check.js';
import type { AccountResult, Result } from '../documents/result.js';
import { safeJson } from '../text/safe-json.js';

/** The accounts called likely coordinated, in order of ids; later results are compared with them. */
export function baselineOf({ accounts }: Pick<Result, 'accounts'>): Baseline {
  return {
    accounts: accounts
      .filter(({ verdict }) => verdict === 'coordinated')
      .map(({ id, handle, score }) => ({ id, handle, score }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/**
 * Changes since the baseline: accounts newly called likely coordinated, then those no longer called so, then those
 * whose score changed by more than the tolerance (in points); each kind in order of ids.
 */
export function baselineChanges(
  baseline: Baseline,
  result: Pick<Result, 'accounts'>,
  tolerance: number,
): BaselineChange[] {
  const before = new Map(baseline.accounts.map((account) => [account.id, account]));
  const now = new Map(result.accounts.map((account) => [account.id, account]));
  const flagged = baselineOf(result).accounts;
  const still = new Set(flagged.map(({ id }) => id));
  return [
    ...flagged.filter(({ id }) => !before.has(id)).map(({ id }) => change('flagged', id, now.get(id), null)),
    ...baseline.accounts
      .filter(({ id }) => !still.has(id))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, handle, score }) => ({
        ...change('unflagged', id, now.get(id), score),
        ...(now.has(id) ? {} : { handle }),
      })),
    ...flagged.flatMap(({ id, score }) => {
      const old = before.get(id)?.score;
      return old === undefined || Math.abs(score - old) <= tolerance ? [] : [change('moved', id, now.get(id), old)];
    }),
  ];
}

function change(
  kind: BaselineChange['kind'],
  id: string,
  account: AccountResult | undefined,
  before: number | null,
): BaselineChange {
  return {
    kind,
    id,
    handle: account?.handle ?? '',
    before,
    after: account?.score ?? null,
    verdict: account?.verdict ?? null,
  };
}

/** JSON with one account per line, so that version differences are easy to read. */
export function baselineText({ accounts }: Baseline): string {
  return (
    '{\n  "baseline": "1",\n  "accounts": ' +
    `[${accounts.map((account) => `\n    ${safeJson(account)}`).join(',')}${accounts.length === 0 ? '' : '\n  '}]\n}\n`
  );
}

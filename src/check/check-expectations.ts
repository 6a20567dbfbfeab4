import type { Expectation, ExpectationFailure, FileLocation, Indicator } from '../documents/check.js';
import type { AccountResult, Result, SkipReason } from '../documents/result.js';
import { pointEstimates } from '../evaluate/evaluate.js';
import type { Labels } from '../evaluate/labels.js';
import { BAD_ROW_REASONS } from '../read/row-counts.js';
import { foldHandle } from '../text/fold-handle.js';
import { formatRate } from '../text/format.js';
import { suggest } from '../text/suggest.js';
import { formatBounds, isWithin } from './bounds.js';
import { shareDenominator, UNDECIDED } from './threshold.js';

/** The data that expectations are compared with. */
export interface CheckSubject {
  readonly result: Result;
  readonly labels: Labels | undefined;
  readonly placeOf: (account: string) => FileLocation | undefined;
}

const FIGURES: Readonly<Record<Indicator, (result: Result) => number>> = {
  posts: ({ dump }) => dump.posts,
  accounts: ({ dump }) => dump.accounts,
  groups: ({ groups }) => groups.length,
  expectedFalse: ({ summary }) => summary.expectedFalse,
  ctm: ({ traffic }) => traffic.ctm,
  retweetsPercent: ({ traffic }) => traffic.retweetsPercent,
  top50Percent: ({ traffic }) => traffic.top50Percent,
  postsPerAccount: ({ traffic }) => traffic.postsPerAccount,
  gini: ({ traffic }) => traffic.gini,
  top1Percent: ({ traffic }) => traffic.top1Percent,
};

/**
 * The expectations that are not met, in their order. Throws TrendAuditError where no label matches an account of the
 * dump.
 */
export function checkExpectations(expectations: readonly Expectation[], held: CheckSubject): ExpectationFailure[] {
  return expectations.flatMap((expectation) => {
    const failure = unmet(expectation, held);
    return failure === undefined ? [] : [{ line: expectation.line, ...failure }];
  });
}

type Unmet = Omit<ExpectationFailure, 'line'> | undefined;

function unmet(expectation: Expectation, { result, labels, placeOf }: CheckSubject): Unmet {
  switch (expectation.kind) {
    case 'verdict': {
      const { verdict, bounds } = expectation;
      if (result.summary.undecided && verdict === 'coordinated')
        return { says: `${verdict}: ${UNDECIDED}, expected ${formatBounds(bounds)}` };
      const [found, of] = [result.summary.accounts[verdict], shareDenominator(result.summary.accounts, verdict)];
      return isWithin(bounds, found, of)
        ? undefined
        : {
            says: `${verdict}: ${found} of ${of} accounts (${formatRate(found, of)}), expected ${formatBounds(bounds)}`,
          };
    }
    case 'flagged':
    case 'notFlagged':
      return account(expectation.account, expectation.kind === 'flagged', result, placeOf);
    case 'quality': {
      const value = labels && pointEstimates(result, labels)[expectation.figure];
      if (value === null || value === undefined)
        return {
          says:
            `${expectation.figure}: cannot be computed ` +
            `(${expectation.figure === 'precision' ? 'no labelled account is called likely coordinated' : 'no account is labelled coordinated'}), ` +
            `expected ${formatBounds(expectation.bounds)}`,
        };
      return isWithin(expectation.bounds, value, 1)
        ? undefined
        : { says: `${expectation.figure}: ${Number(value.toFixed(4))}, expected ${formatBounds(expectation.bounds)}` };
    }
    case 'indicator': {
      const value = FIGURES[expectation.indicator](result);
      return isWithin(expectation.bounds, value, 100)
        ? undefined
        : { says: `${expectation.indicator}: ${value}, expected ${formatBounds(expectation.bounds)}` };
    }
    case 'badRows': {
      const count = (reasons: Iterable<SkipReason>): number =>
        [...reasons].reduce(
          (sum, reason) => sum + result.inputs.reduce((rows, { skipped }) => rows + (skipped[reason] ?? 0), 0),
          0,
        );
      const bad = count(BAD_ROW_REASONS);
      // The same count as for `--max-bad-rows`.
      const rows = result.inputs.reduce((sum, input) => sum + input.rows, 0) - count(['duplicate-row', 'other-event']);
      return isWithin(expectation.bounds, bad, rows)
        ? undefined
        : {
            says:
              `bad rows: ${bad} of ${rows} (${formatRate(bad, rows)}), expected ` +
              `${formatBounds(expectation.bounds)}`,
          };
    }
  }
}

function account(name: string, wanted: boolean, { accounts }: Result, placeOf: CheckSubject['placeOf']): Unmet {
  const exact = accounts.filter(({ id }) => id === name);
  const found =
    exact.length > 0
      ? exact
      : accounts.filter(({ handle }) => handle !== '' && foldHandle(handle) === foldHandle(name));
  const expected = wanted ? 'expected likely coordinated' : 'expected not likely coordinated';
  if (found.length === 0) {
    const near = suggest(foldHandle(name), nameList(accounts));
    return {
      says:
        `${name}: no account of the dump has this id or ` +
        `handle${near === undefined ? '' : ` (did you mean ${near}?)`}, ${expected}`,
    };
  }
  const wrong = found.find(({ verdict }) => (verdict === 'coordinated') !== wanted);
  if (!wrong) return undefined;
  const place = placeOf(wrong.id);
  return {
    says:
      `${name}: ${wrong.verdict === 'coordinated' ? 'likely coordinated' : wrong.verdict}, score ` +
      `${Math.round(wrong.score)}, ${expected}`,
    ...(place ? { place } : {}),
  };
}

function nameList(accounts: readonly AccountResult[]): Set<string> {
  return new Set(accounts.flatMap(({ id, handle }) => (handle === '' ? [id] : [handle, id])));
}

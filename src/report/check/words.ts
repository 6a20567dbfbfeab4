import type { BaselineChange, CheckedDataset } from '../../documents/check.js';
import { totalOf } from '../../documents/verdict.js';
import { formatCount, formatNumber, plural } from '../../text/format.js';
import { accountLabel, shortNames } from '../ci/analysis-case.js';

/** One sentence with the outcome for a dataset. */
export function datasetSentence({ accounts, expectations, failures, baseline, error }: CheckedDataset): string {
  if (error || !accounts) return 'could not be checked';
  const all = totalOf(accounts);
  const unmet = failures.length + (baseline && baseline.changes.length > 0 ? 1 : 0);
  const held =
    unmet === 0
      ? `${formatCount(expectations, 'expectation')} met`
      : `${formatNumber(unmet)} of ${formatCount(expectations, 'expectation')} not met`;
  return (
    `${formatNumber(accounts.coordinated)} of ${formatNumber(all)} likely coordinated; ` +
    `${held}${baseline?.updated ? '; baseline updated' : ''}`
  );
}

/** `2 newly called likely coordinated, 1 no longer called likely coordinated, 3 scores moved`. */
export function changesText(changes: readonly BaselineChange[]): string {
  const of = (kind: BaselineChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  const moved = of('moved');
  return [
    [of('flagged'), 'newly called likely coordinated'],
    [of('unflagged'), 'no longer called likely coordinated'],
    [moved, plural(moved, 'score moved', 'scores moved')],
  ]
    .flatMap(([times, what]) => (times === 0 ? [] : [`${String(times)} ${String(what)}`]))
    .join(', ');
}

/** `@name (12): newly called likely coordinated, score 77`. */
export function changeText(change: BaselineChange): string {
  const name = accountLabel(shortNames(change));
  const [before, after] = [change.before, change.after].map((score) => (score === null ? '?' : formatNumber(score)));
  switch (change.kind) {
    case 'flagged':
      return `${name}: newly called likely coordinated, score ${after ?? ''}`;
    case 'unflagged':
      return change.verdict === null
        ? `${name}: no longer in the dump, score was ${before ?? ''}`
        : `${name}: no longer called likely coordinated, now ${change.verdict}, score ${before ?? ''} → ${after ?? ''}`;
    case 'moved':
      return `${name}: score moved, ${before ?? ''} → ${after ?? ''}`;
  }
}

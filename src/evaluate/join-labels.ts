import type { LabelledAccount } from '../documents/evaluation.js';
import type { AccountResult } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { foldHandle } from '../text/fold-handle.js';
import type { Labels } from './labels.js';

export interface LabelJoin {
  readonly accounts: readonly LabelledAccount[];
  /** Number of accounts without a label, and of labels without an account. */
  readonly unlabelled: number;
  readonly absent: number;
}

/**
 * Joins accounts with their labels, by id, else by handle. Throws TrendAuditError where no label matches any account.
 */
export function joinLabels(accounts: readonly AccountResult[], labels: Labels): LabelJoin {
  const met = new Set<number>();
  const labelled = accounts.flatMap((account): LabelledAccount[] => {
    const row = rowOf(account, labels);
    const label = row === undefined ? undefined : labels.rows[row];
    if (row === undefined || label === undefined) return [];
    met.add(row);
    return [{ ...account, label }];
  });
  if (labelled.length === 0) {
    throw new TrendAuditError(
      'nothing-left',
      `none of its ${labels.rows.length} labels names an account of the dump, such as ${accounts[0]?.id ?? ''}`,
      {
        file: labels.file,
        hint: 'check that the labels belong to this dump; they are joined by the id of the account, else by its handle',
      },
    );
  }
  return { accounts: labelled, unlabelled: accounts.length - labelled.length, absent: labels.rows.length - met.size };
}

function rowOf({ id, handle }: AccountResult, { byId, byHandle }: Labels): number | undefined {
  return byId.get(id) ?? (handle === '' ? undefined : byHandle.get(foldHandle(handle))) ?? byHandle.get(foldHandle(id));
}

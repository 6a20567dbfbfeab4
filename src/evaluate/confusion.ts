import { type Confusion, LABELS, type Label } from '../documents/evaluation.js';
import { VERDICTS, type Verdict } from '../documents/verdict.js';

/** Number of accounts by verdict and label. */
export function confusionOf(accounts: readonly { readonly verdict: Verdict; readonly label: Label }[]): Confusion {
  return tabulate(
    (verdict, label) => accounts.filter((account) => account.verdict === verdict && account.label === label).length,
  );
}

/** Adds confusion tables cell by cell. */
export function sumConfusions(tables: readonly Confusion[]): Confusion {
  return tabulate((verdict, label) => tables.reduce((sum, table) => sum + table[verdict][label], 0));
}

function tabulate(cell: (verdict: Verdict, label: Label) => number): Confusion {
  const row = (verdict: Verdict): Confusion[Verdict] => ({
    coordinated: cell(verdict, 'coordinated'),
    organic: cell(verdict, 'organic'),
  });
  return {
    coordinated: row('coordinated'),
    flooding: row('flooding'),
    unclear: row('unclear'),
    organic: row('organic'),
    insufficient: row('insufficient'),
  };
}

/**
 * Counts for the verdict `coordinated`: accounts called, those of them labelled coordinated (hits), and all accounts of
 * each label.
 */
export interface BinaryCounts {
  readonly hits: number;
  readonly called: number;
  readonly coordinated: number;
  readonly organic: number;
}

/** Reduces a confusion table to two classes: `coordinated`, and all other verdicts together. */
export function binaryCounts(table: Confusion): BinaryCounts {
  const [coordinated, organic] = LABELS.map((label) =>
    VERDICTS.reduce((sum, verdict) => sum + table[verdict][label], 0),
  );
  const { coordinated: hits, organic: misses } = table.coordinated;
  return { hits, called: hits + misses, coordinated: coordinated ?? 0, organic: organic ?? 0 };
}

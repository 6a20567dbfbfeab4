/**
 * What continuous integration is shown, whatever its format: cases that passed or not, with remarks at places in files.
 */

/** Every kind of remark, with what it means. */
export const RULES = {
  'coordinated-account': 'An account is likely coordinated: two independent kinds of evidence agree.',
  'threshold-crossed': 'More accounts have a verdict than were allowed.',
  'expectation-failed': 'A result is not as expected.',
  'baseline-changed': 'A verdict or a score is not what the stored baseline says.',
  'could-not-run': 'A dataset could not be analysed.',
} as const;

export type RuleId = keyof typeof RULES;

export interface Location {
  /** As it was named. */
  readonly file: string;
  /** From 1; undefined where it is the file as a whole, or its records have no lines. */
  readonly line?: number;
}

export interface Annotation {
  readonly rule: RuleId;
  readonly level: 'error' | 'warning';
  /** One sentence. May hold text from a dump: escape it wherever it is shown. */
  readonly says: string;
  /** Where to look first. */
  readonly place?: Location;
  /** The place of what asked for it, where that is another. */
  readonly asked?: Location;
}

export interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'error';
  /** One sentence, as of a remark. */
  readonly says: string;
  readonly remarks: readonly Annotation[];
}

/** How many cases ended in each way. */
export function outcomes(cases: readonly TestCase[]): Record<TestCase['outcome'], number> {
  const counts = { passed: 0, failed: 0, error: 0 };
  for (const { outcome } of cases) counts[outcome]++;
  return counts;
}

/** `file:line`. */
export function placeName({ file, line }: Location): string {
  return line === undefined ? file : `${file}:${line}`;
}

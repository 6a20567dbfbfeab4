/**
 * What is reported to continuous integration, in any format: test cases that passed or failed, with remarks at places
 * in files.
 */

/** Every kind of remark, with its meaning. */
export const RULES = {
  'coordinated-account': 'An account is likely coordinated: two independent kinds of evidence agree.',
  'threshold-crossed': 'More accounts have a verdict than were allowed.',
  'expectation-failed': 'A result is not as expected.',
  'baseline-changed': 'A verdict or a score is not what the stored baseline says.',
  'could-not-run': 'A dataset could not be analysed.',
} as const;

export type RuleId = keyof typeof RULES;

export interface Location {
  /** The path as the user gave it. */
  readonly file: string;
  /** From 1; undefined if the place is the whole file, or if its records have no lines. */
  readonly line?: number;
}

export interface Annotation {
  readonly rule: RuleId;
  readonly level: 'error' | 'warning';
  /** One sentence. It may contain text from a dump: escape it wherever it is shown. */
  readonly says: string;
  /** Where to look first. */
  readonly place?: Location;
  /** The place of the expectation or setting that led to the remark, if this is a different place. */
  readonly asked?: Location;
}

export interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'error';
  /** One sentence; it may contain text from a dump, as in a remark. */
  readonly says: string;
  readonly remarks: readonly Annotation[];
}

/** The number of cases with each outcome. */
export function outcomes(cases: readonly TestCase[]): Record<TestCase['outcome'], number> {
  const counts = { passed: 0, failed: 0, error: 0 };
  for (const { outcome } of cases) counts[outcome]++;
  return counts;
}

/** `file:line`. */
export function placeName({ file, line }: Location): string {
  return line === undefined ? file : `${file}:${line}`;
}

import { isAccepted } from './acceptance.js';
import type { Candidate } from './candidate-sets.js';

/** Two sets that share more of the smaller one than this are the same found twice. */
const SAME = 0.5;
/** Below this share of the accounts there is no background left that either side could be told from. */
const LEAST_BACKGROUND = 0.2;
/** Sets whose strengths differ by less than this factor are of comparable strength. */
const COMPARABLE = 2;

export interface ChosenPushes {
  /** The accepted sets, disjoint but for a few, strongest first. */
  readonly pushes: readonly Candidate[];
  /** Two accepted sets of comparable strength that leave no background: it cannot be told which of them pushed. */
  readonly undecided: readonly Candidate[] | null;
}

/** Of all candidates, strongest first, those that are taken for pushes. */
export function choosePushes(candidates: readonly Candidate[]): ChosenPushes {
  const accepted = candidates.filter(isAccepted);
  const [first] = accepted;
  if (!first) return { pushes: [], undecided: null };
  const other = accepted.find(
    (each) =>
      overlap(first, each) < SAME &&
      each.strength * COMPARABLE > first.strength &&
      leftBy(first, each) < LEAST_BACKGROUND * first.members.length,
  );
  return other ? { pushes: [], undecided: [first, other] } : { pushes: [first], undecided: null };
}

/** Share of the smaller set that is in the other. */
function overlap(one: Candidate, two: Candidate): number {
  let both = 0;
  for (let a = 0; a < one.members.length; a++) both += (one.members[a] ?? 0) & (two.members[a] ?? 0);
  return both / Math.max(1, Math.min(one.size, two.size));
}

function leftBy(one: Candidate, two: Candidate): number {
  let left = 0;
  for (let a = 0; a < one.members.length; a++) left += 1 - ((one.members[a] ?? 0) | (two.members[a] ?? 0));
  return left;
}

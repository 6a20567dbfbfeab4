import { LEAST_JOINT_LEVEL } from './acceptance.js';
import type { Candidate } from './candidate-sets.js';

/** Two sets that share more of the smaller one than this are the same found twice. */
const SAME = 0.5;
/** Below this share of the accounts there is no background left that either side could be told from. */
const LEAST_BACKGROUND = 0.2;
/** Sets whose strengths differ by less than this factor are of comparable strength. */
const COMPARABLE = 2;

export interface ChosenPush {
  readonly push: Candidate | undefined;
  /** Two accepted sets of comparable strength that leave no background: it cannot be told which of them pushed. */
  readonly undecided: readonly [Candidate, Candidate] | null;
}

/** Of all candidates, strongest first, the one that is taken for the push: the strongest that is accepted. */
export function choosePush(candidates: readonly Candidate[]): ChosenPush {
  const accepted = candidates.filter(isAccepted);
  const [first] = accepted;
  const other = first && accepted.find((each) => isRival(first, each));
  return first && other ? { push: undefined, undecided: [first, other] } : { push: first, undecided: null };
}

function isAccepted({ joint, strength }: Candidate): boolean {
  return joint >= LEAST_JOINT_LEVEL && strength > 0;
}

function isRival(first: Candidate, each: Candidate): boolean {
  let [both, neither] = [0, 0];
  for (let a = 0; a < first.members.length; a++) {
    both += (first.members[a] ?? 0) & (each.members[a] ?? 0);
    neither += 1 - ((first.members[a] ?? 0) | (each.members[a] ?? 0));
  }
  return (
    both < SAME * Math.min(first.size, each.size) &&
    neither < LEAST_BACKGROUND * first.members.length &&
    COMPARABLE * each.strength > first.strength
  );
}

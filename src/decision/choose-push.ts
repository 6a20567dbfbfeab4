import type { UndecidedReason } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { nullProbability, isSelfSufficient } from './acceptance.js';
import { type Candidate, isAccepted } from './candidate-sets.js';

/** Two sets that share more of the smaller one than this are the same found twice. */
const SAME = 0.5;
/** Below this share of the accounts there is no background left that either side could be told from. */
const LEAST_BACKGROUND = 0.2;
/** Sets whose strengths differ by less than this factor are of comparable strength. */
const COMPARABLE = 2;

/** Why it cannot be told who pushed, and the sides that there are. */
export interface Undecided {
  readonly reason: UndecidedReason;
  /** 1 for each account of a side, 0 for the others. */
  readonly sides: readonly Uint8Array[];
}

export interface ChosenPush {
  readonly push: Candidate | undefined;
  /** The chance that a public has a set as one-sided as the most one-sided here, 0 to 1. */
  readonly p: number;
  readonly undecided: Undecided | null;
}

/**
 * Of all candidates, strongest first, the one that is taken for the push: the strongest that is accepted. None where
 * another of comparable strength is accepted that leaves no background beside it, or where, none being accepted, both
 * sides of one split keep together more than a public does.
 */
export function choosePush(candidates: readonly Candidate[]): ChosenPush {
  const accepted = candidates.filter(isAccepted);
  const [first] = accepted;
  const p = nullProbability(Math.max(0, ...candidates.map(({ joint, strength }) => (strength > 0 ? joint : 0))));
  if (!first) {
    const split = candidates.find(({ inside, outside }) => isSelfSufficient(inside) && isSelfSufficient(outside));
    return { push: undefined, p, undecided: split ? { reason: 'no-background', sides: bothSides(split) } : null };
  }
  const other = accepted.find((each) => isRival(first, each));
  return other
    ? { push: undefined, p, undecided: { reason: 'both-sides', sides: [first.members, other.members] } }
    : { push: first, p, undecided: null };
}

function bothSides({ members }: Candidate): Uint8Array[] {
  return [members, members.map((member) => 1 - member)];
}

function isRival(first: Candidate, each: Candidate): boolean {
  let [both, neither] = [0, 0];
  for (let a = 0; a < first.members.length; a++) {
    both += (first.members[a] ?? outOfRange()) & (each.members[a] ?? outOfRange());
    neither += 1 - ((first.members[a] ?? outOfRange()) | (each.members[a] ?? outOfRange()));
  }
  return (
    both < SAME * Math.min(first.size, each.size) &&
    neither < LEAST_BACKGROUND * first.members.length &&
    COMPARABLE * each.strength > first.strength
  );
}

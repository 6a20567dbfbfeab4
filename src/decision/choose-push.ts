import type { UndecidedReason } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { nullProbability, isSelfSufficient } from './acceptance.js';
import { type Candidate, isAccepted } from './candidate-sets.js';

/** Two sets are the same set found twice if they share more than this part of the smaller one. */
const SAME = 0.5;
/** If fewer than this share of the accounts is left, there is no background with which a side could be compared. */
const LEAST_BACKGROUND = 0.2;
/** Sets whose strengths differ by less than this factor are of comparable strength. */
const COMPARABLE = 2;

/** Why we cannot determine who pushed, and the sides between which we cannot choose. */
export interface Undecided {
  readonly reason: UndecidedReason;
  /** For each side a mask over accounts: 1 for its members, 0 for the others. */
  readonly sides: readonly Uint8Array[];
}

export interface ChosenPush {
  readonly push: Candidate | undefined;
  /** Probability, 0 to 1, that a public has a set as one-sided as the most one-sided set here. */
  readonly p: number;
  readonly undecided: Undecided | null;
}

/**
 * Chooses the push among candidates that are sorted by strength, strongest first: the strongest accepted one. Undecided
 * if another set of comparable strength is accepted too and the two leave no background; and, if no set is accepted, if
 * both sides of one split are more concentrated than any public.
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

import type { Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { posteriorOf } from './fit-mixture.js';
import { type Candidate, isAccepted, type SideMeter } from './side-meter.js';

/** Maximum number of times that a core is widened. */
const MOST_WIDENED = 3;

/**
 * Widens a set that the search found. If creation dates do not distinguish a push, the search finds only its core, and
 * the other members look like a public that posts the same content. Adds accounts that acted together with the set at
 * least twice, repeatedly, while the widened set is accepted and stronger than before. Undefined if no account is
 * added.
 * @param setAside 1 for each account that may be in no set, 0 for the others
 */
export function widenCore(first: Candidate, meter: SideMeter, setAside: Uint8Array): Candidate | undefined {
  let whole: Candidate | undefined;
  for (let times = 0; times < MOST_WIDENED; times++) {
    const known = whole ?? first;
    const wider = meter.of(withThoseAlong(known, setAside));
    if (!isAccepted(wider) || wider.strength <= known.strength) break;
    whole = wider;
  }
  return whole;
}

function withThoseAlong({ posterior, occasions: { occasions, partners } }: Candidate, setAside: Uint8Array): Posterior {
  const acts = (a: number): boolean =>
    setAside[a] !== 1 && (occasions[a] ?? outOfRange()) >= 2 && (partners[a] ?? outOfRange()) >= 2;
  return posteriorOf(posterior.probability.map((p, a) => (acts(a) ? 1 : p)));
}

import type { Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { posteriorOf } from './fit-mixture.js';
import { type Candidate, isAccepted, type SideMeter } from './side-meter.js';

/** A core is widened so many times. */
const MOST_WIDENED = 3;

/**
 * Where no creation date holds a push together the search ends at its core, for whom the others are the public that
 * posts the same. Who acted along with it twice and more is counted in, in turn, as long as the whole keeps together
 * more than the part. Undefined where nobody is.
 * @param setAside 1 for each account that is to be in no set
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

import type { Measurements } from '../measure/measurements.js';
import { rowOf } from '../measure/measurements.js';
import { clamp, logit } from '../stats/logistic.js';
import { PRIOR_ACCOUNTS } from './constants.js';
import { LIKELY, type Membership, type Signal } from './signal.js';

/** Ten minutes and an hour: a wave, and a shift. */
const BINS = [600_000, 3_600_000];
/** Being there when they are is weak: everybody who followed the same event was. */
const LOUDEST_MOMENT = 2;

/** Posting when the suspected post: in the moments that are more theirs than the public's. */
export const moments: Signal = {
  name: 'same-moments',
  family: 'sharing',
  prepare(m) {
    const visits = BINS.filter((bin) => bin >= m.resolution).map((bin) => visitsOf(m, bin));
    return {
      able: new Uint8Array(m.accounts.count).fill(Number(visits.length > 0)),
      first: () => new Float64Array(m.accounts.count),
      weigh: (membership) => {
        const shifts = visits.map((bins) => weigh(bins, membership));
        return Float64Array.from({ length: m.accounts.count }, (_, a) => {
          let total = 0;
          for (const shift of shifts) total += shift[a] ?? 0;
          return clamp(total / Math.max(1, shifts.length), -LOUDEST_MOMENT, LOUDEST_MOMENT);
        });
      },
      explain: (a, membership) => {
        const bins = visits.at(-1);
        if (!bins) return undefined;
        const percent = 100 * meanShare(bins, a, membership);
        const usualPercent = 100 * membership.share;
        if (percent < 2 * usualPercent) return undefined;
        return { finding: { kind: 'moments', percent, usualPercent }, posts: [] };
      },
    };
  },
};

/** For each account the bins in which it posted, each once. */
function visitsOf(m: Measurements, bin: number): Uint32Array[] {
  const number = new Map<number, number>();
  return Array.from({ length: m.accounts.count }, (_, a) => {
    const own = new Set<number>();
    for (const p of rowOf(m.accounts.postsOf, a)) {
      const key = Math.floor((m.posts.time[p] ?? 0) / bin);
      let index = number.get(key);
      if (index === undefined) number.set(key, (index = number.size));
      own.add(index);
    }
    return Uint32Array.from(own);
  });
}

/** Mean shift of log odds over the account's bins by who else was there; each account spreads one unit over its bins. */
function weigh(visits: readonly Uint32Array[], { probability, share }: Membership): Float64Array {
  const { members, all } = presence(visits, probability);
  const prior = logit(share);
  return Float64Array.from(visits, (bins, a) => {
    let total = 0;
    for (const b of bins) {
      const others = (all[b] ?? 0) - 1 / bins.length;
      const suspected = (members[b] ?? 0) - (probability[a] ?? 0) / bins.length;
      total += logit((suspected + PRIOR_ACCOUNTS * share) / (others + PRIOR_ACCOUNTS)) - prior;
    }
    return bins.length === 0 ? 0 : total / bins.length;
  });
}

function presence(visits: readonly Uint32Array[], probability: Float64Array): { members: Float64Array; all: Float64Array } {
  let bins = 0;
  for (const own of visits) for (const b of own) bins = Math.max(bins, b + 1);
  const members = new Float64Array(bins);
  const all = new Float64Array(bins);
  for (const [a, own] of visits.entries()) {
    for (const b of own) {
      all[b] = (all[b] ?? 0) + 1 / own.length;
      members[b] = (members[b] ?? 0) + (probability[a] ?? 0) / own.length;
    }
  }
  return { members, all };
}

/** Mean share of likely members among the others in the account's bins. */
function meanShare(visits: readonly Uint32Array[], a: number, { probability }: Membership): number {
  const own = visits[a] ?? new Uint32Array();
  let total = 0;
  const count = new Map<number, { members: number; all: number }>([...own].map((b) => [b, { members: 0, all: 0 }]));
  for (const [other, bins] of visits.entries()) {
    if (other === a) continue;
    for (const b of bins) {
      const bin = count.get(b);
      if (!bin) continue;
      bin.all++;
      if ((probability[other] ?? 0) >= LIKELY) bin.members++;
    }
  }
  for (const { members, all } of count.values()) total += all === 0 ? 0 : members / all;
  return own.length === 0 ? 0 : total / own.length;
}

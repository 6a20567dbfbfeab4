import { FAMILIES, type Family } from '../documents/evidence.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { MixtureFit } from './fit-mixture.js';

const UNMEASURED: Readonly<Record<Family, string>> = {
  creation: 'No account has a creation date: accounts made together cannot be told.',
  posting: 'No account posted more than once: bursts and repetition cannot be told.',
  sharing: 'No post can be compared with another: shared texts, links and retweets cannot be told.',
};

/** With less than this share of accounts as background there is little to tell the others from. */
const LEAST_BACKGROUND = 0.2;
/** With fewer accounts no p-value can be small enough: (1 + 0)/(1 + n) must come below 5% with room for many tests. */
const FEW_ACCOUNTS = 100;

/** What limits a result, in plain sentences. */
export function dataWarnings({ families, posterior }: MixtureFit, { verdicts }: AssignedVerdicts): string[] {
  const accounts = verdicts.length;
  const unmeasured = FAMILIES.filter((family) => families[family].every((value) => Number.isNaN(value))).map(
    (family) => UNMEASURED[family],
  );
  const background = posterior.probability.reduce((sum, p) => sum + 1 - p, 0);
  return [
    ...unmeasured,
    ...(accounts < FEW_ACCOUNTS
      ? [`${accounts} accounts are few: chance cannot be told from intent with confidence.`]
      : []),
    ...(background < LEAST_BACKGROUND * accounts
      ? [
          'Nearly all accounts look alike: there is no background left to compare them with, so this result says little.',
        ]
      : []),
  ];
}

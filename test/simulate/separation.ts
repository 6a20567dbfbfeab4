import { expect, it } from 'vitest';
import { simulate, type Simulation, simulationOptions } from '../../src/simulate/index.js';
import { newAndRepeated, separation, singleNumbers, type SingleNumbers } from './single-numbers.js';

const numbersOf = ({ posts }: Simulation): Map<string, SingleNumbers> =>
  singleNumbers(
    posts.map(({ account, time, text, kind }) => ({
      account: account.id,
      time,
      created: account.created?.from ?? 0,
      text,
      retweet: kind === 'retweet',
    })),
  );

/** Holds what one number would tell of an account against who is who, in simulations of these seeds. */
export function noSingleNumberSeparates(seeds: readonly number[]): void {
  const cases = (['campaign', 'campaign-among-communities'] as const).flatMap((name) =>
    seeds.map((seed) => ({ name, seed })),
  );
  it.each(cases)('$name, seed $seed', ({ name, seed }) => {
    const simulation = simulate(simulationOptions(name, { seed }));
    const numbers = [...numbersOf(simulation)];
    const side = (label: 'organic' | 'coordinated'): SingleNumbers[] =>
      numbers.flatMap(([id, of]) => (simulation.labels.get(id) === label ? [of] : []));
    const [campaign, people] = [side('coordinated'), side('organic')];
    const keys = ['posts', 'age', 'busiest', 'hours', 'retweetShare', 'repeated', 'length'] as const;
    const tooTelling = keys
      .map((key) => ({
        key,
        auc: separation(
          campaign.map((of) => of[key]),
          people.map((of) => of[key]),
        ),
      }))
      .filter(({ auc }) => auc >= 0.9);
    expect(tooTelling).toEqual([]);
    // The precision of "new and repeated, therefore guilty", then its recall.
    const caught = campaign.filter(newAndRepeated).length;
    expect(caught / (caught + people.filter(newAndRepeated).length)).toBeLessThan(0.5);
    expect(caught / campaign.length).toBeLessThan(0.8);
  });
}

import { beforeAll, describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import { type Decision, decide } from '../../src/pipeline/decide.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { collectResultInputs } from '../../src/pipeline/result-inputs.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';

/** The campaigns of these seeds, 150 accounts each, and nobody else. */
function campaignsAlone(seeds: readonly number[]): DatasetBuilder {
  const builder = new DatasetBuilder();
  for (const seed of seeds) {
    const campaign = { accounts: 150, posts: 750 };
    const { posts, labels } = simulate(
      simulationOptions('campaign', { seed, organic: { accounts: 5, posts: 25 }, campaign }),
    );
    for (const post of posts)
      if (labels.get(post.account.id) === 'coordinated')
        builder.add({
          ...post,
          id: `${seed}${post.id}`,
          account: { ...post.account, id: `${seed}${post.account.id}` },
        });
  }
  return builder;
}

describe('two campaigns that leave no public', () => {
  const dataset = buildDataset(campaignsAlone([1, 2]));
  const fitted = fitSignals(dataset);
  let decision: Decision;

  beforeAll(() => {
    decision = decide({ dataset, fitted });
  });

  it('are undecided: nobody is named, and neither side is called organic', () => {
    expect(decision.undecided?.sides.length).toBe(2);
    expect(decision.push).toBeUndefined();
    expect(new Set(decision.judged.verdicts)).toEqual(new Set(['unclear']));
    expect(new Set(decision.withheld.values())).toEqual(new Set(['undecided']));
    expect(decision.withheld.size).toBe(300);
  });

  it('are said to be so, and shown as no group', async () => {
    const { undecided, groups } = await collectResultInputs({ dataset, fitted, inputs: [], options: {} }, decision);
    expect(undecided?.reason).toBe('no-background');
    expect(undecided?.sides.map(({ accounts }) => accounts).reduce((sum, side) => sum + side, 0)).toBe(300);
    // Both sides copy, each from its own.
    for (const { copiesPercent, says } of undecided?.sides ?? []) {
      expect(copiesPercent).toBeGreaterThan(50);
      for (const id of dataset.accounts.id) expect(says).not.toContain(id);
    }
    expect(groups.list).toEqual([]);
  });
});

it('one campaign alone names nobody: there is nothing to compare it with', () => {
  const dataset = buildDataset(campaignsAlone([1]));
  expect(decide({ dataset, fitted: fitSignals(dataset) }).judged.verdicts).not.toContain('coordinated');
});

import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import type { Dataset } from '../../src/dataset/dataset.js';
import { accountsWith } from '../../src/decision/assign-verdicts.js';
import { dataWarnings } from '../../src/decision/data-warnings.js';
import type { Post } from '../../src/documents/post.js';
import { type Decision, decide } from '../../src/pipeline/decide.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { scaleSimulation, simulate, simulationOptions, type PresetName } from '../../src/simulate/index.js';
import { DAY, HOUR, collectorOf, measured, post, START } from '../dataset/posts.js';

function decidedOn(m: Dataset): Decision {
  return decide({ dataset: m, fitted: fitSignals(m) });
}

const times = (count: number, of: (n: number) => Post): Post[] => Array.from({ length: count }, (_, n) => of(n));
const text = 'россия своих никогда и нигде не бросает запомните это все';
const born = (
  n: number,
): { id: string; handle: string; displayName: string; created: { from: number; to: number; source: 'dump' } } => ({
  id: `a${n}`,
  handle: '',
  displayName: '',
  created: { from: START - n * DAY, to: START - n * DAY, source: 'dump' },
});

describe('decide', () => {
  it.each<[string, Post[]]>([
    ['one post', [post({ by: 'a', text })]],
    ['one account', times(50, (n) => post({ by: 'a', text: `${text} ${n}`, time: START + n * HOUR }))],
    ['two accounts that say the same', times(20, (n) => post({ by: `a${n % 2}`, text }))],
    [
      'accounts that are all the same',
      times(300, (n) =>
        post({ by: { ...born(1), id: `a${n % 100}` }, text, time: START + Math.floor(n / 100) * HOUR }),
      ),
    ],
    ['posts of one second', times(300, (n) => post({ by: born(n % 90), text: `${text} ${n % 5}`, time: START }))],
    ['texts without a word', times(100, (n) => post({ by: born(n % 40), text: '!!!', time: START + n }))],
    ['no dates, no texts', times(200, (n) => post({ by: `a${n}`, time: START + n * HOUR }))],
    [
      'a date for half of the accounts',
      times(200, (n) => post({ by: n % 2 === 0 ? born(n) : `a${n}`, text, time: START + (n % 13) * HOUR })),
    ],
    [
      'nothing but retweets of one post',
      times(200, (n) =>
        post({ by: born(n), kind: 'retweet', retweetedId: '1', text: 'RT @x: y', time: START + n * 1000 }),
      ),
    ],
  ])('ends, with numbers for everybody, on %s', (_, posts) => {
    const m = measured(posts);
    const { fit, judged, push } = decidedOn(m);
    const { probability, prevalence } = fit.posterior;
    expect(probability).toHaveLength(m.accounts.count);
    expect(probability.every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(prevalence > 0 && prevalence <= 0.7).toBe(true);
    expect(judged.verdicts).toHaveLength(m.accounts.count);
    expect(judged.q.every((q) => q > 0 && q <= 1)).toBe(true);
    expect(push === undefined || push.size >= 3).toBe(true);
    expect(dataWarnings(fit, judged).every((caution) => /^[A-Z0-9].*\.$/.test(caution))).toBe(true);
  });

  it('says which family could not be measured', () => {
    const m = measured(times(30, (n) => post({ by: `a${n}`, text })));
    const { fit, judged } = decidedOn(m);
    expect(dataWarnings(fit, judged).join('\n')).toMatch(/creation date[^]*more than once[^]*30 accounts are few/);
  });
});

const flagged = (
  preset: PresetName,
  seed: number,
): { accounts: number; flagged: string[]; labels: ReadonlyMap<string, string> } => {
  const { posts, labels } = simulate(scaleSimulation(simulationOptions(preset, { seed }), 0.3));
  const m = buildDataset(collectorOf(posts));
  return {
    accounts: m.accounts.count,
    flagged: accountsWith('coordinated', decidedOn(m).judged).map((a) => m.accounts.id[a] ?? ''),
    labels,
  };
};

describe('the null model', () => {
  it.each([1, 2, 3])('flags at most one in a hundred where nobody acts together (seed %i)', (seed) => {
    const result = flagged('organic-only', seed);
    expect(result.flagged.length / result.accounts).toBeLessThanOrEqual(0.01);
  });

  it.each([1, 2, 3])('flags at most one in a hundred of communities that mean what they say (seed %i)', (seed) => {
    const result = flagged('sincere-communities', seed);
    expect(result.flagged.length / result.accounts).toBeLessThanOrEqual(0.01);
  });

  it.each([1, 2, 3])('finds a good part of a campaign, and next to nobody else (seed %i)', (seed) => {
    const result = flagged('campaign', seed);
    const right = result.flagged.filter((id) => result.labels.get(id) === 'coordinated').length;
    const all = [...result.labels.values()].filter((label) => label === 'coordinated').length;
    expect(right / result.flagged.length).toBeGreaterThanOrEqual(0.9);
    expect(right / all).toBeGreaterThan(0.3);
  });
});

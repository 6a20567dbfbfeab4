import { describe, expect, it } from 'vitest';
import { idAt } from '../../src/dataset/post-ids.js';
import { exemplarPost } from '../../src/dataset/quotes.js';
import { scoreOf } from '../../src/decision/score.js';
import { reasonOf } from '../../src/decision/verdict-reasons.js';
import { missingEvidence } from '../../src/explain/missing-evidence.js';
import { sharedWithFlagged } from '../../src/explain/shared-items.js';
import { familyContributions, signalFindings } from '../../src/explain/signal-contributions.js';
import { describeGroup } from '../../src/groups/describe.js';
import { labelGroups } from '../../src/groups/label-groups.js';
import { topSharedItems } from '../../src/groups/shared-items.js';
import { decide } from '../../src/pipeline/decide.js';
import { SIGNALS } from '../../src/signals/index.js';
import { busiestWindow } from '../../src/signals/scan-statistics.js';
import { measured, MINUTE, post, START } from './posts.js';

const TEXT = 'the very same words that everybody here writes today';
const m = measured(
  ['a', 'b', 'c'].flatMap((by, n) => [
    post({ by, text: TEXT, time: START + n * MINUTE }),
    post({ by, text: `something of her own number ${n}`, time: START + (10 + n) * MINUTE }),
  ]),
);
const decision = decide({ dataset: m, fitted: SIGNALS.map((signal) => ({ signal, prepared: signal.fit(m) })) });
const ties = { retweet: 0, text: 1, link: 0, tags: 0 };
const quote = (): string => TEXT;

/** What is asked of the account with this number. */
const QUESTIONS: readonly [string, (a: number) => unknown][] = [
  ['its posts', (a) => m.accounts.postsOf.row(a)],
  ['its score', (a) => scoreOf(decision.fit, 'organic', null, a)],
  ['what its verdict rests on', (a) => reasonOf(a, decision)],
  ['its busiest window', (a) => busiestWindow(m, a, MINUTE)],
  ['what it lacks', (a) => missingEvidence(a, decision)],
  ['what its families say', (a) => familyContributions(a, decision)],
  ['what its signals say', (a) => signalFindings(a, decision, m).map(({ says }) => says(quote))],
  ['what its signals quote', (a) => signalFindings(a, decision, m).flatMap(({ quotes }) => quotes)],
  ['what it shares', (a) => sharedWithFlagged(a, m, [0, 1])],
  ['what a group with it shares', (a) => topSharedItems(m, [0, 1, a])],
  ['when a group with it was active', (a) => describeGroup(m, { accounts: [0, 1, a], ties, objects: [] }, [], quote)],
  [
    'the ids of a group with it',
    (a) =>
      labelGroups(
        m,
        [{ accounts: [0, 1, a], kind: 'copies-texts', coordinated: 3, ties, objects: [], shared: [] }],
        quote,
      ),
  ],
];

// A wrong number must never be taken for account 0: that would be an accusation of somebody else.
describe.each(QUESTIONS)('%s', (_, ask) => {
  it('are told of an account that there is', () => {
    expect(() => ask(2)).not.toThrow();
  });

  it.each([-1, 3, 1.5, Number.NaN])('are not told of account %d', (a) => {
    expect(() => ask(a)).toThrow(RangeError);
  });
});

describe('a post', () => {
  it.each([-1, 6])('number %d has no id', (p) => {
    expect(idAt(m.posts.id, 5)).not.toBe('');
    expect(() => idAt(m.posts.id, p)).toThrow(RangeError);
  });
});

describe('an item', () => {
  it.each([-1, m.items.text.count])('number %d has no example', (item) => {
    expect(exemplarPost(m, { of: 'text', item: 0 })).toBe(0);
    expect(() => exemplarPost(m, { of: 'text', item })).toThrow(RangeError);
  });
});

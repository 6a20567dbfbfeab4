import { describe, expect, it } from 'vitest';
import { claimOf } from '../../../src/report/html/claim.js';
import { account, evidence, sample } from '../sample-result.js';

const shared = {
  ...evidence(
    'same-text',
    'sharing',
    3,
    'wrote 6 of the same texts as at least 9 likely coordinated accounts: “Своих не бросаем”',
  ),
  value: 6,
  accounts: 9,
  gapSeconds: 41,
};
const cohort = { ...evidence('creation-cohort', 'creation', 4, ''), accounts: 8, expected: 0.8 };
const one = account('one', 'coordinated', { handle: 'slava', evidence: [cohort, shared] });

describe('a sentence to cite', () => {
  it('says of how many, in which dump, what was found, how sure and what it does not say; and quotes nothing', () => {
    expect(claimOf(one, sample)).toBe(
      `@slava was one of 12 accounts that acted together beyond chance in this dump of 1,302 posts (SHA-256 ${'0'.repeat(64)}), according to trend-audit 0.1.0. It posted 6 texts, the same or nearly the same, that at least 9 other likely coordinated accounts posted, too, the nearest 41 s apart; it was created close in time to 8 other likely coordinated accounts (0.8 expected by chance). At a false discovery rate of 5%, we expect about 2 of these 12 to be wrong. Coordinated need not be inauthentic: volunteers and fans coordinate, too.`,
    );
  });

  it('tells times no finer than the dump', () => {
    const byTheMinute = { ...sample, dump: { ...sample.dump, resolutionSeconds: 60 } };
    expect(claimOf({ ...one, evidence: [{ ...shared, gapSeconds: 0 }] }, byTheMinute)).toContain(
      'the nearest in the same minute (times are told to the minute).',
    );
  });

  it('leaves out what it has no words for', () => {
    expect(claimOf({ ...one, evidence: [evidence('a-new-signal', 'sharing', 1, 'did “this”')] }, sample)).not.toContain(
      'It ',
    );
  });
});

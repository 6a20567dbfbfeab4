import { describe, expect, it } from 'vitest';
import { claimOf } from '../../src/report/claim.js';
import { account, evidence, sample } from './sample-result.js';

const texts = evidence('same-text', 'sharing', 2, 'wrote the same text as 9 likely coordinated accounts: “Своих”');
const cohort = evidence('creation-cohort', 'creation', 4, 'created within 1 day of 8 other accounts (0.8 expected)');

describe('a claim', () => {
  const claim = claimOf(
    account('one', 'coordinated', { handle: 'slava', q: 0.0123, evidence: [cohort, texts] }),
    sample,
  );

  it('names the dump by its hash, the account, two kinds of evidence, how sure it is, and what it does not say', () => {
    expect(claim).toContain(`SHA-256 ${'0'.repeat(64)}`);
    expect(claim).toContain('@slava');
    expect(claim).toContain('It wrote the same text as 9 likely coordinated accounts: “Своих”.');
    expect(claim).toContain('It was created within 1 day of 8 other accounts (0.8 expected).');
    expect(claim).toContain('about 1.23% of the names would be expected to be wrong');
    expect(claim).toContain('need not be inauthentic');
  });

  it('says of nobody else that it is coordinated', () => {
    for (const verdict of ['unclear', 'flooding', 'organic', 'insufficient'] as const)
      expect(claimOf(account('one', verdict, { reason: null }), sample)).not.toMatch(/\bcalls (?:the|@)/u);
  });
});

import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import { accountsWithValidatedTies } from '../../src/groups/validated-ties.js';
import { measured, MINUTE, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

/** Posts of one account with these links, 20 in each post. */
function sharing(by: string, account: number, links: readonly number[]): Post[] {
  return Array.from({ length: Math.ceil(links.length / 20) }, (_, k) =>
    post({
      by,
      text: ownWords(account, k),
      time: START + k * MINUTE + account,
      links: links.slice(20 * k, 20 * k + 20).map((link) => `https://example.org/${link}`),
    }),
  );
}

/** Two links, each of which the account before or the account after has, too. */
function withNeighbours(account: number): number[] {
  return [1000 + account, 1001 + account];
}

describe('accountsWithValidatedTies', () => {
  it('finds accounts that share more than chance explains', () => {
    const together = [1, 2, 3, 4, 5, 6, 7, 8];
    const posts = Array.from({ length: 40 }, (_, account) =>
      sharing(`a${account}`, account, account < 3 ? together : withNeighbours(account)),
    ).flat();
    const m = measured(posts);
    const asked = [0, 1, 2, 3, 4].map((account) => numberOf(m, `a${account}`));
    expect(accountsWithValidatedTies(m, asked)).toEqual(asked.slice(0, 3));
  });

  it('does not tie accounts that share half of everything by chance, however much they post', () => {
    // Each account takes every second link at random. Two have about 1,000 in common, as the null model expects: as a
    // number, e⁻¹⁰⁰⁰ is 0.
    let state = 1;
    const isTaken = (): boolean => (state = Math.imul(state, 1_103_515_245) + 12_345) << 1 < 0;
    const posts = Array.from({ length: 40 }, (_, account) =>
      sharing(
        `a${account}`,
        account,
        Array.from({ length: 4000 }, (_link, link) => link).filter(() => isTaken()),
      ),
    ).flat();
    const m = measured(posts);
    expect(accountsWithValidatedTies(m, [...m.accounts.id.keys()])).toEqual([]);
  });
});

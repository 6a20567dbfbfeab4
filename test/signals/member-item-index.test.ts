import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemberItemIndex } from '../../src/signals/member-item-index.js';
import { measured, MINUTE, post, START } from '../dataset/posts.js';
import { ownWords } from './conversation.js';

const PEOPLE = 6;
const said = fc.array(fc.record({ by: fc.nat(PEOPLE - 1), text: fc.nat(3), minute: fc.nat(30) }), {
  minLength: 2,
  maxLength: 40,
});
const likely = fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE });

describe('LikelyBearers', () => {
  it('counts partners, and finds an account’s posts and the nearest of another’s, as by looking at everybody', () => {
    fc.assert(
      fc.property(said, likely, (posts, members) => {
        const m = measured(
          posts.map(({ by, text, minute }) =>
            post({ by: `a${by}`, text: ownWords(text, 0), time: START + minute * MINUTE }),
          ),
        );
        const isLikely = (a: number): boolean => members[Number((m.accounts.id[a] ?? '').slice(1))] === true;
        const items = m.items.text;
        const probability = Float64Array.from(m.accounts.id, (_, a) => Number(isLikely(a)));
        const bearers = new MemberItemIndex(m, items, probability);
        const hasty = new MemberItemIndex(m, items, probability, 2);
        for (let a = 0; a < m.accounts.count; a++) {
          const shown = [...items.itemsOf.row(a)].map((item) => ({
            item,
            members: [...items.accountsOf.row(item)].filter((b) => b !== a && isLikely(b)).length,
          }));
          for (const { item, members: expected } of shown) {
            const bearing = [...items.postsOf.row(item)];
            const own = bearing.filter((p) => m.posts.account[p] === a);
            const others = bearing.filter((p) => m.posts.account[p] !== a && isLikely(m.posts.account[p] ?? 0));
            const gaps = own.flatMap((p) =>
              others.map((q) => Math.abs((m.posts.time[p] ?? 0) - (m.posts.time[q] ?? 0))),
            );
            expect(bearers.coSharers(a, item)).toBe(expected);
            expect(bearers.postsBy(a, item)).toEqual(own);
            expect(bearers.nearest(a, item)).toBe(Math.min(Infinity, ...gaps));
          }
          const some = shown.filter(({ members: count }) => count > 0);
          const partners = new Set(
            some.flatMap(({ item }) => [...items.accountsOf.row(item)].filter((b) => b !== a && isLikely(b))),
          );
          expect(bearers.distinctCoSharers(a, some)).toEqual({ size: partners.size, orMore: false });
          // With few looks it tells what it has seen, and that it has not seen all.
          const seen = hasty.distinctCoSharers(a, some);
          expect(seen.size).toBeGreaterThanOrEqual(Math.max(0, ...some.map(({ members: count }) => count)));
          expect(seen.orMore ? seen.size <= partners.size : seen.size === partners.size).toBe(true);
        }
      }),
    );
  });
});

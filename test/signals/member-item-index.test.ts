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
        const merging = new MemberItemIndex(m, items, probability, undefined, 0);
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
            // The nearest pair with each other account; the nearest of these first, of equal ones that of the first account.
            const gap = (p: number, q: number): number => Math.abs((m.posts.time[p] ?? 0) - (m.posts.time[q] ?? 0));
            const nearest = [...new Set(others.map((q) => m.posts.account[q] ?? -1))]
              .map((b) => ({
                b,
                least: Math.min(
                  ...own.flatMap((p) => others.filter((q) => m.posts.account[q] === b).map((q) => gap(p, q))),
                ),
              }))
              .sort((x, y) => x.least - y.least || x.b - y.b);
            expect(bearers.coSharers(a, item)).toBe(expected);
            expect(bearers.postsBy(a, item)).toEqual(own);
            for (const index of [bearers, merging]) {
              const matches = index.nearest(a, item, 3);
              expect(matches.map(({ post: q }) => m.posts.account[q])).toEqual(nearest.slice(0, 3).map(({ b }) => b));
              expect(matches.map(({ post: q, ownPost: p }) => gap(p, q))).toEqual(
                nearest.slice(0, 3).map(({ least }) => least),
              );
              expect(matches.every(({ ownPost: p }) => own.includes(p))).toBe(true);
            }
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

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_KINDS } from '../../src/dataset/dataset.js';
import { SharerIndex } from '../../src/decision/sharer-index.js';
import { measured, MINUTE, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const PEOPLE = 7;
const said = fc.array(fc.record({ by: fc.nat(PEOPLE - 1), text: fc.nat(2), minute: fc.nat(6) }), {
  minLength: 2,
  maxLength: 60,
});
const chosen = fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE });

describe('SharerIndex', () => {
  it('finds what most share and the nearest who do, as by looking at everybody', () => {
    fc.assert(
      fc.property(said, chosen, fc.integer({ min: 1, max: 4 }), (posts, some, most) => {
        const m = measured(
          posts.map(({ by, text, minute }) =>
            post({ by: `a${by}`, text: ownWords(text, 0), time: START + minute * MINUTE }),
          ),
        );
        const isOne = (a: number): boolean => some[Number((m.accounts.id[a] ?? '').slice(1))] === true;
        const among = new SharerIndex(m, isOne);
        const authorOf = (p: number): number => m.posts.account[p] ?? -1;
        const timeOf = (p: number): number => m.posts.time[p] ?? Number.NaN;
        for (let own = 0; own < m.posts.count; own++) {
          const isOther = (a: number): boolean => a !== authorOf(own) && isOne(a);
          const counts = EDGE_KINDS.flatMap((kind) =>
            Array.from({ length: m.items[kind].count }, (_, item) => item)
              .filter((item) => m.items[kind].postsOf.row(item).includes(own))
              .map((item) => ({ kind, item, inside: m.items[kind].accountsOf.row(item).filter(isOther).length })),
          ).filter(({ inside }) => inside > 0);
          const expected = counts.sort((x, y) => y.inside - x.inside)[0];
          const found = among.mostShared(own);
          expect(found && { kind: found.kind, item: found.item, inside: found.inside }).toEqual(expected);
          if (!found || !expected) continue;
          const gap = (p: number): number => Math.abs(timeOf(p) - timeOf(own));
          const met = new Set<number>();
          const nearest = [...m.items[expected.kind].postsOf.row(expected.item)]
            .filter((p) => isOther(authorOf(p)))
            .sort((x, y) => gap(x) - gap(y) || authorOf(x) - authorOf(y) || x - y)
            .filter((p) => met.size < met.add(authorOf(p)).size)
            .slice(0, most);
          expect(among.nearest(found, own, most)).toEqual(nearest.map((p) => ({ post: p, ownPost: own })));
        }
      }),
    );
  });
});

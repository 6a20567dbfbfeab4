/** Posts and ties for the made-up result: nothing in it was ever measured. */

import type { ReportData, ShownPost, Tie } from '../../../src/documents/report-data.js';
import type { Result } from '../../../src/documents/result.js';
import { MINUTE } from '../../../src/time/units.js';

/** Three posts of every account, a few minutes apart, and a tie between neighbours within each group. */
export function exhibitsOf(
  { accounts, groups }: Result,
  textOf: (account: string, post: number) => string | null = (id, post) => `Post ${post} of ${id} & <others>`,
): ReportData {
  const start = Date.UTC(2014, 1, 26, 13);
  const posts = accounts.flatMap(({ id, verdict }, index) =>
    Array.from({ length: 3 }, (_, post): ShownPost => ({
      id: `${id}-${post}`,
      account: id,
      verdict,
      time: new Date(start + (index * 7 + post * 90) * MINUTE).toISOString(),
      retweet: post === 1,
      text: textOf(id, post),
    })),
  );
  const kinds: readonly Tie['kind'][] = ['text', 'retweet', 'link', 'tags'];
  const ties = groups.flatMap(({ accounts: members }) =>
    members.slice(1).map((target, index): Tie => ({
      source: members[index] ?? '',
      target,
      kind: kinds[index % 4] ?? 'text',
      weight: 9 - index / 10,
      items: 1 + (index % 3),
      firstAt: new Date(start + index * MINUTE).toISOString(),
      lastAt: new Date(start + (index + 60) * MINUTE).toISOString(),
    })),
  );
  return { posts: posts.sort((a, b) => (a.time < b.time ? -1 : 1)), ties, places: [] };
}

import type { AccountPostColumns } from '../../dataset/dataset.js';
import { idAt } from '../../dataset/post-ids.js';
import type { AccountPlace } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { outOfRange } from '../../stats/array-access.js';

/**
 * For each account the place of the first post that its strongest evidence names, or else of its first post; in the
 * order of ids.
 */
export function accountPlaces(m: AccountPostColumns, { accounts }: Pick<Result, 'accounts'>): AccountPlace[] {
  const named = new Map(
    accounts.flatMap(({ id, evidence }) => evidence.slice(0, 1).map(({ posts }) => [id, new Set(posts)] as const)),
  );
  return m.accounts.id.map((account, a) => {
    const own = m.accounts.postsOf.row(a);
    const telling = named.get(account);
    const post = (telling && own.find((p) => telling.has(idAt(m.posts.id, p)))) ?? own[0] ?? outOfRange();
    return { account, input: m.posts.input[post] ?? outOfRange(), line: m.posts.line[post] ?? outOfRange() };
  });
}

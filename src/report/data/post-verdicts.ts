import type { AccountPostColumns } from '../../dataset/dataset.js';
import { idAt } from '../../dataset/post-ids.js';
import type { PostVerdict } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { outOfRange } from '../../stats/array-access.js';

/** Every post, in order of time, made as it is asked for. */
export function* postVerdicts(
  { accounts, posts }: AccountPostColumns,
  result: Pick<Result, 'accounts'>,
): Generator<PostVerdict> {
  const found = new Map(result.accounts.map((account) => [account.id, account]));
  for (let p = 0; p < posts.count; p++) {
    const account = found.get(accounts.id[posts.account[p] ?? outOfRange()] ?? outOfRange());
    if (!account) throw new Error('a post has no account in the result');
    const { id, handle, verdict, score } = account;
    yield {
      id: idAt(posts.id, p),
      account: id,
      handle,
      time: new Date(posts.time[p] ?? outOfRange()).toISOString(),
      retweet: posts.retweet[p] === 1,
      verdict,
      score,
    };
  }
}

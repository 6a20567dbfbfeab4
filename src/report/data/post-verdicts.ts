import type { AccountPostColumns } from '../../dataset/dataset.js';
import { idAt } from '../../dataset/post-ids.js';
import { platformOf, postUrl } from '../../documents/addresses.js';
import type { PostVerdict } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { outOfRange } from '../../stats/array-access.js';
import type { TextsOf } from './shown-posts.js';

/** Number of posts that are read again at a time: their texts take a few megabytes. */
const BATCH = 4_096;

/** Every post, in order of time, in batches that are created on demand. A dump without posts gives one empty batch. */
export async function* postVerdicts(
  { accounts, posts }: AccountPostColumns,
  result: Pick<Result, 'accounts' | 'inputs' | 'options'>,
  textsOf: TextsOf,
): AsyncGenerator<PostVerdict[]> {
  const found = new Map(result.accounts.map((account) => [account.id, account]));
  const platform = platformOf(result);
  for (let from = 0; from === 0 || from < posts.count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, posts.count - from) }, (_, index) => from + index);
    const texts = await textsOf(numbers);
    yield numbers.map((p) => {
      const account = found.get(accounts.id[posts.account[p] ?? outOfRange()] ?? outOfRange());
      if (!account) throw new Error('a post has no account in the result');
      const id = idAt(posts.id, p);
      return {
        id,
        account: account.id,
        handle: account.handle,
        time: new Date(posts.time[p] ?? outOfRange()).toISOString(),
        retweet: posts.retweet[p] === 1,
        verdict: account.verdict,
        score: account.score,
        text: texts.get(p) ?? null,
        url: postUrl(platform, account, id) ?? null,
      };
    });
  }
}

import { foldTagName } from '../../dataset/hashtag-spellings.js';
import { idAt, isMissingId } from '../../dataset/post-ids.js';
import { CREATED_SOURCES, DUPLICATE_ROW, type RecordBatch, RETWEET } from '../../dataset/record-batch.js';
import type { Account, Post } from '../../documents/post.js';
import { outOfRange } from '../../stats/array-access.js';

/**
 * The posts of a batch without kept texts: account, id, time, hashtags, names of objects and whether each is a retweet.
 * Everything else is empty, including the values of objects.
 */
export function* postsWithoutTexts(batch: RecordBatch): Generator<Post> {
  const accounts = batch.accounts.id.map((_, a) => accountOf(batch.accounts, a));
  let [tag, object] = [0, 0];
  for (let p = 0; p < batch.count; p++) {
    const tagEnd = tag + (batch.tags.counts[p] ?? outOfRange());
    const objectEnd = object + (batch.objects.counts[p] ?? outOfRange());
    const flags = batch.flags[p] ?? outOfRange();
    if ((flags & DUPLICATE_ROW) === 0)
      yield {
        id: isMissingId(batch.id[2 * p] ?? outOfRange())
          ? undefined
          : idAt({ halves: batch.id, other: batch.otherIds }, p),
        account: accounts[batch.account[p] ?? outOfRange()] ?? outOfRange(),
        time: batch.time[p] ?? outOfRange(),
        text: '',
        kind: (flags & RETWEET) === 0 ? 'original' : 'retweet',
        hashtags: Array.from(batch.tags.values.subarray(tag, tagEnd), (place) =>
          foldTagName(batch.tagNames[place] ?? outOfRange()),
        ),
        links: [],
        client: '',
        ...(objectEnd === object
          ? {}
          : {
              objects: Array.from(batch.objectColumn.subarray(object, objectEnd), (place) => ({
                name: batch.objectColumns[place] ?? outOfRange(),
                value: '',
              })),
            }),
        input: batch.input,
        line: batch.line[p] ?? outOfRange(),
      };
    [tag, object] = [tagEnd, objectEnd];
  }
}

function accountOf(columns: RecordBatch['accounts'], a: number): Account {
  const from = columns.createdFrom[a] ?? outOfRange();
  return {
    id: columns.id[a] ?? outOfRange(),
    handle: columns.handle[a] ?? outOfRange(),
    displayName: columns.displayName[a] ?? outOfRange(),
    ...(Number.isNaN(from)
      ? {}
      : {
          created: {
            from,
            to: columns.createdTo[a] ?? outOfRange(),
            source: CREATED_SOURCES[columns.createdSource[a] ?? outOfRange()] ?? outOfRange(),
          },
        }),
  };
}

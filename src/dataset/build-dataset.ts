import { increment, outOfRange } from '../stats/array-access.js';
import { nearDuplicateClusters } from '../text/near-duplicates.js';
import { creationDates, type InputOrigin } from './creation-dates.js';
import { groupIndices } from './csr-rows.js';
import type { DatasetBuilder } from './dataset-builder.js';
import type { Dataset } from './dataset.js';
import { type FoldedTags, foldSpellings } from './hashtag-spellings.js';
import { accountsOfTargets, columnsOfObjects, indexSharedItems } from './item-index.js';
import { OBFUSCATED, NO_TEXT_CLUSTER, RETWEET } from './record-batch.js';
import { type SortedPosts, sortAndDeduplicate } from './sort-posts.js';
import { timeGranularity } from './time-granularity.js';

/**
 * Builds the dataset of a conversation. It does not depend on the order in which posts were collected. Empties the
 * collector.
 *
 * @param origins the origin of each input, if known: account ids are read as dates only if they are the platform's
 */
export function buildDataset(collector: DatasetBuilder, origins: readonly InputOrigin[] = []): Dataset {
  const { addressed, ...sizes } = collector.seal();
  const posts = sortAndDeduplicate(collector);
  const { profiles } = collector;
  const tags = foldSpellings(posts.tags, collector.tagNames);
  const { ids, profileOf } = posts;
  const names = {
    id: ids,
    handle: Array.from(profileOf, (profile) => profiles.handle[profile] ?? outOfRange()),
    displayName: Array.from(profileOf, (profile) => profiles.displayName[profile] ?? outOfRange()),
  };
  const stated = Array.from(profileOf, (profile) => profiles.created(profile));
  const creation = creationDates({ origins, accounts: names, posts: { ...posts, id: posts.postIds } }, stated);
  const createdFrom = Float64Array.from(creation, (created) => created?.from ?? Number.NaN);
  const createdTo = Float64Array.from(creation, (created) => created?.to ?? Number.NaN);
  profiles.clear();
  const { wording, telling } = textClustersOf(posts, collector);
  const items = indexSharedItems(posts, wording, telling, tags.names, { ...sizes, text: telling.length });
  return {
    accounts: {
      count: ids.length,
      ...names,
      created: createdFrom.map((from, a) => (from + (createdTo[a] ?? outOfRange())) / 2),
      createdFrom,
      createdTo,
      createdSource: creation.map((created) => created?.source ?? 'none'),
      postsOf: groupIndices(posts.account, ids.length),
    },
    posts: {
      count: posts.count,
      id: posts.postIds,
      account: posts.account,
      time: posts.time,
      textCluster: wording,
      textHash: posts.textHash,
      obfuscated: posts.flags.map((flags) => Number((flags & OBFUSCATED) !== 0)),
      retweet: posts.flags.map((flags) => Number((flags & RETWEET) !== 0)),
      retweetedAuthor: inOrderOfAppearance(posts.retweetedAuthor),
      input: posts.input,
      line: posts.line,
      recordOffset: posts.at,
    },
    comparableCluster: telling,
    items,
    objectColumns: columnsOfObjects(items.object, posts, collector),
    targetAccounts: accountsOfTargets(items.target, posts, addressed),
    timeGranularityMs: timeGranularity(posts.time),
    // Dates computed from ids look exact, so only the dates stated in the dump show its resolution.
    creationGranularityMs: timeGranularity(createdFrom.map((from, a) => (stated[a] ? from : Number.NaN))),
    hashtags: countHashtags(posts, tags),
    repeated: posts.repeated,
  };
}

/**
 * The text cluster of each post, the same for duplicates and near-duplicates: that of the first of them. Renumbered
 * by first occurrence, because the collector's numbers depend on the order of rows. Empties the collector of
 * wordings.
 */
function textClustersOf(
  { wording, count }: SortedPosts,
  collector: DatasetBuilder,
): { wording: Uint32Array; telling: Uint8Array } {
  const telling = collector.comparable.take();
  const number = new Uint32Array(telling.length).fill(NO_TEXT_CLUSTER);
  const order = new Uint32Array(telling.length);
  let found = 0;
  for (let p = 0; p < count; p++) {
    const w = wording[p] ?? outOfRange();
    if (w === NO_TEXT_CLUSTER || number[w] !== NO_TEXT_CLUSTER) continue;
    number[w] = found;
    order[found++] = w;
  }
  const leaders = nearDuplicateClusters(collector.pairs, order.subarray(0, found));
  collector.pairs.clear();
  for (let p = 0; p < count; p++) {
    const w = wording[p] ?? outOfRange();
    if (w !== NO_TEXT_CLUSTER) wording[p] = number[leaders[w] ?? outOfRange()] ?? outOfRange();
  }
  const tellingOf = new Uint8Array(found);
  for (let k = 0; k < found; k++) tellingOf[k] = telling[order[k] ?? outOfRange()] ?? outOfRange();
  return { wording, telling: tellingOf };
}

/** Renumbers numbers above 0 by first occurrence, because the collector's numbers depend on the order of rows. */
function inOrderOfAppearance(numbers: Uint32Array): Uint32Array {
  const known = new Map<number, number>([[0, 0]]);
  return numbers.map((number) => {
    const found = known.get(number) ?? known.size;
    known.set(number, found);
    return found;
  });
}

function countHashtags({ tags }: SortedPosts, { names, spellings }: FoldedTags): Dataset['hashtags'] {
  const counts = new Uint32Array(names.length);
  for (const tag of tags.values) increment(counts, tag);
  return names
    .map((folded, number) => ({
      folded,
      tag: spellings[number] ?? outOfRange(),
      posts: counts[number] ?? outOfRange(),
    }))
    .filter(({ posts }) => posts > 0)
    .sort((a, b) => b.posts - a.posts || (a.folded < b.folded ? -1 : 1))
    .map(({ tag, posts }) => ({ tag, posts }));
}

import type { Collector, Kept } from './collector.js';
import { arrange } from './arrange.js';
import { creationDates } from './creation.js';
import { groupByKey } from './rows.js';
import { shareItems, wordingsOf } from './items.js';
import { coarsestStep } from './resolution.js';
import type { Measurements } from './measurements.js';

/** Everything that is known of a conversation. The order in which posts were gathered changes nothing. */
export function measure(collector: Collector): Measurements {
  const { posts, postIds, repeated } = arrange(collector.kept, numbered([...collector.profiles.keys()]));
  // Whose every post was a repetition of another's has none here.
  const ids = [...new Set(posts.map((post) => post.account))].sort();
  const numberOf = numbered(ids);

  const account = Uint32Array.from(posts, (post) => numberOf.get(post.account) ?? 0);
  const wordings = wordingsOf(posts);
  const profiles = ids.map((id) => collector.profiles.get(id));
  const creation = creationDates(posts, ids, profiles);
  const createdFrom = Float64Array.from(creation, (created) => created?.from ?? Number.NaN);
  const createdTo = Float64Array.from(creation, (created) => created?.to ?? Number.NaN);
  const time = Float64Array.from(posts, (post) => post.time);

  return {
    accounts: {
      count: ids.length,
      id: ids,
      handle: profiles.map((profile) => profile?.handle.name ?? ''),
      displayName: profiles.map((profile) => profile?.displayName.name ?? ''),
      created: createdFrom.map((from, a) => (from + (createdTo[a] ?? from)) / 2),
      createdFrom,
      createdTo,
      createdSource: creation.map((created) => created?.source ?? 'none'),
      postsOf: groupByKey(account, ids.length),
    },
    posts: { count: posts.length, id: postIds, account, time, wording: wordings.of, disguised: wordings.disguised, retweet: Uint8Array.from(posts, (post) => Number(post.retweet)) },
    tellingWording: wordings.telling,
    wordingExample: wordings.example,
    items: shareItems(posts, account, ids.length, wordings),
    resolution: coarsestStep(time),
    // Dates told by ids are as fine as a computation is: how finely the dump tells them shows in its own alone.
    createdResolution: coarsestStep(createdFrom.map((from, a) => (profiles[a]?.created ? from : Number.NaN))),
    hashtags: countHashtags(posts),
    repeated,
  };
}

function numbered(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...ids].sort().map((id, number) => [id, number]));
}

function countHashtags(posts: readonly Kept[]): { tag: string; posts: number }[] {
  const counts = new Map<string, number>();
  for (const post of posts) for (const tag of post.hashtags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, posts: count }))
    .sort((a, b) => b.posts - a.posts || (a.tag < b.tag ? -1 : 1));
}

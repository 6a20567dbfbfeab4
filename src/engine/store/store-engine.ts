import { DatasetBuilder } from '../../dataset/dataset-builder.js';
import type { Dataset } from '../../dataset/dataset.js';
import type { RereadPosts } from '../../dataset/quotes.js';
import type { RecordBatch } from '../../dataset/record-batch.js';
import type { Post } from '../../documents/post.js';
import type { AnalyzeOptions } from '../../options.js';
import { assertMemory } from '../../read/memory.js';
import type { ProfileIndex } from '../../read/profile-index.js';
import { outOfRange } from '../../stats/array-access.js';
import type { Conversation, Engine, PostObserver } from '../engine.js';
import { whileHashing } from '../key-of-hashes.js';
import { measurePosts } from '../measure-posts.js';
import { noPostsError } from '../no-posts-error.js';
import { accountForSelection } from './left-out.js';
import { assertStillThere, finishedLoads } from './loads.js';
import { postsWithoutTexts } from './posts-without-texts.js';
import { readUsers } from './read-users.js';
import { assertNotReading, sharedOptions, withLoadNotes } from './read-with.js';
import { foldedTag, inputOf, Selection, type StoredInput, storedInputs } from './selection.js';
import { type OpenStore, openStore } from './store.js';

/** Maximum number of hashtags, most frequent first, that are read for the hint if no post has the requested one. */
const HASHTAGS_KNOWN = 10_000;
const NO_TEXTS = 'The store does not keep the texts of its posts: in quotations … stands for them.';
/** Number of posts requested in one query. */
const POSTS_PER_QUERY = 2000;

/** The engine for posts that were loaded into a store. */
export class StoreEngine implements Engine {
  readonly #address: string;
  readonly #onPost: PostObserver | undefined;
  readonly #open: OpenStore[] = [];

  constructor(address: string, onPost?: PostObserver) {
    this.#address = address;
    this.#onPost = onPost;
  }

  async measure(options: AnalyzeOptions): Promise<Conversation> {
    assertNotReading(options);
    const store = await openStore(this.#address, options, { servers: 'first' });
    this.#open.push(store);
    return whileHashing(() => this.#measure(store, options), store.version.key);
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((store) => store.close()));
  }

  async #measure({ connections: [connection], version }: OpenStore, options: AnalyzeOptions): Promise<Conversation> {
    const finished = await finishedLoads(connection, version);
    const stored = storedInputs(finished);
    const { hashtag, since, until, users = [] } = options;
    const span = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
    const selection = new Selection(connection, version, stored, span);
    const tag = hashtag === undefined ? undefined : foldedTag(hashtag);
    const builder = new DatasetBuilder();
    const profiles = await readUsers(users, options);
    const observe = this.#observer(profiles.index);
    const shown = (batch: RecordBatch): void => {
      if (!observe || stored[batch.input]?.load.texts === true) return;
      for (const post of postsWithoutTexts(batch)) observe(post, false);
    };
    const selected = await this.#gather(builder, { selection, tag, shown }, options);
    await assertStillThere(finished, connection, version);
    const before = stored.map(inputOf);
    const hasSpan = since !== undefined || until !== undefined;
    const inputs =
      tag === undefined && !hasSpan ? before : await accountForSelection(before, selected, selection, { tag, hasSpan });
    if (builder.count === 0)
      throw noPostsError(this.#address, options, hashtag === undefined ? [] : await knownHashtags(selection));
    if (observe) await showTexts(stored, selection, observe);
    const measured = await measurePosts(builder, inputs, profiles.index, options);
    return {
      dataset: measured.dataset,
      inputs: withLoadNotes(measured.inputs, stored).map((input, place) =>
        stored[place]?.load.texts ? input : { ...input, notes: [...input.notes, NO_TEXTS] },
      ),
      readWith: sharedOptions(finished),
      users: profiles.users,
      rereadPosts: rereadFrom(selection, stored, measured.dataset),
    };
  }

  /** Adds the selected posts to the builder; returns their number for each input. */
  async #gather(
    builder: DatasetBuilder,
    {
      selection,
      tag,
      shown,
    }: {
      readonly selection: Selection;
      readonly tag: string | undefined;
      readonly shown: (batch: RecordBatch) => void;
    },
    { onProgress, signal }: AnalyzeOptions,
  ): Promise<Map<number, number>> {
    const selected = new Map<number, number>();
    for await (const batch of selection.batches(tag)) {
      signal?.throwIfAborted();
      assertMemory(this.#address);
      selected.set(batch.input, (selected.get(batch.input) ?? 0) + batch.count);
      shown(batch);
      builder.appendBatch(batch);
      onProgress?.({ stage: 'reading', bytesRead: 0, bytesTotal: undefined, posts: builder.count });
    }
    return selected;
  }

  #observer(profiles: ProfileIndex | undefined): PostObserver | undefined {
    const onPost = this.#onPost;
    if (!onPost || !profiles) return onPost;
    return (post, hasText) => onPost({ ...post, account: profiles.complete(post.account) }, hasText);
  }
}

/** Passes the posts of loads that keep their texts to `observe`. */
async function showTexts(stored: readonly StoredInput[], selection: Selection, observe: PostObserver): Promise<void> {
  for (const [place, { load }] of stored.entries())
    if (load.texts)
      for await (const { post } of selection.posts(place)) observe({ ...parsePost(post), input: place }, true);
}

async function knownHashtags(selection: Selection): Promise<string[]> {
  const known: string[] = [];
  for await (const { tag } of selection.hashtags(1, HASHTAGS_KNOWN)) known.push(tag);
  return known;
}

/** Returns a function that reads posts again from loads that keep them; posts of other loads are not found. */
function rereadFrom(
  selection: Selection,
  stored: readonly StoredInput[],
  { posts: { input, recordOffset, time } }: Dataset,
): RereadPosts {
  return async (wanted) => {
    const found = new Map<number, Post>();
    const byInput = new Map<number, number[]>();
    for (const p of wanted) {
      const place = input[p] ?? outOfRange();
      if (!(stored[place] ?? outOfRange()).load.texts) continue;
      const posts = byInput.get(place) ?? [];
      posts.push(p);
      byInput.set(place, posts);
    }
    for (const [place, posts] of byInput)
      for (let from = 0; from < posts.length; from += POSTS_PER_QUERY) {
        const some = posts.slice(from, from + POSTS_PER_QUERY);
        const numbers = new Map(some.map((p) => [recordOffset[p] ?? outOfRange(), p]));
        const times = [...new Set(some.map((p) => time[p] ?? outOfRange()))];
        for await (const { row, post } of selection.posts(place, { rows: [...numbers.keys()], times })) {
          const p = numbers.get(row);
          if (p !== undefined) found.set(p, { ...parsePost(post), input: place });
        }
      }
    return found;
  };
}

function parsePost(json: string): Post {
  return JSON.parse(json);
}

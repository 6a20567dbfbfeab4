import type { RecordBatch } from '../../dataset/record-batch.js';
import type { Input, ProfileInput } from '../../documents/result.js';
import type { AnalyzeOptions, ResultOptions } from '../../options.js';
import { assertMemory } from '../../read/memory.js';
import type { UserProfile } from '../../read/profile-index.js';
import type { Archive } from '../archive.js';
import type { HashtagCount } from '../batch-store.js';
import { HashtagPartitions } from '../hashtag-partitions.js';
import { useKey } from '../key-of-hashes.js';
import { accountForSelection } from './left-out.js';
import { assertStillThere, finishedLoads } from './loads.js';
import { readUsers } from './read-users.js';
import { assertNotReading, sharedOptions, withLoadNotes } from './read-with.js';
import { inputOf, Selection, storedInputs } from './selection.js';
import { type OpenStore, openStore } from './store.js';

/** Where posts are fetched from, and how they are kept. */
interface Source {
  readonly shown: string;
  readonly selection: Selection;
  /** Maximum number of bytes of posts in memory. */
  readonly memory: number;
  readonly options: AnalyzeOptions;
  readonly assertStillThere: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * All posts of a store within a time span, one hashtag at a time. They are fetched once and kept by their hashtags,
 * like those of files, because with a query for each hashtag the servers would search all posts each time.
 */
export class StoredArchive implements Archive {
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  readonly profiles: readonly UserProfile[];
  readonly posts: number;
  readonly readWith: ResultOptions;
  readonly #source: Source;
  #partitions: HashtagPartitions | undefined;

  private constructor(told: Pick<StoredArchive, 'inputs' | 'users' | 'profiles' | 'readWith'>, source: Source) {
    this.inputs = told.inputs;
    this.users = told.users;
    this.profiles = told.profiles;
    this.readWith = told.readWith;
    this.posts = told.inputs.reduce((sum, { posts }) => sum + posts, 0);
    this.#source = source;
  }

  /**
   * Throws TrendAuditError for errors that a user can fix. Until it is closed, no store with another key can be used.
   *
   * @param memory maximum number of bytes of posts in memory; if there are more, they are written to a temporary file
   */
  static async open(address: string, options: AnalyzeOptions, memory: number): Promise<StoredArchive> {
    assertNotReading(options);
    const store = await openStore(address, options, { servers: 'first' });
    let release: (() => void) | undefined;
    const close = async (): Promise<void> => {
      release?.();
      await store.close();
    };
    try {
      release = useKey(store.version.key);
      return await StoredArchive.#read(store, options, memory, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  static async #read(
    { connections: [connection], version }: OpenStore,
    options: AnalyzeOptions,
    memory: number,
    close: () => Promise<void>,
  ): Promise<StoredArchive> {
    const finished = await finishedLoads(connection, version);
    const stored = storedInputs(finished);
    const selection = new Selection(connection, version, stored, options);
    const { index, users } = await readUsers(options.users ?? [], options);
    const whole = stored.map(inputOf);
    const hasSpan = options.since !== undefined || options.until !== undefined;
    const outside = hasSpan ? await selection.countOutside() : new Map<number, number>();
    const selected = new Map(whole.map(({ posts }, place) => [place, posts - (outside.get(place) ?? 0)]));
    const inputs = hasSpan ? await accountForSelection(whole, selected, selection, { tag: undefined, hasSpan }) : whole;
    return new StoredArchive(
      {
        inputs: withLoadNotes(inputs, stored),
        users,
        profiles: index?.profiles ?? [],
        readWith: sharedOptions(finished),
      },
      {
        shown: connection.address.shown,
        selection,
        memory,
        options,
        assertStillThere: () => assertStillThere(finished, connection, version),
        close,
      },
    );
  }

  /**
   * Most frequent first, or by partition if the posts do not fit in memory. Throws TrendAuditError if a load was
   * dropped in the meantime, or if memory runs short.
   */
  async *hashtags(least: number): AsyncGenerator<HashtagCount> {
    this.#partitions ??= await this.#fetch();
    await this.#source.assertStillThere();
    yield* this.#partitions.hashtags(least);
  }

  /** Must be called after `hashtags`. */
  async *batches(tag: string): AsyncGenerator<RecordBatch> {
    if (this.#partitions) yield* this.#partitions.batches(tag);
  }

  async close(): Promise<void> {
    this.#partitions?.close();
    await this.#source.close();
  }

  async #fetch(): Promise<HashtagPartitions> {
    const { shown, selection, memory, options } = this.#source;
    const { onProgress, signal } = options;
    const partitions = new HashtagPartitions(memory);
    try {
      for await (const batch of selection.batchesWithHashtags()) {
        signal?.throwIfAborted();
        assertMemory(shown);
        partitions.appendBatch(batch);
        onProgress?.({ stage: 'reading', bytesRead: 0, bytesTotal: undefined, posts: partitions.count });
      }
      return partitions;
    } catch (error) {
      partitions.close();
      throw error;
    }
  }
}

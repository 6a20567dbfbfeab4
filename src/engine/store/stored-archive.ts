import type { RecordBatch } from '../../dataset/record-batch.js';
import type { Input, ProfileInput } from '../../documents/result.js';
import type { AnalyzeOptions, ResultOptions } from '../../options.js';
import { assertMemory } from '../../read/memory.js';
import type { UserProfile } from '../../read/profile-index.js';
import type { Archive } from '../archive.js';
import type { HashtagCount } from '../batch-store.js';
import { useKey } from '../key-of-hashes.js';
import { accountForSelection } from './left-out.js';
import { assertStillThere, finishedLoads } from './loads.js';
import { readUsers } from './read-users.js';
import { assertNotReading, sharedOptions, withLoadNotes } from './read-with.js';
import { inputOf, Selection, storedInputs } from './selection.js';
import { type OpenStore, openStore } from './store.js';

/** All posts of a store within a span of time, a hashtag at a time. */
export class StoredArchive implements Archive {
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  readonly profiles: readonly UserProfile[];
  readonly posts: number;
  readonly readWith: ResultOptions;
  readonly #shown: string;
  readonly #selection: Selection;
  readonly #assertStillThere: () => Promise<void>;
  readonly #close: () => Promise<void>;

  private constructor(
    told: Pick<StoredArchive, 'inputs' | 'users' | 'profiles' | 'readWith'>,
    shown: string,
    selection: Selection,
    stillThere: () => Promise<void>,
    close: () => Promise<void>,
  ) {
    this.inputs = told.inputs;
    this.users = told.users;
    this.profiles = told.profiles;
    this.readWith = told.readWith;
    this.posts = told.inputs.reduce((sum, { posts }) => sum + posts, 0);
    this.#shown = shown;
    this.#selection = selection;
    this.#assertStillThere = stillThere;
    this.#close = close;
  }

  /** Throws TrendAuditError for what a user can mend. Until it is closed, no store with another key can be asked. */
  static async open(address: string, options: AnalyzeOptions): Promise<StoredArchive> {
    assertNotReading(options);
    const store = await openStore(address, options, { servers: 'first' });
    let release: (() => void) | undefined;
    const close = async (): Promise<void> => {
      release?.();
      await store.close();
    };
    try {
      release = useKey(store.version.key);
      return await StoredArchive.#read(store, options, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  static async #read(
    { connections: [connection], version }: OpenStore,
    options: AnalyzeOptions,
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
      connection.address.shown,
      selection,
      () => assertStillThere(finished, connection, version),
      close,
    );
  }

  /** Those of most posts first. Throws TrendAuditError behind the last, where a load was dropped meanwhile. */
  async *hashtags(least: number): AsyncGenerator<HashtagCount> {
    // Read to the end first: what is done with each may take longer than a server waits.
    const all: HashtagCount[] = [];
    for await (const hashtag of this.#selection.hashtags(least)) all.push(hashtag);
    yield* all;
    await this.#assertStillThere();
  }

  /** Throws TrendAuditError where memory runs short: one hashtag may be most of a store. */
  async *batches(tag: string): AsyncGenerator<RecordBatch> {
    for await (const batch of this.#selection.batches(tag)) {
      assertMemory(this.#shown);
      yield batch;
    }
  }

  close(): Promise<void> {
    return this.#close();
  }
}

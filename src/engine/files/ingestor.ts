/** Reads files into everything that is kept of their posts, and reads single posts again. */

import type { BatchSink } from '../../dataset/batch-sink.js';
import type { Dataset } from '../../dataset/dataset.js';
import type { RereadPosts } from '../../dataset/quotes.js';
import type { Post } from '../../documents/post.js';
import type { Input, ProfileInput } from '../../documents/result.js';
import { TrendAuditError } from '../../errors.js';
import type { AnalysisInput, AnalyzeOptions, Progress } from '../../options.js';
import { CsvBlockSplitter } from '../../read/blocks/csv-block-splitter.js';
import { type InMemoryInput, nameInputs, readInput } from '../../read/in-memory-input.js';
import { LinePlaces } from '../../read/line-places.js';
import { assertMemory, availableThreads } from '../../read/memory.js';
import { openSource, fileFingerprint, isWrittenTo } from '../../read/open.js';
import { PostFilter } from '../../read/post-filter.js';
import type { ProfileIndex } from '../../read/profile-index.js';
import { POST_HANDLERS, type ContentHandlers, readSourceWith } from '../../read/read.js';
import { resolveInputs } from '../../read/resolve-inputs.js';
import { PostSpool } from '../../read/spool.js';
import type { ReadReport } from '../../read/table-accounting.js';
import { outOfRange } from '../../stats/array-access.js';
import { type PostReader, ingestTable } from './ingest-table.js';

/** What was read, apart from the posts. */
export interface ReadInputs {
  /** In the order in which batches number them. */
  readonly inputs: readonly Input[];
  /** The content of files of users; undefined if there are none. */
  readonly profiles: ProfileIndex | undefined;
  readonly users: readonly ProfileInput[];
  /** Notes on what was left out of folders. */
  readonly notes: readonly string[];
}

/** Reads inputs, one after another, into a sink. */
export class Ingestor {
  readonly #sink: BatchSink;
  readonly #options: AnalyzeOptions;
  readonly #postsAt: PostReader[] = [];
  readonly #closers: (() => void)[] = [];
  /** For each file: throws TrendAuditError if it was written to after it was read. */
  readonly #assertUnwritten: (() => Promise<void>)[] = [];
  readonly #onPost: ((post: Post) => void) | undefined;
  readonly #quotes: boolean;

  /**
   * @param quotes whether posts are read again; if not, what cannot be read again from the file is not kept
   * @param onPost receives every post that is kept, in the order of the dump; then no other thread reads
   */
  constructor(
    sink: BatchSink,
    options: AnalyzeOptions,
    { quotes, onPost }: { readonly quotes: boolean; readonly onPost?: ((post: Post) => void) | undefined },
  ) {
    this.#sink = sink;
    this.#options = options;
    this.#onPost = onPost;
    this.#quotes = quotes;
  }

  /**
   * Reads files, folders, streams and posts completely. Throws TrendAuditError for errors that a user can fix, and the
   * errors of given streams.
   */
  async readAll(given: readonly AnalysisInput[]): Promise<ReadInputs> {
    const { onProgress: _, ...quietly } = this.#options;
    const { dumps, profiles, users, notes } = await resolveInputs(nameInputs(given), quietly);
    const inputs: Input[] = [];
    for (const [number, dump] of dumps.entries()) inputs.push(await this.read(dump, number, profiles));
    this.#sink.flush();
    return {
      inputs,
      profiles,
      users: users.map(({ path, sha256, bytes, profiles: { length: accounts } }) => ({
        path,
        sha256,
        bytes,
        accounts,
      })),
      notes,
    };
  }

  /**
   * Reads one input, and returns what became of it. Throws TrendAuditError for errors that a user can fix.
   *
   * @param profiles complete the accounts of posts that `onPost` receives; `joinProfiles` completes those that are kept
   */
  async read(input: string | InMemoryInput, number: number, profiles?: ProfileIndex): Promise<Input> {
    const { onProgress, signal, ...rest } = this.#options;
    const options = {
      ...rest,
      filter: new PostFilter(this.#options),
      ...(signal ? { signal } : {}),
      ...(onProgress
        ? { onProgress: (progress: Omit<Progress, 'stage'>) => onProgress({ stage: 'reading', ...progress }) }
        : {}),
    };
    const readers = this.#readers(number, profiles);
    if (typeof input !== 'string') return this.#toEnd(readInput(readers, input, number, options));
    const before = await fileFingerprint(input, this.#options);
    const unchanged = async (): Promise<void> => {
      if ((await fileFingerprint(input, this.#options)) !== before) throw changed(input);
    };
    this.#assertUnwritten.push(async () => {
      if (isWrittenTo(before, await fileFingerprint(input, this.#options))) throw changed(input);
    });
    const source = await openSource(input, this.#options);
    try {
      const read = await this.#toEnd(readSourceWith(readers, source, number, options));
      await unchanged();
      return read;
    } catch (error) {
      // The cause of the error may be that the file was changed.
      await unchanged();
      throw error;
    }
  }

  /** Releases its resources: after this, no post can be read again. */
  close(): void {
    for (const close of this.#closers.splice(0)) close();
  }

  /** Returns a function that reads posts of a dataset again, by their numbers. */
  rereadPosts({
    posts: { input, recordOffset, line },
  }: {
    readonly posts: Pick<Dataset['posts'], 'input' | 'recordOffset' | 'line'>;
  }): RereadPosts {
    return async (wanted) => {
      const found = new Map<number, Post>();
      // Sorted by offset, for sequential reads.
      for (const p of wanted.toSorted(
        (a, b) =>
          (input[a] ?? outOfRange()) - (input[b] ?? outOfRange()) ||
          (recordOffset[a] ?? outOfRange()) - (recordOffset[b] ?? outOfRange()),
      )) {
        const readAt = this.#postsAt[input[p] ?? outOfRange()];
        const post = readAt?.(recordOffset[p] ?? outOfRange(), line[p] ?? outOfRange());
        if (post) found.set(p, post);
      }
      // A file that was written to may have other text in these places.
      for (const assertUnwritten of this.#assertUnwritten) await assertUnwritten();
      return found;
    };
  }

  async #toEnd(reading: AsyncGenerator<unknown, Input>): Promise<Input> {
    for (;;) {
      const next = await reading.next();
      if (next.done) return next.value;
      await this.#sink.ready();
    }
  }

  #readers(number: number, profiles: ProfileIndex | undefined): ContentHandlers<number> {
    const { hashtag, since, until, workers } = this.#options;
    const sink = this.#sink;
    const readAgain = (postAt: PostReader, close: () => void): void => {
      this.#postsAt[number] = postAt;
      this.#closers.push(close);
    };
    const selection = {
      ...(hashtag === undefined ? {} : { hashtag }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    };
    const show = this.#onPost;
    const quotes = this.#quotes;
    const observe =
      show && profiles ? (post: Post): void => show({ ...post, account: profiles.complete(post.account) }) : show;
    const ingestPosts = async function* (
      reading: AsyncGenerator<readonly Post[], ReadReport>,
      name: string,
      places?: LinePlaces,
    ): AsyncGenerator<number, ReadReport> {
      const spool = new PostSpool();
      let posts = 0;
      // A post that can be read from the file has its place there; posts in the spool have places below 0.
      readAgain(
        (place, line) => (place < 0 ? spool.at(-1 - place) : places?.at(place, line)),
        () => {
          spool.close();
          places?.close();
        },
      );
      for (;;) {
        const batch = await reading.next();
        if (batch.done) return batch.value;
        for (const post of batch.value) {
          observe?.(post);
          // Numbered in order even if nothing is spooled, because posts are sorted by the place last.
          sink.add(post, places?.of(post) ?? -1 - (quotes ? spool.append(post) : posts++));
        }
        yield sink.count;
        assertMemory(name);
      }
    };
    const posts: ContentHandlers<number>['posts'] = (reading, { name }) => ingestPosts(reading, name);
    return {
      posts,
      json: (reading, file) => {
        const places = LinePlaces.of(file.source, file);
        return ingestPosts(reading(places), file.name, places);
      },
      table: (text, layout, file, again) =>
        CsvBlockSplitter.handles(layout)
          ? ingestTable(text, layout, file, again, {
              sink,
              readAgain,
              observe,
              options: { selection, workers, cores: availableThreads() },
            })
          : posts(POST_HANDLERS.table(text, layout, file, again), file),
    };
  }
}

function changed(file: string): TrendAuditError {
  return new TrendAuditError('changed', 'changed while it was being read', {
    file,
    hint: 'wait until the program that writes it has finished, or give a copy of it',
  });
}

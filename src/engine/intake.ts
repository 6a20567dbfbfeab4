/** Files → everything that is kept of their posts, and the way back to single posts. */

import { TrendAuditError } from '../errors.js';
import type { Collector } from '../measure/collector.js';
import type { Measurements } from '../measure/measurements.js';
import type { ReadAgain } from '../measure/quotes.js';
import type { AnalyzeOptions, Progress } from '../options.js';
import type { Post } from '../post.js';
import { type GivenInput, readGiven } from '../read/given.js';
import { checkMemory, cores } from '../read/memory.js';
import { openSource, stampOf } from '../read/open.js';
import { joinProfiles, type Profiles } from '../read/profiles.js';
import { AS_POSTS, type Readers, readWith } from '../read/read.js';
import { RecordSplitter } from '../read/blocks/split-records.js';
import { Selector } from '../read/select.js';
import { PostSpool } from '../read/spool.js';
import type { Input } from '../result.js';
import { type PostAt, tableIntake } from './table-intake.js';

/** Reads inputs, one after another, into a collector. */
export class Intake {
  readonly #collector: Collector;
  readonly #options: AnalyzeOptions;
  readonly #postsAt: PostAt[] = [];
  readonly #closers: (() => void)[] = [];

  readonly #observe: ((post: Post) => void) | undefined;

  /** @param observe is shown every post; what is shown must be read here, and not by other threads */
  constructor(collector: Collector, options: AnalyzeOptions, observe?: (post: Post) => void) {
    this.#collector = collector;
    this.#options = options;
    this.#observe = observe;
  }

  /** The account of the input. Throws TrendAuditError for what a user can mend. */
  async read(input: string | GivenInput, number: number, profiles?: Profiles): Promise<Input> {
    const { onProgress, signal, ...rest } = this.#options;
    const options = { ...rest, ...(signal ? { signal } : {}), ...(onProgress ? { onProgress: (progress: Omit<Progress, 'stage'>) => onProgress({ stage: 'reading', ...progress }) } : {}) };
    const selector = new Selector(this.#options);
    const readers = this.#readers(selector, number, profiles);
    if (typeof input !== 'string') return selector.account(await toEnd(readGiven(readers, input, number, options)));
    const before = await stampOf(input);
    const unchanged = async (): Promise<void> => {
      if ((await stampOf(input)) !== before) throw new TrendAuditError('changed', 'was changed while it was read', { file: input, hint: 'wait until whatever writes it is done, or give a copy of it' });
    };
    const source = await openSource(input, signal);
    try {
      const read = await toEnd(readWith(readers, source, number, options));
      await unchanged();
      return selector.account(read);
    } catch (error) {
      // What seems wrong with it may be that it is another file by now.
      await unchanged();
      throw error;
    }
  }

  /** Gives back what it holds: after this, no post can be read again. */
  close(): void {
    for (const close of this.#closers.splice(0)) close();
  }

  /** The way back to the posts that measurements number. */
  again({ posts: { input, at } }: Pick<Measurements, 'posts'>): ReadAgain {
    return async (wanted) => {
      const found = new Map<number, Post>();
      // In the order of their places, as a disk likes it.
      for (const p of wanted.toSorted((a, b) => (input[a] ?? 0) - (input[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0))) {
        const post = this.#postsAt[input[p] ?? 0]?.(at[p] ?? 0);
        if (post) found.set(p, post);
      }
      return found;
    };
  }

  #readers(selector: Selector, number: number, profiles: Profiles | undefined): Readers<number> {
    const { hashtag, since, until, workers } = this.#options;
    const collector = this.#collector;
    const readAgain = (postAt: PostAt, close: () => void): void => {
      this.#postsAt[number] = postAt;
      this.#closers.push(close);
    };
    const selection = { ...(hashtag === undefined ? {} : { hashtag }), ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
    const observe = this.#observe;
    const posts: Readers<number>['posts'] = async function* (unjoined, { name }) {
      const reading = observe && profiles ? joinProfiles(unjoined, profiles) : unjoined;
      const spool = new PostSpool();
      readAgain(
        (place) => spool.at(place),
        () => spool.close(),
      );
      for (;;) {
        const batch = await reading.next();
        if (batch.done) return batch.value;
        for (const post of batch.value) {
          if (!selector.keeps(post)) continue;
          observe?.(post);
          collector.add(post, spool.append(post));
        }
        yield collector.count;
        checkMemory(name);
      }
    };
    return {
      posts,
      table: (text, layout, file, again) =>
        observe || !RecordSplitter.handles(layout)
          ? posts(AS_POSTS.table(text, layout, file, again), file)
          : tableIntake(text, layout, file, again, { collector, selector, readAgain, options: { selection, workers, cores: cores() } }),
    };
  }
}

async function toEnd(reading: AsyncGenerator<unknown, Input>): Promise<Input> {
  for (;;) {
    const next = await reading.next();
    if (next.done) return next.value;
  }
}

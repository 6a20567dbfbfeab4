/** Files → everything that is kept of their posts, and the way back to single posts. */

import { TrendAuditError } from '../errors.js';
import type { Collector } from '../measure/collector.js';
import type { Measurements } from '../measure/measurements.js';
import type { ReadAgain } from '../measure/quotes.js';
import type { AnalyzeOptions } from '../options.js';
import type { Post } from '../post.js';
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

  readonly #observe: ((post: Post) => void) | undefined;

  /** @param observe is shown every post; what is shown must be read here, and not by other threads */
  constructor(collector: Collector, options: AnalyzeOptions, observe?: (post: Post) => void) {
    this.#collector = collector;
    this.#options = options;
    this.#observe = observe;
  }

  /** The account of the input. Throws TrendAuditError for what a user can mend. */
  async read(path: string, number: number, profiles?: Profiles): Promise<Input> {
    const { onProgress, signal, ...options } = this.#options;
    const selector = new Selector(this.#options);
    const before = await stampOf(path);
    const unchanged = async (): Promise<void> => {
      if ((await stampOf(path)) !== before) throw new TrendAuditError('changed', 'was changed while it was read', { file: path, hint: 'wait until whatever writes it is done, or give a copy of it' });
    };
    const source = await openSource(path, signal);
    const reading = readWith(this.#readers(selector, number, profiles), source, number, { ...options, ...(signal ? { signal } : {}), ...(onProgress ? { onProgress: (progress) => onProgress({ stage: 'reading', ...progress }) } : {}) });
    try {
      for (;;) {
        const next = await reading.next();
        if (!next.done) continue;
        await unchanged();
        return selector.account(next.value);
      }
    } catch (error) {
      // What seems wrong with it may be that it is another file by now.
      await unchanged();
      throw error;
    }
  }

  /** The way back to the posts that measurements number. */
  again({ posts }: Pick<Measurements, 'posts'>): ReadAgain {
    return async (wanted) => {
      const found = new Map<number, Post>();
      // In the order of their places, as a disk likes it.
      for (const p of wanted.toSorted((a, b) => (posts.input[a] ?? 0) - (posts.input[b] ?? 0) || (posts.at[a] ?? 0) - (posts.at[b] ?? 0))) {
        const post = this.#postsAt[posts.input[p] ?? 0]?.(posts.at[p] ?? 0);
        if (post) found.set(p, post);
      }
      return found;
    };
  }

  #readers(selector: Selector, number: number, profiles: Profiles | undefined): Readers<number> {
    const { hashtag, since, until, workers } = this.#options;
    const collector = this.#collector;
    const readAgain = (postAt: PostAt): void => void (this.#postsAt[number] = postAt);
    const selection = { ...(hashtag === undefined ? {} : { hashtag }), ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
    const observe = this.#observe;
    const posts: Readers<number>['posts'] = async function* (unjoined, { name }) {
      const reading = observe && profiles ? joinProfiles(unjoined, profiles) : unjoined;
      const spool = new PostSpool();
      readAgain((place) => spool.at(place));
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

import { type FieldCoverage, POST_FIELDS, type PostField } from '../documents/inspection.js';
import type { Post, PostKind } from '../documents/post.js';
import { foldHandle } from '../text/fold-handle.js';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units.js';
import { isCutShort } from './is-cut-short.js';

/** Possible resolutions of times, in ms. The resolution of a dump is the coarsest step that divides all its times. */
const STEPS = [DAY, HOUR, MINUTE, SECOND, 1];

/** Longest text before November 2017, and a length at which many programs cut texts. */
const LONGEST = 140;

const SHORTENED = /^(?:https?:\/\/)?(?:t\.co|bit\.ly|ow\.ly|goo\.gl|tinyurl\.com|is\.gd|dlvr\.it|buff\.ly|vk\.cc)\//iu;

/** Counts which fields posts have. */
export class FieldCoverageCounter {
  readonly #accounts = new Set<string>();
  readonly #have: Record<PostField, number> = {
    id: 0,
    accountId: 0,
    handle: 0,
    name: 0,
    created: 0,
    text: 0,
    hashtags: 0,
    links: 0,
    client: 0,
    retweetedId: 0,
    replyTarget: 0,
  };
  readonly #kinds: Record<PostKind, number> = { original: 0, retweet: 0, quote: 0, reply: 0 };
  /** Number of posts with an object, by column. */
  readonly #objects = new Map<string, number>();
  #posts = 0;
  #withoutTexts = 0;
  /** Number of retweets with a text. */
  #retweets = 0;
  #first = Infinity;
  #last = -Infinity;
  #step = 0;
  #cut = 0;
  #shortened = 0;

  /** @param hasText false where a store did not keep it (see `PostObserver`) */
  add(post: Post, hasText = true): void {
    this.#posts++;
    this.#addAccount(post.account.id);
    this.#first = Math.min(this.#first, post.time);
    this.#last = Math.max(this.#last, post.time);
    while (post.time % (STEPS[this.#step] ?? 1) !== 0) this.#step++;
    for (const field of POST_FIELDS) if ((hasText || !OF_TEXTS.has(field)) && HAS[field](post)) this.#have[field]++;
    if (post.objects !== undefined)
      for (const name of new Set(post.objects.map((object) => object.name)))
        this.#objects.set(name, (this.#objects.get(name) ?? 0) + 1);
    if (hasText || post.kind === 'retweet') this.#kinds[post.kind]++;
    if (!hasText) {
      this.#withoutTexts++;
      return;
    }
    if (post.kind === 'retweet') this.#retweets++;
    if (isCutShort(post.text) || length(post.text) === LONGEST) this.#cut++;
    if (post.links.length > 0 && post.links.every((link) => SHORTENED.test(link))) this.#shortened++;
  }

  /** Keeps a copy of the id: a substring of a table's text would keep the whole text in memory. */
  #addAccount(id: string): void {
    if (!this.#accounts.has(id)) this.#accounts.add(structuredClone(id));
  }

  #objectShares(): NonNullable<FieldCoverage['objects']> {
    return Array.from(this.#objects, ([name, posts]) => ({ name, posts, of: this.#posts })).sort((x, y) =>
      x.name < y.name ? -1 : 1,
    );
  }

  result(): FieldCoverage {
    const of: Partial<Record<PostField, number>> = { retweetedId: this.#retweets, replyTarget: this.#kinds.reply };
    const share = (field: PostField): { posts: number; of: number } => ({
      posts: this.#have[field],
      of: of[field] ?? this.#posts - (OF_TEXTS.has(field) ? this.#withoutTexts : 0),
    });
    return {
      accounts: this.#accounts.size,
      from: this.#posts === 0 ? null : new Date(this.#first).toISOString(),
      to: this.#posts === 0 ? null : new Date(this.#last).toISOString(),
      resolutionSeconds: this.#posts === 0 ? 0.001 : (STEPS[this.#step] ?? 1) / SECOND,
      fields: {
        id: share('id'),
        accountId: share('accountId'),
        handle: share('handle'),
        name: share('name'),
        created: share('created'),
        text: share('text'),
        hashtags: share('hashtags'),
        links: share('links'),
        client: share('client'),
        retweetedId: share('retweetedId'),
        replyTarget: share('replyTarget'),
      },
      ...(this.#objects.size === 0 ? {} : { objects: this.#objectShares() }),
      kinds: { ...this.#kinds },
      ...(this.#withoutTexts === 0 ? {} : { withoutTexts: this.#withoutTexts }),
      cutTexts: this.#cut,
      shortenedLinks: this.#shortened,
    };
  }
}

/** Fields that a store without texts does not have. */
const OF_TEXTS: ReadonlySet<PostField> = new Set(['text', 'links', 'client', 'retweetedId', 'replyTarget']);

const HAS: Readonly<Record<PostField, (post: Post) => boolean>> = {
  id: ({ id }) => id !== undefined,
  // In a row without an id, the handle or the display name is used as the id.
  accountId: ({ account }) => account.id !== foldHandle(account.handle) && account.id !== account.displayName,
  handle: ({ account }) => account.handle !== '',
  name: ({ account }) => account.displayName !== '',
  created: ({ account }) => account.created !== undefined,
  text: ({ text }) => text.trim() !== '',
  hashtags: ({ hashtags }) => hashtags.length > 0,
  links: ({ links }) => links.length > 0,
  client: ({ client }) => client !== '',
  retweetedId: ({ kind, retweetedId }) => kind === 'retweet' && retweetedId !== undefined,
  replyTarget: ({ kind, repliedTo, repliedId }) =>
    kind === 'reply' && (repliedTo !== undefined || repliedId !== undefined),
};

/** Length in code points, computed only where it may be near `LONGEST`. */
function length(text: string): number {
  return text.length < LONGEST || text.length > 2 * LONGEST ? text.length : [...text].length;
}

import type { Post } from '../post.js';

/** A post as it is kept between reading and measuring. */
export interface Kept {
  readonly id: string | undefined;
  readonly account: string;
  readonly time: number;
  readonly text: string;
  readonly retweet: boolean;
  readonly retweetedId: string | undefined;
  readonly targets: readonly string[];
  readonly links: readonly string[];
  readonly hashtags: readonly string[];
  readonly input: number;
  readonly line: number;
}

/** What the dump says of one account, over all its rows. */
export interface Profile {
  handle: Named;
  displayName: Named;
  created: { from: number; to: number; source: 'dump' | 'snowflake' | 'interpolated' } | undefined;
}

/** A name, and the time of the newest post that bore it. */
interface Named {
  readonly name: string;
  readonly at: number;
}

/** Gathers posts, in any order and any division; `measure` makes the Measurements. */
export class Collector {
  readonly kept: Kept[] = [];
  readonly profiles = new Map<string, Profile>();
  readonly #strings = new Map<string, string>();

  add(post: Post): void {
    const { account } = post;
    this.kept.push({
      id: post.id,
      account: this.#intern(account.id),
      time: post.time,
      text: this.#intern(post.text),
      retweet: post.kind === 'retweet',
      retweetedId: post.retweetedId,
      targets: targetsOf(post),
      links: post.links,
      hashtags: post.hashtags.map((tag) => this.#intern(tag)),
      input: post.input,
      line: post.line,
    });
    this.#learn(account.id, {
      handle: { name: account.handle, at: post.time },
      displayName: { name: account.displayName, at: post.time },
      created: account.created,
    });
  }

  /** Takes over everything that another collector has gathered. */
  merge(other: Collector): void {
    for (const post of other.kept) this.kept.push(post);
    for (const [id, profile] of other.profiles) this.#learn(id, profile);
  }

  /** The newest name counts, and the earliest creation date. */
  #learn(id: string, seen: Profile): void {
    const known = this.profiles.get(id);
    if (known === undefined) {
      this.profiles.set(this.#intern(id), { ...seen });
      return;
    }
    known.handle = newer(known.handle, seen.handle);
    known.displayName = newer(known.displayName, seen.displayName);
    known.created = earlier(known.created, seen.created);
  }

  #intern(text: string): string {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, text);
    return text;
  }
}

/** A name beats none; then the newer; of two as new the smaller string, so that the order of rows is nothing. */
function newer(a: Named, b: Named): Named {
  if (a.name === '' || b.name === '') return a.name === '' ? b : a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.name <= b.name ? a : b;
}

function earlier(a: Profile['created'], b: Profile['created']): Profile['created'] {
  if (!a || !b) return a ?? b;
  if (a.from !== b.from) return a.from < b.from ? a : b;
  if (a.to !== b.to) return a.to < b.to ? a : b;
  return a.source <= b.source ? a : b;
}

const MENTION = /(?<![\p{L}\p{N}_@＠])[@＠](\w{1,30})/gu;

/** Who a post is directed at: the account that it answers, and those that it mentions; handles folded. */
function targetsOf(post: Post): readonly string[] {
  const targets = new Set<string>();
  if (post.kind !== 'retweet' && post.repliedTo) targets.add(post.repliedTo.toLowerCase());
  for (const [, handle] of post.text.matchAll(MENTION)) if (handle) targets.add(handle.toLowerCase());
  if (post.retweetedHandle) targets.delete(post.retweetedHandle.toLowerCase());
  targets.delete(post.account.handle.toLowerCase());
  targets.delete(post.account.id.toLowerCase());
  return [...targets];
}

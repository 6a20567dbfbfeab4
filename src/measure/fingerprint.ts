import type { Post } from '../post.js';
import { Hash64 } from '../text/hash64.js';
import { wordPairs } from '../text/near-copies.js';
import { normalise } from '../text/normalise.js';
import { type Block, CREATED_SOURCES, DISGUISED, type Keys, NO_WORDING, RETWEET } from './block.js';
import { linkKeys, retweetKey, targetKeys } from './keys.js';
import { halvesOf, NO_ID, otherId } from './post-ids.js';
import { Profiles } from './profiles.js';

/** Texts of fewer words say nothing: strangers write "good morning all" by the hundred. */
const MIN_WORDS = 4;

/** Turns posts into a block: takes from each what a measurement may need, and lets its text go. */
export class Fingerprinter {
  readonly #input: number;
  readonly #accounts = new Profiles();
  readonly #account: number[] = [];
  readonly #time: number[] = [];
  readonly #id: number[] = [];
  readonly #otherIds: string[] = [];
  readonly #line: number[] = [];
  readonly #at: number[] = [];
  readonly #flags: number[] = [];
  readonly #raw: number[] = [];
  readonly #rest: number[] = [];
  readonly #wording: number[] = [];
  readonly #retweet: number[] = [];
  readonly #links = new KeyList();
  readonly #targets = new KeyList();
  readonly #tags = new KeyList();
  readonly #tagPlaces = new Map<string, number>();
  readonly #wordings = new WordingsSeen();
  readonly #hash = new Hash64();

  /** @param input index of the input that all posts come from */
  constructor(input: number) {
    this.#input = input;
  }

  get count(): number {
    return this.#time.length;
  }

  /** @param at where the post can be read again */
  add(post: Post, at: number): void {
    const retweet = post.kind === 'retweet';
    const wording = retweet ? undefined : this.#wordings.add(post.text);
    this.#account.push(this.#learn(post));
    this.#time.push(post.time);
    this.#id.push(...this.#idOf(post));
    this.#line.push(post.line);
    this.#at.push(at);
    this.#flags.push((retweet ? RETWEET : 0) | (wording?.disguised ? DISGUISED : 0));
    this.#raw.push(this.#hash.reset().add(post.text).low);
    this.#wording.push(wording?.place ?? NO_WORDING);
    const source = retweetKey(post);
    const links = linkKeys(post);
    const targets = targetKeys(post);
    if (source === '') this.#retweet.push(0, 0);
    else this.#push(this.#retweet, source);
    this.#links.add(links, (key) => this.#push(this.#links.values, key));
    this.#targets.add(targets, (key) => this.#push(this.#targets.values, key));
    this.#tags.add(post.hashtags, (tag) => this.#tags.values.push(placeOf(tag, this.#tagPlaces)));
    const rest = this.#hash.reset().add(post.kind).add(source);
    for (const keys of [post.links, targets, post.hashtags]) {
      for (const key of keys) rest.add(key);
      rest.add('');
    }
    this.#rest.push(rest.low);
  }

  /** What was added. To be asked once. */
  block(): Block {
    return {
      input: this.#input,
      count: this.count,
      accounts: this.#accounts.columns(),
      account: new Uint32Array(this.#account),
      time: new Float64Array(this.#time),
      id: new Uint32Array(this.#id),
      otherIds: this.#otherIds,
      line: new Uint32Array(this.#line),
      at: new Float64Array(this.#at),
      flags: new Uint8Array(this.#flags),
      raw: new Uint32Array(this.#raw),
      rest: new Uint32Array(this.#rest),
      wording: new Uint32Array(this.#wording),
      wordings: this.#wordings.columns(),
      retweet: new Uint32Array(this.#retweet),
      links: this.#links.columns(),
      targets: this.#targets.columns(),
      tags: this.#tags.columns(),
      tagNames: [...this.#tagPlaces.keys()],
    };
  }

  #push(values: number[], text: string): void {
    const hash = this.#hash.reset().add(text);
    values.push(hash.high, hash.low);
  }

  #learn({ account: { id, handle, displayName, created }, time }: Post): number {
    return this.#accounts.add(id, {
      handle,
      handleAt: time,
      displayName,
      displayNameAt: time,
      from: created?.from ?? Number.NaN,
      to: created?.to ?? Number.NaN,
      source: created ? CREATED_SOURCES.indexOf(created.source) : 0,
    });
  }

  #idOf({ id }: Post): readonly [number, number] {
    if (id === undefined) return NO_ID;
    return halvesOf(id) ?? otherId(this.#otherIds.push(id) - 1);
  }
}

class KeyList {
  readonly values: number[] = [];
  readonly #counts: number[] = [];

  add<Key>(keys: readonly Key[], push: (key: Key) => void): void {
    const count = Math.min(keys.length, 0xffff);
    this.#counts.push(count);
    for (let k = 0; k < count; k++) {
      const key = keys[k];
      if (key !== undefined) push(key);
    }
  }

  columns(): Keys {
    return { counts: new Uint16Array(this.#counts), values: new Uint32Array(this.values) };
  }
}

class WordingsSeen {
  readonly #known = new Map<string, { readonly place: number; readonly disguised: boolean }>();
  readonly #places = new Map<string, number>();
  readonly #hashes: number[] = [];
  readonly #starts: number[] = [0];
  readonly #pairs: number[] = [];
  readonly #telling: number[] = [];
  readonly #hash = new Hash64();

  add(text: string): { readonly place: number; readonly disguised: boolean } {
    const known = this.#known.get(text);
    if (known) return known;
    const { words, disguised } = normalise(text);
    const key = words.join(' ');
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(key, place);
      const hash = this.#hash.reset().add(key);
      this.#hashes.push(hash.high, hash.low);
      const telling = words.length >= MIN_WORDS;
      this.#telling.push(Number(telling));
      if (telling) for (const pair of wordPairs(words)) this.#pairs.push(pair);
      this.#starts.push(this.#pairs.length);
    }
    const found = { place, disguised };
    this.#known.set(text, found);
    return found;
  }

  columns(): Block['wordings'] {
    return { hash: new Uint32Array(this.#hashes), start: new Uint32Array(this.#starts), pairs: new Uint32Array(this.#pairs), telling: new Uint8Array(this.#telling) };
  }
}

function placeOf(name: string, places: Map<string, number>): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, places.size);
  return places.size - 1;
}

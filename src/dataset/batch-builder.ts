import type { Account, Post, PostKind, PostObject } from '../documents/post.js';
import { outOfRange } from '../stats/array-access.js';
import { Interner } from '../text/interner.js';
import { HASH_WORDS, HashColumn, KeyedHash } from '../text/keyed-hash.js';
import { OrderingHash } from '../text/ordering-hash.js';
import { TextUnits } from '../text/text-units.js';
import { Tokenizer } from '../text/tokenizer.js';
import { MAX_SHINGLES, hashWordBigrams } from '../text/word-bigrams.js';
import { AccountTable } from './account-table.js';
import { canonicalLinks, canonicalObjects, canonicalRetweetKey, canonicalTargets } from './canonical-keys.js';
import { SpellingReader } from './hashtag-spellings.js';
import { splitUint64, NO_ID, nonNumericIdRef } from './post-ids.js';
import {
  type RecordBatch,
  CREATED_SOURCES,
  OBFUSCATED,
  type ListColumn,
  NO_TEXT_CLUSTER,
  RETWEET,
} from './record-batch.js';

/** Shorter texts are not compared: hundreds of unrelated people write "good morning all". */
const MIN_WORDS = 4;

/** Shared by all builders: it keeps no state between texts. */
const reader = new Tokenizer();

/** The data that is kept of a post, with numbers for its account and id. */
export interface PostParts {
  /** Index among the accounts of the batch. */
  readonly account: number;
  readonly time: number;
  readonly idHigh: number;
  readonly idLow: number;
  readonly line: number;
  /** The position at which the post can be read again. */
  readonly at: number;
  readonly kind: PostKind;
  readonly text: TextUnits;
  /** The retweeted post (see `canonicalRetweetKey`), and the handle of its author; '' if there is none. */
  readonly source: string;
  readonly retweetedHandle: string;
  readonly links: readonly string[];
  readonly targets: readonly string[];
  readonly hashtags: readonly string[];
  readonly objects?: readonly PostObject[] | undefined;
}

export interface BatchOptions {
  /**
   * Whether `accounts` has a row for each different profile stated in posts, instead of one for each account. Then
   * each post keeps what it states about its account, so that a subset of the posts gives only what that subset
   * states.
   */
  readonly eachProfile?: boolean;
}

/** Converts posts to a record batch: keeps what a dataset needs of each, but not its text. */
export class BatchBuilder {
  readonly #input: number;
  readonly #eachProfile: boolean;
  readonly #accounts = new AccountTable();
  readonly #text = new TextUnits();
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
  readonly #retweet = new HashColumn();
  readonly #retweetedAuthor = new HashColumn();
  readonly #links = new HashList();
  readonly #targets = new HashList();
  readonly #objects = new HashList();
  readonly #objectColumn: number[] = [];
  readonly #objectPlaces = new Map<string, number>();
  readonly #tags = new KeyList();
  readonly #tagPlaces = new Map<string, number>();
  readonly #spellings = new SpellingReader();
  readonly #wordings = new WordingsSeen();
  readonly #hash = new KeyedHash();
  /** For hashes that only determine the order of posts. */
  readonly #order = new OrderingHash();

  /** @param input index of the input of all posts */
  constructor(input: number, { eachProfile = false }: BatchOptions = {}) {
    this.#input = input;
    this.#eachProfile = eachProfile;
  }

  get count(): number {
    return this.#time.length;
  }

  /** @param at the position at which the post can be read again */
  add(post: Post, at: number): void {
    this.#text.readText(post.text);
    const [idHigh, idLow] = this.#idOf(post);
    this.addParts({
      account: this.learn(post.account, post.time),
      time: post.time,
      idHigh,
      idLow,
      line: post.line,
      at,
      kind: post.kind,
      text: this.#text,
      source: canonicalRetweetKey(post),
      retweetedHandle: post.retweetedHandle ?? '',
      links: post.links,
      targets: canonicalTargets(post),
      hashtags: post.hashtags,
      objects: post.objects,
    });
  }

  addParts(parts: PostParts): void {
    const { kind, text, source, links, targets, hashtags, objects } = parts;
    const retweet = kind === 'retweet';
    if (!retweet) reader.read(text);
    this.#account.push(parts.account);
    this.#time.push(parts.time);
    this.#id.push(parts.idHigh, parts.idLow);
    this.#line.push(parts.line);
    this.#at.push(parts.at);
    this.#flags.push(retweet ? RETWEET : reader.disguised ? OBFUSCATED : 0);
    this.#raw.push(this.#order.reset().addUnits(text.units, text.length).low);
    this.#wording.push(retweet ? NO_TEXT_CLUSTER : this.#wordings.add(reader));
    this.#pushOptional(this.#retweet, source);
    this.#pushOptional(this.#retweetedAuthor, retweet ? parts.retweetedHandle.toLowerCase() : '');
    this.#addHashes(this.#links, canonicalLinks(parts));
    this.#addHashes(this.#targets, targets);
    this.#addObjects(parts);
    this.#addTags(parts);
    this.#order.reset().add(kind).add(source);
    this.#orderBy(links);
    this.#orderBy(targets);
    this.#orderBy(hashtags);
    if (objects !== undefined) this.#orderBy(objects.flatMap(({ name, value }) => [name, value]));
    this.#rest.push(this.#order.low);
  }

  /** The batch of all added posts. May be called only once. */
  block(): RecordBatch {
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
      textHash: new Uint32Array(this.#raw),
      restHash: new Uint32Array(this.#rest),
      wording: new Uint32Array(this.#wording),
      wordings: this.#wordings.columns(),
      retweet: this.#retweet.take(),
      retweetedAuthor: this.#retweetedAuthor.take(),
      links: this.#links.columns(),
      targets: this.#targets.columns(),
      objects: this.#objects.columns(),
      objectColumn: new Uint32Array(this.#objectColumn),
      objectColumns: [...this.#objectPlaces.keys()],
      tags: this.#tags.columns(),
      tagNames: [...this.#tagPlaces.keys()],
    };
  }

  /** Adds the hash of a text, or an entry for no text. */
  #pushOptional(hashes: HashColumn, text: string): void {
    if (text === '') hashes.pushNone();
    else hashes.push(this.#hash.reset().add(text));
  }

  #addHashes({ counts, hashes }: HashList, keys: readonly string[]): void {
    const count = Math.min(keys.length, MOST_KEYS);
    counts.push(count);
    for (let k = 0; k < count; k++) hashes.push(this.#hash.reset().add(keys[k] ?? outOfRange()));
  }

  #addObjects(post: Pick<Post, 'kind'> & Pick<PostParts, 'objects'>): void {
    const objects = canonicalObjects(post);
    const count = Math.min(objects.length, MOST_KEYS);
    this.#objects.counts.push(count);
    for (let k = 0; k < count; k++) {
      const { name, value } = objects[k] ?? outOfRange();
      this.#objects.hashes.push(this.#hash.reset().add(name).add(value));
      this.#objectColumn.push(placeOf(name, this.#objectPlaces));
    }
  }

  #addTags({ hashtags, text }: PostParts): void {
    const count = Math.min(hashtags.length, MOST_KEYS);
    this.#tags.counts.push(count);
    if (count > 0) this.#spellings.readText(text);
    for (let k = 0; k < count; k++)
      this.#tags.values.push(placeOf(this.#spellings.spellingOf(hashtags[k] ?? outOfRange()), this.#tagPlaces));
  }

  #orderBy(keys: readonly string[]): void {
    for (const key of keys) this.#order.add(key);
    this.#order.add('');
  }

  /** The number of an account in the batch, after updating it with what a post of this time states about it. */
  learn({ id, handle, displayName, created }: Account, time: number): number {
    const seen = {
      handle,
      handleAt: time,
      displayName,
      displayNameAt: time,
      from: created?.from ?? Number.NaN,
      to: created?.to ?? Number.NaN,
      source: created ? CREATED_SOURCES.indexOf(created.source) : 0,
    };
    if (!this.#eachProfile) return this.#accounts.add(id, seen);
    return this.#accounts.add(id, seen, JSON.stringify([id, handle, displayName, seen.from, seen.to, seen.source]));
  }

  #idOf({ id }: Post): readonly [number, number] {
    if (id === undefined) return NO_ID;
    return splitUint64(id) ?? nonNumericIdRef(this.#otherIds.push(id) - 1);
  }
}

/** The largest count that `ListColumn` can store. */
const MOST_KEYS = 0xffff;

class HashList {
  readonly counts: number[] = [];
  readonly hashes = new HashColumn();

  columns(): ListColumn {
    return { counts: new Uint16Array(this.counts), values: this.hashes.take() };
  }
}

class KeyList {
  readonly counts: number[] = [];
  readonly values: number[] = [];

  columns(): ListColumn {
    return { counts: new Uint16Array(this.counts), values: new Uint32Array(this.values) };
  }
}

class WordingsSeen {
  readonly #places = new Interner(HASH_WORDS, 'hashes');
  readonly #key = new Uint32Array(HASH_WORDS);
  readonly #hashes = new HashColumn();
  readonly #starts: number[] = [0];
  readonly #telling: number[] = [];
  readonly #hash = new KeyedHash();
  #pairs = new Uint32Array(16 * 1024);
  #pairsEnd = 0;

  /** The number of the wording that was read last. */
  add({ units, length, words }: Tokenizer): number {
    this.#hash.reset().addUnits(units, length).write(this.#key, 0);
    const place = this.#places.numberOf(this.#key, 0);
    if (place === this.#telling.length) {
      this.#hashes.push(this.#hash);
      const telling = words >= MIN_WORDS;
      this.#telling.push(Number(telling));
      if (telling) this.#addPairs(units, length);
      this.#starts.push(this.#pairsEnd);
    }
    return place;
  }

  columns(): RecordBatch['wordings'] {
    return {
      hash: this.#hashes.take(),
      start: new Uint32Array(this.#starts),
      pairs: this.#pairs.slice(0, this.#pairsEnd),
      telling: new Uint8Array(this.#telling),
    };
  }

  #addPairs(units: Uint16Array, length: number): void {
    if (this.#pairs.length < this.#pairsEnd + MAX_SHINGLES) {
      const larger = new Uint32Array(2 * this.#pairs.length);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairsEnd = hashWordBigrams(units, length, this.#pairs, this.#pairsEnd);
  }
}

function placeOf(name: string, places: Map<string, number>): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, places.size);
  return places.size - 1;
}

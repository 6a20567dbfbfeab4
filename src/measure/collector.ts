import type { Post } from '../post.js';
import { type Block, DROPPED, type Keys } from './block.js';
import { bytes, doubles, shorts, words } from './column.js';
import { Fingerprinter } from './fingerprint.js';
import { HashNumbers } from './hash-numbers.js';
import { Lists } from './lists.js';
import { isOther } from './post-ids.js';
import { Profiles } from './profiles.js';

/** Posts that are gathered before they become a block: few enough to be in nobody's way. */
const BLOCK = 4096;

/** Gathers posts, in any order and any division; `measure` makes the Measurements. */
export class Collector {
  /** As in blocks (see `Block`), with numbers that hold for all of them in place of places and hashes. */
  readonly columns = {
    account: words(),
    time: doubles(),
    id: words(),
    input: words(),
    line: words(),
    at: doubles(),
    flags: bytes(),
    raw: words(),
    rest: words(),
    wording: words(),
    /** Number of the retweeted thing + 1; 0 for none. */
    retweet: words(),
    links: { counts: shorts(), values: words() },
    targets: { counts: shorts(), values: words() },
    tags: { counts: shorts(), values: words() },
  };
  readonly profiles = new Profiles();
  readonly otherIds: string[] = [];
  readonly tagNames: string[] = [];
  /** For each wording the pairs of its words. */
  readonly pairs = new Lists();
  /** For each wording 1 where it has enough words to say something. */
  readonly telling = bytes();
  readonly #otherPlaces = new Map<string, number>();
  readonly #tagPlaces = new Map<string, number>();
  #numbers = { wording: new HashNumbers(), retweet: new HashNumbers(), link: new HashNumbers(), target: new HashNumbers() };
  #posts = 0;
  #open: { readonly input: number; readonly fingerprinter: Fingerprinter } | undefined;

  /** Posts so far. */
  get count(): number {
    return this.#posts + (this.#open?.fingerprinter.count ?? 0);
  }

  /** @param at where the post can be read again */
  add(post: Post, at = 0): void {
    if (this.#open && (this.#open.input !== post.input || this.#open.fingerprinter.count >= BLOCK)) this.close();
    this.#open ??= { input: post.input, fingerprinter: new Fingerprinter(post.input) };
    this.#open.fingerprinter.add(post, at);
  }

  /** Takes what was added one by one; to be called before what was gathered is looked at. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.take(open.fingerprinter.block());
  }

  /** Takes what a block holds; it is not to be used any more, as numbers that hold for all blocks are written into it. */
  take(block: Block): void {
    for (const flags of block.flags) if ((flags & DROPPED) === 0) this.#posts++;
    const { columns } = this;
    const numbers = this.#numbers;
    columns.account.push(renumber(block.account, this.profiles.learn(block.accounts)));
    columns.time.push(block.time);
    columns.id.push(this.#renumberIds(block));
    columns.input.fill(block.input, block.count);
    columns.line.push(block.line);
    columns.at.push(block.at);
    columns.flags.push(block.flags);
    columns.raw.push(block.raw);
    columns.rest.push(block.rest);
    columns.wording.push(renumber(block.wording, this.#takeWordings(block.wordings)));
    columns.retweet.push(numbered(block.retweet, numbers.retweet, 1));
    takeKeys(columns.links, block.links.counts, numbered(block.links.values, numbers.link, 0));
    takeKeys(columns.targets, block.targets.counts, numbered(block.targets.values, numbers.target, 0));
    takeKeys(columns.tags, block.tags.counts, renumber(block.tags.values, places(block.tagNames, this.#tagPlaces, this.tagNames)));
  }

  /** Ends the gathering: how many different things of each kind there are. By what they are known is forgotten. */
  finish(): { readonly retweet: number; readonly link: number; readonly target: number } {
    this.close();
    const { retweet, link, target } = this.#numbers;
    const sizes = { retweet: retweet.size, link: link.size, target: target.size };
    this.#numbers = { wording: new HashNumbers(), retweet: new HashNumbers(), link: new HashNumbers(), target: new HashNumbers() };
    this.#otherPlaces.clear();
    this.#tagPlaces.clear();
    this.profiles.finish();
    return sizes;
  }

  /** The accounts that have posts in each input, by their numbers in `profiles`. */
  accountsByInput(): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    const { account, input } = this.columns;
    for (let p = 0; p < account.length; p++) {
      const accounts = found.get(input.at(p)) ?? new Set();
      if (accounts.size === 0) found.set(input.at(p), accounts);
      accounts.add(account.at(p));
    }
    return found;
  }

  #takeWordings({ hash, start, pairs, telling }: Block['wordings']): Uint32Array {
    const numbers = new Uint32Array(telling.length);
    const before = this.pairs.count;
    const news = new Uint8Array(telling.length);
    for (let w = 0; w < numbers.length; w++) {
      const number = this.#numbers.wording.numberOf(hash[2 * w] ?? 0, hash[2 * w + 1] ?? 0);
      if (number === this.pairs.count) {
        news[number - before] = telling[w] ?? 0;
        this.pairs.push(pairs, start[w] ?? 0, start[w + 1] ?? 0);
      }
      numbers[w] = number;
    }
    this.telling.push(news.subarray(0, this.pairs.count - before));
    return numbers;
  }

  #renumberIds({ id, otherIds }: Block): Uint32Array {
    if (otherIds.length === 0) return id;
    const others = places(otherIds, this.#otherPlaces, this.otherIds);
    for (let at = 0; at < id.length; at += 2) if (isOther(id[at] ?? 0)) id[at + 1] = others[id[at + 1] ?? 0] ?? 0;
    return id;
  }
}

function takeKeys(columns: Collector['columns']['links'], counts: Keys['counts'], values: Uint32Array): void {
  columns.counts.push(counts);
  columns.values.push(values);
}

/** Each place replaced by what stands there in `numbers`; places beyond it stay. */
function renumber(values: Uint32Array, numbers: Uint32Array): Uint32Array {
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? 0;
    if (value < numbers.length) values[k] = numbers[value] ?? 0;
  }
  return values;
}

/** The number of each hash, raised by `from`; two zeros are no hash, and 0. */
function numbered(hashes: Uint32Array, numbers: HashNumbers, from: number): Uint32Array {
  const found = new Uint32Array(hashes.length / 2);
  for (let k = 0; k < found.length; k++) {
    const low = hashes[2 * k + 1] ?? 0;
    if (low !== 0) found[k] = numbers.numberOf(hashes[2 * k] ?? 0, low) + from;
  }
  return found;
}

/** The place of each name among all, new ones added. */
function places(names: readonly string[], known: Map<string, number>, all: string[]): Uint32Array {
  const found = new Uint32Array(names.length);
  for (const [k, name] of names.entries()) {
    let place = known.get(name);
    if (place === undefined) {
      place = all.push(name) - 1;
      known.set(name, place);
    }
    found[k] = place;
  }
  return found;
}

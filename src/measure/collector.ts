import type { Post } from '../post.js';
import { type Block, DROPPED, type Keys } from './block.js';
import { Fingerprinter } from './fingerprint.js';
import { HashNumbers } from './hash-numbers.js';
import { Lists } from './lists.js';
import { isOther } from './post-ids.js';
import { Profiles } from './profiles.js';

/** A block whose places have become numbers that hold for all blocks. */
export interface Gathered extends Omit<Block, 'accounts' | 'wordings' | 'otherIds' | 'tagNames'> {
  /** Number of the retweeted thing + 1; 0 for none. */
  readonly retweet: Uint32Array;
  /** Numbers, one value a key. */
  readonly links: Keys;
  readonly targets: Keys;
}

/** Posts that are gathered before they become a block: few enough to be in nobody's way. */
const BLOCK = 4096;

/** Gathers posts, in any order and any division; `measure` makes the Measurements. */
export class Collector {
  readonly blocks: Gathered[] = [];
  readonly profiles = new Profiles();
  readonly otherIds: string[] = [];
  readonly tagNames: string[] = [];
  /** For each wording the pairs of its words. */
  readonly pairs = new Lists();
  /** For each wording 1 where it has enough words to say something. */
  readonly telling: number[] = [];
  readonly #otherPlaces = new Map<string, number>();
  readonly #tagPlaces = new Map<string, number>();
  readonly #wordings = new HashNumbers();
  readonly #retweets = new HashNumbers();
  readonly #links = new HashNumbers();
  readonly #targets = new HashNumbers();
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

  /** Takes a block over; it is not to be used by anybody else any more. */
  take(block: Block): void {
    for (const flags of block.flags) if ((flags & DROPPED) === 0) this.#posts++;
    const accounts = this.profiles.learn(block.accounts);
    const wordings = this.#takeWordings(block.wordings);
    const others = block.otherIds.map((id) => placeOf(id, this.#otherPlaces, this.otherIds));
    const tags = block.tagNames.map((tag) => placeOf(tag, this.#tagPlaces, this.tagNames));
    this.blocks.push({
      input: block.input,
      count: block.count,
      time: block.time,
      line: block.line,
      at: block.at,
      flags: block.flags,
      raw: block.raw,
      rest: block.rest,
      account: inPlace(block.account, (place) => accounts[place] ?? 0),
      wording: inPlace(block.wording, (place) => wordings[place] ?? place),
      id: others.length === 0 ? block.id : block.id.map((half, at) => (at % 2 === 1 && isOther(block.id[at - 1] ?? 0) ? (others[half] ?? 0) : half)),
      retweet: numbered(block.retweet, this.#retweets, 1),
      links: { counts: block.links.counts, values: numbered(block.links.values, this.#links, 0) },
      targets: { counts: block.targets.counts, values: numbered(block.targets.values, this.#targets, 0) },
      tags: { counts: block.tags.counts, values: inPlace(block.tags.values, (place) => tags[place] ?? 0) },
    });
  }

  /** How many different things of each kind there are so far. */
  get sizes(): { readonly retweet: number; readonly link: number; readonly target: number } {
    return { retweet: this.#retweets.size, link: this.#links.size, target: this.#targets.size };
  }

  #takeWordings({ hash, start, pairs, telling }: Block['wordings']): Uint32Array {
    const numbers = new Uint32Array(telling.length);
    for (let w = 0; w < numbers.length; w++) {
      const number = this.#wordings.numberOf(hash[2 * w] ?? 0, hash[2 * w + 1] ?? 0);
      if (number === this.telling.length) {
        this.telling.push(telling[w] ?? 0);
        this.pairs.push(pairs, start[w] ?? 0, start[w + 1] ?? 0);
      }
      numbers[w] = number;
    }
    return numbers;
  }
}

function inPlace(values: Uint32Array, change: (value: number) => number): Uint32Array {
  for (let k = 0; k < values.length; k++) values[k] = change(values[k] ?? 0);
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

function placeOf(name: string, places: Map<string, number>, names: string[]): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, names.length);
  names.push(name);
  return names.length - 1;
}

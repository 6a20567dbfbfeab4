/**
 * Finds names in texts word by word, with any characters between the words. The names are sorted, and each letter of
 * a text narrows the range of names that it may begin. So the time depends on the length of the text and the
 * logarithm of the number of names.
 */

import { FoldedText } from './folded-text.js';

/**
 * Longer names are compared completely once this much of them is found, so that the time stays proportional to the
 * length of the text.
 */
const LONGEST_KEY = 200;
const GAP = 0x20;

export interface Name {
  readonly pseudonym: string;
  /** Its spelling in the dump, in plain form: it decides between look-alike names. */
  readonly plain: string;
  /** The kind of name, which decides between names with the same spelling: the lowest rank first. */
  readonly rank: number;
  /** The rest of a name that is longer than its key. */
  readonly rest: string;
}

export interface FoundName {
  readonly pseudonym: string;
  readonly end: number;
}

/** The conditions for a match. */
export interface Conditions {
  /** Whether a name may end before this unit. */
  readonly mayEnd: (end: number, key: string) => boolean;
  readonly accept?: (end: number, name: Name) => boolean;
}

/** A name's folded words, separated by single spaces; empty if it has none. */
export function nameKey(name: string): string {
  const folded = new FoldedText(name);
  let key = '';
  for (let at = folded.nextWord(0); at < folded.text.length;) {
    const end = folded.wordEnd(at);
    key += (key === '' ? '' : ' ') + folded.text.slice(at, end);
    at = folded.nextWord(end);
  }
  return key;
}

/** Sorted keys of names, to find the names that begin at a position of a text. */
export class NameIndex {
  readonly #keys: string[] = [];
  readonly #names: Name[][] = [];
  readonly #byFirst = new Map<number, readonly [number, number]>();

  constructor(names: Iterable<Omit<Name, 'rest'> & { readonly key: string }>) {
    const byKey = new Map<string, Name[]>();
    for (const { key, ...name } of names) {
      if (key === '') continue;
      const cut = key.slice(0, LONGEST_KEY);
      const entry = { ...name, rest: key.slice(LONGEST_KEY) };
      const same = byKey.get(cut);
      if (same) same.push(entry);
      else byKey.set(cut, [entry]);
    }
    for (const key of [...byKey.keys()].sort()) {
      const first = key.charCodeAt(0);
      const [from] = this.#byFirst.get(first) ?? [this.#keys.length];
      this.#keys.push(key);
      this.#names.push((byKey.get(key) ?? []).sort(inOrder));
      this.#byFirst.set(first, [from, this.#keys.length]);
    }
  }

  /** The longest name that begins at this unit. */
  match(text: FoldedText, start: number, { mayEnd, accept = () => true }: Conditions): FoundName | undefined {
    let [low, high] = this.#byFirst.get(text.text.charCodeAt(start)) ?? [0, 0];
    let best: FoundName | undefined;
    for (let at = start, depth = 0; low < high; depth++) {
      const key = this.#keys[low] ?? '';
      if (key.length === depth) {
        const found = this.#end(text, start, at, low, { mayEnd, accept });
        if (found) best = found;
        low++;
      }
      const isWord = text.isWord(at);
      const next = isWord ? at + 1 : text.nextWord(at);
      if (at >= text.text.length || (!isWord && next >= text.text.length)) break;
      const unit = isWord ? text.text.charCodeAt(at) : GAP;
      low = this.#lowerBound(low, high, depth, unit);
      high = this.#lowerBound(low, high, depth, unit + 1);
      at = next;
    }
    return best;
  }

  /** The name whose complete key is this one. */
  lookup(key: string, plain: string): Name | undefined {
    const cut = key.slice(0, LONGEST_KEY);
    const at = this.#lowerBoundOfKey(cut);
    const rest = key.slice(LONGEST_KEY);
    return this.#keys[at] === cut
      ? choose(
          (this.#names[at] ?? []).filter((name) => name.rest === rest),
          plain,
        )
      : undefined;
  }

  #end(text: FoldedText, start: number, end: number, at: number, conditions: Conditions): FoundName | undefined {
    const key = this.#keys[at] ?? '';
    const names = this.#names[at] ?? [];
    const long = names.flatMap((name) => {
      const last = name.rest === '' ? undefined : endOfRest(text, end, name.rest);
      return last === undefined ? [] : [{ pseudonym: name.pseudonym, end: last }];
    });
    if (long[0]) return long.reduce((longest, each) => (each.end > longest.end ? each : longest));
    const whole = names.filter(({ rest }) => rest === '');
    if (whole.length === 0 || !conditions.mayEnd(end, key)) return undefined;
    const name = choose(whole, whole.length === 1 ? '' : text.plain(start, end));
    return name && (conditions.accept?.(end, name) ?? true) ? { pseudonym: name.pseudonym, end } : undefined;
  }

  /**
   * The first of the keys from `low` up to `high`, which have the same units before `depth`, whose unit at `depth` is
   * at least `unit`.
   */
  #lowerBound(low: number, high: number, depth: number, unit: number): number {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#keys[middle]?.charCodeAt(depth) ?? 0) < unit) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #lowerBoundOfKey(key: string): number {
    let [from, to] = [0, this.#keys.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#keys[middle] ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function choose(names: readonly Name[], plain: string): Name | undefined {
  return names.find((name) => name.plain === plain) ?? names[0];
}

function inOrder(a: Name, b: Name): number {
  return a.rank - b.rank || compare(a.plain, b.plain) || compare(a.pseudonym, b.pseudonym);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The end of a name's rest that begins at this unit; undefined if the text continues differently. */
function endOfRest(text: FoldedText, start: number, rest: string): number | undefined {
  let at = start;
  for (let i = 0; i < rest.length; i++) {
    const isWord = text.isWord(at);
    if (at >= text.text.length || (isWord ? text.text.charCodeAt(at) : GAP) !== rest.charCodeAt(i)) return undefined;
    at = isWord ? at + 1 : text.nextWord(at);
  }
  return at;
}

import type { Random } from './random.js';

/**
 * Symbol → alternatives. In an alternative, `{symbol}` is replaced by that symbol, `(a|b|)` by one of the choices (not
 * nested), and `<10-90>` by a whole number in that range.
 */
export type Grammar = Readonly<Record<string, readonly string[]>>;

const PART = /\{([\w-]+)\}|\(([^()]*)\)|<(\d+)-(\d+)>/g;

/** A grammar that nests deeper than this is assumed to be recursive. */
const DEEPEST = 12;

/**
 * A random text for `symbol`. Throws an Error where the grammar lacks a symbol or nests too deep: both are defects of
 * the grammar.
 */
export function expand(grammar: Grammar, symbol: string, random: Random, depth = 0): string {
  const ways = grammar[symbol];
  if (ways === undefined || depth > DEEPEST) throw new Error(`the grammar has no way to end "${symbol}"`);
  return random.pick(ways).replace(PART, (_whole, name?: string, choices?: string, low?: string, high?: string) => {
    if (name !== undefined) return expand(grammar, name, random, depth + 1);
    if (choices !== undefined) return expandChoices(choices, random);
    return String(random.whole(Number(low), Number(high)));
  });
}

function expandChoices(choices: string, random: Random): string {
  return random
    .pick(choices.split('|'))
    .replace(PART, (_whole, _name, _choices, low, high) => String(random.whole(Number(low), Number(high))));
}

/** Cleans up white space and punctuation, and capitalizes the first letter where `capital`. */
export function tidySentence(text: string, capital: boolean): string {
  const folded = text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.!?…;]|:(?![()]))/g, '$1')
    // Where two remarks meet, only the first punctuation mark is kept.
    .replace(/([!?…])(?:[.,;]| -)+(?= |$)/g, '$1')
    .trim();
  return capital ? folded.charAt(0).toUpperCase() + folded.slice(1) : folded;
}

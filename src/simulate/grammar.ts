import type { Random } from './random.js';

/**
 * Symbol → ways to write it. In a way of writing, `{symbol}` stands for another symbol, `(a|b|)` for one of several
 * words (none of them nested), `<10-90>` for a whole number of that range.
 */
export type Grammar = Readonly<Record<string, readonly string[]>>;

const PART = /\{([\w-]+)\}|\(([^()]*)\)|<(\d+)-(\d+)>/g;

/** Deeper than this a grammar refers to itself. */
const DEEPEST = 12;

/** One text of `symbol`. Throws where the grammar lacks a symbol: a defect of the grammar. */
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

/** White space and marks folded, the first letter made a capital where `capital`. */
export function tidySentence(text: string, capital: boolean): string {
  const folded = text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.!?…;]|:(?![()]))/g, '$1')
    // Two remarks that meet leave one mark between them.
    .replace(/([!?…])(?:[.,;]| -)+(?= |$)/g, '$1')
    .trim();
  return capital ? folded.charAt(0).toUpperCase() + folded.slice(1) : folded;
}

import { expand } from './grammar.js';
import type { Language } from './languages/language.js';
import type { Random } from './random.js';

const SUFFIXES = ['!', '!!', '!!!', ' !', '...', ' ❤', ' 🇷🇺', ' 🙏', ' 👍', ' ✊', ' ☝', '))', ' :)'] as const;

/** Cyrillic letters and the Latin letters that look the same. */
const LOOK_ALIKES = new Map([
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['х', 'x'],
  ['у', 'y'],
]);
const BACKWARDS = new Map([...LOOK_ALIKES].map(([cyrillic, latin]) => [latin, cyrillic]));
const ZERO_WIDTH = ['\u200b', '\u200c', '\u2060'] as const;

const isTag = (word: string): boolean => word.startsWith('#');
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}]/gu, '');

/** An inexact copy: one word dropped, replaced or added, or a suffix. Hashtags do not change. */
export function mutate(text: string, language: Language, random: Random): string {
  const words = text.split(' ');
  const movable = words.flatMap((word, i) => (isTag(word) ? [] : [i]));
  if (movable.length < 3) return suffixed(words, random);
  const at = random.pick(movable);
  switch (random.whole(0, 3)) {
    case 0:
      return words.filter((_, i) => i !== at).join(' ');
    case 1:
      return changed(words, movable, language, random);
    case 2:
      return added(words, expand(language.grammar, 'filler', random), random);
    default:
      return suffixed(words, random);
  }
}

/** Adds a word at the start or after punctuation. */
function added(words: readonly string[], word: string, random: Random): string {
  const pauses = words.flatMap((before, i) => (!isTag(before) && /[,:.!?]$/.test(before) ? [i + 1] : []));
  const start = words.findIndex((first) => !isTag(first));
  const at = random.pick([start, ...pauses]);
  return [...words.slice(0, at), at === start ? word : `${word},`, ...words.slice(at)].join(' ');
}

/** Replaces one word by a synonym; if no word has one, replaces any word by a filler. */
function changed(words: readonly string[], movable: readonly number[], language: Language, random: Random): string {
  for (const at of random.shuffle(movable)) {
    const word = words[at] ?? '';
    const row = language.synonyms.find((synonyms) => synonyms.includes(bare(word)));
    if (row === undefined) continue;
    const other = random.pick(row.filter((synonym) => synonym !== bare(word)));
    return words.map((old, i) => (i === at ? old.replace(/\p{L}+/u, (was) => likeCased(was, other)) : old)).join(' ');
  }
  const at = random.pick(movable);
  return words.map((old, i) => (i === at ? expand(language.grammar, 'filler', random) : old)).join(' ');
}

function likeCased(was: string, other: string): string {
  return was.charAt(0) === was.charAt(0).toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1);
}

/** Adds punctuation, an emoji, a number or random letters before the hashtags at the end. */
function suffixed(words: readonly string[], random: Random): string {
  const kind = random.uniform();
  const suffix =
    kind < 0.6
      ? random.pick(SUFFIXES)
      : kind < 0.8
        ? ` ${random.whole(2, 99)}`
        : ` ${random.whole(0x1000, 0xfffff).toString(36)}`;
  const lastWord = words.findLastIndex((word) => !isTag(word));
  return words.map((word, i) => (i === lastWord ? word + suffix : word)).join(' ');
}

/** Changes the text so that it looks the same: zero-width characters or look-alike letters, outside hashtags. */
export function disguise(text: string, random: Random): string {
  const zeroWidth = random.chance(0.5);
  return text
    .split(' ')
    .map((word) => {
      if (isTag(word) || !random.chance(0.4)) return word;
      if (zeroWidth) {
        const at = random.whole(1, Math.max(1, word.length - 1));
        return word.slice(0, at) + random.pick(ZERO_WIDTH) + word.slice(at);
      }
      return Array.from(word, (letter) => LOOK_ALIKES.get(letter) ?? BACKWARDS.get(letter) ?? letter).join('');
    })
    .join(' ');
}

/** Posts with images, made by seeded code: a public, and, where it is asked for, accounts that post the same images together. */

import { stringify } from 'csv-stringify/sync';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { GivenPost } from '../../src/index.js';

const START = Date.UTC(2021, 4, 10);
const DAY = 86_400_000;
const SECOND = 1000;
const PUBLIC = 160;
const TOGETHER = 8;
const WAVES = 12;
const IMAGES = 400;

const WORDS = Array.from({ length: 600 }, (_, at) => `${SYLLABLES()[at % 25]}${SYLLABLES()[Math.floor(at / 25)]}n`);

function SYLLABLES(): string[] {
  return [...'bdfgk'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
}

export interface SyntheticPost {
  readonly id: string;
  readonly account: string;
  readonly created: string;
  readonly time: string;
  readonly text: string;
  readonly imageHash: string;
}

export interface SyntheticOptions {
  readonly seed: number;
  /** Whether eight accounts, as old as the others, post the same images within seconds, each with words of its own. */
  readonly together: boolean;
  /** An image that so many of the public post, each at a time of its own. */
  readonly popular?: { readonly hash: string; readonly accounts: number };
}

export const isTogether = (id: string): boolean => id.startsWith('t');

export function syntheticPosts({ seed, together, popular }: SyntheticOptions): SyntheticPost[] {
  const random = xoroshiro128plus(seed);
  const whole = (from: number, to: number): number => uniformInt(random, from, to);
  const share = (): number => uniformFloat64(random);
  const words = (): string => Array.from({ length: whole(7, 16) }, () => WORDS[whole(0, WORDS.length - 1)]).join(' ');
  // By day people post at any time from 7 to 23.
  const moment = (): number => START + whole(0, 4) * DAY + whole(7 * 3600, 23 * 3600) * SECOND;
  // Popularity after Zipf: image k in proportion to 1/k.
  const weights = Array.from({ length: IMAGES }, (_, k) => 1 / (k + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const image = (): string => {
    let left = share() * total;
    const k = weights.findIndex((weight) => (left -= weight) < 0);
    return hashOf(`public ${seed} ${k}`);
  };
  const posts: Omit<SyntheticPost, 'id'>[] = [];
  const created = new Map<string, string>();
  const add = (account: string, time: number, imageHash: string): void => {
    const made = created.get(account) ?? new Date(START - whole(300, 4000) * DAY).toISOString();
    created.set(account, made);
    posts.push({ account, created: made, time: new Date(time).toISOString(), text: words(), imageHash });
  };
  for (let a = 0; a < PUBLIC; a++) {
    const account = `p${1000 + a}`;
    for (let times = Math.ceil(6 * share() ** 2); times > 0; times--)
      add(account, moment(), share() < 0.5 ? image() : '');
    if (popular && a < popular.accounts) add(account, moment(), popular.hash);
  }
  if (together) {
    for (let wave = 0; wave < WAVES; wave++) {
      const at = moment();
      for (let a = 0; a < TOGETHER; a++)
        if (share() < 0.9) add(`t${1000 + a}`, at + whole(0, 40) * SECOND, hashOf(`wave ${seed} ${wave}`));
    }
    for (let a = 0; a < TOGETHER; a++) add(`t${1000 + a}`, moment(), image());
  }
  return posts
    .sort((x, y) => (x.time < y.time ? -1 : Number(x.time > y.time)))
    .map((post, at) => ({ id: String(500_000 + at), ...post }));
}

export function csvOf(posts: readonly SyntheticPost[]): string {
  return stringify(
    posts.map(({ id, account, created, time, text, imageHash }) => [id, account, created, time, text, imageHash]),
    { header: true, columns: ['id', 'user_id', 'user_created_at', 'created_at', 'text', 'image_hash'] },
  );
}

export function givenPosts(posts: readonly SyntheticPost[]): GivenPost[] {
  return posts.map(({ id, account, created, time, text, imageHash }) => ({
    id,
    account: { id: account, created },
    time,
    text,
    objects: imageHash === '' ? [] : [{ name: 'image_hash', value: imageHash }],
  }));
}

/** 16 hexadecimal digits, as perceptual hashes have (FNV-1a, twice). */
function hashOf(text: string): string {
  const half = (start: number): string => {
    let hash = start;
    for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x0100_0193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c_9dc5) + half(0x9dc5_811c);
}

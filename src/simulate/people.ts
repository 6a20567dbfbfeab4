import { UTCDateMini } from '@date-fns/utc/date/mini';
import { getYear } from 'date-fns/getYear';
import type { Label } from '../documents/evaluation.js';
import type { Account } from '../documents/post.js';
import { DAY, HOUR, MINUTE } from '../time/units.js';
import type { Language } from './languages/language.js';
import type { SimulationOptions } from './options.js';
import { accountId, hashedId } from './platform-ids.js';
import { weightedSampler, type Random } from './random.js';
import { isAwake } from './rhythm.js';

/** Type of account; it determines what is posted. */
export type Habit = 'ordinary' | 'fan' | 'idol' | 'activist' | 'greeter' | 'feed' | 'campaign';

/** An account and the person (or feed) behind it. */
export interface Person {
  readonly account: Account;
  readonly label: Label;
  readonly habit: Habit;
  /** Hours that this person's day is ahead of UTC: time zone plus personal habit. */
  readonly clockHours: number;
  readonly client: string;
  /** When the account was created, in ms; before its first post. */
  readonly created: number;
}

/**
 * Relative numbers of accounts by year of creation, up to and including 2014. Assumption, based on the growth of the
 * platform.
 */
const GROWTH = new Map([
  [2007, 1],
  [2008, 3],
  [2009, 12],
  [2010, 13],
  [2011, 17],
  [2012, 20],
  [2013, 18],
  [2014, 16],
]);
const LATER_GROWTH = 14;

/** Client applications of that time and their shares. Assumption. */
const CLIENTS = [
  ['Twitter Web Client', 38],
  ['Twitter for iPhone', 20],
  ['Twitter for Android', 24],
  ['Mobile Web', 6],
  ['TweetDeck', 5],
  ['Twitter for iPad', 5],
  ['erased3821', 2],
] as const;

const sampleClient = weightedSampler(CLIENTS, ([, weight]) => weight);

/** Accounts created later than this many days before the dump count as new. */
export const NEW_DAYS = 12;

/** A creation time before the dump and not new, distributed like the growth of the platform. */
export function oldCreation(random: Random, before: number): number {
  const lastYear = getYear(new UTCDateMini(before));
  const years = Array.from({ length: lastYear - 2006 }, (_, i) => 2007 + i);
  const sample = weightedSampler(years, (year) => GROWTH.get(year) ?? LATER_GROWTH);
  for (;;) {
    const year = sample(random);
    const time = random.between(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    if (time < before - NEW_DAYS * DAY) return Math.floor(time);
  }
}

/**
 * A creation time around the event, at an hour when people are awake. Two thirds of the new accounts are created in the
 * days after the news, because of it.
 */
export function newCreation(random: Random, options: SimulationOptions, clockHours: number): number {
  for (;;) {
    const time = random.chance(2 / 3)
      ? options.eventAt + random.exponential(1.5) * DAY
      : random.between(options.from - NEW_DAYS * DAY, options.to);
    if (time < options.to - 2 * HOUR && isAwake(time, clockHours, random)) return Math.floor(time);
  }
}

/** Creates people with unique ids and handles. */
export class Population {
  readonly #ids: Set<string>;
  readonly #handles: Set<string>;
  readonly #random: Random;
  readonly #language: Language;
  readonly #options: SimulationOptions;
  readonly #zone: (random: Random) => { readonly hours: number };

  constructor(random: Random, language: Language, options: SimulationOptions, others: readonly Account[] = []) {
    this.#random = random;
    this.#language = language;
    this.#options = options;
    this.#ids = new Set(others.map(({ id }) => id));
    this.#handles = new Set(others.map(({ handle }) => handle.toLowerCase()));
    this.#zone = weightedSampler(language.zones, ({ weight }) => weight);
  }

  /** Hours ahead of UTC: a random time zone, plus a few hours for early or late risers. */
  clock(): number {
    return this.#zone(this.#random).hours + this.#random.normal(0, 1.5);
  }

  make(habit: Habit, clockHours: number, created: number): Person {
    const random = this.#random;
    const { creationDates, accountIds } = this.#options;
    const minute = Math.floor(created / MINUTE) * MINUTE;
    const account: Account = {
      id: accountIds === 'hashed' ? hashedId(random) : accountId(created, random, this.#ids),
      ...this.#names(),
      ...(creationDates ? { created: { from: minute, to: minute, source: 'dump' as const } } : {}),
    };
    const client = habit === 'feed' ? 'dlvr.it' : sampleClient(random)[0];
    return { account, label: habit === 'campaign' ? 'coordinated' : 'organic', habit, clockHours, client, created };
  }

  /** A display name and a handle, usually from the same name. */
  #names(): { handle: string; displayName: string } {
    const random = this.#random;
    const given = random.pick(this.#language.given);
    const family = random.pick(this.#language.family);
    const handle = this.#handle(given[1], family[1]);
    const kind = random.uniform();
    if (kind < 0.5) return { handle, displayName: `${given[0]} ${family[0]}` };
    if (kind < 0.75) return { handle, displayName: given[0] };
    return { handle, displayName: random.pick(kind < 0.85 ? this.#language.nicknames : this.#language.fancyNames) };
  }

  /** A unique handle of at most 15 Latin letters, digits and underscores, as the platform allows. */
  #handle(given: string, family: string): string {
    const random = this.#random;
    for (;;) {
      const nick = random.pick(this.#language.nicknames);
      const stem = random.pick([
        `${given}_${family}`,
        `${given}${family}`,
        `${family}_${given.charAt(0)}`,
        nick,
        `${nick}_${given}`,
        `${given}_${nick}`,
        `${given.charAt(0)}${family}`,
        `_${nick}_`,
      ]);
      const tail = random.pick([
        '',
        '',
        String(random.whole(1, 99)),
        String(random.whole(1955, 1999)),
        `_${random.whole(1, 9)}`,
        String(random.whole(100, 9999)),
      ]);
      const handle = stem.slice(0, 15 - tail.length) + tail;
      if (this.#handles.has(handle.toLowerCase())) continue;
      this.#handles.add(handle.toLowerCase());
      return handle;
    }
  }
}

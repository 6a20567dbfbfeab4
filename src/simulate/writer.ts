import { MINUTE } from '../time/units.js';
import { createDraft, PENDING_REFERENCE, type Draft, type PostWording } from './draft.js';
import type { OrganicOptions, SimulationOptions } from './options.js';
import type { Person } from './people.js';
import type { Random } from './random.js';
import { isAwake, momentAfterNews, nextInSitting, ordinaryMoment, reactionDelay } from './rhythm.js';
import type { ViralItem, ViralPool } from './viral-pool.js';
import type { Article, Voice } from './voice.js';

/** Items that people can share. */
export interface Context {
  readonly posts: ViralPool<Draft>;
  readonly idol: ViralPool<Draft>;
  readonly articles: ViralPool<Article>;
  readonly slogans: ViralPool<PostWording>;
}

type Deed = 'retweet' | 'retweet-idol' | 'share' | 'answer' | 'quote' | 'slogan' | 'repeat' | 'say';

/** Mean minutes from the creation of an account to its first post. Assumption. */
const FIRST_POST_MINUTES = 15;

/** Maximum tries to find something to share while this person is awake; then own words. */
const TRIES = 15;

/** Writes one person's posts. */
export class PersonWriter {
  readonly #person: Person;
  readonly #options: SimulationOptions;
  readonly #around: Context;
  readonly #voice: Voice;
  readonly #random: Random;
  readonly #since: number;
  readonly #taken = new Set<unknown>();
  readonly #said: PostWording[] = [];

  constructor(person: Person, options: SimulationOptions, around: Context, voice: Voice, random: Random) {
    this.#person = person;
    this.#options = options;
    this.#around = around;
    this.#voice = voice;
    this.#random = random;
    this.#since = Math.max(
      options.from,
      person.created + Math.ceil(random.exponential(FIRST_POST_MINUTES) * MINUTE) + MINUTE,
    );
  }

  /** Exactly `count` posts, grouped into sittings. */
  write(count: number): Draft[] {
    const random = this.#random;
    const written: Draft[] = [];
    while (written.length < count) {
      const size =
        this.#person.habit === 'feed'
          ? 1
          : Math.min(count - written.length, random.geometric(this.#options.organic.sitting));
      const first = this.#first();
      written.push(first);
      let time = first.time;
      for (let i = 1; i < size; i++) {
        time += nextInSitting(random);
        if (time >= this.#options.to) break;
        written.push(this.#next(time));
      }
    }
    return written;
  }

  /** The first post of a sitting; its cause determines its time. */
  #first(): Draft {
    const random = this.#random;
    const { posts, idol, articles, slogans } = this.#around;
    const deed = this.#deed();
    if (deed === 'retweet')
      return this.#takeUp(posts, (what, time) =>
        createDraft(this.#person, time, 'retweet', this.#voice.retweet(what), what),
      );
    if (deed === 'retweet-idol')
      return this.#takeUp(idol, (what, time) =>
        createDraft(this.#person, time, 'retweet', this.#voice.retweet(what), what),
      );
    if (deed === 'share')
      return this.#takeUp(articles, ({ words }, time) => createDraft(this.#person, time, 'original', words));
    if (deed === 'slogan')
      return this.#takeUp(slogans, (words, time) => createDraft(this.#person, time, 'original', words));
    return this.#unprompted(
      deed,
      random.chance(this.#options.organic.spikeShare) ? this.#afterNews() : this.#anyMoment(),
    );
  }

  /** A later post of the sitting, at the given time. */
  #next(time: number): Draft {
    const { posts, idol, articles, slogans } = this.#around;
    const deed = this.#deed();
    if (deed === 'retweet' || deed === 'retweet-idol') {
      const found = this.#fresh((deed === 'retweet' ? posts : idol).live(this.#random, time));
      return found === undefined
        ? createDraft(this.#person, time, 'retweet', PENDING_REFERENCE)
        : createDraft(this.#person, time, 'retweet', this.#voice.retweet(found), found);
    }
    if (deed === 'share')
      return createDraft(
        this.#person,
        time,
        'original',
        (this.#fresh(articles.live(this.#random, time)) ?? this.#voice.article()).words,
      );
    if (deed === 'slogan')
      return createDraft(this.#person, time, 'original', this.#fresh(slogans.live(this.#random, time)) ?? this.#say());
    return this.#unprompted(deed, time);
  }

  /** Shares a popular item, some time after it appeared and not more than once; else own words. */
  #takeUp<T>(from: ViralPool<T>, write: (what: T, time: number) => Draft): Draft {
    const random = this.#random;
    for (let i = 0; i < TRIES; i++) {
      const item = from.any(random);
      if (item === undefined) break;
      const time = item.time + reactionDelay(random, item.medianMinutes);
      if (time < this.#since || time >= this.#options.to || !isAwake(time, this.#person.clockHours, random)) continue;
      const what = this.#fresh(item);
      if (what !== undefined) return write(what, time);
    }
    return this.#unprompted('say', this.#anyMoment());
  }

  #fresh<T>(item: ViralItem<T> | undefined): T | undefined {
    if (item === undefined || this.#taken.has(item)) return undefined;
    this.#taken.add(item);
    return item.what;
  }

  #unprompted(deed: Deed, time: number): Draft {
    if (this.#person.habit === 'feed') return createDraft(this.#person, time, 'original', this.#voice.article().words);
    if (deed === 'answer') return createDraft(this.#person, time, 'reply', PENDING_REFERENCE);
    if (deed === 'quote') return createDraft(this.#person, time, 'quote', PENDING_REFERENCE);
    if (deed === 'repeat' && this.#said.length > 0)
      return createDraft(this.#person, time, 'original', this.#random.pick(this.#said));
    return createDraft(this.#person, time, 'original', this.#say());
  }

  #say(): PostWording {
    const { habit } = this.#person;
    const random = this.#random;
    if (habit === 'greeter' && random.chance(0.6)) {
      const usual = this.#said[0] ?? this.#voice.write('greeting');
      if (this.#said.length === 0) this.#said.push(usual);
      return random.chance(0.5)
        ? usual
        : { ...usual, text: `${usual.text} ${random.pick(['☀', ':)', '!', '❤', ')))', '🙏'])}`.slice(0, 140) };
    }
    const words = this.#voice.write(
      habit === 'fan' && random.chance(0.6)
        ? 'praise'
        : habit === 'activist' && random.chance(0.5)
          ? 'organise'
          : 'say',
    );
    this.#said.push(words);
    return words;
  }

  #anyMoment(): number {
    return ordinaryMoment(this.#random, this.#person.clockHours, this.#since, this.#options);
  }

  #afterNews(): number {
    return momentAfterNews(this.#random, this.#person.clockHours, this.#since, this.#options);
  }

  #deed(): Deed {
    let at = this.#random.uniform();
    for (const [deed, share] of habitShares(this.#person, this.#options.organic)) {
      if (at < share) return deed;
      at -= share;
    }
    return 'say';
  }
}

/** Shares of each activity by habit; the rest are own words. Shares of the communities are assumptions. */
function habitShares({ habit }: Person, organic: OrganicOptions): readonly (readonly [Deed, number])[] {
  switch (habit) {
    case 'fan':
      return [
        ['retweet-idol', 0.55],
        ['retweet', 0.1],
        ['answer', 0.1],
      ];
    case 'activist':
      return [
        ['answer', 0.7],
        ['retweet', 0.08],
        ['share', 0.05],
      ];
    case 'feed':
      return [];
    default:
      return [
        ['retweet', organic.retweetShare],
        ['share', organic.headlineShare],
        ['answer', organic.replyShare],
        ['quote', organic.quoteShare],
        ['slogan', organic.sloganShare],
        ['repeat', organic.repeatShare],
      ];
  }
}

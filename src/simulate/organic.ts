import { DAY } from '../time/units.js';
import { createDraft, type Draft, type PostWording } from './draft.js';
import type { SimulationOptions } from './options.js';
import { partitionLogNormal } from './partition-log-normal.js';
import { newCreation, oldCreation, type Habit, type Person, type Population } from './people.js';
import type { Random } from './random.js';
import { momentAfterNews, ordinaryMoment } from './rhythm.js';
import { sampleReach, ViralPool, type ViralItem, type PopularPost } from './viral-pool.js';
import type { Article, Voice } from './voice.js';
import { PersonWriter, type Context } from './writer.js';

/** Posts of the public, and those that others can retweet. */
export interface OrganicOutput {
  /** Some replies, quotes and retweets do not have a target yet (see resolve-references.ts). */
  readonly drafts: readonly Draft[];
  readonly popular: readonly PopularPost[];
}

/**
 * Mean number of people who share one popular post, article or slogan. Assumptions; individual numbers follow a power
 * law.
 */
const PER_POPULAR_POST = 12;
const PER_ARTICLE = 30;
const PER_SLOGAN = 15;

/**
 * Share of the accounts that post a greeting each morning, and of those that are the feed of a website. Assumptions.
 */
const GREETERS = 0.01;
const FEEDS = 0.004;

/** Activity of a feed relative to other accounts. Assumption. */
const FEED_ACTIVITY = 8;

/** Simulates the posts of people who act alone. */
export function simulatePublic(
  options: SimulationOptions,
  population: Population,
  voice: Voice,
  random: Random,
): OrganicOutput {
  const people = makePeople(options, population, random);
  const popular = popularPosts(options, people, voice, random);
  const idol = idolPosts(options, people, voice, random);
  const around: Context = {
    posts: new ViralPool(popular, 4),
    idol: new ViralPool(idol, 2),
    articles: new ViralPool(articles(options, voice, random), 12),
    slogans: new ViralPool(slogans(options, voice, random), 60),
  };
  const drafts = [...popular, ...idol].map(({ what }) => what);
  const writers = people.filter(({ habit }) => habit !== 'idol');
  const authors = new Map<Person, number>();
  for (const { by } of drafts) authors.set(by, (authors.get(by) ?? 0) + 1);
  const silent = writers.filter((person) => !authors.has(person));
  const spare = Math.max(0, options.organic.posts - drafts.length - silent.length);
  const shares = partitionLogNormal(random, spare, writers.length, 0, options.organic.activitySigma, (i) =>
    writers[i]?.habit === 'feed' ? FEED_ACTIVITY : 1,
  );
  writers.forEach((person, i) => {
    const count = (authors.has(person) ? 0 : 1) + (shares[i] ?? 0);
    drafts.push(...new PersonWriter(person, options, around, voice, random).write(count));
  });
  return { drafts, popular };
}

function makePeople(options: SimulationOptions, population: Population, random: Random): Person[] {
  const { accounts, newShare, fans, activists } = options.organic;
  const newcomers = Math.round(accounts * newShare);
  return Array.from({ length: accounts }, (_, i) => {
    const habit = habitOf(i, fans, activists, accounts, random);
    const clock = population.clock();
    // Idols and feeds have old accounts; new accounts are spread evenly over the others.
    const isNew =
      habit !== 'idol' &&
      habit !== 'feed' &&
      Math.floor(((i + 1) * newcomers) / accounts) > Math.floor((i * newcomers) / accounts);
    return population.make(
      habit,
      clock,
      isNew ? newCreation(random, options, clock) : oldCreation(random, options.from),
    );
  });
}

function habitOf(i: number, fans: number, activists: number, accounts: number, random: Random): Habit {
  if (i < fans) return i === 0 ? 'idol' : 'fan';
  if (i < fans + activists) return 'activist';
  if (i >= accounts - Math.floor(accounts * FEEDS)) return 'feed';
  return random.chance(GREETERS) ? 'greeter' : 'ordinary';
}

function popularPosts(
  options: SimulationOptions,
  people: readonly Person[],
  voice: Voice,
  random: Random,
): ViralItem<Draft>[] {
  const count = Math.max(4, Math.round((options.organic.posts * options.organic.retweetShare) / PER_POPULAR_POST));
  const known = people.filter(({ habit, created }) => habit === 'ordinary' && created < options.from - 90 * DAY);
  const authors = random.shuffle(known).slice(0, Math.ceil(count / 2));
  if (authors.length === 0) return [];
  return Array.from({ length: count }, () => {
    const by = random.pick(authors);
    const time = random.chance(0.5)
      ? momentAfterNews(random, by.clockHours, options.from, options)
      : ordinaryMoment(random, by.clockHours, options.from, options);
    // The most popular posts spread fastest: half of their retweets come within about 15 minutes.
    const reached = sampleReach(random);
    return {
      time,
      popularity: reached,
      medianMinutes: random.logNormal(reached > 20 ? 15 : 50, 0.6),
      what: createDraft(by, time, 'original', voice.write('say')),
    };
  });
}

function idolPosts(
  options: SimulationOptions,
  people: readonly Person[],
  voice: Voice,
  random: Random,
): ViralItem<Draft>[] {
  const by = people.find(({ habit }) => habit === 'idol');
  if (by === undefined) return [];
  const count = Math.max(6, Math.round(((options.to - options.from) / DAY) * 6));
  return Array.from({ length: count }, () => {
    const time = ordinaryMoment(random, by.clockHours, options.from, options);
    return { time, popularity: 1, medianMinutes: 8, what: createDraft(by, time, 'original', voice.write('praise')) };
  });
}

function articles(options: SimulationOptions, voice: Voice, random: Random): ViralItem<Article>[] {
  const count = Math.max(3, Math.round((options.organic.posts * options.organic.headlineShare) / PER_ARTICLE));
  return Array.from({ length: count }, () => {
    const time = random.chance(0.4)
      ? momentAfterNews(random, 4, options.from, options)
      : ordinaryMoment(random, 4, options.from, options);
    return { time, popularity: sampleReach(random), medianMinutes: random.logNormal(240, 0.5), what: voice.article() };
  });
}

function slogans(options: SimulationOptions, voice: Voice, random: Random): ViralItem<PostWording>[] {
  const count = Math.max(2, Math.round((options.organic.posts * options.organic.sloganShare) / PER_SLOGAN));
  return Array.from({ length: count }, () => {
    const time = random.between(options.from, options.from + (options.to - options.from) * 0.7);
    return { time, popularity: sampleReach(random), medianMinutes: 24 * 60, what: voice.write('slogan') };
  });
}

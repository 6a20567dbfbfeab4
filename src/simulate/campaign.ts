import { DAY, HOUR, MINUTE } from '../time/units.js';
import { createDraft, type Draft, type PostWording } from './draft.js';
import type { Language } from './languages/language.js';
import { disguise, mutate } from './mutate.js';
import type { SimulationOptions } from './options.js';
import { partitionLogNormal } from './partition-log-normal.js';
import { oldCreation, type Person, type Population } from './people.js';
import type { Random } from './random.js';
import { isAwake, nextInSitting, ordinaryMoment, reactionDelay } from './rhythm.js';
import { ViralPool, type PopularPost } from './viral-pool.js';
import { MAX_POST_LENGTH, type Voice } from './voice.js';

/** Days between the creation of two batches of accounts. Assumption. */
const BATCH_DAYS = 25;

/** Hours of the day, in the campaign's local time, in which waves begin. Assumption: long office hours. */
const OFFICE_FROM = 9;
const OFFICE_TO = 22;

/**
 * Mean number of copies that one account posts in one wave, close to the length of other people's sittings. Assumption.
 */
const COPIES_PER_WAVE = 2.5;

/** Mean delay of copies posted outside their wave, in hours. Assumption. */
const LATE_HOURS = 7;

interface Slot {
  readonly person: Person;
  readonly time: number;
}

/**
 * Simulates accounts that act together. They post copies of templates in waves, own words and viral retweets in
 * between, and retweets of each other.
 */
export function simulateCampaign(
  options: SimulationOptions,
  population: Population,
  popular: readonly PopularPost[],
  language: Language,
  voice: Voice,
  random: Random,
): Draft[] {
  const { accounts, posts, leastPosts, activitySigma, copiedShare, ownShare } = options.campaign;
  if (accounts === 0) return [];
  const office = language.zones[0]?.hours ?? 0;
  const people = makeAccounts(options, population, office, random);
  const counts = partitionLogNormal(random, posts, accounts, leastPosts, activitySigma);
  const waves = options.campaign.wavesAt ?? waveTimes(options, office, random);
  const slots: Slot[][] = waves.map(() => []);
  const drafts: Draft[] = [];
  const boosts: Person[] = [];
  const around = new ViralPool(popular, 4);
  people.forEach((person, i) => {
    const count = counts[i] ?? 0;
    const boosted = roundedByChance(count * Math.max(0, 1 - copiedShare - ownShare), random);
    const copies = Math.max(
      1,
      roundedByChance(((count - boosted) * copiedShare) / Math.max(copiedShare + ownShare, Number.EPSILON), random),
    );
    const own = Math.max(0, count - boosted - copies);
    planCopies(person, copies, waves, slots, options, random);
    for (let k = 0; k < own; k++) drafts.push(camouflage(person, around, options, voice, random));
    for (let k = copies + own; k < count; k++) boosts.push(person);
  });
  const copies = slots.flatMap((wave) => writeWave(wave, options, language, voice, random));
  drafts.push(...copies);
  for (const person of boosts) drafts.push(boost(person, copies, options, voice, random));
  return drafts;
}

const roundedByChance = (x: number, random: Random): number =>
  Math.floor(x) + (random.chance(x - Math.floor(x)) ? 1 : 0);

function makeAccounts(options: SimulationOptions, population: Population, office: number, random: Random): Person[] {
  const { accounts, oldShare, cohortBatches } = options.campaign;
  const old = Math.round(accounts * oldShare);
  return Array.from({ length: accounts }, (_, i) => {
    const clock = population.clock();
    return population.make(
      'campaign',
      clock,
      i < old
        ? oldCreation(random, options.from)
        : batchCreation(options, office, i % Math.max(1, cohortBatches), random),
    );
  });
}

/** A creation time within the days of a batch, at an hour when the campaign's staff is awake. */
function batchCreation(options: SimulationOptions, office: number, batch: number, random: Random): number {
  const end = options.from - (options.campaign.cohortAgeDays + batch * BATCH_DAYS) * DAY;
  for (;;) {
    const time = end - random.uniform() * options.campaign.cohortDays * DAY;
    if (isAwake(time, office, random)) return Math.floor(time);
  }
}

/** Start times of waves, in ms: spread over the span of the dump, each at a random time within long office hours. */
export function waveTimes(options: SimulationOptions, office: number, random: Random): number[] {
  const count = Math.max(1, options.campaign.waves);
  const length = (options.to - options.from) / count;
  const latest = options.to - options.campaign.waveMinutes * MINUTE - HOUR;
  return Array.from({ length: count }, (_, i) => {
    for (let attempt = 0; ; attempt++) {
      const time = Math.min(latest, options.from + (i + random.between(-0.5, 1.5)) * length);
      const hour = (((time / HOUR + office) % 24) + 24) % 24;
      if (time >= options.from && ((hour >= OFFICE_FROM && hour < OFFICE_TO) || attempt > 60)) return Math.floor(time);
    }
  });
}

/** Spreads an account's copies over waves, one sitting in each. */
function planCopies(
  person: Person,
  copies: number,
  waves: readonly number[],
  slots: readonly Slot[][],
  options: SimulationOptions,
  random: Random,
): void {
  const { waveMinutes, discipline } = options.campaign;
  const open = waves.flatMap((start, i) => (start > person.created + HOUR ? [i] : []));
  const possible = open.length > 0 ? open : [waves.length - 1];
  let left = copies;
  for (let round = 0; left > 0; round++) {
    for (const wave of random.shuffle(possible)) {
      let time = (waves[wave] ?? options.from) + random.between(0, waveMinutes) * MINUTE;
      const size = Math.min(left, random.geometric(COPIES_PER_WAVE));
      for (let k = 0; k < size; k++) {
        slots[wave]?.push({
          person,
          time: Math.floor(random.chance(discipline) ? time : late(person, time, options, random)),
        });
        time += nextInSitting(random);
      }
      left -= size;
      if (left <= 0) return;
    }
  }
}

function late(person: Person, time: number, options: SimulationOptions, random: Random): number {
  for (let i = 0; i < 20; i++) {
    const later = time + random.exponential(LATE_HOURS) * HOUR;
    if (later < options.to && isAwake(later, person.clockHours, random)) return later;
  }
  return time;
}

/** Writes the copies of one wave. An account does not repeat a template before it has used all of them. */
function writeWave(
  slots: readonly Slot[],
  options: SimulationOptions,
  language: Language,
  voice: Voice,
  random: Random,
): Draft[] {
  const { copiesPerTemplate } = options.campaign;
  const templates = Array.from({ length: Math.max(1, Math.round(slots.length / copiesPerTemplate)) }, () =>
    voice.write('pitch'),
  );
  const unused = new Map<Person, PostWording[]>();
  return slots
    .filter(({ time }) => time < options.to)
    .map(({ person, time }) => {
      const left = unused.get(person) ?? [];
      if (left.length === 0) left.push(...random.shuffle(templates));
      unused.set(person, left);
      const template = left.pop() ?? voice.write('pitch');
      return createDraft(person, time, 'original', {
        ...template,
        text: copy(template.text, options, language, random),
      });
    });
}

function copy(text: string, options: SimulationOptions, language: Language, random: Random): string {
  const mutated = random.chance(options.campaign.mutatedShare) ? mutate(text, language, random) : text;
  const disguised = random.chance(options.campaign.disguisedShare) ? disguise(mutated, random) : mutated;
  return [...disguised].length <= MAX_POST_LENGTH ? disguised : text;
}

/** Own words, or a retweet of a popular post, at a time when the account's owner is awake. */
function camouflage(
  person: Person,
  around: ViralPool<PopularPost['what']>,
  options: SimulationOptions,
  voice: Voice,
  random: Random,
): Draft {
  const since = Math.max(options.from, person.created + HOUR);
  if (random.chance(0.5)) {
    for (let i = 0; i < 20; i++) {
      const item = around.any(random);
      if (item === undefined) break;
      const time = item.time + reactionDelay(random, item.medianMinutes);
      if (time >= since && time < options.to && isAwake(time, person.clockHours, random))
        return createDraft(person, time, 'retweet', voice.retweet(item.what), item.what);
    }
  }
  return createDraft(person, ordinaryMoment(random, person.clockHours, since, options), 'original', voice.write('say'));
}

/** A retweet of a copy by another account, soon after it; own words if none is found. */
function boost(
  person: Person,
  copies: readonly Draft[],
  options: SimulationOptions,
  voice: Voice,
  random: Random,
): Draft {
  for (let i = 0; i < 20; i++) {
    const target = random.pick(copies);
    const time = target.time + reactionDelay(random, 8);
    if (target.by !== person && time > person.created && time < options.to)
      return createDraft(person, time, 'retweet', voice.retweet(target), target);
  }
  return createDraft(
    person,
    ordinaryMoment(random, person.clockHours, Math.max(options.from, person.created + HOUR), options),
    'original',
    voice.write('say'),
  );
}

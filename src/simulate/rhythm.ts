import { HOUR, MINUTE, SECOND } from '../time/units.js';
import type { Random } from './random.js';

/**
 * How much people post in each hour of their day: little before dawn, a first peak around noon, a second one in the
 * evening. The shape is that of diurnal curves of social media generally; the numbers are an assumption.
 */
const HOURS_OF_DAY = [
  2.2, 1.2, 0.7, 0.4, 0.3, 0.4, 0.8, 1.8, 3, 4, 4.8, 5.2, 5.6, 5.6, 5.2, 5, 5, 5.2, 5.6, 6.2, 7, 7.6, 7, 4.6,
] as const;
const BUSIEST = Math.max(...HOURS_OF_DAY);

/** Traffic of an ordinary hour before the news, against one after it. Assumption. */
const BEFORE_THE_NEWS = 0.3;

/** Mean hours by which people react to the news, and to what keeps it going a day and a half later. Assumptions. */
const REACTION_HOURS = 5;
const AFTERSHOCK_HOURS = 37;
const AFTERSHOCK_SHARE = 0.3;

/**
 * Mean hours of the same where people are stirred again and again: what is soon followed by more is soon forgotten.
 * Assumption.
 */
const STIRRED_HOURS = 2;

/** After so many refused moments the last one is taken: enough that it happens to hardly anybody. */
const TRIES = 40;

export interface SimulatedPeriod {
  readonly from: number;
  readonly to: number;
  readonly eventAt: number;
  readonly stirredAt?: readonly number[];
}

/**
 * Whether somebody whose clock is `clockHours` ahead of UTC is likely to be up at `time`: drawn by the rhythm of the
 * day.
 */
export function isAwake(time: number, clockHours: number, random: Random): boolean {
  const hour = Math.floor((((time + clockHours * HOUR) / HOUR) % 24) + 24) % 24;
  return random.uniform() * BUSIEST < (HOURS_OF_DAY[hour] ?? 0);
}

/** A moment in [since, span.to) at which somebody with that clock sits down to post, for no special reason. */
export function ordinaryMoment(random: Random, clockHours: number, since: number, span: SimulatedPeriod): number {
  const from = Math.max(since, span.from);
  let time = from;
  for (let i = 0; i < TRIES; i++) {
    time = random.between(from, span.to);
    if (time < span.eventAt && !random.chance(BEFORE_THE_NEWS)) continue;
    if (isAwake(time, clockHours, random)) break;
  }
  return Math.floor(time);
}

/** A moment after the news, set off by it: soon rather than late, by people who are up. */
export function momentAfterNews(random: Random, clockHours: number, since: number, span: SimulatedPeriod): number {
  for (let i = 0; i < TRIES; i++) {
    const time = span.stirredAt
      ? random.pick(span.stirredAt) + random.exponential(STIRRED_HOURS) * HOUR
      : afterNews(random, span);
    if (time >= since && time >= span.from && time < span.to && isAwake(time, clockHours, random))
      return Math.floor(time);
  }
  return ordinaryMoment(random, clockHours, since, span);
}

function afterNews(random: Random, { eventAt }: SimulatedPeriod): number {
  const shock = eventAt + (random.chance(AFTERSHOCK_SHARE) ? AFTERSHOCK_HOURS * HOUR : 0);
  return shock + random.exponential(REACTION_HOURS) * HOUR;
}

/**
 * Milliseconds until the next post of the same sitting: a median of two and a half minutes, now and then a quarter of
 * an hour. Assumption.
 */
export function nextInSitting(random: Random): number {
  return Math.ceil(random.logNormal(2.5, 1) * MINUTE) + SECOND;
}

/**
 * Milliseconds from a popular post to somebody's retweet of it: log-normal, the median given in minutes, days for the
 * last.
 */
export function reactionDelay(random: Random, medianMinutes: number): number {
  return Math.ceil(random.logNormal(medianMinutes, 1.5) * MINUTE) + 2 * SECOND;
}

import { HOUR, MINUTE, SECOND } from '../time/units.js';
import type { Random } from './random.js';

/**
 * Relative activity in each hour of a person's day: low before dawn, a first peak around noon, a second one in the
 * evening. The shape follows typical daily curves of social media; the numbers are an assumption.
 */
const HOURS_OF_DAY = [
  2.2, 1.2, 0.7, 0.4, 0.3, 0.4, 0.8, 1.8, 3, 4, 4.8, 5.2, 5.6, 5.6, 5.2, 5, 5, 5.2, 5.6, 6.2, 7, 7.6, 7, 4.6,
] as const;
const BUSIEST = Math.max(...HOURS_OF_DAY);

/** Traffic of an ordinary hour before the news, relative to one after it. Assumption. */
const BEFORE_THE_NEWS = 0.3;

/**
 * Mean delay of reactions to the news, in hours; when a second shock follows, in hours after the news; and the share of
 * reactions that belong to it. Assumptions.
 */
const REACTION_HOURS = 5;
const AFTERSHOCK_HOURS = 37;
const AFTERSHOCK_SHARE = 0.3;

/**
 * Mean delay of reactions in hours where there are several events: the next event soon replaces the last one.
 * Assumption.
 */
const STIRRED_HOURS = 2;

/** Maximum tries to find a suitable time; almost nobody needs all of them. */
const TRIES = 40;

export interface SimulatedPeriod {
  readonly from: number;
  readonly to: number;
  readonly eventAt: number;
  readonly stirredAt?: readonly number[];
}

/**
 * Random draw of whether somebody whose clock is `clockHours` ahead of UTC is awake at `time` (ms), with the
 * probabilities of the daily rhythm.
 */
export function isAwake(time: number, clockHours: number, random: Random): boolean {
  const hour = Math.floor((((time + clockHours * HOUR) / HOUR) % 24) + 24) % 24;
  return random.uniform() * BUSIEST < (HOURS_OF_DAY[hour] ?? 0);
}

/** A time in [since, span.to) at which somebody with that clock posts without a special reason. */
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

/** A time soon after the news, or after one of several events, when the person is awake. */
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

/** Milliseconds until the next post of the same sitting: a median of 2.5 minutes, sometimes 15. Assumption. */
export function nextInSitting(random: Random): number {
  return Math.ceil(random.logNormal(2.5, 1) * MINUTE) + SECOND;
}

/**
 * Milliseconds from a popular post to a retweet of it: log-normal with the given median in minutes; the last retweets
 * come after days.
 */
export function reactionDelay(random: Random, medianMinutes: number): number {
  return Math.ceil(random.logNormal(medianMinutes, 1.5) * MINUTE) + 2 * SECOND;
}

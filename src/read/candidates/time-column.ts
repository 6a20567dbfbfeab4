/** Chooses the column with the times of the posts; values have more weight than the name. */

import type { DayOrder } from '../../time/day-order.js';
import { DAY, HOUR, MINUTE } from '../../time/units.js';
import { zoneInName } from '../../time/zone-names.js';
import { isClock } from '../clock.js';
import { normalizeColumnName } from '../column-name.js';
import { generic } from '../formats/generic.js';
import { type ColumnTimes, type ColumnValues, isConstant, timesOf, variesWithin } from './column-values.js';
import { agreementWithIds, type IdAgreement } from './post-id-time.js';

export interface TimeCandidate {
  readonly column: ColumnValues;
  readonly times: ColumnTimes;
  readonly ids: IdAgreement;
  /** A higher score is more likely; a candidate at 0 or below is usually rejected. */
  readonly score: number;
  /** The strongest objection to it; '' if there is none. */
  readonly against: string;
  /** Whether it is the same for all posts of an account, as a creation date is. */
  readonly ofAccount: boolean;
}

export interface TimeChoice {
  readonly best: TimeCandidate | undefined;
  /** The other candidates, the most likely first. */
  readonly others: readonly TimeCandidate[];
  /** Another candidate that is almost as likely as the best; undefined if there is none. */
  readonly tie: TimeCandidate | undefined;
}

const LISTED = new Map([generic.columns.time ?? []].flat().map((name, rank) => [normalizeColumnName(name), rank]));

/** Names for the times of collecting or annotating: never the time of a post. */
const COLLECTED =
  /collect|scrap|crawl|fetch|retriev|harvest|download|insert|import|export|gather|captur|archiv|annotat|label|coded|updat|modif|edited|process|ingest|indexed|saved|added|snapshot|request|parsed[^a-z]*(?:at|on)(?![a-z])|logged|extract|cached|refresh|synced|accessed|observed|lastseen|firstseen|обновл|собран|загруж|выгруз|抓取|采集|爬取|取得日/i;
/** Names for the times of things other than the post. */
const OF_OTHERS =
  /user|account|author|profile|member|owner|channel|page|join|regist|birth|retweet|quoted|repl[iy]|forward|fwd|parent|orig|expire|schedul|delet|(?:^|[^a-z])(?:end|start)|регистр|аккаунт|注册/i;
const TIMELY =
  /time|date|stamp|created|publish|posted|epoch|unix|utc|when|clock|fecha|datum|data|hora|heure|zeit|tarih|дата|время|时间|日期|日時|日付|時間|투고|작성|날짜|تاريخ|زمان|вре[мв]|tanggal|waktu/i;

/** The weight of each observation. Observations of values outweigh those of names. */
const WEIGHT = {
  idsAgree: 8,
  idsAgreeByDay: 3,
  idsDiffer: -8,
  oneValue: -8,
  ofAccount: -6,
  collected: -5,
  ofOthers: -4,
  coarser: -5,
  unzoned: -4.5,
  later: -3,
  wider: -3,
  inSteps: -4,
  sparse: -4,
  declared: 4,
  listed: 3,
  timely: 1,
  zoned: 0.75,
  sorted: 0.3,
} as const;

const YEAR = 365 * DAY;
/** Times of collection in batches have at least this many times fewer different values than times of posts. */
const FEWER = 5;

/** Numbers with at least this many values, on the same days as a date column, are times. */
const SURELY = 3;

/** Two scores that differ by less than this are a tie. */
const NEAR = 1;

/**
 * @param declared the time column of the format; -1 if there is none
 * @param accounts the author of each row, as far as known
 * @param ids the post id of each row; '' if it has none
 */
export function chooseTime(
  columns: readonly ColumnValues[],
  {
    declared,
    accounts,
    ids,
    order,
    declaredInUtc = false,
  }: {
    readonly declared: number;
    readonly accounts: readonly string[];
    readonly ids: readonly string[];
    readonly order?: DayOrder | undefined;
    /** Whether the format writes this column in UTC. */
    readonly declaredInUtc?: boolean;
  },
): TimeChoice {
  const readable = columns.flatMap((column) => {
    const read = timesOf(column, order);
    return read ? [{ column, read }] : [];
  });
  const dates = readable.filter(({ read }) => !read.numeric);
  const found = readable.flatMap(({ column, read }) => {
    const isUtc = (declaredInUtc && column.at === declared) || zoneInName(column.name) !== undefined;
    const times = isUtc ? { ...read, zoned: true } : read;
    const agreement = agreementWithIds(times.times, ids);
    const exact = agreement.known >= 3 && agreement.exact >= 0.8;
    // Numbers can be anything, unless they agree with a date column.
    if (times.numeric && !exact && column.at !== declared && !isTimely(column.name))
      if (column.distinct < SURELY || !dates.some((date) => isSameEvent(times, date.read))) return [];
    return [{ column, times, ids: agreement, exact, varies: variesWithin(accounts, times.times) }];
  });
  const anyExact = found.some(({ exact }) => exact);
  const anyVaries = found.some(({ varies }) => varies === true);
  const weighed = found.map((one): TimeCandidate => {
    const { column, times, ids: agreement, exact, varies } = one;
    const ofAccount = varies === false && anyVaries && column.distinct > 1;
    const against: [weight: number, why: string][] = [];
    let score = 0;
    const say = (weight: number, why = ''): void => {
      score += weight;
      if (why !== '') against.push([weight, why]);
    };
    if (exact) say(WEIGHT.idsAgree);
    else if (agreement.known >= 3 && agreement.near >= 0.8) say(WEIGHT.idsAgreeByDay);
    else if (anyExact && agreement.known >= 3) say(WEIGHT.idsDiffer, 'differs from the times in the ids of the posts');
    if (isConstant(column) && found.length > 1) say(times.step === DAY ? -1 : WEIGHT.oneValue, 'has one value');
    if (ofAccount) say(WEIGHT.ofAccount, 'is the same in all posts of an account');
    if (column.at === declared) say(WEIGHT.declared);
    say(...byName(column.name));
    say(times.step < MINUTE ? 1 : times.step < HOUR ? 0.6 : times.step < DAY ? 0.3 : 0);
    if (times.zoned) say(WEIGHT.zoned);
    if (times.sorted) say(WEIGHT.sorted);
    if (column.filled < column.cells.length / 2) say(WEIGHT.sparse, 'is empty in most rows');
    for (const other of found) if (other !== one) say(...beside(one, other));
    against.sort(([a], [b]) => a - b);
    return { column, times, ids: agreement, score, against: against[0]?.[1] ?? '', ofAccount };
  });
  weighed.sort(
    (a, b) => Number(isPossible(b)) - Number(isPossible(a)) || b.score - a.score || a.column.at - b.column.at,
  );
  const [best, ...others] = weighed;
  if (!best || !isPossible(best)) return { best: undefined, others: weighed, tie: undefined };
  const tie = others.find(
    (other) =>
      isPossible(other) && other.score > 0 && best.score - other.score < NEAR && !isSameEvent(best.times, other.times),
  );
  return best.score <= 0 && found.length > 1 && !anyExact
    ? { best: undefined, others: weighed, tie: undefined }
    : { best, others, tie };
}

/** A time of collection is not used as the time of a post, even if there is no other. */
function isPossible({ column, ids: { exact, known } }: TimeCandidate): boolean {
  return !COLLECTED.test(column.name) || LISTED.has(normalizeColumnName(column.name)) || (known >= 3 && exact >= 0.8);
}

/** Names of columns with a time of day. The length of a video has the same form. */
const OF_CLOCKS =
  /time|hour|clock|hora|heure|uhr|zeit|saat|(?:^|[^a-z])jam|waktu|ore|godz|время|час|时间|時間|時刻|시간|시각|الوقت|وقت|ساعة|ساعت|stamp/i;
const OF_LENGTHS = /durat|length|longu|dauer|süre|длит|时长|再生/i;

/** A time of day has this many different hours, some after noon; the lengths of videos have few. */
const ENOUGH_HOURS = 6;

/**
 * The column with the time of day for posts whose date is in another column; undefined if there is none. By its name, or
 * else by its values: times of all hours.
 *
 * @param date the position of the date
 */
export function adjacentClock(columns: readonly ColumnValues[], date: number): ColumnValues | undefined {
  const clocks = columns.filter(
    ({ name, cells, filled }) =>
      filled > 0.9 * cells.length &&
      !OF_LENGTHS.test(name) &&
      byName(name)[0] >= 0 &&
      cells.every((cell) => cell === '' || isClock(cell)),
  );
  return (
    clocks.find(({ name }) => OF_CLOCKS.test(name)) ??
    clocks
      .filter(({ cells }) => {
        const hours = new Set(cells.flatMap((cell) => (cell === '' ? [] : [Number.parseInt(cell, 10)])));
        return hours.size >= ENOUGH_HOURS && Math.max(...hours) > 12 && Math.max(...hours) < 24;
      })
      .sort((a, b) => Math.abs(a.at - date) - Math.abs(b.at - date))[0]
  );
}

function isTimely(name: string): boolean {
  return LISTED.has(normalizeColumnName(name)) || (TIMELY.test(name) && !/(?:^|[^a-z])id(?:_?str)?$/i.test(name));
}

function byName(name: string): [number, string] {
  const rank = LISTED.get(normalizeColumnName(name));
  if (rank !== undefined) return [WEIGHT.listed - 0.02 * rank, ''];
  if (COLLECTED.test(name)) return [WEIGHT.collected, 'by its name, is when the post was collected or changed'];
  if (OF_OTHERS.test(name)) return [WEIGHT.ofOthers, 'by its name, is the time of something else'];
  return TIMELY.test(name) ? [WEIGHT.timely, ''] : [0, ''];
}

export const AS_OF_ACCOUNTS = ', as dates of accounts are';

type Found = Pick<TimeCandidate, 'column' | 'times'>;

/** What another time column shows about this one: a weight and a reason. */
function beside({ column, times }: Found, other: Found): [number, string] {
  const name = `“${other.column.name}”`;
  // A column that is not the time of a post is no evidence against another.
  if (isConstant(other.column) || isConstant(column) || byName(other.column.name)[0] < 0) return [0, ''];
  if (isSameEvent(times, other.times)) {
    if (times.step > other.times.step) return [WEIGHT.coarser, `has the same times as ${name}, less precisely`];
    if (times.step === other.times.step && !times.zoned && other.times.zoned)
      return [WEIGHT.unzoned, `has the same times as ${name}, in a time zone that it does not name`];
    return [0, ''];
  }
  const [span, otherSpan] = [times.last - times.first, other.times.last - other.times.first];
  // The posts of a dump rarely span years, but creation dates usually do. A collector visits posts in some order.
  const collects = other.times.sorted || (times.sorted && otherSpan < YEAR);
  if (collects && isNeverBefore(times, other.times) && span * 20 < otherSpan)
    return [WEIGHT.later, `is later than ${name} and within a short time, as the time of collecting is`];
  if (
    column.distinct * FEWER <= other.column.distinct &&
    times.step < DAY &&
    other.column.filled >= 0.9 * column.filled &&
    isNeverBefore(times, other.times)
  )
    return [WEIGHT.inSteps, `is later than ${name} and has few values, as the time of collecting has`];
  if (!times.sorted && span >= YEAR && isNeverBefore(other.times, times) && otherSpan * 20 < span)
    return [WEIGHT.wider, `is earlier than ${name} and far apart${AS_OF_ACCOUNTS}`];
  return [0, ''];
}

/** Whether two columns give the same times, in any time zone and at any precision. */
function isSameEvent(a: ColumnTimes, b: ColumnTimes): boolean {
  const step = Math.max(a.step, b.step);
  let [both, same] = [0, 0];
  a.times.forEach((time, row) => {
    const other = b.times[row];
    if (time === undefined || other === undefined) return;
    both++;
    const apart = Math.abs(time - other);
    if (step === DAY ? apart < 2 * DAY : apart < 15 * HOUR && nearQuarter(apart) < Math.max(step, 2000)) same++;
  });
  return both > 0 && same >= 0.9 * both;
}

function nearQuarter(apart: number): number {
  const rest = apart % (HOUR / 4);
  return Math.min(rest, HOUR / 4 - rest);
}

function isNeverBefore(later: ColumnTimes, earlier: ColumnTimes): boolean {
  return later.times.every((time, row) => {
    const other = earlier.times[row];
    return time === undefined || other === undefined || time >= other;
  });
}

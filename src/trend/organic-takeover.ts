import type { Trend } from '../documents/result.js';
import { outOfRange } from '../stats/array-access.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { formatCount } from '../text/format.js';
import { formatHour } from '../time/format-dates.js';
import { SECONDS_IN_DAY } from '../time/units.js';
import type { HourlyCounts } from './volume.js';

/** Significance level of the sign test that organic posts are more. */
const LEVEL = 0.05;

interface Turn {
  /** Positions in the list of hours. */
  readonly first: number | undefined;
  readonly lasting: number | undefined;
  /** In how many hours coordinated posts outnumber organic ones. */
  readonly behind: number;
}

/**
 * Finds the hour in which organic volume first exceeded coordinated volume, and the hour from which coordinated volume
 * never exceeded it again. In an hour with few posts either side can be ahead by chance, so the first such hour must
 * have P(Bin(n, ½) ≥ organic) ≤ 5%: at least five to nothing. Posts in bursts are not independent, so the hour found is
 * more likely too early than too late.
 *
 * @param hourSeconds length of the hours
 */
export function organicTakeover(hours: readonly HourlyCounts[], hourSeconds: number): Trend['pickUp'] {
  const turn = turnOf(hours, ({ coordinated }) => coordinated);
  const withUnclear = turnOf(hours, ({ coordinated, unclear }) => coordinated + unclear);
  const at = (position: number | undefined): string | null => {
    const hour = position === undefined ? undefined : hours[position];
    return hour === undefined ? null : new Date(hour.from).toISOString();
  };
  const moments = ({ first, lasting }: Turn): { firstAt: string | null; lastingFrom: string | null } => ({
    firstAt: at(first),
    lastingFrom: at(lasting),
  });
  return { ...moments(turn), withUnclear: moments(withUnclear), says: says(hours, turn, withUnclear, hourSeconds) };
}

function turnOf(hours: readonly HourlyCounts[], coordinatedOf: (hour: HourlyCounts) => number): Turn {
  const first = hours.findIndex((hour) => {
    const coordinated = coordinatedOf(hour);
    return hour.organic > coordinated && binomialTail(hour.organic, hour.organic + coordinated, 0.5) <= LEVEL;
  });
  const isBehind = (hour: HourlyCounts): boolean => coordinatedOf(hour) > hour.organic;
  const lasting = hours.findLastIndex(isBehind) + 1;
  return {
    first: first < 0 ? undefined : first,
    lasting: lasting < hours.length ? lasting : undefined,
    behind: hours.filter(isBehind).length,
  };
}

function says(hours: readonly HourlyCounts[], turn: Turn, withUnclear: Turn, hourSeconds: number): string {
  if (hours.every(({ coordinated }) => coordinated === 0))
    return 'No account is likely coordinated, so there was nothing for the public to pick up.';
  const unit = hourSeconds >= SECONDS_IN_DAY ? 'day' : 'hour';
  const name = (position: number): string => formatHour((hours[position] ?? outOfRange()).from, hourSeconds);
  const first = turn.first === undefined ? undefined : hours[turn.first];
  if (turn.first === undefined || first === undefined)
    return `In no ${unit} did ordinary accounts post more than the coordinated ones by more than chance.`;
  const counts = `${first.organic} posts to ${first.coordinated}`;
  const doubt =
    withUnclear.first === turn.first
      ? ''
      : '; counting the unclear accounts as coordinated, ' +
        `${withUnclear.first === undefined ? 'in none' : `from ${name(withUnclear.first)}`}`;
  const stayed =
    turn.behind === 0
      ? `, and in no ${unit} fewer`
      : turn.lasting === undefined
        ? `, but not for good: in ${turn.behind} of ${formatCount(hours.length, unit)} they posted less`
        : `; for good from ${name(turn.lasting)}`;
  return (
    `From ${name(turn.first)} ordinary accounts posted more than the coordinated ones ` +
    `(${counts})${stayed}${doubt}.`
  );
}

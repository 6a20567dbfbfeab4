/**
 * Chooses the column with the times of the posts and, if there is one, the column with the creation dates of
 * accounts.
 */

import type { DayOrder } from '../../time/day-order.js';
import { DAY } from '../../time/units.js';
import { OF_CREATION, OF_CREATION_ANYWHERE } from './by-words.js';
import { type ColumnChoice, quoteName } from './column-choice.js';
import { postIds, rowAuthors } from './row-identities.js';
import { adjacentClock, AS_OF_ACCOUNTS, chooseTime, type TimeCandidate, type TimeChoice } from './time-column.js';

/** Chooses the time columns. Undefined if there is no choice: the JSON format or the user names the column. */
export function choosePostTime(
  choice: ColumnChoice,
  isNested: boolean,
  dateOrder: DayOrder | undefined,
): TimeChoice | undefined {
  const { plan, places, rows, notes, isGeneric } = choice;
  const declared = places.time?.[0] ?? -1;
  if (plan.mapped.has('time') || (declared >= 0 && isNested)) return undefined;
  const others = new Set(
    Object.entries(places).flatMap(([field, at]) => (field === 'time' || field === 'clock' ? [] : [...at])),
  );
  const found = chooseTime(choice.columnsExcept(others), {
    declared: isGeneric ? -1 : declared,
    accounts: rowAuthors(rows, places),
    ids: postIds(rows, places),
    order: dateOrder ?? plan.format.dayOrder,
    declaredInUtc: plan.format.timesInUtc === true,
  });
  const { best, tie } = found;
  const isUnreadable = declared >= 0 && ![best, ...found.others].some((each) => each?.column.at === declared);
  if (!best) {
    // The row reader reports unreadable times. A format's own column is kept if there is no other.
    if (!isUnreadable && isGeneric) delete places.time;
    passOver(choice, found.others);
    return found;
  }
  // A column with only a time of day belongs to a date in another column.
  if (isUnreadable && best.score < 2 && !adjacentClock([choice.column(declared)], declared)) return found;
  if (declared !== best.column.at) {
    if (declared >= 0 || !isGeneric) notes.push(`Times are taken from ${quoteName(best.column)}.`);
    places.time = [best.column.at];
    if (best.times.step < DAY) delete places.clock;
  }
  if (isGeneric && best.times.step === DAY) takeClock(choice);
  takeCreation(
    choice,
    best,
    found.others.filter(({ column }) => !others.has(column.at)),
  );
  passOver(
    choice,
    found.others.filter(({ column }) => column.at === declared || isGeneric),
  );
  if (tie) {
    const [taken, other] = [quoteName(best.column), quoteName(tie.column)];
    notes.push(
      `The time of the posts may be ${taken} or ${other}: ${taken} was taken, --map time=COLUMN takes the other.`,
    );
  }
  return found;
}

function passOver(choice: ColumnChoice, candidates: readonly TimeCandidate[]): void {
  for (const { column, against } of candidates) if (against !== '') choice.passedOver.push({ column, why: against });
}

/** Reads the time of day from a separate column if the posts' times are only days. */
function takeClock(choice: ColumnChoice): void {
  const { plan, places, notes } = choice;
  if (plan.mapped.has('clock') || places.clock) return;
  const clock = adjacentClock(choice.columnsExcept(choice.used()), places.time?.[0] ?? 0);
  if (!clock) return;
  places.clock = [clock.at];
  notes.push(`The time of day is taken from ${quoteName(clock)}.`);
}

/**
 * Uses a column as creation dates if its name says so, its dates begin before the posts, and it depends on the
 * account.
 */
function takeCreation(choice: ColumnChoice, posts: TimeCandidate, others: readonly TimeCandidate[]): void {
  const { plan, places, notes } = choice;
  const created = others.find(
    ({ ofAccount, against, column, times }) =>
      (ofAccount || against.endsWith(AS_OF_ACCOUNTS)) &&
      times.first < posts.times.first &&
      (OF_CREATION.test(column.name) || OF_CREATION_ANYWHERE.test(column.name)),
  );
  if (!created || places.created || plan.mapped.has('created')) return;
  places.created = [created.column.at];
  const why = created.ofAccount ? 'the same in all posts of an account' : `far apart${AS_OF_ACCOUNTS}`;
  notes.push(`${quoteName(created.column)} is ${why}: it was read as the creation date of the account.`);
}

/** Chooses between the columns that may hold a field by their values, and reports which ones were passed over. */

import type { DayOrder } from '../../time/day-order.js';
import type { ColumnMapping } from '../column-mapping.js';
import type { Field, FieldIndices } from '../fields.js';
import { preview } from '../row-counts.js';
import { areKinds, isBoolean, isKind } from '../values.js';
import { areHandlesWithSign, chooseAccount, HOLDS_OBJECTS } from './account-columns.js';
import { choosePostTime } from './choose-post-time.js';
import { ColumnChoice, quoteName } from './column-choice.js';
import { type ColumnValues, timesOf, WEIGHED_BY } from './column-values.js';
import {
  addressColumn,
  guessKindAndHashtags,
  guessTextAndAccount,
  isPlace,
  noteMoreAccounts,
  preferMarkedText,
  preferOriginalText,
  preferWholeText,
} from './guessed-columns.js';
import { noteServers } from './instances.js';
import { choosePostId, findPostIds } from './post-id-column.js';
import { takeQuotedTexts } from './quoted-texts.js';
import { findRepostSign, repostSignOf, type RepostSign } from './repost-signs.js';
import { rowAuthors } from './row-identities.js';
import { findSecondAccounts } from './second-accounts.js';
import { chooseText, completes } from './text-column.js';
import type { TimeChoice } from './time-column.js';

export interface ChosenColumns {
  readonly places: FieldIndices;
  /** Messages for the reader of the result. */
  readonly notes: readonly string[];
  /** Why the only column with a name for accounts was not used; '' if there is no such case. */
  readonly droppedAccount: string;
  /** What stands for a repost in the column `retweet`; undefined if it is a yes, or there is no such column. */
  readonly repostSign: RepostSign | undefined;
  /** What was found about the time; undefined if the user named its column. */
  readonly time: TimeChoice | undefined;
}

/** At most this many passed-over columns are named. */
const MAX_NAMED = 3;

/**
 * Chooses the columns. `all` are the prepared rows below the header; `ignored` are columns that are not a field
 * alone.
 */
export function chooseColumns(
  plan: ColumnMapping,
  all: readonly (readonly string[])[],
  ignored: ReadonlySet<number>,
  dateOrder?: DayOrder,
): ChosenColumns {
  const choice = new ColumnChoice(plan, all.slice(0, WEIGHED_BY), ignored);
  // JSON formats have one column for each field.
  const isNested = !choice.isGeneric && Object.keys(plan.candidates).length === 0;
  for (const field of FIELDS_OF_ONE_COLUMN) chooseAmongNamed(choice, field);
  let droppedAccount = '';
  if (choice.isGeneric) {
    preferMarkedText(choice);
    const guessed = guessTextAndAccount(choice);
    preferOriginalText(choice);
    preferWholeText(choice);
    dropUnknownKinds(choice);
    guessKindAndHashtags(choice);
    dropUnknownKinds(choice);
    droppedAccount = chooseAccountColumns(choice, guessed);
    dropForeign(choice, 'name');
    findSecondAccounts(choice);
    noteMoreAccounts(choice);
    noteServers(choice);
    takePostIds(choice);
    takeAddresses(choice);
  } else readHandlesInNames(choice);
  const time = choosePostTime(choice, isNested, dateOrder);
  if (choice.isGeneric) {
    dropForeign(choice, 'created');
    for (const field of FIELDS_OF_PARTS) joinParts(choice, field);
  }
  const repostSign = (choice.isGeneric ? findRepostSign(choice) : undefined) ?? repostSignOf(choice);
  takeQuotedTexts(choice);
  notePassedOver(choice);
  // In JSON formats one key may hold two fields.
  if (!isNested) noteTwins(choice);
  return { places: choice.places, notes: choice.notes, droppedAccount, repostSign, time };
}

const FIELDS_OF_ONE_COLUMN: readonly Field[] = [
  'id',
  'text',
  'kind',
  'retweet',
  'quote',
  'account',
  'handle',
  'name',
  'created',
  'time',
];

/**
 * Chooses between several columns that have a name of this field. In known formats this is needed only for two
 * columns with the same name.
 */
function chooseAmongNamed(choice: ColumnChoice, field: Field): void {
  const { plan, places, passedOver, isGeneric } = choice;
  const columns = choice.candidatesFor(field);
  const [first] = columns;
  if (plan.mapped.has(field) || columns.length < 2) return;
  const takeFilled = (fits: (cell: string) => boolean): void =>
    choice.set(field, columns.find(({ filled, cells }) => filled > 0 && cells.every(fits)) ?? first);
  if (field === 'id' && (isGeneric || haveTwins(columns))) {
    const { best, passedOver: others } = choosePostId(columns);
    choice.set('id', best);
    passedOver.push(...others);
  } else if (field === 'text' && isGeneric) {
    const { best, rest, passedOver: others } = chooseText(columns);
    choice.set('text', best);
    if (rest && best) {
      places.text = [best.at, rest.at];
      choice.notes.push(
        `${quoteName(best)} is empty where ${quoteName(rest)} is filled: both were read as what the accounts wrote. If one ` +
          'has the words of other accounts, --map text=COLUMN reads the other alone.',
      );
    }
    passedOver.push(...others);
  } else if (field === 'kind' && isGeneric) takeFilled(isKind);
  else if ((field === 'retweet' || field === 'quote') && isGeneric) takeFilled(isBoolean);
  else if (haveTwins(columns)) takeFilled(() => true);
}

/** Chooses id, handle and name of accounts. Returns why a column was dropped if no column is left; '' otherwise. */
function chooseAccountColumns(choice: ColumnChoice, guessed: readonly ColumnValues[]): string {
  const { places, passedOver, notes } = choice;
  // There is a guess next to a column with a known name only if that column names something else, such as a channel.
  const named = (field: Field): ColumnValues[] =>
    choice.candidatesFor(field).filter((column) => guessed.length === 0 || !isPlace(column));
  const found = chooseAccount({
    account: choice.candidatesFor('account'),
    handle: [...named('handle'), ...guessed],
    name: named('name'),
  });
  const { account, handle, name, tie } = found;
  choice.set('account', account);
  choice.set('handle', handle);
  choice.set('name', name);
  const taken = [places.account, places.handle, places.name].map((place) => place?.[0]);
  passedOver.push(...found.passedOver.filter(({ column }) => !taken.includes(column.at)));
  notes.push(...found.notes);
  if (tie && account && !completes(tie, account))
    notes.push(
      `Accounts are told apart by ${quoteName(account)}; ${quoteName(tie)} may be their id as well: ` +
        '--map account=COLUMN takes it.',
    );
  const unread = found.passedOver.find(({ why }) => why === HOLDS_OBJECTS);
  return unread && !account && !handle && !name ? `${quoteName(unread.column)} ${unread.why}` : '';
}

/** Fields that tables of different tools, one below the other, have in columns of their own. */
const FIELDS_OF_PARTS: readonly Field[] = ['id', 'account', 'handle', 'name', 'created', 'time'];

/** Reads a field from several columns if each is filled only where those before are empty. */
function joinParts(choice: ColumnChoice, field: Field): void {
  const { plan, places, notes } = choice;
  const chosen = places[field] ?? [];
  if (chosen.length !== 1 || plan.mapped.has(field) || (field === 'time' && places.clock)) return;
  const columns = chosen.map((at) => choice.column(at));
  const used = choice.used();
  for (const column of choice.candidatesFor(field)) {
    const isTaken = used.has(column.at) || column.filled < LEAST_FILLED * column.cells.length;
    const isFree = (row: number): boolean => columns.every(({ cells }) => cells[row] === '');
    if (!isTaken && column.cells.every((cell, row) => cell === '' || isFree(row))) columns.push(column);
  }
  if (columns.length < 2 || (field === 'time' && columns.some((column) => timesOf(column) === undefined))) return;
  places[field] = columns.map(({ at }) => at);
  const names = columns.map(quoteName);
  notes.push(`${names[0]} is empty where ${names.slice(1).join(', ')} is filled: both were read as ${field}.`);
}

/** Minimum share of filled rows: a column with fewer is a rare extra, not the field of one of the joined tables. */
const LEAST_FILLED = 0.05;

/** This many accounts with several values show that a column does not describe the account of its row. */
const FOREIGN = 3;

/**
 * Drops a name or a creation date that differs between the rows of most accounts: it belongs to something else, such
 * as a second table next to the first.
 */
function dropForeign(choice: ColumnChoice, field: 'name' | 'created'): void {
  const { plan, places, rows, passedOver } = choice;
  const [at] = places[field] ?? [];
  const { account, handle } = places;
  if (at === undefined || plan.mapped.has(field) || !(account ?? handle)) return;
  const column = choice.column(at);
  const values = valuesOfAccounts(rowAuthors(rows, { ...(account && { account }), ...(handle && { handle }) }), column);
  const several = values.filter((each) => each.size > 1);
  if (several.length < FOREIGN || several.length * 2 <= values.length) return;
  delete places[field];
  passedOver.push({ column, why: 'differs between the posts of an account' });
}

/** Drops a column of kinds whose values are no kinds, or letters that mean something else. */
function dropUnknownKinds(choice: ColumnChoice): void {
  const { plan, places } = choice;
  const [at] = places.kind ?? [];
  if (at === undefined || plan.mapped.has('kind')) return;
  const { cells } = choice.column(at);
  if (areKinds(cells) && !areReplies(choice, cells)) return;
  delete places.kind;
}

/** Whether `R` stands for replies: most texts of these rows begin with a name, and none with `RT`. */
function areReplies({ places, rows }: ColumnChoice, kinds: readonly string[]): boolean {
  const [at = -1] = places.text ?? [];
  const texts = rows.flatMap((cells, row) => (/^r$/i.test(kinds[row] ?? '') ? [(cells[at] ?? '').trim()] : []));
  return texts.filter((text) => text.startsWith('@')).length * 2 > texts.length;
}

/** The values of a column for each account with several filled rows. */
function valuesOfAccounts(accounts: readonly string[], { cells }: ColumnValues): ReadonlySet<string>[] {
  const found = new Map<string, { readonly values: Set<string>; rows: number }>();
  accounts.forEach((account, row) => {
    const cell = cells[row] ?? '';
    if (account === '' || cell === '') return;
    const known = found.get(account) ?? { values: new Set(), rows: 0 };
    known.values.add(cell);
    known.rows++;
    found.set(account, known);
  });
  return [...found.values()].filter(({ rows }) => rows > 1).map(({ values }) => values);
}

/** Uses a column with long ids that only posts can have, if no column has a name for ids of posts. */
function takePostIds(choice: ColumnChoice): void {
  const { places, plan, rows } = choice;
  if (places.id ?? plan.mapped.has('id')) return;
  const free = choice.columnsExcept(choice.used());
  choice.takeGuessed(
    'id',
    [findPostIds(free, rowAuthors(rows, places))].filter((each) => each !== undefined),
    'ids of posts',
  );
}

/** Uses a column with the addresses of posts, whatever its name is. */
function takeAddresses(choice: ColumnChoice): void {
  const { plan, places } = choice;
  if (plan.mapped.has('url') || places.url) return;
  const column = addressColumn(choice);
  if (column) places.url = [column.at];
}

/** In known formats without handles: reads display names as handles if nearly all begin with @. */
function readHandlesInNames(choice: ColumnChoice): void {
  const { plan, places } = choice;
  const [at] = places.name ?? [];
  if (at === undefined || places.handle || plan.mapped.has('handle') || plan.mapped.has('name')) return;
  if (!areHandlesWithSign(choice.column(at))) return;
  places.handle = places.name ?? [];
  delete places.name;
}

/** Adds a note that names the first few passed-over columns, each once, with its first reason. */
function notePassedOver(choice: ColumnChoice): void {
  const { passedOver, notes } = choice;
  const read = choice.used();
  const unread = passedOver.filter(
    ({ column }, index) => !read.has(column.at) && passedOver.findIndex((each) => each.column === column) === index,
  );
  if (unread.length === 0) return;
  const named = unread.slice(0, MAX_NAMED).map(({ column, why }) => `${quoteName(column)} (${why})`);
  notes.push(`Passed over: ${named.join(', ')}${unread.length > MAX_NAMED ? ' and others' : ''}.`);
}

function noteTwins(choice: ColumnChoice): void {
  const { plan, notes } = choice;
  const used = choice.used();
  const isTwin = (name: string, at: number): boolean => name !== '' && plan.header.indexOf(name) < at;
  for (const name of new Set(plan.header.filter(isTwin))) {
    const read = plan.header.findIndex((each, at) => each === name && used.has(at));
    if (read >= 0) notes.push(`Several columns are called ${preview(name)}: number ${read + 1} of the table was read.`);
  }
}

function haveTwins(columns: readonly ColumnValues[]): boolean {
  return new Set(columns.map(({ name }) => name)).size < columns.length;
}

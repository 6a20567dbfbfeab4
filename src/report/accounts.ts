/** Lists of accounts, in the form that the width allows: a table with the reasons beside or beneath, or a block for each. */

import type { Evidence } from '../evidence.js';
import type { AccountResult } from '../result.js';
import { visible } from '../text/visible.js';
import { displayWidth, facts, truncate } from './fit.js';
import type { Page } from './page.js';
import { allReasons, why } from './reasons.js';
import { type Column, GAP, drawTable, tabbedTable } from './table.js';
import { count, number, shortDay } from './words.js';

/** From here on there is room for the reasons beside the figures. */
const WIDE = 140;
const WHY_LINES = 3;
const WIDE_NAMES = 54;
const SHORTEST_NAME = 10;
const ACCOUNT = 'account';
const NAME = 'name';

export interface Shape {
  /** Whether the list says how strongly, in which group and why: for accounts on which something was found. */
  readonly found: boolean;
  /** The dump's step of time in seconds: a busiest window of ten minutes may be one of an hour or a day. */
  readonly resolutionSeconds: number;
}

interface Figure extends Column {
  readonly cell: (account: AccountResult) => string;
}

/** What an account is called: its handle, or its id where the dump has none. */
export function accountName({ handle, id }: AccountResult): string {
  return visible(handle === '' ? id : handle);
}

export function listAccounts(accounts: readonly AccountResult[], shape: Shape, page: Page): string[] {
  if (page.plain) return tabbed(accounts, shape);
  if (page.narrow) return accounts.flatMap((account) => block(account, shape, page));
  const wide = page.width >= WIDE;
  const figures = figuresOf(accounts, shape, page, wide);
  const table = drawTable(figures, accounts.map((account) => figures.map(({ cell }) => cell(account))));
  const withReasons = shape.found ? (wide ? beside : beneath) : alone;
  const head = shape.found && wide ? `${padded(table.head, table.width)}why` : table.head;
  return [` ${page.quiet(head)}`, ...table.rows.flatMap((row, index) => withReasons(row, table.width, accounts[index]?.evidence ?? [], page))];
}

/** Every column, whatever it holds: a program counts on their places. */
function tabbed(accounts: readonly AccountResult[], { found, resolutionSeconds }: Shape): string[] {
  const onlyFound: readonly Figure[] = [
    { head: 'group', align: 'left', cell: ({ group }) => visible(group ?? '–') },
    { head: 'score', align: 'right', cell: ({ score }) => number(Math.round(score)) },
  ];
  const reasons: Figure = { head: 'why', align: 'left', cell: ({ evidence }) => allReasons(evidence) };
  const columns: readonly Figure[] = [
    { head: ACCOUNT, align: 'left', cell: accountName },
    { head: NAME, align: 'left', cell: ({ displayName }) => visible(displayName) },
    ...(found ? onlyFound : []),
    { head: 'created', align: 'left', cell: created },
    { head: 'posts', align: 'right', cell: ({ posts }) => number(posts) },
    { head: `most in ${windowName(resolutionSeconds)}`, align: 'right', cell: ({ mostInTenMinutes }) => number(mostInTenMinutes) },
    ...(found ? [reasons] : []),
  ];
  return tabbedTable(columns, accounts.map((account) => columns.map(({ cell }) => cell(account))));
}

/** The row, with the reasons to its right; as many lines as they need. */
function beside(row: string, tableWidth: number, evidence: readonly Evidence[], page: Page): string[] {
  const [first = '', ...rest] = why(evidence, page.width - tableWidth - 1 - GAP.length, 2 * WHY_LINES);
  return [` ${padded(row, tableWidth)}${first}`.trimEnd(), ...rest.map((line) => ` ${padded('', tableWidth)}${line}`)];
}

function alone(row: string): string[] {
  return [` ${row}`];
}

/** The row, and the reasons below it. */
function beneath(row: string, _: number, evidence: readonly Evidence[], page: Page): string[] {
  return [` ${row}`, ...why(evidence, page.width - 4, WHY_LINES).map((line) => `    ${line}`)];
}

function padded(row: string, tableWidth: number): string {
  return row + ' '.repeat(Math.max(0, tableWidth - displayWidth(row))) + GAP;
}

/** The columns of a list; one that would be empty for all its accounts is left out. */
function figuresOf(accounts: readonly AccountResult[], { found, resolutionSeconds }: Shape, page: Page, wide: boolean): Figure[] {
  const window = windowName(resolutionSeconds);
  const figures: (Figure & { readonly shown?: boolean })[] = [
    { head: 'group', align: 'left', cell: ({ group }) => truncate(visible(group ?? '–'), 8), shown: found && accounts.some(({ group }) => group !== null) },
    { head: 'score', align: 'right', cell: ({ score }) => number(Math.round(score)), shown: found },
    { head: 'created', align: 'left', cell: created, shown: accounts.some((account) => created(account) !== '–') },
    { head: 'posts', align: 'right', cell: ({ posts }) => number(posts) },
    { head: wide ? `most in ${window}` : `in ${window}`, align: 'right', cell: ({ mostInTenMinutes }) => number(mostInTenMinutes) },
  ];
  const rest = figures.filter(({ shown }) => shown !== false);
  const room = wide ? WIDE_NAMES : page.width - 3 - drawTable(rest, accounts.map((account) => rest.map(({ cell }) => cell(account)))).width;
  return [...namesOf(accounts, room, found ? page.strong : undefined), ...rest];
}

/** Handle and display name in so many cells: what has to give way is the display name, down to a few cells, then to none. */
function namesOf(accounts: readonly AccountResult[], room: number, paint: Column['paint']): Figure[] {
  const widest = (head: string, text: (account: AccountResult) => string) => accounts.reduce((most, account) => Math.max(most, displayWidth(text(account))), head.length);
  const named = accounts.some((account) => otherName(account) !== '') && room >= 2 * SHORTEST_NAME;
  const longest = named ? room - GAP.length - Math.min(widest(NAME, otherName), SHORTEST_NAME) : room;
  const left = room - GAP.length - Math.min(longest, widest(ACCOUNT, accountName));
  return [
    { head: ACCOUNT, align: 'left', cell: (account) => truncate(accountName(account), longest), ...(paint ? { paint } : {}) },
    ...(named ? [{ head: NAME, align: 'left', cell: (account) => truncate(otherName(account), left) } satisfies Figure] : []),
  ];
}

/** For a narrow page: the account on one line, what is known of it on the next ones. */
function block(account: AccountResult, { found, resolutionSeconds }: Shape, page: Page): string[] {
  const day = created(account);
  const known = [
    ...(found ? [`score ${number(Math.round(account.score))}`] : []),
    ...(day === '–' ? [] : [`created ${day}`]),
    count(account.posts, 'post'),
    `${number(account.mostInTenMinutes)} in ${windowName(resolutionSeconds)}`,
    ...(found && account.group !== null ? [`group ${visible(account.group)}`] : []),
  ];
  const name = otherName(account);
  const called = name === '' ? accountName(account) : `${accountName(account)} (${name})`;
  return [
    page.strong(truncate(called, page.width)),
    ...facts(known, page.width, '  '),
    ...(found ? why(account.evidence, page.width - 2, 3 * WHY_LINES).map((line) => `  ${line}`) : []),
  ];
}

/** The display name, where it says more than the handle. */
function otherName(account: AccountResult): string {
  const name = visible(account.displayName);
  return name === accountName(account) ? '' : name;
}

/** The day of creation; `~` before it where it was only estimated, and a dash where nothing is known. */
function created({ createdAt, createdAtFrom, createdAtSource }: AccountResult): string {
  const day = createdAt ?? createdAtFrom;
  if (day === null) return '–';
  return `${createdAtSource === 'interpolated' ? '~' : ''}${shortDay(day)}`;
}

/** How the busiest window is called where the dump tells time in steps of so many seconds. */
function windowName(resolutionSeconds: number): string {
  if (resolutionSeconds >= 86_400) return '1 day';
  return resolutionSeconds >= 3_600 ? '1 hour' : '10 min';
}

/**
 * Lists of accounts, in the form that the width allows: a table with the reasons to the right or below, or a block for
 * each account.
 */

import type { Evidence } from '../documents/evidence.js';
import type { AccountResult } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { busiestWindowName } from '../text/format-durations.js';
import { formatCount, formatNumber } from '../text/format.js';
import { shortenName } from '../text/shorten-name.js';
import { formatDay } from '../time/format-dates.js';
import { evidenceText, evidenceLines } from './evidence-lines.js';
import type { TextPage } from './page.js';
import { type ReportColumn, COLUMN_GAP, renderTable, renderTsv } from './table.js';
import { displayWidth, joinFacts, truncate } from './text-layout.js';

/** Minimum page width, in cells, at which the reasons are shown to the right of the figures. */
const WIDE = 140;
const WHY_LINES = 3;
const WIDE_NAMES = 54;
const SHORTEST_NAME = 10;
const ACCOUNT = 'account';
const NAME = 'name';

export interface AccountTableOptions {
  /** Whether the list shows scores, groups and reasons: for accounts with findings. */
  readonly found: boolean;
  /**
   * The dump's time resolution in seconds: the busiest window is ten minutes, or an hour or a day if times are coarser.
   */
  readonly resolutionSeconds: number;
}

interface Figure extends ReportColumn {
  readonly cell: (account: AccountResult) => string;
}

/** The name of an account: its handle, or its id if the dump has no handle; shortened if it is long; escaped. */
export function accountName({ handle, id }: Pick<AccountResult, 'handle' | 'id'>): string {
  return escapeControls(shortenName(handle === '' ? id : handle));
}

/** The same name, not shortened, for rows that programs read. */
export function wholeName({ handle, id }: Pick<AccountResult, 'handle' | 'id'>): string {
  return escapeControls(handle === '' ? id : handle);
}

/** The display name, shortened if it is long; empty if it is the same as `accountName`; escaped. */
export function otherName(account: Pick<AccountResult, 'handle' | 'id' | 'displayName'>): string {
  const name = escapeControls(shortenName(account.displayName));
  return name === accountName(account) ? '' : name;
}

/** `handle (display name)`; escaped. */
export function fullName(account: Pick<AccountResult, 'handle' | 'id' | 'displayName'>): string {
  const name = otherName(account);
  return name === '' ? accountName(account) : `${accountName(account)} (${name})`;
}

/** The lines of a list of accounts: a table, blocks on a narrow page, values separated by tabs on a plain one. */
export function listAccounts(accounts: readonly AccountResult[], shape: AccountTableOptions, page: TextPage): string[] {
  if (page.plain) return tabbed(accounts, shape);
  if (page.narrow) return accounts.flatMap((account) => block(account, shape, page));
  const wide = page.width >= WIDE;
  const figures = figuresOf(accounts, shape, page, wide);
  const table = renderTable(
    figures,
    accounts.map((account) => figures.map(({ cell }) => cell(account))),
  );
  const withReasons = shape.found ? (wide ? beside : beneath) : alone;
  const head = shape.found && wide ? `${padded(table.head, table.width)}why` : table.head;
  return [
    ` ${page.quiet(head)}`,
    ...table.rows.flatMap((row, index) => withReasons(row, table.width, accounts[index]?.evidence ?? [], page)),
  ];
}

/** All columns, even empty ones, because programs rely on their positions. */
function tabbed(accounts: readonly AccountResult[], { found, resolutionSeconds }: AccountTableOptions): string[] {
  const onlyFound: readonly Figure[] = [
    { head: 'group', align: 'left', cell: ({ group }) => escapeControls(group ?? '–') },
    { head: 'score', align: 'right', cell: ({ score }) => formatNumber(Math.round(score)) },
  ];
  const reasons: Figure = { head: 'why', align: 'left', cell: ({ evidence }) => evidenceText(evidence) };
  const columns: readonly Figure[] = [
    { head: ACCOUNT, align: 'left', cell: wholeName },
    { head: NAME, align: 'left', cell: ({ displayName }) => escapeControls(displayName) },
    ...(found ? onlyFound : []),
    { head: 'created', align: 'left', cell: created },
    { head: 'posts', align: 'right', cell: ({ posts }) => formatNumber(posts) },
    {
      head: `most in ${busiestWindowName(resolutionSeconds)}`,
      align: 'right',
      cell: ({ mostInTenMinutes }) => formatNumber(mostInTenMinutes),
    },
    ...(found ? [reasons] : []),
  ];
  return renderTsv(
    columns,
    accounts.map((account) => columns.map(({ cell }) => cell(account))),
  );
}

/** The row, with the reasons to its right, on as many lines as they need (at most 2 · `WHY_LINES`). */
function beside(row: string, tableWidth: number, evidence: readonly Evidence[], page: TextPage): string[] {
  const [first = '', ...rest] = evidenceLines(evidence, page.width - tableWidth - 1 - COLUMN_GAP.length, 2 * WHY_LINES);
  return [` ${padded(row, tableWidth)}${first}`.trimEnd(), ...rest.map((line) => ` ${padded('', tableWidth)}${line}`)];
}

function alone(row: string): string[] {
  return [` ${row}`];
}

/** The row, and the reasons below it. */
function beneath(row: string, _: number, evidence: readonly Evidence[], page: TextPage): string[] {
  return [` ${row}`, ...evidenceLines(evidence, page.width - 4, WHY_LINES).map((line) => `    ${line}`)];
}

function padded(row: string, tableWidth: number): string {
  return row + ' '.repeat(Math.max(0, tableWidth - displayWidth(row))) + COLUMN_GAP;
}

/** The columns of a list, without those that would be empty for all its accounts. */
function figuresOf(
  accounts: readonly AccountResult[],
  { found, resolutionSeconds }: AccountTableOptions,
  page: TextPage,
  wide: boolean,
): Figure[] {
  const window = busiestWindowName(resolutionSeconds);
  const figures: (Figure & { readonly shown?: boolean })[] = [
    {
      head: 'group',
      align: 'left',
      cell: ({ group }) => truncate(escapeControls(group ?? '–'), 8),
      shown: found && accounts.some(({ group }) => group !== null),
    },
    { head: 'score', align: 'right', cell: ({ score }) => formatNumber(Math.round(score)), shown: found },
    { head: 'created', align: 'left', cell: created, shown: accounts.some((account) => created(account) !== '–') },
    { head: 'posts', align: 'right', cell: ({ posts }) => formatNumber(posts) },
    {
      head: wide ? `most in ${window}` : `in ${window}`,
      align: 'right',
      cell: ({ mostInTenMinutes }) => formatNumber(mostInTenMinutes),
    },
  ];
  const rest = figures.filter(({ shown }) => shown !== false);
  const room = wide
    ? WIDE_NAMES
    : page.width -
      3 -
      renderTable(
        rest,
        accounts.map((account) => rest.map(({ cell }) => cell(account))),
      ).width;
  return [...namesOf(accounts, room, found ? page.strong : undefined), ...rest];
}

/**
 * The columns of handle and display name, together at most `room` cells wide. If there is too little room, the display
 * name is cut first, down to `SHORTEST_NAME` cells, and then left out.
 */
function namesOf(accounts: readonly AccountResult[], room: number, paint: ReportColumn['paint']): Figure[] {
  const widest = (head: string, text: (account: AccountResult) => string) =>
    accounts.reduce((most, account) => Math.max(most, displayWidth(text(account))), head.length);
  const named = accounts.some((account) => otherName(account) !== '') && room >= 2 * SHORTEST_NAME;
  const longest = named ? room - COLUMN_GAP.length - Math.min(widest(NAME, otherName), SHORTEST_NAME) : room;
  const left = room - COLUMN_GAP.length - Math.min(longest, widest(ACCOUNT, accountName));
  return [
    {
      head: ACCOUNT,
      align: 'left',
      cell: (account) => truncate(accountName(account), longest),
      ...(paint ? { paint } : {}),
    },
    ...(named
      ? [{ head: NAME, align: 'left', cell: (account) => truncate(otherName(account), left) } satisfies Figure]
      : []),
  ];
}

/** For a narrow page: the account on one line, its figures on the next ones. */
function block(account: AccountResult, { found, resolutionSeconds }: AccountTableOptions, page: TextPage): string[] {
  const day = created(account);
  const known = [
    ...(found ? [`score ${formatNumber(Math.round(account.score))}`] : []),
    ...(day === '–' ? [] : [`created ${day}`]),
    formatCount(account.posts, 'post'),
    `${formatNumber(account.mostInTenMinutes)} in ${busiestWindowName(resolutionSeconds)}`,
    ...(found && account.group !== null ? [`group ${escapeControls(account.group)}`] : []),
  ];
  return [
    page.strong(truncate(fullName(account), page.width)),
    ...joinFacts(known, page.width, '  '),
    ...(found ? evidenceLines(account.evidence, page.width - 2, 3 * WHY_LINES).map((line) => `  ${line}`) : []),
  ];
}

/** The day of creation; `~` before it if it was only estimated, and a dash if it is not known. */
function created({ createdAt, createdAtFrom, createdAtSource }: AccountResult): string {
  const day = createdAt ?? createdAtFrom;
  if (day === null) return '–';
  return `${createdAtSource === 'interpolated' ? '~' : ''}${formatDay(day)}`;
}

/**
 * Finds columns that name a second account for a row: whose post was retweeted, or who reposted it. Without them the
 * texts of others would be quoted as an account's own.
 */

import { foldHandle } from '../../text/fold-handle.js';
import type { Field } from '../fields.js';
import { stripAt } from '../values.js';
import { type ColumnChoice, quoteName } from './column-choice.js';
import { type ColumnValues, timesOf } from './column-values.js';
import { postIds } from './row-identities.js';

/** Fields that tell which posts are retweets. With one of them nothing needs to be found. */
export const OF_REPOSTS: readonly Field[] = [
  'kind',
  'retweet',
  'retweeted_id',
  'retweeted_handle',
  'forwarded_from',
  'reposter',
  'reposter_handle',
];

/** Minimum number of rows that show what a column means, and their minimum share of the rows that could. */
const ENOUGH = 5;
const MOST = 0.8;
/** Shorter texts are the same by chance. */
const SHORTEST = 15;
/** Columns that name another account in fewer rows than 1 in 100 are not worth a note. */
const FEW = 0.01;

/** Names of the author of a retweeted post: `original user`, `RT of`, `autor original`. */
const OF_RETWEETED =
  /^(?:rt|re-?tweet(?:ed)?|re-?post(?:ed)?|re-?blog(?:ged)?|boost(?:ed)?|shared|orig(?:inal)?)[ _.]?(?:(?:tweet|status|post|toot|message)[ _.]?)?(?:user|author|account|poster|creator|sender|of|from)(?:[ _.]?(?:screen[ _]?name|user[ _]?name|handle|name|acct))?$|^(?:rt|re-?tweet|re-?post|retuit|ретвит|репост) (?:de|di|von|от|у)$|(?:autor|autore|auteur|author|usuario|usuário|utente|utilisateur|compte|cuenta|conta|konto|nutzer|benutzer)[ _](?:d['’ _]origine|original|originale|originario|origen)$|^(?:original|ursprünglicher?[ _])(?:autor|konto|nutzer|benutzer)$|^(?:orijinal|özgün)[ _](?:yazar|kullanıcı|hesap)|^исходн\S*[ _](?:автор|аккаунт)|^原作者$|^原(?:博主|用户)|^元(?:の)?(?:投稿者|ユーザー|アカウント)|المؤلف[ _]الأصلي|الحساب[ _]الأصلي|^मूल[ _](?:लेखक|उपयोगकर्ता)/iu;

/** Names of who reposted a post: `retweeting_user`, `geteilt von`, `condiviso da`. */
const OF_REPOSTERS =
  /^(?:re-?tweeting|re-?posting|re-?blogging|boosting|sharing)[ _.]?(?:user|account|author|handle)(?:[ _.]?(?:screen[ _]?name|user[ _]?name|handle|name))?$|^(?:re-?tweete[rd]|re-?poste[rd]|re-?blogge[rd]|boosted|shared)[ _]by(?:[ _.](?:user|account|handle|screen[ _]?name|user[ _]?name))?$|^(?:geteilt|retweetet|repostet|weitergeleitet)[ _]von$|^(?:partagé|retweeté|republié|relayé)[ _]par$|^(?:compart[ií]l?h?ado|compartido|retuiteado|retweeteado|retweetado|reposteado|republicado|difundido)[ _]por$|^(?:condiviso|ritwittato|retweettato|retwittato|rilanciato)[ _]da$|^(?:paylaşan|retweetleyen)|^(?:ретвитнул|репостнул|поделил(?:ся|ась))|^(?:转发者|轉發者|转发用户|リツイートした|リポストした|シェアした|리트윗한)/iu;

/** Names of what an analyst found out: who had a text first is not whose post was retweeted. */
export const OF_ANALYSTS = /first|earliest|cop(?:y(?!.?history)|ied|ies)|similar|match|duplic|cluster|nearest/i;

const REPOST_TIME =
  /^(?:re-?tweet|re-?post|re-?blog|boost|share)(?:ed|ing|d)?[ _.]?(?:at|on|time|date|timestamp|datetime|time[ _]?stamp|date[ _]?time|created[ _]at)$/i;

/** Takes the columns with the second accounts, or adds a note on a column that may hold them. */
export function findSecondAccounts(choice: ColumnChoice): void {
  const { plan, places } = choice;
  const own = places.handle?.[0];
  if (own === undefined || OF_REPOSTS.some((field) => places[field] ?? plan.mapped.has(field))) return;
  const text = (places.text ?? []).map((at) => choice.column(at).cells);
  const texts = choice.rows.map((_, row) => text.map((cells) => cells[row] ?? '').find((cell) => cell !== '') ?? '');
  const columns = choice
    .columnsExcept(choice.used())
    .filter((column) => column.name !== '' && !OF_ANALYSTS.test(column.name) && areAccounts(column))
    .map((column) => ({ column, handles: handlesOf(column) }));
  const handles = handlesOf(choice.column(own));
  if (takeCopiedAuthors(choice, columns, handles, texts)) return;
  const namedBy = (pattern: RegExp): ColumnValues[] =>
    columns.flatMap(({ column }) => (pattern.test(column.name.trim()) ? [column] : []));
  const named = namedBy(OF_RETWEETED);
  if (named.length > 0) {
    choice.takeGuessed('retweeted_handle', named.slice(0, 1), OF_ORIGINAL);
    return;
  }
  const reposters = namedBy(OF_REPOSTERS);
  if (reposters.length > 0) {
    choice.takeGuessed('reposter_handle', reposters.slice(0, 1), 'who reposted a post');
    takeRepostTime(choice);
    return;
  }
  for (const other of columns) noteOther(choice, other, handles, texts);
}

const OF_ORIGINAL = 'the author of a retweeted post';

interface Accounts {
  readonly column: ColumnValues;
  readonly handles: readonly string[];
}

function handlesOf({ cells }: ColumnValues): string[] {
  return cells.map((cell) => foldHandle(stripAt(cell)));
}

/** Whether the values can be handles: words without spaces, that are neither numbers nor dates. */
function areAccounts(column: ColumnValues): boolean {
  const filled = column.cells.filter((cell) => cell !== '');
  const fit = filled.filter((cell) => /^@?[\p{L}\p{M}\p{N}_.:-]{2,60}$/u.test(cell) && /\p{L}/u.test(cell));
  return column.distinct > 1 && fit.length >= 0.9 * filled.length && !timesOf(column);
}

/** How many rows name as a second account one that has the same text as its own post, of how many that could. */
function copiesOf(
  handles: readonly string[],
  others: readonly string[],
  texts: readonly string[],
): { readonly matched: number; readonly of: number } {
  const isOwn = (row: number): boolean =>
    handles[row] !== '' && ((others[row] ?? '') === '' || others[row] === handles[row]);
  const written = new Map<string, Set<string>>();
  texts.forEach((text, row) => {
    if (text.length < SHORTEST || !isOwn(row)) return;
    written.set(text, (written.get(text) ?? new Set()).add(handles[row] ?? ''));
  });
  let [matched, of] = [0, 0];
  texts.forEach((text, row) => {
    const authors = handles[row] === '' || isOwn(row) ? undefined : written.get(text);
    if (!authors) return;
    of++;
    if (authors.has(others[row] ?? '')) matched++;
  });
  return { matched, of };
}

function isProven({ matched, of }: ReturnType<typeof copiesOf>): boolean {
  return matched >= ENOUGH && matched >= MOST * of;
}

/**
 * A column is the author of the retweeted post if rows have the very text that this account posted itself. If this
 * is true of the column that was taken for the account, the other one is who posted.
 */
function takeCopiedAuthors(
  choice: ColumnChoice,
  columns: readonly Accounts[],
  handles: readonly string[],
  texts: readonly string[],
): boolean {
  const { places, notes } = choice;
  const own = choice.column(places.handle?.[0] ?? -1);
  for (const { column, handles: others } of columns) {
    const [ofOther, ofOwn] = [copiesOf(handles, others, texts), copiesOf(others, handles, texts)];
    if (isProven(ofOther) && ofOther.matched > ofOwn.matched) {
      choice.takeGuessed('retweeted_handle', [column], `${OF_ORIGINAL}, as the texts of rows are its own`);
      return true;
    }
    if (!isProven(ofOwn) || column.filled < column.cells.length * MOST || choice.plan.mapped.has('handle')) continue;
    choice.set('handle', column);
    choice.set('retweeted_handle', own);
    notes.push(
      `${quoteName(column)} was read as the account, and ${quoteName(own)} as ${OF_ORIGINAL}, as the texts of rows ` +
        'are its own: --map handle=COLUMN overrides this.',
    );
    return true;
  }
  return false;
}

function takeRepostTime(choice: ColumnChoice): void {
  const { plan, places } = choice;
  if (places.repost_time ?? plan.mapped.has('repost_time')) return;
  const time = choice
    .columnsExcept(choice.used())
    .find((column) => REPOST_TIME.test(column.name.trim()) && timesOf(column) !== undefined);
  if (time) choice.set('repost_time', time);
}

/** Adds a note on a column that names another account in some rows, or differs between the rows of one post. */
function noteOther(
  choice: ColumnChoice,
  { column, handles: others }: Accounts,
  handles: readonly string[],
  texts: readonly string[],
): void {
  const { places, notes, rows } = choice;
  const own = choice.column(places.handle?.[0] ?? -1);
  const known = new Set(handles);
  let [equal, apart, shared] = [0, 0, 0];
  others.forEach((other, row) => {
    if (other === '' || handles[row] === '') return;
    if (other === handles[row]) equal++;
    else {
      apart++;
      if (known.has(other)) shared++;
    }
  });
  if (equal >= apart && apart >= Math.max(3, FEW * rows.length) && shared * 2 >= apart) {
    notes.push(
      `${quoteName(column)} names another account than ${quoteName(own)} in ${apart} of ${rows.length} rows. ` +
        `${quoteName(own)} was read as who posted, and all rows as its own posts: if ${quoteName(column)} is whose ` +
        'post was reposted, --map retweeted_handle=COLUMN; if it is who posted, --map handle=COLUMN.',
    );
    return;
  }
  const repeated = repeatedFor(others, handles, texts, postIds(rows, places));
  if (repeated < ENOUGH) return;
  notes.push(
    `${repeated} posts of ${quoteName(own)} stand in several rows that differ in ${quoteName(column)}: if this is who ` +
      'reposted them, --map reposter_handle=COLUMN.',
  );
}

/** The number of posts with a row for each of several accounts, none of which the text mentions. */
function repeatedFor(
  others: readonly string[],
  handles: readonly string[],
  texts: readonly string[],
  ids: readonly string[],
): number {
  const rowsOf = new Map<string, number[]>();
  texts.forEach((text, row) => {
    if (text.length < SHORTEST || handles[row] === '') return;
    const key = `${handles[row] ?? ''}\n${ids[row] ?? ''}\n${text}`;
    const known = rowsOf.get(key);
    if (known) known.push(row);
    else rowsOf.set(key, [row]);
  });
  let [repeated, single] = [0, 0];
  for (const [key, rows] of rowsOf) {
    const named = rows.map((row) => others[row] ?? '').filter((other) => other !== '');
    if (rows.length < 2 || named.length < 1) continue;
    const isEach = new Set(named).size === named.length && named.length >= rows.length - 1;
    if (isEach && named.every((other) => !key.toLowerCase().includes(`@${other}`))) repeated++;
    else single++;
  }
  return repeated >= MOST * (repeated + single) ? repeated : 0;
}

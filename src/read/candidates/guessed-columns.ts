/** Guesses the columns of an unknown format, from words in their names and from values that look like posts. */

import type { Field } from '../fields.js';
import { idsOfUrl, readId } from '../ids.js';
import { FEW_VALUES, MANY_MORE } from './account-columns.js';
import {
  accountsByWords,
  hashtagsByWords,
  kindsByWords,
  OF_ANOTHER_POST,
  OF_CREATION,
  OF_PLACES,
  signs,
  textsByValues,
  textsByWords,
} from './by-words.js';
import { type ColumnChoice, quoteName } from './column-choice.js';
import { type ColumnValues, isConstant } from './column-values.js';
import { rowAuthors } from './row-identities.js';

/** If another column has this many times more hashtags and mentions, the text was stripped of them. */
const MUCH_FEWER = 2;

/** Prefers a column with more hashtags and mentions if the chosen text was stripped or translated. */
export function preferMarkedText(choice: ColumnChoice): void {
  const { plan, places, rows, notes } = choice;
  const [text] = places.text ?? [];
  if (text === undefined || plan.mapped.has('text') || places.text?.length !== 1) return;
  const others = choice.columnsExcept(choice.used()).filter(({ name }) => name !== '');
  const [marked] = textsByValues(others, rowAuthors(rows, places), OF_ANOTHER_POST);
  const listed = choice.column(text);
  if (!marked || signs(listed) * MUCH_FEWER >= signs(marked)) return;
  choice.set('text', marked);
  notes.push(
    `${quoteName(marked)} was read as the text: ${quoteName(listed)} has fewer hashtags and mentions. ` +
      '--map text=COLUMN overrides this.',
  );
}

/** Names of texts as they were before translation. */
const OF_ORIGINALS = /orig|source|native|untransl|raw/i;

/**
 * If another column has the same posts in another language, the one that is called the original is the text. Where no
 * name tells, a note says so.
 */
export function preferOriginalText(choice: ColumnChoice): void {
  const { plan, places, notes } = choice;
  const [at] = places.text ?? [];
  if (at === undefined || plan.mapped.has('text') || places.text?.length !== 1) return;
  const listed = choice.column(at);
  const other = choice
    .columnsExcept(choice.used())
    .find(
      (column) =>
        column.name !== '' && !/trans|tradu|übers|перев|翻译/i.test(column.name) && areTranslated(listed, column),
    );
  if (!other) return;
  const [one, two] = [quoteName(listed), quoteName(other)];
  if (!OF_ORIGINALS.test(other.name)) {
    notes.push(
      `${one} and ${two} have the same posts in other words, as translations do: ${one} was read as the text, ` +
        '--map text=COLUMN takes the other.',
    );
    return;
  }
  choice.set('text', other);
  notes.push(`${two} was read as the text, and ${one} as its translation: --map text=COLUMN overrides this.`);
}

/** What translators keep: mentions, links and numbers. */
const KEPT = /[@＠]\w+|https?:\/\/\S+|\d+/g;
/** This many rows must keep something, and nearly all of these the same. */
const ENOUGH_KEPT = 5;
const MOST_KEPT = 0.8;
/** Texts with more of their words in common are versions of one text in one language. */
const FEW_COMMON = 0.3;

/** Whether two columns keep the same mentions, links and numbers in each row, and have few words in common. */
function areTranslated(one: ColumnValues, two: ColumnValues): boolean {
  let [rows, kept, same, words, common] = [0, 0, 0, 0, 0];
  one.cells.forEach((cell, row) => {
    const other = two.cells[row] ?? '';
    if (cell === '' || other === '') return;
    rows++;
    const [mine, its] = [cell, other].map((text) => (text.match(KEPT) ?? []).sort().join(' '));
    if (mine !== '' || its !== '') {
      kept++;
      if (mine === its) same++;
    }
    const [wordsOfOne, wordsOfTwo] = [wordsOf(cell), wordsOf(other)];
    words += Math.min(wordsOfOne.size, wordsOfTwo.size);
    for (const word of wordsOfOne) if (wordsOfTwo.has(word)) common++;
  });
  return (
    rows >= MOST_KEPT * one.filled &&
    kept >= ENOUGH_KEPT &&
    same >= MOST_KEPT * kept &&
    words >= kept &&
    common < FEW_COMMON * words
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .replace(KEPT, ' ')
      .replace(/[#＃]\S+/g, ' ')
      .toLowerCase()
      .match(/\p{L}{3,}/gu),
  );
}

/** A text that was cut ends with one of these, perhaps before a link. */
const CUT = /(?:…|\.\.\.)(?:\s*https?:\/\/\S+)?$/;
/** This many rows, and this share of the rows with both, must show that one column is the whole of the other. */
const ENOUGH_WHOLE = 3;
const MOST_WHOLE = 0.9;

/**
 * If another column has the whole of texts that are cut, or short texts where the whole ones have gaps, both are the
 * text: the whole one first.
 */
export function preferWholeText(choice: ColumnChoice): void {
  const { plan, places, notes } = choice;
  const [at] = places.text ?? [];
  if (at === undefined || plan.mapped.has('text') || places.text?.length !== 1) return;
  const text = choice.column(at);
  const used = choice.used();
  const others = choice.columnsExcept(new Set()).filter((column) => column.name !== '' && !used.has(column.at));
  for (const other of others) {
    const hasGaps = text.cells.some((cell, row) => cell === '' && other.cells[row] !== '');
    const [whole, cut] = isWholeOf(other, text)
      ? [other, text]
      : hasGaps && isWholeOf(text, other)
        ? [text, other]
        : [];
    if (!whole || !cut) continue;
    places.text = [whole.at, cut.at];
    notes.push(
      `${quoteName(whole)} has the whole of texts that are cut in ${quoteName(cut)}: it was read where it is filled.`,
    );
    return;
  }
}

/** Whether a column has the whole of texts that are cut in the other, and otherwise the same texts. */
function isWholeOf(whole: ColumnValues, cut: ColumnValues): boolean {
  let [longer, both, begins] = [0, 0, 0];
  whole.cells.forEach((cell, row) => {
    const short = cut.cells[row] ?? '';
    if (cell === '' || short === '' || short.startsWith('RT @')) return;
    both++;
    const stem = short.replace(CUT, '').trimEnd();
    if (!cell.startsWith(stem)) return;
    begins++;
    if (stem !== short && stem.length > 20 && cell.length > short.length) longer++;
  });
  return longer >= ENOUGH_WHOLE && begins >= MOST_WHOLE * both;
}

/**
 * If no listed name gives the text or the account, uses columns whose names contain a word for one. Returns the
 * column that was used for the account, if any.
 */
export function guessTextAndAccount(choice: ColumnChoice): readonly ColumnValues[] {
  const { plan, places, rows } = choice;
  const { mapped, header } = plan;
  const free = choice.unlistedColumns().filter(({ name }) => !OF_CREATION.test(name));
  if (!places.text && !mapped.has('text')) choice.takeGuessed('text', textsByWords(free), 'the text');
  if (!places.text && !mapped.has('text')) {
    const texts = textsByValues(free, rowAuthors(rows, places));
    choice.takeGuessed('text', texts, 'the text, as its values are like posts');
  }
  const named = [places.account, places.handle, places.name].flatMap((of) => of ?? []).map((at) => choice.column(at));
  // The page or the channel under which all posts stand wrote none of them if another column has many names.
  const isOfAll = named.length > 0 && (named.every(isConstant) || areNotWriters(named, free));
  const hasAccount = (named.length > 0 && !isOfAll) || places.reposter !== undefined;
  const isMapped = mapped.has('account') || mapped.has('handle') || mapped.has('name');
  if (hasAccount || isMapped || addressColumn(choice)) return [];
  const edge = header.findIndex((name) => /^source$/i.test(name));
  if (edge >= 0 && header.some((name) => /^target$/i.test(name))) {
    const source = choice.column(edge);
    if (accountsByWords([source], /./).length > 0) {
      delete places.client;
      choice.takeGuessed('handle', [source], 'the account, as the beginning of an edge');
      return [source];
    }
  }
  const account = writers(free.filter(({ at }) => at !== places.text?.[0])).slice(0, 1);
  if (isOfAll && !account.some(({ distinct }) => distinct > 1)) {
    choice.notes.push(
      `All posts are read as those of one account, as ${named.map(quoteName).join(', ')} has one value.`,
    );
    return [];
  }
  choice.takeGuessed('handle', account, 'the account');
  return account;
}

/** The columns with words for an account, those that name a place last. */
function writers(columns: readonly ColumnValues[]): ColumnValues[] {
  const found = accountsByWords(columns);
  return [...found.filter((column) => !isPlace(column)), ...found.filter(isPlace)];
}

/**
 * Whether another column tells more writers apart than those with a listed name: these name the channels or pages under
 * which posts stand, or the few people who collected or labelled them.
 */
function areNotWriters(named: readonly ColumnValues[], free: readonly ColumnValues[]): boolean {
  const [writer] = writers(free);
  if (!writer || isPlace(writer) || OF_STAFF.test(writer.name.trim())) return false;
  return named.every(
    (each) =>
      each.distinct < writer.distinct &&
      (isPlace(each) || (each.distinct <= FEW_VALUES && each.distinct * MANY_MORE <= writer.distinct)),
  );
}

/** Names of who signs the posts of a channel, which are the channel's. */
const OF_STAFF = /sign|admin|editor|moder|^post[ _.]?author$/i;

/** Adds a note on a column that is not read and tells many more accounts apart. */
export function noteMoreAccounts(choice: ColumnChoice): void {
  const { plan, places, notes } = choice;
  const fields: readonly Field[] = ['account', 'handle', 'name'];
  if (fields.some((field) => plan.mapped.has(field))) return;
  const [own, ...others] = fields.flatMap((field) => places[field] ?? []).map((at) => choice.column(at));
  const [writer] = writers(choice.unlistedColumns());
  if (!own || !writer || [own, ...others].some(({ distinct }) => distinct * FAR_MORE > writer.distinct)) return;
  notes.push(
    `${quoteName(writer)} tells more accounts apart than ${quoteName(own)} (${writer.distinct} and ${own.distinct}): if it ` +
      'is who posted, --map handle=COLUMN.',
  );
}

/** Names of one account may differ a little; a column with this many times more values is about other accounts. */
const FAR_MORE = 2;

/** Whether a column is called by a channel, a page or a group. */
export function isPlace({ name }: ColumnValues): boolean {
  return OF_PLACES.test(name.trim());
}

/** If no listed name gives the kind of a post or its hashtags, uses columns whose names contain a word for them. */
export function guessKindAndHashtags(choice: ColumnChoice): void {
  const { plan, places } = choice;
  const free = choice.unlistedColumns();
  const fields: readonly Field[] = ['kind', 'retweet', 'retweeted_id', 'retweeted_handle'];
  if (!fields.some((field) => places[field] ?? plan.mapped.has(field)))
    choice.takeGuessed('kind', kindsByWords(free).slice(0, 1), 'the kind of a post');
  if (
    ![...fields, 'reposter' as const, 'reposter_handle' as const].some(
      (field) => places[field] ?? plan.mapped.has(field),
    )
  )
    choice.takeGuessed(
      'retweeted_id',
      choice.unlistedColumns().filter(areRetweeted).slice(0, 1),
      'ids of retweeted posts',
    );
  if (!places.hashtags && !plan.mapped.has('hashtags'))
    choice.takeGuessed('hashtags', hashtagsByWords(free).slice(0, 1), 'hashtags');
}

/** Names of columns with the id or the address of a retweeted post. */
const OF_RETWEETED = /(?:^|[^a-z])(?:re-?(?:tweet|post|blog|truth)(?:ed)?|rt|boosted|reshared)[^a-z]/i;
/** A column that is filled in more rows holds something else, such as the id of the post itself. */
const MOST_RETWEETS = 0.95;

/** Whether some rows have the id or the address of a post, in a column with such a name. */
function areRetweeted({ name, cells, filled }: ColumnValues): boolean {
  return (
    OF_RETWEETED.test(name) &&
    !/user|author|account|count|time|date/i.test(name) &&
    filled > 0 &&
    filled < MOST_RETWEETS * cells.length &&
    cells.every((cell) => cell === '' || idsOfUrl(cell) !== undefined || /^\d{15,20}$/.test(readId(cell)))
  );
}

/** The first column with the addresses of posts. */
export function addressColumn(choice: ColumnChoice): ColumnValues | undefined {
  return choice.columnsExcept(new Set()).find(areAddresses);
}

/** Whether most rows have the address of a post that includes its author. A column with few is about other posts. */
function areAddresses({ cells, filled }: ColumnValues): boolean {
  return (
    filled > cells.length / 2 &&
    cells.filter((cell) => cell.includes('/') && (idsOfUrl(cell)?.author ?? '') !== '').length > 0.8 * filled
  );
}

/** Chooses among the columns that may hold a field by what their values show, and says which were passed over. */

import type { DayOrder } from '../../time/day-order.js';
import { DAY } from '../../time/units.js';
import type { ColumnMapping } from '../column-mapping.js';
import type { Field, FieldIndices } from '../fields.js';
import { generic } from '../formats/generic.js';
import { idsOfUrl, readId } from '../ids.js';
import { preview } from '../row-counts.js';
import { isBoolean, isKind } from '../values.js';
import { areHandlesWithSign, chooseAccount, HOLDS_OBJECTS } from './account-columns.js';
import {
  accountsByWords,
  hashtagsByWords,
  kindsByWords,
  OF_ANOTHER_POST,
  signs,
  textsByValues,
  textsByWords,
} from './by-words.js';
import { type ColumnValues, columnValues, WEIGHED_BY } from './column-values.js';
import { choosePostId } from './post-id-column.js';
import { chooseText } from './text-column.js';
import { AS_OF_ACCOUNTS, chooseTime, adjacentClock, type TimeChoice } from './time-column.js';

export interface ChosenColumns {
  readonly places: FieldIndices;
  /** For the reader of the result. */
  readonly notes: readonly string[];
  /** Why a column that by its name holds the accounts was not taken, where no other is; '' else. */
  readonly droppedAccount: string;
  /** What was found of the time; undefined where the user names its column. */
  readonly time: TimeChoice | undefined;
}

/** A text has lost its hashtags and mentions where another has so many times more. */
const MUCH_FEWER = 2;

/** Columns that are passed over are named up to this many. */
const NAMED = 3;

/** `rows` are those below the header, made ready; `ignored` are columns that are no field by themselves. */
export function chooseColumns(
  plan: ColumnMapping,
  all: readonly (readonly string[])[],
  ignored: ReadonlySet<number>,
  dateOrder?: DayOrder,
): ChosenColumns {
  const { header, candidates, mapped, format } = plan;
  const rows = all.slice(0, WEIGHED_BY);
  const places: FieldIndices = { ...plan.places };
  const known = new Map<number, ColumnValues>();
  const at = (place: number): ColumnValues => {
    const values = known.get(place) ?? columnValues(rows, place, header[place] ?? '');
    known.set(place, values);
    return values;
  };
  const isGeneric = format === generic;
  // Formats of JSON have one column for each field.
  const isNested = !isGeneric && Object.keys(candidates).length === 0;
  const notes: string[] = [];
  let droppedAccount = '';
  let byWords: readonly ColumnValues[] = [];
  const passedOver: { readonly column: ColumnValues; readonly why: string }[] = [];
  const set = (field: Field, column: ColumnValues | undefined): void => {
    if (mapped.has(field)) return;
    if (column) places[field] = [column.at];
    else delete places[field];
  };
  const columnsOf = (field: Field): ColumnValues[] =>
    mapped.has(field) ? (places[field] ?? []).map(at) : (candidates[field] ?? []).map(at);

  // Known formats are doubted only where two columns have one name.
  for (const field of FIELDS_OF_ONE_COLUMN) {
    const columns = columnsOf(field);
    if (mapped.has(field) || columns.length < 2) continue;
    if (field === 'id' && (isGeneric || hasTwins(columns))) {
      const choice = choosePostId(columns);
      set('id', choice.best);
      passedOver.push(...choice.passedOver);
    } else if (field === 'text' && isGeneric) {
      const choice = chooseText(columns);
      set('text', choice.best);
      if (choice.rest && choice.best) places.text = [choice.best.at, choice.rest.at];
      passedOver.push(...choice.passedOver);
    } else if (field === 'kind' && isGeneric)
      set(field, columns.find(({ filled, cells }) => filled > 0 && cells.every(isKind)) ?? columns[0]);
    else if ((field === 'retweet' || field === 'quote') && isGeneric)
      set(field, columns.find((column) => column.filled > 0 && column.cells.every(isBoolean)) ?? columns[0]);
    else if (hasTwins(columns)) set(field, columns.find(({ filled }) => filled > 0) ?? columns[0]);
  }
  if (isGeneric) {
    preferMarkedText();
    nameByWords();
    relateByWords();
  }
  if (isGeneric) {
    const choice = chooseAccount({
      account: columnsOf('account'),
      handle: [...columnsOf('handle'), ...byWords],
      name: columnsOf('name'),
    });
    set('account', choice.account);
    set('handle', choice.handle);
    set('name', choice.name);
    passedOver.push(
      ...choice.passedOver.filter(
        ({ column }) => ![places.account, places.handle, places.name].some((place) => place?.[0] === column.at),
      ),
    );
    notes.push(...choice.notes);
    const unread = choice.passedOver.find(({ why }) => why === HOLDS_OBJECTS);
    if (unread && !choice.account && !choice.handle && !choice.name)
      droppedAccount = `${quoted(unread.column)} ${unread.why}`;
    if (choice.tie && choice.account)
      notes.push(
        `Accounts are told apart by ${quoted(choice.account)}; ${quoted(choice.tie)} may be their id as well: --map account=COLUMN takes it.`,
      );
    if (!mapped.has('url') && !places.url) {
      const url = header.findIndex((_, place) => !ignored.has(place) && areAddresses(at(place)));
      if (url >= 0) places.url = [url];
    }
  }
  if (!isGeneric && !places.handle && places.name && !mapped.has('handle') && !mapped.has('name')) {
    const [name] = places.name.map(at);
    if (name && areHandlesWithSign(name)) {
      places.handle = places.name;
      delete places.name;
    }
  }
  const time = mapped.has('time') ? undefined : timeOf();
  const [first, ...more] = passedOver.filter(
    ({ column }, index) =>
      !used(places).has(column.at) && passedOver.findIndex((each) => each.column === column) === index,
  );
  if (first !== undefined)
    notes.push(
      `Passed over: ${[first, ...more]
        .slice(0, NAMED)
        .map(({ column, why }) => `${quoted(column)} (${why})`)
        .join(', ')}${more.length >= NAMED ? ' and others' : ''}.`,
    );
  // In formats of JSON a key may hold two fields.
  const twins = isNested
    ? []
    : header.filter((name, place) => name !== '' && header.indexOf(name) < place && isUsed(name));
  for (const name of new Set(twins))
    notes.push(
      `Several columns are called ${preview(name)}: number ${header.map((each, place) => (each === name && used(places).has(place) ? place + 1 : 0)).find((place) => place > 0) ?? 1} of the table was read.`,
    );
  return { places, notes, droppedAccount, time };

  function takeByWords(field: Field, [best, ...others]: readonly ColumnValues[], what: string): void {
    if (!best) return;
    set(field, best);
    notes.push(
      `${quoted(best)} was read as ${what}${others.length === 0 ? '' : `; ${others.map(quoted).join(', ')} may be as well`}: --map ${field}=COLUMN says otherwise.`,
    );
  }

  /**
   * Where the column of texts was stripped or translated and another has them whole, with their hashtags and mentions.
   */
  function preferMarkedText(): void {
    const [text] = places.text ?? [];
    if (text === undefined || mapped.has('text') || places.text?.length !== 1) return;
    const free = header.flatMap((name, place) =>
      name === '' || ignored.has(place) || (used(places).has(place) && place !== text) ? [] : [at(place)],
    );
    const [whole] = textsByValues(
      free.filter((column) => column.at !== text),
      who(rows, places),
      OF_ANOTHER_POST,
    );
    if (whole && signs(at(text)) * MUCH_FEWER < signs(whole)) {
      set('text', whole);
      notes.push(
        `${quoted(whole)} was read as the text: ${quoted(at(text))} has fewer hashtags and mentions. --map text=COLUMN says otherwise.`,
      );
    }
  }

  /** Where no listed name tells the text or the account, names that speak of one. */
  function nameByWords(): void {
    const taken = new Set([...used(places), ...Object.values(candidates).flat()]);
    const free = header.flatMap((name, place) =>
      name === '' || ignored.has(place) || taken.has(place) || CREATION.test(name) ? [] : [at(place)],
    );
    if (!places.text && !mapped.has('text')) takeByWords('text', textsByWords(free), 'the text');
    if (!places.text && !mapped.has('text'))
      takeByWords('text', textsByValues(free, who(rows, places)), 'the text, as its values are like posts');
    const hasAccount = (places.account ?? places.handle ?? places.name ?? places.reposter) !== undefined;
    const isMapped = mapped.has('account') || mapped.has('handle') || mapped.has('name');
    if (hasAccount || isMapped || header.some((_, place) => !ignored.has(place) && areAddresses(at(place)))) return;
    const edge = header.findIndex((name) => /^source$/i.test(name));
    if (edge >= 0 && header.some((name) => /^target$/i.test(name)) && accountsByWords([at(edge)], /./).length > 0) {
      delete places.client;
      takeByWords('handle', [at(edge)], 'the account, as the beginning of an edge');
      byWords = [at(edge)];
      return;
    }
    const [best] = accountsByWords(free.filter(({ at: place }) => place !== places.text?.[0]));
    if (best) {
      takeByWords('handle', [best], 'the account');
      byWords = [best];
    }
  }

  /** Where no listed name tells what kind a post is, or its hashtags, names that speak of these. */
  function relateByWords(): void {
    const taken = new Set([...used(places), ...Object.values(candidates).flat()]);
    const free = header.flatMap((name, place) =>
      name === '' || ignored.has(place) || taken.has(place) ? [] : [at(place)],
    );
    const fields: readonly Field[] = ['kind', 'retweet', 'retweeted_id', 'retweeted_handle'];
    if (!fields.some((field) => places[field] ?? mapped.has(field)))
      takeByWords('kind', kindsByWords(free).slice(0, 1), 'the kind of a post');
    if (!places.hashtags && !mapped.has('hashtags'))
      takeByWords('hashtags', hashtagsByWords(free).slice(0, 1), 'hashtags');
  }

  function isUsed(name: string): boolean {
    return header.some((each, place) => each === name && used(places).has(place));
  }

  function timeOf(): TimeChoice | undefined {
    const declared = places.time?.[0] ?? -1;
    if (declared >= 0 && isNested) return undefined;
    const others = new Set(
      Object.entries(places).flatMap(([field, place]) => (field === 'time' || field === 'clock' ? [] : [...place])),
    );
    const columns = header.flatMap((_, place) => (ignored.has(place) || others.has(place) ? [] : [at(place)]));
    const accounts = who(rows, places);
    const choice = chooseTime(columns, {
      declared: isGeneric ? -1 : declared,
      accounts,
      ids: postIds(rows, places),
      order: dateOrder ?? format.dayOrder,
      declaredInUtc: format.timesInUtc === true,
    });
    const { best, tie } = choice;
    if (!best) {
      // What cannot be read as a time is told by its rows.
      const unread = declared >= 0 && !choice.others.some(({ column }) => column.at === declared);
      // What a format says of its own column is given up for nothing.
      if (!unread && isGeneric) delete places.time;
      passedOver.push(
        ...choice.others
          .filter(({ against }) => against !== '')
          .map(({ column, against }) => ({ column, why: against })),
      );
      return choice;
    }
    const unreadable = declared >= 0 && ![best, ...choice.others].some(({ column }) => column.at === declared);
    // A time of day is told beside its date.
    if (unreadable && best.score < 2 && !adjacentClock([at(declared)])) return choice;
    if (declared !== best.column.at) {
      if (declared >= 0 || !isGeneric) notes.push(`Times are taken from ${quoted(best.column)}.`);
      places.time = [best.column.at];
      if (best.times.step < DAY) delete places.clock;
    }
    if (isGeneric && best.times.step === DAY && !mapped.has('clock') && !places.clock) {
      const taken = used(places);
      const clock = adjacentClock(
        header.flatMap((_, place) => (ignored.has(place) || taken.has(place) ? [] : [at(place)])),
      );
      if (clock) {
        places.clock = [clock.at];
        notes.push(`The time of day is taken from ${quoted(clock)}.`);
      }
    }
    const created = choice.others.find(
      ({ ofAccount, against, column, times }) =>
        (ofAccount || against.endsWith(AS_OF_ACCOUNTS)) &&
        !others.has(column.at) &&
        times.first < best.times.first &&
        CREATION.test(column.name),
    );
    if (created && !places.created && !mapped.has('created')) {
      places.created = [created.column.at];
      notes.push(
        `${quoted(created.column)} is ${created.ofAccount ? 'the same in all posts of an account' : `far apart${AS_OF_ACCOUNTS}`}: it is read as when the account was created.`,
      );
    }
    passedOver.push(
      ...choice.others
        .filter(({ against, column }) => against !== '' && (column.at === declared || isGeneric))
        .map(({ column, against }) => ({ column, why: against })),
    );
    if (tie)
      notes.push(
        `The time of the posts may be ${quoted(best.column)} or ${quoted(tie.column)}: ${quoted(best.column)} was taken, --map time=COLUMN takes the other.`,
      );
    return choice;
  }
}

/** Names of when an account was made. */
const CREATION = /creat|join|regist|since|member|регистр|создан|注册|登録|가입|kayıt|fecha/i;

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

function quoted({ name }: ColumnValues): string {
  return preview(name);
}

function hasTwins(columns: readonly ColumnValues[]): boolean {
  return new Set(columns.map(({ name }) => name)).size < columns.length;
}

function used(places: FieldIndices): Set<number> {
  return new Set(Object.values(places).flat());
}

/** Whether the cells are addresses of posts that name their author. What few rows have is another post's. */
function areAddresses({ cells, filled }: ColumnValues): boolean {
  return (
    filled > cells.length / 2 &&
    cells.filter((cell) => cell.includes('/') && (idsOfUrl(cell)?.author ?? '') !== '').length > 0.8 * filled
  );
}

/** Of each row who posted it, as far as that is known so far. */
function who(rows: readonly (readonly string[])[], places: FieldIndices): string[] {
  const columns = [places.account, places.handle, places.name].flatMap((place) => place ?? []);
  return rows.map((cells) => {
    const stated = columns.map((place) => (cells[place] ?? '').trim()).find((cell) => cell !== '');
    return stated ?? idsOfUrl(cells[places.url?.[0] ?? -1] ?? '')?.author ?? '';
  });
}

/** Of each row the id of its post, of its column or its address. */
export function postIds(rows: readonly (readonly string[])[], places: FieldIndices): string[] {
  return rows.map(
    (cells) => readId(cells[places.id?.[0] ?? -1] ?? '') || (idsOfUrl(cells[places.url?.[0] ?? -1] ?? '')?.id ?? ''),
  );
}

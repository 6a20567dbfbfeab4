/** Reads posts from the bytes of their records. */

import type { BatchBuilder } from '../../dataset/batch-builder.js';
import { canonicalRetweetKey, canonicalTargets } from '../../dataset/canonical-keys.js';
import { NO_ID, splitUint64Bytes } from '../../dataset/post-ids.js';
import type { Account } from '../../documents/post.js';
import type { RecordCells } from '../../read/blocks/record-cells.js';
import type { ColumnProfile } from '../../read/column-profile.js';
import { type Field, fieldIndices } from '../../read/fields.js';
import { isPlainIdBytes } from '../../read/ids.js';
import type { RelatedPost } from '../../read/relations.js';
import type { OutcomeRecorder } from '../../read/row-outcomes.js';
import type { RowParser } from '../../read/row-parser.js';
import { isTrue, LONGEST_ERROR, nonEmpty, referenceKinds } from '../../read/values.js';
import { outOfRange } from '../../stats/array-access.js';
import { Interner } from '../../text/interner.js';
import { HASH_WORDS, KeyedHash } from '../../text/keyed-hash.js';
import { TextUnits } from '../../text/text-units.js';
import { StringCache } from '../../text/utf8.js';

/** Fields that describe an account. */
const OF_ACCOUNT: readonly Field[] = ['account', 'handle', 'name', 'created', 'created_source'];
/** Fields that determine, together with the text, the kind of a post and what it refers to. */
const OF_RELATIONS: readonly Field[] = [
  'kind',
  'retweet',
  'quote',
  'retweeted_id',
  'retweeted_handle',
  'forwarded_from',
  'quoted_id',
  'replied_id',
  'replied_to',
  'referenced_id',
];
/** If a table has one of these fields, its rows are read as strings. */
const UNUSUAL: readonly Field[] = ['clock', 'quoted_text', 'reposter', 'reposter_handle', 'repost_time', 'object'];

/** Maximum number of accounts that are remembered by the bytes of their cells: at most 20 MB. */
const MOST_ACCOUNTS = 1 << 16;

const LINE_END = 0x0a;
const NOTHING: readonly string[] = [];

/**
 * Reads posts from the bytes of their records: nearly all posts of nearly all tables. Strings are created only for
 * values that repeat (accounts, hashtags) and for values that few posts have (links, mentions, what a retweet shares).
 * A record with anything unusual in it must be read as a row of strings instead; if both ways are possible, they give
 * the same result.
 */
export class RecordFingerprinter {
  readonly #rows: RowParser;
  readonly #width: number;
  readonly #delimiter: number;
  readonly #at: Record<Field, number>;
  readonly #relations: readonly RelationColumn[];
  readonly #accountColumns: readonly number[];
  readonly #linkColumns: readonly number[];
  readonly #tagColumns: readonly number[];
  readonly #tagStrings: readonly StringCache[];
  readonly #apostrophes: boolean;
  readonly #hash = new KeyedHash();
  readonly #key = new Uint32Array(HASH_WORDS);
  /** The cells that were converted to strings; all others are empty. */
  readonly #cells: string[];
  readonly #text = new TextUnits();
  readonly #id = new Uint32Array(2);
  #known = new Interner(HASH_WORDS, 'hashes');
  /** The remembered accounts; undefined if their records must be read as rows of strings. */
  #accounts: (Account | undefined)[] = [];
  /**
   * For each remembered account: its index in the batch plus one, and the times of its first post read in the batch and
   * of its newest post.
   */
  readonly #places = new Uint32Array(MOST_ACCOUNTS);
  readonly #first = new Float64Array(MOST_ACCOUNTS);
  readonly #newest = new Float64Array(MOST_ACCOUNTS);
  readonly #inBatch: number[] = [];

  private constructor(rows: RowParser, { width, places, delimiter = '' }: ColumnProfile, apostrophes: boolean) {
    this.#rows = rows;
    this.#width = width;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#at = fieldIndices(places);
    const at = this.#at;
    this.#accountColumns = [...new Set(OF_ACCOUNT.map((field) => at[field]).filter((place) => place >= 0))];
    this.#relations = OF_RELATIONS.filter((field) => at[field] >= 0).map(
      (field) => new RelationColumn(field, at[field]),
    );
    this.#linkColumns = places.links ?? [];
    this.#tagColumns = places.hashtags ?? [];
    this.#tagStrings = this.#tagColumns.map(() => new StringCache());
    this.#apostrophes = apostrophes;
    this.#cells = Array.from({ length: width }, () => '');
  }

  /** Undefined if each row of the table must be read as strings. */
  static of(rows: RowParser, surveyed: ColumnProfile, apostrophes: boolean): RecordFingerprinter | undefined {
    const {
      places,
      zone,
      cells,
      rounded,
      partlyRounded,
      rawHeader,
      repostSign,
      marks,
      retweetsUndated,
      urlsOfOriginals,
    } = surveyed;
    const at = fieldIndices(places);
    const isPlain =
      cells.decodings.length === 0 &&
      cells.derived.length === 0 &&
      (zone.by === 'nothing' || (zone.by === 'ids' && !zone.stated)) &&
      rounded.size === 0 &&
      partlyRounded.size === 0 &&
      repostSign === undefined &&
      marks.length === 0 &&
      !retweetsUndated &&
      !urlsOfOriginals &&
      at.text >= 0 &&
      at.time >= 0 &&
      (at.url < 0 || (at.id >= 0 && at.account >= 0 && at.handle >= 0)) &&
      UNUSUAL.every((field) => at[field] < 0) &&
      // The header has no time there, so a row that can be read is never a repeated header.
      !/^\s*\d/.test(rawHeader[at.time] ?? '');
    return isPlain ? new RecordFingerprinter(rows, surveyed, apostrophes) : undefined;
  }

  /** Reads a record; returns false, and adds nothing, if it must be read as a row. */
  take(record: RecordCells, line: number, at: number, recorder: OutcomeRecorder, builder: BatchBuilder): boolean {
    const places = this.#at;
    if (record.count !== this.#width || !this.#readId(record)) return false;
    const known = this.#account(record, builder);
    const account = this.#accounts[known];
    if (!account || !this.#readText(record)) return false;
    const time = this.#time(record);
    if (time === undefined) return false;

    const text = this.#text;
    const hashtags = this.#hashtags(record);
    this.#hash.reset();
    for (let cell = 0; cell < record.count; cell++) record.addTo(this.#hash, cell);
    if (!recorder.accept(line, this.#hash, { time, hashtags })) return true;

    const post: RelatedPost = { id: undefined, account, text: '', kind: 'original' };
    const mayRefer = this.#readRelations(record) || mayReferTo(text);
    if (mayRefer || text.hasAt) post.text = text.text;
    if (mayRefer) {
      if (places.id >= 0) post.id = record.read(places.id);
      this.#rows.reader.relations.relate(post, this.#cells);
    }
    builder.addParts({
      account: this.#placeOf(known, account, time, builder),
      time,
      idHigh: this.#id[0] ?? outOfRange(),
      idLow: this.#id[1] ?? outOfRange(),
      line,
      at,
      kind: post.kind,
      text,
      source: canonicalRetweetKey(post),
      retweetedHandle: post.retweetedHandle ?? '',
      links: this.#links(record),
      targets: canonicalTargets(post),
      hashtags,
    });
    return true;
  }

  /** Must be called when a batch is complete: gives the builder the times of the accounts' newest posts. */
  endBatch(builder: BatchBuilder): void {
    for (const known of this.#inBatch) {
      const account = this.#accounts[known];
      const newest = this.#newest[known] ?? outOfRange();
      if (account && newest > (this.#first[known] ?? outOfRange())) builder.learn(account, newest);
      this.#places[known] = 0;
    }
    this.#inBatch.length = 0;
  }

  /** Whether the id is a number, or there is no column of ids. */
  #readId(record: RecordCells): boolean {
    const cell = this.#at.id;
    if (cell >= 0) {
      const { bytes } = record;
      const [from, to] = [record.from(cell), record.to(cell)];
      return isPlainIdBytes(bytes, from, to) && splitUint64Bytes(bytes, from, to, this.#id);
    }
    [this.#id[0], this.#id[1]] = NO_ID;
    return true;
  }

  /** The number of the account among the remembered ones. */
  #account(record: RecordCells, builder: BatchBuilder): number {
    this.#hash.reset();
    for (const cell of this.#accountColumns) record.addTo(this.#hash, cell);
    this.#hash.write(this.#key, 0);
    if (this.#known.size === MOST_ACCOUNTS) {
      this.endBatch(builder);
      this.#known = new Interner(HASH_WORDS, 'hashes');
      this.#accounts = [];
    }
    const known = this.#known.numberOf(this.#key, 0);
    if (known === this.#accounts.length) this.#accounts.push(this.#newAccount(record));
    return known;
  }

  #newAccount(record: RecordCells): Account | undefined {
    for (const cell of this.#accountColumns) this.#cells[cell] = record.read(cell);
    const { reader } = this.#rows;
    const before = reader.badCreated;
    const account = reader.account(this.#cells, '');
    const isBadCreated = reader.badCreated > before;
    reader.badCreated = before;
    // If the columns are empty, the account is read from the address of the post.
    const isWhole = this.#at.url < 0 || (account.handle !== '' && nonEmpty(this.#cells[this.#at.account] ?? '') !== '');
    return account.id === '' || isBadCreated || !isWhole ? undefined : account;
  }

  #placeOf(known: number, account: Account, time: number, builder: BatchBuilder): number {
    const place = this.#places[known] ?? outOfRange();
    if (place > 0) {
      if (time > (this.#newest[known] ?? outOfRange())) this.#newest[known] = time;
      return place - 1;
    }
    this.#newest[known] = this.#first[known] = time;
    this.#inBatch.push(known);
    const first = builder.learn(account, time);
    this.#places[known] = first + 1;
    return first;
  }

  /**
   * Reads the text; returns false if it may mean "no text" or may have been changed by a spreadsheet: then it must be
   * read as a string.
   */
  #readText(record: RecordCells): boolean {
    const cell = this.#at.text;
    const text = this.#text;
    // The bytes of such a cell differ from those of its text.
    if (record.isDoubled(cell)) text.readText(record.read(cell));
    else text.readBytes(record.bytes, record.from(cell), record.to(cell));
    const first = text.units[0] ?? outOfRange();
    if (text.length <= LONGEST_ERROR && (text.length <= 4 || first === 0x23) /* # */) return false;
    // A line of the text may be a row: then a quote was never closed.
    if (text.hasLineEnd && this.#hasLineOfRow()) return false;
    return !(this.#apostrophes && first === 0x27); /* ' */
  }

  /** Whether a line of the text has as many delimiters as a row. */
  #hasLineOfRow(): boolean {
    const { units, length } = this.#text;
    let delimiters = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at];
      if (unit === this.#delimiter) delimiters++;
      else if (unit === LINE_END) {
        if (delimiters === this.#width - 1) return true;
        delimiters = 0;
      }
    }
    return delimiters === this.#width - 1;
  }

  #time(record: RecordCells): number | undefined {
    const cell = this.#at.time;
    const { time: reader } = this.#rows;
    const before = reader.withoutOffset;
    const time =
      reader.readBytes(record.bytes, record.from(cell), record.to(cell)) ??
      this.#unusualTime(nonEmpty(record.read(cell)));
    if (time === undefined) reader.withoutOffset = before;
    return time;
  }

  #unusualTime(stated: string): number | undefined {
    return stated === '' ? undefined : this.#rows.time.read(stated);
  }

  #hashtags(record: RecordCells): readonly string[] {
    const { hashtags } = this.#rows.reader;
    for (let k = 0; k < this.#tagColumns.length; k++) {
      const cell = this.#tagColumns[k] ?? outOfRange();
      this.#cells[cell] = readCell(record, cell, this.#tagStrings[k] ?? outOfRange());
    }
    const listed = this.#tagColumns.length === 0 ? NOTHING : hashtags.listed(this.#cells);
    return listed.length > 0 || this.#text.signs.length === 0 ? listed : hashtags.inText(this.#text.text);
  }

  #links(record: RecordCells): readonly string[] {
    let areListed = false;
    for (const cell of this.#linkColumns) {
      // An empty list has at most the two characters `[]`.
      const isShort = record.to(cell) - record.from(cell) < 3;
      this.#cells[cell] = isShort ? '' : record.read(cell);
      areListed ||= !isShort;
    }
    if (!areListed && !this.#text.hasLink) return NOTHING;
    return this.#rows.reader.linksOf(this.#cells, this.#text.hasLink ? this.#text.text : '');
  }

  /** Converts the cells that may show what a post refers to into strings; returns whether one of them does. */
  #readRelations(record: RecordCells): boolean {
    let mayRefer = false;
    for (const column of this.#relations) mayRefer = column.read(record, this.#cells) || mayRefer;
    return mayRefer;
  }
}

/** A column with the kind of a post, or with what it refers to. */
class RelationColumn {
  readonly #cell: number;
  readonly #strings = new StringCache();
  readonly #saysNothing: (stated: string) => boolean;
  /** The last string that was checked, and the result. */
  #last = '';
  #refers = false;

  constructor(field: Field, cell: number) {
    this.#cell = cell;
    this.#saysNothing =
      field === 'kind'
        ? (stated) => referenceKinds(stated).every((kind) => kind === 'original')
        : field === 'retweet' || field === 'quote'
          ? (stated) => !isTrue(stated)
          : (stated) => nonEmpty(stated) === '';
  }

  /** Stores the string of its cell; returns whether it may show that a post refers to something. */
  read(record: RecordCells, cells: string[]): boolean {
    const stated = readCell(record, this.#cell, this.#strings);
    cells[this.#cell] = stated;
    if (stated === '') return false;
    if (stated !== this.#last) {
      this.#last = stated;
      this.#refers = !this.#saysNothing(stated);
    }
    return this.#refers;
  }
}

function readCell(record: RecordCells, cell: number, strings: StringCache): string {
  if (record.isDoubled(cell)) return record.read(cell);
  return strings.read(record.bytes, record.from(cell), record.to(cell));
}

/** Whether a text may begin like a retweet or a reply, or may quote a post. */
function mayReferTo(text: TextUnits): boolean {
  if (text.mayQuote) return true;
  // Signs may come first; all characters outside of ASCII count as such.
  let at = 0;
  while (at < text.length && isBlankOrQuote(text.units[at] ?? outOfRange())) at++;
  const first = text.units[at] ?? 0;
  if (text.hasAt && MAY_MARK.has(first)) return true;
  if ((first | 0x20) === 0x66 /* f */) return true;
  if ((first | 0x20) === 0x72 /* r */ && text.units[at + 1] === 0x54 /* T */) return true;
  // A short first line may say whose post is shown below it.
  const most = Math.min(text.length, LONGEST_FIRST_LINE);
  for (let unit = 0; unit < most; unit++) if (text.units[unit] === 0x0a) return true;
  return false;
}

const LONGEST_FIRST_LINE = 120;

/** `@` itself, and how the marks of reposts begin: RT, repost, boosted, shared, forwarded. */
const MAY_MARK: ReadonlySet<number> = new Set([...'@RrBbSs'].map((sign) => sign.charCodeAt(0)));

/** Whether a unit may stand before a mark: all but letters, digits and `@`. */
function isBlankOrQuote(unit: number): boolean {
  return unit < 0x30 || (unit > 0x39 && unit < 0x40) || (unit > 0x5a && unit < 0x61) || unit > 0x7a;
}

import type { Account, CreationDate, Post } from '../documents/post.js';
import { foldHandle } from '../text/fold-handle.js';
import { ownWords } from '../text/quotations.js';
import type { TimeReading } from '../time/parse-time.js';
import { toUtcOf } from '../time/zone-names.js';
import { offsetFromId, postIdTime } from './candidates/post-id-time.js';
import type { ZoneFinding } from './candidates/time-zone.js';
import { withClock } from './clock.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnProfile } from './column-profile.js';
import { fieldIndices, type Field } from './fields.js';
import { isGone, mayBeGone } from './gone.js';
import { HashtagReader } from './hashtag-reader.js';
import { idsOfUrl, readId } from './ids.js';
import { isMark, ObjectReader } from './objects.js';
import { withoutQuoted } from './own-part.js';
import { cellAt, isAnother, RelationReader } from './relations.js';
import type { RejectedRow, Row } from './row.js';
import {
  stripAt,
  clientName,
  isSpreadsheetError,
  linksOfList,
  linksOfText,
  LONGEST_ERROR,
  nonEmpty,
} from './values.js';

export interface ColumnReaders {
  readonly time: TimeReading;
  readonly created: TimeReading;
}

type Draft = { -readonly [Key in keyof Post]: Post[Key] };

/** What a row reader needs to know of the columns. */
type ReadProfile = Pick<
  ColumnProfile,
  | 'places'
  | 'rounded'
  | 'partlyRounded'
  | 'zone'
  | 'idsOfHandles'
  | 'accountsFromZero'
  | 'placeholders'
  | 'repostsUndated'
  | 'repostsHaveIds'
  | 'retweetsUndated'
  | 'urlsOfOriginals'
  | 'repostSign'
  | 'marks'
>;

/** Turns the rows of one file into posts. One instance per file, with its columns resolved. */
export class RowReader {
  readonly #plan: ColumnMapping;
  readonly #readers: ColumnReaders;
  readonly #input: number;
  readonly #at: Record<Field, number>;
  readonly #idsOfHandles: ReadonlyMap<string, string>;
  readonly #zone: ZoneFinding;
  readonly #accountsFromZero: boolean;
  readonly #placeholders: ReadonlySet<string>;
  readonly #repostsUndated: boolean;
  readonly #retweetsUndated: boolean;
  readonly #urlsOfOriginals: boolean;
  readonly #repostsHaveIds: boolean;
  readonly #links: readonly number[];
  readonly #hasQuoted: boolean;
  readonly relations: RelationReader;
  readonly hashtags: HashtagReader;
  /** Undefined if the file has no objects. */
  readonly #objects: ObjectReader | undefined;
  /** Number of creation dates that are present but cannot be read. */
  badCreated = 0;
  /** Number of texts that a spreadsheet has replaced by an error. */
  lostTexts = 0;

  constructor(plan: ColumnMapping, profile: ReadProfile, readers: ColumnReaders, input: number) {
    const {
      places,
      zone,
      idsOfHandles,
      accountsFromZero,
      placeholders,
      repostsUndated,
      repostsHaveIds,
      retweetsUndated,
      urlsOfOriginals,
    } = profile;
    this.#plan = plan;
    this.#readers = readers;
    this.#input = input;
    this.#at = fieldIndices(places);
    this.#idsOfHandles = idsOfHandles;
    this.#zone = zone;
    this.#accountsFromZero = accountsFromZero;
    this.#placeholders = placeholders;
    this.#repostsUndated = repostsUndated;
    this.#retweetsUndated = retweetsUndated;
    this.#urlsOfOriginals = urlsOfOriginals;
    this.#repostsHaveIds = repostsHaveIds;
    this.#links = places.links ?? [];
    this.#hasQuoted = places.quoted_text !== undefined;
    this.relations = new RelationReader(profile);
    this.hashtags = new HashtagReader(places.hashtags ?? []);
    this.#objects = places.object === undefined ? undefined : new ObjectReader(plan, places);
  }

  read({ cells, line }: Row): Post | RejectedRow {
    const at = this.#at;
    const reposted = this.#isReposted(cells);
    if (reposted && this.#repostsUndated) return { reason: 'other-event', example: '' };
    const stated = this.#timeOf(cells, reposted);
    if (stated === '') return { reason: 'no-time', example: '' };
    const ofUrl = at.url < 0 ? undefined : idsOfUrl(cells[at.url] ?? '');
    const time =
      this.#zone.by === 'nothing' ? this.#readers.time.read(stated) : this.#zonedTime(stated, cells, ofUrl?.id ?? '');
    if (time === undefined) return { reason: 'bad-time', example: stated };
    const account = reposted ? this.#reposter(cells) : this.account(cells, ofUrl?.author ?? '');
    if (account.id === '') return { reason: 'no-account', example: cellAt(cells, at.handle) || cellAt(cells, at.name) };
    const id = at.id < 0 ? '' : this.relations.whole('id', readId(cells[at.id] ?? ''));
    const whole = this.#text(cells);
    const shown = this.#hasQuoted ? withoutQuoted(whole, this.relations.quotedTexts(cells)) : whole;
    const marked = this.relations.markIn(shown);
    const text = marked?.own || shown;
    const isOriginals = reposted && !this.#repostsHaveIds;
    const isOthers =
      this.#urlsOfOriginals && !reposted && isAnother(ofUrl?.author ?? '', account.handle) ? ofUrl : undefined;
    const post: Draft = {
      id: isOriginals ? undefined : id || (reposted || isOthers ? '' : ofUrl?.id) || undefined,
      account,
      time,
      text,
      kind: 'original',
      hashtags: this.hashtags.read(cells, text),
      links: this.linksOf(cells, text),
      client: at.client < 0 ? '' : clientName(cells[at.client] ?? ''),
      input: this.#input,
      line,
    };
    const objects = this.#objects?.read(cells);
    if (objects !== undefined) post.objects = objects;
    if (reposted) {
      post.kind = 'retweet';
      const handle = stripAt(cells[at.handle] ?? '');
      if (isOriginals && id !== '') post.retweetedId = id;
      if (handle !== '') post.retweetedHandle = handle;
    } else if (isOthers) {
      post.kind = 'retweet';
      post.retweetedId = isOthers.id;
      post.retweetedHandle = isOthers.author;
    } else this.relations.relate(post, cells, marked);
    return this.#retweetsUndated && post.kind === 'retweet' ? { reason: 'other-event', example: '' } : post;
  }

  /** Whether a row names who reposted the post. Some tables name the author there if nobody did. */
  #isReposted(cells: readonly string[]): boolean {
    const at = this.#at;
    const [id, handle] = [cellAt(cells, at.reposter), stripAt(cellAt(cells, at.reposter_handle))];
    if (id === '' && handle === '') return false;
    const author = handle === '' ? cellAt(cells, at.account) : stripAt(cellAt(cells, at.handle));
    if (author === '' || foldHandle(handle || id) !== foldHandle(author)) return true;
    const repostTime = cellAt(cells, at.repost_time);
    return repostTime !== '' && repostTime !== cellAt(cells, at.time);
  }

  #timeOf(cells: readonly string[], reposted: boolean): string {
    const at = this.#at;
    const repostTime = reposted ? cellAt(cells, at.repost_time) : '';
    if (repostTime !== '') return repostTime;
    const date = cellAt(cells, at.time);
    const clock = cellAt(cells, at.clock);
    return withClock(date, clock);
  }

  /** A time, converted to UTC from the zone that was found for the file. */
  #zonedTime(stated: string, cells: readonly string[], idInUrl: string): number | undefined {
    const reader = this.#readers.time;
    const before = reader.withoutOffset;
    const time = reader.read(stated);
    if (time === undefined) return undefined;
    const zone = this.#zone;
    const isZoned = reader.withoutOffset === before;
    if (zone.by === 'ids') return zone.stated && isZoned ? (toUtcOf(zone.zone)?.(time) ?? time) : time;
    if (isZoned) return time;
    if (zone.by === 'name' || zone.by === 'title') return toUtcOf(zone.zone)?.(time) ?? time;
    if (zone.by === 'column') return toUtcOf(cellAt(cells, zone.at))?.(time) ?? time;
    const made = postIdTime(readId(cellAt(cells, this.#at.id)) || idInUrl);
    return time - ((made === undefined ? 0 : offsetFromId(time, made)) ?? 0);
  }

  /** The account of a row, from its cells and the author in its address. */
  account(cells: readonly string[], ofUrl: string): Account {
    const at = this.#at;
    const isId = ofUrl.startsWith('did:') || (this.#plan.format.urlHoldsAccountId === true && /^\d+$/.test(ofUrl));
    const inUrl = isId ? ofUrl : '';
    const stated = at.account < 0 ? '' : this.#accountId(cells[at.account] ?? '');
    const own = cellAt(cells, at.handle);
    const handle = (stated === '' && mayBeGone(own) ? '' : stripAt(own)) || (inUrl === '' ? ofUrl : '');
    const name = cellAt(cells, at.name);
    const displayName = isGone(name) || (stated === '' && handle === '' && mayBeGone(name)) ? '' : name;
    const folded = foldHandle(handle);
    const id = stated || inUrl || this.#idsOfHandles.get(folded) || folded || displayName;
    const created = this.#created(cells);
    return created ? { id, handle, displayName, created } : { id, handle, displayName };
  }

  #accountId(stated: string): string {
    const id = readId(stated);
    if (id !== '') return id === '-1' || this.#placeholders.has(id) ? '' : id;
    return this.#accountsFromZero && stated.trim() === '0' ? '0' : '';
  }

  #reposter(cells: readonly string[]): Account {
    const handle = stripAt(cellAt(cells, this.#at.reposter_handle));
    return { id: readId(cellAt(cells, this.#at.reposter)) || foldHandle(handle), handle, displayName: '' };
  }

  #created(cells: readonly string[]): CreationDate | undefined {
    const stated = cellAt(cells, this.#at.created);
    if (stated === '') return undefined;
    const time = this.#readers.created.read(stated);
    if (time === undefined) {
      this.badCreated++;
      return undefined;
    }
    const source = cellAt(cells, this.#at.created_source).toLowerCase();
    return { from: time, to: time, source: source === 'snowflake' || source === 'interpolated' ? source : 'dump' };
  }

  #text(cells: readonly string[]): string {
    const text = cells[this.#at.text] ?? '';
    if (this.#objects?.sharesText === true && isMark(text)) return '';
    if (this.#plan.format.apostropheBeforeSigns && /^'[@+=-]/.test(text)) return text.slice(1);
    if (text.length > LONGEST_ERROR) return text;
    if (isSpreadsheetError(text)) {
      this.lostTexts++;
      return '';
    }
    return text.length <= 4 ? nonEmpty(text) && text : text;
  }

  /** The links of a row: those in its link columns, else those in its text. */
  linksOf(cells: readonly string[], text: string): string[] {
    let found: string[] = [];
    for (const at of this.#links) {
      const stated = cells[at] ?? '';
      if (stated !== '') found = found.concat(linksOfList(stated));
    }
    // Links of a quoted post belong to the quoted account, as those of a retweeted one.
    if (found.length === 0) found = linksOfText(ownWords(text));
    return found.length < 2 ? found : [...new Set(found)];
  }
}

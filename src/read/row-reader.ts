import type { Account, CreationDate, Post, PostKind } from '../documents/post.js';
import { foldHandle } from '../text/fold-handle.js';
import { findQuotation, ownWords } from '../text/quotations.js';
import type { TimeReading } from '../time/parse-time.js';
import { toUtcOf } from '../time/zone-names.js';
import { offsetFromId, postIdTime } from './candidates/post-id-time.js';
import type { ZoneFinding } from './candidates/time-zone.js';
import { withClock } from './clock.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnProfile } from './column-profile.js';
import { fieldIndices, type Field } from './fields.js';
import { HashtagReader } from './hashtag-reader.js';
import { idsOfUrl, readId } from './ids.js';
import { isMark, ObjectReader } from './objects.js';
import { withoutQuoted } from './own-part.js';
import { mayBeRounded } from './rounded-ids.js';
import type { RejectedRow, Row } from './row.js';
import {
  isGone,
  stripAt,
  clientName,
  isSpreadsheetError,
  isTrue,
  linksOfList,
  linksOfText,
  LONGEST_ERROR,
  parseList,
  nonEmpty,
  referenceKinds,
} from './values.js';

export interface ColumnReaders {
  readonly time: TimeReading;
  readonly created: TimeReading;
}

type Draft = { -readonly [Key in keyof Post]: Post[Key] };

/** The fields of a post that determine its kind, and those that are then set. */
export type RelatedPost = Pick<
  Draft,
  'id' | 'account' | 'text' | 'kind' | 'retweetedId' | 'retweetedHandle' | 'repliedId' | 'repliedTo'
>;

const RETWEET = /^\s*["“«]?(?:RT|rt)\s*[@＠](\w{1,20})(?=[:\s])/;
/** `RT: …` and `RT ann: …`, where a tool has taken away the sign or the name. */
const RETWEET_WITHOUT_SIGN = /^\s*RT\s?(?:\s[\p{L}\p{N}_]{1,30})?:\s/u;
/** A first line that says whose post is shown below, as pages and chats have it: `Forwarded from Ann Lee`. */
const SHOWN_BELOW =
  /^\s*(?:forwarded (?:message )?from|переслано (?:от|из)|reenviado (?:de|desde|por)|weitergeleitet (?:von|aus)|transféré (?:de|par|depuis)|inoltrato da)[: ]\s*\S[^\n]{0,80}\n|^[^\n]{1,60} (?:retweeted|reposted)\s*\n(?:[^\n]{0,60}\n)?\s*@\w/iu;
const REPLY = /^[@＠](\w{1,20})(?=\s)/;

/** Turns the rows of one file into posts. One instance per file, with its columns resolved. */
export class RowReader {
  readonly #plan: ColumnMapping;
  readonly #readers: ColumnReaders;
  readonly #input: number;
  readonly #at: Record<Field, number>;
  readonly #rounded: ReadonlySet<Field>;
  readonly #idsOfHandles: ReadonlyMap<string, string>;
  readonly #partly: ReadonlySet<Field>;
  readonly #zone: ZoneFinding;
  readonly #accountsFromZero: boolean;
  readonly #repostsUndated: boolean;
  readonly #repostsHaveIds: boolean;
  readonly #links: readonly number[];
  readonly #quoted: readonly number[];
  readonly hashtags: HashtagReader;
  /** Undefined if the file has no objects. */
  readonly #objects: ObjectReader | undefined;
  /** Number of creation dates that are present but cannot be read. */
  badCreated = 0;
  /** Number of texts that a spreadsheet has replaced by an error. */
  lostTexts = 0;

  constructor(
    plan: ColumnMapping,
    {
      places,
      rounded,
      partlyRounded,
      zone,
      idsOfHandles,
      accountsFromZero,
      repostsUndated,
      repostsHaveIds,
    }: Pick<
      ColumnProfile,
      | 'places'
      | 'rounded'
      | 'partlyRounded'
      | 'zone'
      | 'idsOfHandles'
      | 'accountsFromZero'
      | 'repostsUndated'
      | 'repostsHaveIds'
    >,
    readers: ColumnReaders,
    input: number,
  ) {
    this.#plan = plan;
    this.#readers = readers;
    this.#input = input;
    this.#at = fieldIndices(places);
    this.#rounded = rounded;
    this.#idsOfHandles = idsOfHandles;
    this.#zone = zone;
    this.#accountsFromZero = accountsFromZero;
    this.#repostsUndated = repostsUndated;
    this.#repostsHaveIds = repostsHaveIds;
    this.#partly = partlyRounded;
    this.#links = places.links ?? [];
    this.#quoted = places.quoted_text ?? [];
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
    if (account.id === '') return { reason: 'no-account', example: '' };
    const id = at.id < 0 ? '' : this.#whole('id', readId(cells[at.id] ?? ''));
    const whole = this.#text(cells);
    const text = this.#quoted.length === 0 ? whole : withoutQuoted(whole, this.#quotedTexts(cells));
    const isOriginals = reposted && !this.#repostsHaveIds;
    const post: Draft = {
      id: isOriginals ? undefined : id || (reposted ? '' : ofUrl?.id) || undefined,
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
    } else this.relate(post, cells);
    return post;
  }

  /** Whether a row names who reposted the post. Some tables name the author there if nobody did. */
  #isReposted(cells: readonly string[]): boolean {
    const at = this.#at;
    const [id, handle] = [cell(cells, at.reposter), stripAt(cell(cells, at.reposter_handle))];
    if (id === '' && handle === '') return false;
    const author = handle === '' ? cell(cells, at.account) : stripAt(cell(cells, at.handle));
    if (author === '' || foldHandle(handle || id) !== foldHandle(author)) return true;
    const repostTime = cell(cells, at.repost_time);
    return repostTime !== '' && repostTime !== cell(cells, at.time);
  }

  #timeOf(cells: readonly string[], reposted: boolean): string {
    const at = this.#at;
    const repostTime = reposted ? cell(cells, at.repost_time) : '';
    if (repostTime !== '') return repostTime;
    const date = cell(cells, at.time);
    const clock = cell(cells, at.clock);
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
    if (zone.by === 'column') return toUtcOf(cell(cells, zone.at))?.(time) ?? time;
    const made = postIdTime(readId(cell(cells, this.#at.id)) || idInUrl);
    return time - ((made === undefined ? 0 : offsetFromId(time, made)) ?? 0);
  }

  /** The account of a row, from its cells and the author in its address. */
  account(cells: readonly string[], ofUrl: string): Account {
    const at = this.#at;
    const isId = ofUrl.startsWith('did:') || (this.#plan.format.urlHoldsAccountId === true && /^\d+$/.test(ofUrl));
    const inUrl = isId ? ofUrl : '';
    const handle = (at.handle < 0 ? '' : stripAt(cells[at.handle] ?? '')) || (inUrl === '' ? ofUrl : '');
    const name = cell(cells, at.name);
    const displayName = isGone(name) ? '' : name;
    const stated = at.account < 0 ? '' : this.#accountId(cells[at.account] ?? '');
    const folded = foldHandle(handle);
    const id = stated || inUrl || this.#idsOfHandles.get(folded) || folded || displayName;
    const created = this.#created(cells);
    return created ? { id, handle, displayName, created } : { id, handle, displayName };
  }

  #accountId(stated: string): string {
    return readId(stated) || (this.#accountsFromZero && stated.trim() === '0' ? '0' : '');
  }

  #reposter(cells: readonly string[]): Account {
    const handle = stripAt(cell(cells, this.#at.reposter_handle));
    return { id: readId(cell(cells, this.#at.reposter)) || foldHandle(handle), handle, displayName: '' };
  }

  #created(cells: readonly string[]): CreationDate | undefined {
    const stated = cell(cells, this.#at.created);
    if (stated === '') return undefined;
    const time = this.#readers.created.read(stated);
    if (time === undefined) {
      this.badCreated++;
      return undefined;
    }
    const source = cell(cells, this.#at.created_source).toLowerCase();
    return { from: time, to: time, source: source === 'snowflake' || source === 'interpolated' ? source : 'dump' };
  }

  /** The id of another post; '' if these ids are rounded. */
  #id(cells: readonly string[], field: 'retweeted_id' | 'replied_id'): string {
    return this.#rounded.has(field) ? '' : this.#whole(field, readId(cell(cells, this.#at[field])));
  }

  /** An id; '' if it may be a rounded one. */
  #whole(field: Field, id: string): string {
    return this.#partly.has(field) && mayBeRounded(id) ? '' : id;
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

  #quotedTexts(cells: readonly string[]): string[] {
    return this.#quoted.flatMap((at) => cell(cells, at) || []);
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

  /** Sets the kind and the references of a post that has kind `original` so far. */
  relate(post: RelatedPost, cells: readonly string[]): void {
    const at = this.#at;
    const kinds = at.kind < 0 ? [] : referenceKinds(cells[at.kind] ?? '');
    const references =
      at.referenced_id < 0 || kinds.length === 0 ? [] : parseList(cells[at.referenced_id] ?? '').map(readId);
    const referenced = (kind: PostKind): string => references[kinds.indexOf(kind)] ?? '';
    const quotation = findQuotation(post.text);
    const inText = RETWEET.exec(post.text)?.[1] ?? (quotation?.own === '' ? quotation.handle : undefined);

    // Some dumps flag quotes as retweets too: the kind in words is more reliable.
    const flagged =
      (isTrue(cells[at.retweet] ?? '') && !kinds.includes('quote')) ||
      RETWEET_WITHOUT_SIGN.test(post.text) ||
      (post.text.includes('\n') && SHOWN_BELOW.test(post.text));
    // Some dumps give the post itself or its own author if there is no other.
    const ofHandle = stripAt(cell(cells, at.retweeted_handle));
    const named =
      (names(cells, at.retweeted_id) && readId(cell(cells, at.retweeted_id)) !== (post.id ?? '-')) ||
      (ofHandle !== '' && kinds.length === 0 && isAnother(ofHandle, post.account.handle)) ||
      cell(cells, at.forwarded_from) !== '';
    if (inText !== undefined || kinds.includes('retweet') || flagged || named) {
      post.kind = 'retweet';
      const id = this.#id(cells, 'retweeted_id') || referenced('retweet');
      const handle = ofHandle || inText;
      if (id) post.retweetedId = id;
      if (handle) post.retweetedHandle = handle;
      return;
    }
    const answered = REPLY.exec(post.text)?.[1];
    const repliedId = this.#id(cells, 'replied_id') || referenced('reply');
    const repliedTo = stripAt(readId(cell(cells, at.replied_to))) || answered || '';
    if (repliedId !== '') post.repliedId = repliedId;
    if (repliedTo !== '') post.repliedTo = repliedTo;
    if (names(cells, at.replied_id) || names(cells, at.replied_to) || kinds.includes('reply')) post.kind = 'reply';
    else if (
      kinds.includes('quote') ||
      isTrue(cells[at.quote] ?? '') ||
      names(cells, at.quoted_id) ||
      this.#quotedTexts(cells).length > 0 ||
      quotation !== undefined
    )
      post.kind = 'quote';
    else if (answered !== undefined) post.kind = 'reply';
  }
}

function cell(cells: readonly string[], at: number): string {
  return at < 0 ? '' : nonEmpty(cells[at] ?? '');
}

/** Whether a handle belongs to another account; false if the account's own handle is unknown. */
function isAnother(handle: string, own: string): boolean {
  return own !== '' && foldHandle(handle) !== foldHandle(own);
}

/** Whether a cell refers to another post or account, even by a damaged id. */
function names(cells: readonly string[], at: number): boolean {
  const stated = cell(cells, at);
  return stated !== '' && !/^-?[01](?:\.0)?$/.test(stated);
}

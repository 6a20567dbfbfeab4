/** Reads what a post refers to, and so its kind, from the columns and from the text. */

import type { Post, PostKind } from '../documents/post.js';
import { foldHandle } from '../text/fold-handle.js';
import { findQuotation } from '../text/quotations.js';
import { hasSign, type RepostSign } from './candidates/repost-signs.js';
import type { ColumnProfile } from './column-profile.js';
import { fieldIndices, type Field } from './fields.js';
import { readId } from './ids.js';
import { mayBeRounded } from './rounded-ids.js';
import { findMark, type MarkedText, type TextMark } from './text-marks.js';
import { isTrue, nonEmpty, parseList, referenceKinds, stripAt } from './values.js';

type Draft = { -readonly [Key in keyof Post]: Post[Key] };

/** The fields of a post that determine its kind, and those that are then set. */
export type RelatedPost = Pick<
  Draft,
  'id' | 'account' | 'text' | 'kind' | 'retweetedId' | 'retweetedHandle' | 'repliedId' | 'repliedTo'
>;

const RETWEET = /^\s*["“«]?(?:RT|rt)\s*[@＠](\w(?:[\w.-]{0,38}\w)?(?:@[\w.-]{1,60}\w)?)(?=[:\s])/;
/** `RT: …`, `RT ann: …` and `RT <user>: …`, where a tool has taken away the sign or the name. */
const RETWEET_WITHOUT_SIGN = /^\s*RT\s?(?:\s(?:[\p{L}\p{N}_]{1,30}|@?[<[][\p{L}_ ]{1,20}[>\]]))?\s?:\s/u;
/** Other marks with the handle of whose post follows: `Repost from @ann`, `#Repost @ann`, `Reposted @ann:`, `转发 @ann：`. */
const REPOST_OF = new RegExp(
  String.raw`^[^\p{L}\p{N}@＠#]{0,6}(?:` +
    String.raw`\[?R\.?T\.?\]?[\s_]{0,2}(?:by\s)?[@＠](?<short>[\w.]{1,30})(?=[:：\s])|` +
    String.raw`#(?:repost|regram)[:\s]{1,2}(?:(?:from|by)\s)?[@＠](?<tag>[\w.]{1,30})(?![\w.])|` +
    String.raw`(?:repost|regram|reposted|reblogged|boosted|shared|forwarded) from [@＠](?<from>[\w.]{1,30})(?![\w.])|` +
    String.raw`(?:re-?tweet(?:ed)?|re-?post(?:ed)?|reblog(?:ged)?|boost(?:ed)?|renoted?|ретвит|репост|转发(?:微博)?|轉發|リツイート|リポスト|리트윗)\s?(?:(?:from|by|de|от|von)\s)?[@＠](?<word>[\w.]{1,30})\s?[:：])`,
  'iu',
);
/** A first line that says whose post is shown below, as pages and chats have it: `Forwarded from Ann Lee`. */
const SHOWN_BELOW =
  /^[^\p{L}\p{N}@＠#]{0,6}(?:forwarded (?:message )?from|переслано (?:от|из)|reenviado (?:de|desde|por)|weitergeleitet (?:von|aus)|transféré (?:de|par|depuis)|inoltrato da)[: ]\s*\S[^\n:]{0,80}[\n:]|^[^\n]{1,60} (?:retweeted|reposted)\s*\n(?:[^\n]{0,60}\n)?\s*@\w|^[^\n]{1,60} shared (?:an?|[^\n]{1,60}['’]s?) (?:post|photo|video|reel|story|album|event|live video)\b[^\n]{0,60}\n/iu;
const REPLY = /^[@＠](\w{1,20})(?=\s)/;

/** Reads the relations of the rows of one file. */
export class RelationReader {
  readonly #at: Record<Field, number>;
  readonly #rounded: ReadonlySet<Field>;
  readonly #partly: ReadonlySet<Field>;
  readonly #quoted: readonly number[];
  readonly #repostSign: RepostSign | undefined;
  readonly #marks: readonly TextMark[];

  constructor({
    places,
    rounded,
    partlyRounded,
    repostSign,
    marks,
  }: Pick<ColumnProfile, 'places' | 'rounded' | 'partlyRounded' | 'repostSign' | 'marks'>) {
    this.#at = fieldIndices(places);
    this.#rounded = rounded;
    this.#partly = partlyRounded;
    this.#quoted = places.quoted_text ?? [];
    this.#repostSign = repostSign;
    this.#marks = marks;
  }

  /** Whose words a text has, by the marks of the file; undefined if it has none of these. */
  markIn(text: string): MarkedText | undefined {
    return this.#marks.length === 0 ? undefined : findMark(text, this.#marks);
  }

  /**
   * Sets the kind and the references of a post that has kind `original` so far.
   *
   * @param marked what a mark in its text has told
   */
  relate(post: RelatedPost, cells: readonly string[], marked?: MarkedText): void {
    const at = this.#at;
    const kinds = at.kind < 0 ? [] : referenceKinds(cells[at.kind] ?? '');
    const references =
      at.referenced_id < 0 || kinds.length === 0 ? [] : parseList(cells[at.referenced_id] ?? '').map(readId);
    const referenced = (kind: PostKind): string => references[kinds.indexOf(kind)] ?? '';
    const quotation = marked ?? findQuotation(post.text);
    const inText =
      RETWEET.exec(post.text)?.[1] ?? repostedIn(post.text) ?? (quotation?.own === '' ? quotation.handle : undefined);

    // Some dumps flag quotes as retweets too: the kind in words is more reliable.
    const flagged =
      (this.#isFlagged(cells) && !kinds.includes('quote')) ||
      RETWEET_WITHOUT_SIGN.test(post.text) ||
      SHOWN_BELOW.test(post.text);
    // Some dumps give the post itself or its own author if there is no other.
    const ofHandle = stripAt(cellAt(cells, at.retweeted_handle));
    const named =
      (names(cells, at.retweeted_id) && readId(cellAt(cells, at.retweeted_id)) !== (post.id ?? '-')) ||
      (ofHandle !== '' && kinds.length === 0 && isAnother(ofHandle, post.account.handle)) ||
      cellAt(cells, at.forwarded_from) !== '';
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
    const repliedTo = stripAt(readId(cellAt(cells, at.replied_to))) || answered || '';
    if (repliedId !== '') post.repliedId = repliedId;
    if (repliedTo !== '') post.repliedTo = repliedTo;
    if (names(cells, at.replied_id) || names(cells, at.replied_to) || kinds.includes('reply')) post.kind = 'reply';
    else if (
      kinds.includes('quote') ||
      isTrue(cells[at.quote] ?? '') ||
      names(cells, at.quoted_id) ||
      this.quotedTexts(cells).length > 0 ||
      quotation !== undefined
    )
      post.kind = 'quote';
    else if (answered !== undefined) post.kind = 'reply';
  }

  /** The texts of other posts that stand in columns of their own. */
  quotedTexts(cells: readonly string[]): string[] {
    return this.#quoted.flatMap((at) => cellAt(cells, at) || []);
  }

  /** An id; '' if it may be a rounded one. */
  whole(field: Field, id: string): string {
    return this.#partly.has(field) && mayBeRounded(id) ? '' : id;
  }

  /** The id of another post; '' if these ids are rounded. */
  #id(cells: readonly string[], field: 'retweeted_id' | 'replied_id'): string {
    return this.#rounded.has(field) ? '' : this.whole(field, readId(cellAt(cells, this.#at[field])));
  }

  #isFlagged(cells: readonly string[]): boolean {
    const stated = cellAt(cells, this.#at.retweet);
    return this.#repostSign === undefined ? isTrue(stated) : hasSign(this.#repostSign, stated);
  }
}

/** The handle of whose post a text says that it reposts; undefined if it says nothing of the kind. */
function repostedIn(text: string): string | undefined {
  const { short, tag, from, word } = REPOST_OF.exec(text)?.groups ?? {};
  return short ?? tag ?? from ?? word;
}

/** The cell at a position, '' for an empty value or if no column holds the field. */
export function cellAt(cells: readonly string[], at: number): string {
  return at < 0 ? '' : nonEmpty(cells[at] ?? '');
}

/** Whether a handle belongs to another account; false if one of them is unknown. */
export function isAnother(handle: string, own: string): boolean {
  return own !== '' && handle !== '' && foldHandle(handle) !== foldHandle(own);
}

/** Whether a cell refers to another post or account, even by a damaged id. */
function names(cells: readonly string[], at: number): boolean {
  const stated = cellAt(cells, at);
  return stated !== '' && !/^-?[01](?:\.0)?$/.test(stated);
}

import { closeSync, openSync, readSync } from 'node:fs';
import type { Post } from '../documents/post.js';
import type { Source } from './open.js';
import type { Utf8Transcoder } from './utf8-transcoder.js';

/**
 * Smaller files are spooled in memory: a folder may have many thousands of them, and each file with places is kept
 * open.
 */
const SMALLEST_FILE = 1024 * 1024;
/** The line of a post has a few hundred to a few thousand bytes: this size usually covers a whole line. */
const READ_BYTES = 4096;
const NEWLINE = 10;
const NOWHERE = -1;

/** Returns the post in a line of text, given the number of that line. */
export type PostOfLine = (text: string, line: number) => Post | undefined;

/** The offsets of posts that are alone in a line of a file, by which they can be read again. */
export class LinePlaces {
  readonly #path: string;
  readonly #decoding: Utf8Transcoder;
  /** The posts that were read last, and their offsets. */
  readonly #posts: Post[] = [];
  readonly #places: number[] = [];
  /** The index up to which they have been looked up. */
  #asked = 0;
  #read: PostOfLine | undefined;
  #descriptor: number | undefined;

  private constructor(path: string, decoding: Utf8Transcoder) {
    this.#path = path;
    this.#decoding = decoding;
  }

  /** Places for a source; undefined if its posts must be spooled. `plain`: the source is not compressed. */
  static of(
    { path, again, bytesTotal = 0 }: Source,
    { decoding, plain }: { readonly decoding: Utf8Transcoder; readonly plain: boolean },
  ): LinePlaces | undefined {
    return plain && again && path !== undefined && bytesTotal >= SMALLEST_FILE
      ? new LinePlaces(path, decoding)
      : undefined;
  }

  /** Sets the function by which a line is read again. */
  readBy(read: PostOfLine): void {
    this.#read = read;
    // Opened now, so that it stays the same file even if another file replaces it under the same name.
    this.#descriptor ??= openSync(this.#path, 'r');
  }

  /** Forgets the posts noted so far, once they have been looked up. */
  begin(): void {
    this.#posts.length = 0;
    this.#places.length = 0;
    this.#asked = 0;
  }

  /** Records a post and, if it is alone in its line, the offset of that line. */
  note(post: Post, at: number | undefined): void {
    const { verbatim, skipped } = this.#decoding;
    this.#posts.push(post);
    // If the text was unchanged so far, all offsets up to here are offsets in the file.
    const isThere = at !== undefined && verbatim && this.#decoding.account().encodingRepairs === 0;
    this.#places.push(isThere ? skipped + at : NOWHERE);
  }

  /**
   * The offset of a post's line in the file; undefined if it cannot be read from there again. Must be called in the
   * order of the posts.
   */
  of(post: Post): number | undefined {
    while (this.#asked < this.#posts.length) {
      const at = this.#asked++;
      if (this.#posts[at] !== post) continue;
      const place = this.#places[at];
      return place === NOWHERE ? undefined : place;
    }
    return undefined;
  }

  /** The post in the line that begins at `place`. */
  at(place: number, line: number): Post | undefined {
    const parts: Buffer[] = [];
    for (let [at, length] = [place, READ_BYTES]; ; at += length, length *= 2) {
      const bytes = Buffer.alloc(length);
      const count = this.#readBytes(bytes, at);
      const end = bytes.subarray(0, count).indexOf(NEWLINE);
      parts.push(bytes.subarray(0, end < 0 ? count : end));
      if (end >= 0 || count < length) return this.#read?.(Buffer.concat(parts).toString(), line);
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /** Fills `bytes` from the file; returns the number of bytes read. */
  #readBytes(bytes: Buffer, from: number): number {
    let read = 0;
    for (let count = -1; count !== 0 && read < bytes.length; read += count)
      count = readSync(this.#descriptor ?? -1, bytes, read, bytes.length - read, from + read);
    return read;
  }
}

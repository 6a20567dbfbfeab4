import { closeSync, openSync, readSync } from 'node:fs';
import type { Post } from '../documents/post.js';
import type { Source } from './open.js';
import type { Utf8Transcoder } from './utf8-transcoder.js';

/**
 * A folder may hold many thousands of small files, and each with places is held open: what is smaller is spooled, in
 * memory.
 */
const SMALLEST_FILE = 1024 * 1024;
/** A post's line is some hundred bytes to some thousand: most come whole with this many. */
const READ_BYTES = 4096;
const NEWLINE = 10;
const NOWHERE = -1;

/** The post of a line of text, with the number of that line. */
export type PostOfLine = (text: string, line: number) => Post | undefined;

/** Posts that stand in a file as it is, each alone in a line: they are found again by where their lines begin. */
export class LinePlaces {
  readonly #path: string;
  readonly #decoding: Utf8Transcoder;
  /** The posts that were read last, and their places. */
  readonly #posts: Post[] = [];
  readonly #places: number[] = [];
  /** Up to where it was asked for them. */
  #asked = 0;
  #read: PostOfLine | undefined;
  #descriptor: number | undefined;

  private constructor(path: string, decoding: Utf8Transcoder) {
    this.#path = path;
    this.#decoding = decoding;
  }

  /** Of a source; undefined where it is to be spooled. `plain`: it is not packed. */
  static of(
    { path, again, bytesTotal = 0 }: Source,
    { decoding, plain }: { readonly decoding: Utf8Transcoder; readonly plain: boolean },
  ): LinePlaces | undefined {
    return plain && again && path !== undefined && bytesTotal >= SMALLEST_FILE
      ? new LinePlaces(path, decoding)
      : undefined;
  }

  /** How a line is read again. */
  readBy(read: PostOfLine): void {
    this.#read = read;
    // Held open from now on: it stays the same file, whatever comes to bear its name.
    this.#descriptor ??= openSync(this.#path, 'r');
  }

  /** Forgets the places of the posts so far, which were asked for. */
  begin(): void {
    this.#posts.length = 0;
    this.#places.length = 0;
    this.#asked = 0;
  }

  /** Takes note of a post, and of where in the text its line begins if it is alone in that. */
  note(post: Post, at: number | undefined): void {
    const { verbatim, skipped } = this.#decoding;
    this.#posts.push(post);
    // All text up to here is the file's own bytes, if this is so now.
    const isThere = at !== undefined && verbatim && this.#decoding.account().encodingRepairs === 0;
    this.#places.push(isThere ? skipped + at : NOWHERE);
  }

  /**
   * Where in the file the line of a post begins; undefined where it cannot be read again from there. To be asked in the
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

  /** The post in the line that begins at a place. */
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

  /** How many there were. */
  #readBytes(bytes: Buffer, from: number): number {
    let read = 0;
    for (let count = -1; count !== 0 && read < bytes.length; read += count)
      count = readSync(this.#descriptor ?? -1, bytes, read, bytes.length - read, from + read);
    return read;
  }
}

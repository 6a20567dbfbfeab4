import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Post } from '../documents/post.js';
import { TrendAuditError } from '../errors.js';

/** The size in memory before a temporary file is created: dumps of some ten thousand posts fit. */
const IN_MEMORY = 32 * 1024 * 1024;
/** The initial size, doubled when full: a folder may have many thousands of small files, each with a spool. */
const FIRST_ROOM = 512;
const LENGTH_BYTES = 4;

/** Stores bytes that cannot be read again from their source: in memory and, if they are many, in a temporary file. */
export class ByteSpool {
  /** The bytes that follow those in the file. */
  #memory = Buffer.alloc(FIRST_ROOM);
  #inMemory = 0;
  #inFile = 0;
  #file: number | undefined;

  /** Appends bytes and returns their position. Throws TrendAuditError if there is no space for temporary files. */
  append(records: Uint8Array): number {
    if (this.#inMemory > 0 && this.#inMemory + records.length > IN_MEMORY) this.#flush();
    if (this.#inMemory + records.length > this.#memory.length) {
      const larger = Buffer.alloc(Math.max(2 * this.#memory.length, this.#inMemory + records.length));
      larger.set(this.#memory.subarray(0, this.#inMemory));
      this.#memory = larger;
    }
    const place = this.#inFile + this.#inMemory;
    this.#memory.set(records, this.#inMemory);
    this.#inMemory += records.length;
    return place;
  }

  /** Releases the memory and closes the temporary file. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#memory = Buffer.alloc(0);
  }

  /** Up to `length` bytes from a position: fewer at the end. */
  read(place: number, length: number): Buffer {
    if (place >= this.#inFile)
      return this.#memory.subarray(place - this.#inFile, Math.min(this.#inMemory, place - this.#inFile + length));
    const bytes = Buffer.alloc(Math.min(length, this.#inFile - place));
    for (let read = 0; read < bytes.length;) {
      const count = readSync(this.#file ?? -1, bytes, read, bytes.length - read, place + read);
      if (count === 0) throw new Error('a temporary file is shorter than what was written to it');
      read += count;
    }
    return bytes.length === length ? bytes : Buffer.concat([bytes, this.read(this.#inFile, length - bytes.length)]);
  }

  #flush(): void {
    try {
      this.#file ??= temporaryFile();
      for (let written = 0; written < this.#inMemory;) {
        written += writeSync(this.#file, this.#memory, written, this.#inMemory - written, this.#inFile + written);
      }
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      throw new TrendAuditError('not-writable', `has no room for a temporary file (${String(error.code)})`, {
        file: tmpdir(),
        hint: 'make room there, or name another directory by the variable TMPDIR',
      });
    }
    this.#inFile += this.#inMemory;
    this.#inMemory = 0;
  }
}

/** Stores posts that cannot be read again from their source, and finds them again by their position. */
export class PostSpool {
  readonly #bytes = new ByteSpool();

  /** Stores a post and returns its position. Throws like `ByteSpool.append`. */
  append(post: Post): number {
    const json = Buffer.from(JSON.stringify(post));
    const record = Buffer.alloc(LENGTH_BYTES + json.length);
    record.writeUInt32LE(json.length);
    record.set(json, LENGTH_BYTES);
    return this.#bytes.append(record);
  }

  /** The post at a position. */
  at(place: number): Post {
    const length = this.#bytes.read(place, LENGTH_BYTES).readUInt32LE();
    const post: Post = JSON.parse(this.#bytes.read(place + LENGTH_BYTES, length).toString());
    return { ...post, id: post.id };
  }

  close(): void {
    this.#bytes.close();
  }
}

/** Creates a file and removes its name at once, so that nothing is left when the program ends in any way. */
function temporaryFile(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
  const file = openSync(path.join(folder, 'posts'), 'wx+', 0o600);
  try {
    // If an open file cannot be removed (Windows), the system's cleaning of temporary files must remove it.
    rmSync(folder, { recursive: true });
  } catch {}
  return file;
}

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Post } from '../documents/post.js';
import { TrendAuditError } from '../errors.js';

/** What is kept in memory before a temporary file is made: no dump of some ten thousand posts needs one. */
const IN_MEMORY = 32 * 1024 * 1024;
/** Little, and doubled as it fills: a folder may hold many thousands of small files, each with one of its own. */
const FIRST_ROOM = 512;
const LENGTH_BYTES = 4;

/**
 * Where bytes are put down that cannot be read again from where they came: in memory, and beyond that in a temporary
 * file.
 */
export class ByteSpool {
  /** What follows the file's bytes. */
  #memory = Buffer.alloc(FIRST_ROOM);
  #inMemory = 0;
  #inFile = 0;
  #file: number | undefined;

  /** Their place. Throws TrendAuditError where there is no room for temporary files. */
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

  /** Gives back what it holds. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#memory = Buffer.alloc(0);
  }

  /** Up to so many bytes from a place: fewer where it ends. */
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
      throw new TrendAuditError('not-writable', `holds no room for a temporary file (${String(error.code)})`, {
        file: tmpdir(),
        hint: 'make room there, or name another directory by the variable TMPDIR',
      });
    }
    this.#inFile += this.#inMemory;
    this.#inMemory = 0;
  }
}

/** Posts that cannot be read again from where they came, and are found again by the place that they were given. */
export class PostSpool {
  readonly #bytes = new ByteSpool();

  /** The place of a post. Throws as `ByteSpool` does. */
  append(post: Post): number {
    const json = Buffer.from(JSON.stringify(post));
    const record = Buffer.alloc(LENGTH_BYTES + json.length);
    record.writeUInt32LE(json.length);
    record.set(json, LENGTH_BYTES);
    return this.#bytes.append(record);
  }

  /** The post at a place. */
  at(place: number): Post {
    const length = this.#bytes.read(place, LENGTH_BYTES).readUInt32LE();
    const post: Post = JSON.parse(this.#bytes.read(place + LENGTH_BYTES, length).toString());
    return { ...post, id: post.id };
  }

  close(): void {
    this.#bytes.close();
  }
}

/** A file without a name: whatever ends the program, nothing is left of it. */
function temporaryFile(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
  const file = openSync(path.join(folder, 'posts'), 'wx+', 0o600);
  try {
    // Where an open file cannot be removed (Windows), the system's own cleaning of temporary files has to do.
    rmSync(folder, { recursive: true });
  } catch {}
  return file;
}

/**
 * The names of accounts between threads. Most accounts of a block were in an earlier block of the same thread, and
 * copying three strings for each takes longer than anything else in sending a batch: so a thread sends each name once,
 * and then its number.
 */

import type { AccountColumns } from '../../dataset/record-batch.js';
import { outOfRange } from '../../stats/array-access.js';

/** Maximum number of accounts that are remembered for a thread: at most 20 MB. Then it starts anew. */
const MOST_NAMES = 1 << 16;

type Names = Pick<AccountColumns, 'id' | 'handle' | 'displayName'>;

/** What a thread sends in place of the names of a batch. */
export interface SentNames {
  /** Whether the numbers begin again with 0. */
  readonly startsAnew: boolean;
  /** For each account of the batch the number of its names. */
  readonly numbers: Uint32Array;
  /** The names with the next numbers. */
  readonly added: Names;
}

/** The side of the thread that sends. */
export class NameSender {
  readonly #most: number;
  readonly #numberOf = new Map<string, number>();
  readonly #handles: string[] = [];
  readonly #displayNames: string[] = [];

  constructor(most = MOST_NAMES) {
    this.#most = most;
  }

  send({ id, handle, displayName }: Names): SentNames {
    const startsAnew = this.#handles.length >= this.#most;
    if (startsAnew) {
      this.#numberOf.clear();
      this.#handles.length = this.#displayNames.length = 0;
    }
    const added = { id: [] as string[], handle: [] as string[], displayName: [] as string[] };
    const numbers = new Uint32Array(id.length);
    for (const [k, account] of id.entries()) {
      const [ownHandle, ownName] = [handle[k] ?? outOfRange(), displayName[k] ?? outOfRange()];
      let number = this.#numberOf.get(account);
      if (number === undefined || this.#handles[number] !== ownHandle || this.#displayNames[number] !== ownName) {
        number = this.#handles.push(ownHandle) - 1;
        this.#displayNames.push(ownName);
        this.#numberOf.set(account, number);
        added.id.push(account);
        added.handle.push(ownHandle);
        added.displayName.push(ownName);
      }
      numbers[k] = number;
    }
    return { startsAnew, numbers, added };
  }
}

/** The side that receives, for one thread; the batches must come in the order in which they were sent. */
export class NameReceiver {
  readonly #id: string[] = [];
  readonly #handle: string[] = [];
  readonly #displayName: string[] = [];

  receive({ startsAnew, numbers, added }: SentNames): Names {
    if (startsAnew) this.#id.length = this.#handle.length = this.#displayName.length = 0;
    for (const [k, id] of added.id.entries()) {
      this.#id.push(id);
      this.#handle.push(added.handle[k] ?? outOfRange());
      this.#displayName.push(added.displayName[k] ?? outOfRange());
    }
    const of = (names: readonly string[]): string[] => Array.from(numbers, (number) => names[number] ?? outOfRange());
    return { id: of(this.#id), handle: of(this.#handle), displayName: of(this.#displayName) };
  }
}

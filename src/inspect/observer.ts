import type { Holdings } from '../inspection.js';
import type { Post } from '../post.js';
import { HoldingsCount } from './holdings.js';

/** Counts what the posts of an analysis hold. */
export class Observer {
  readonly #all = new HoldingsCount();
  readonly #byInput = new Map<number, HoldingsCount>();

  see(post: Post): void {
    this.#all.add(post);
    const count = this.#byInput.get(post.input) ?? new HoldingsCount();
    this.#byInput.set(post.input, count);
    count.add(post);
  }

  get all(): Holdings {
    return this.#all.result();
  }

  of(input: number): Holdings {
    return (this.#byInput.get(input) ?? new HoldingsCount()).result();
  }
}

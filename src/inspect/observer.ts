import type { Holdings } from '../inspection.js';
import { Collector } from '../measure/collector.js';
import type { Post } from '../post.js';
import { HoldingsCount } from './holdings.js';

/** Gathers posts as an analysis does, and counts by the way what they hold. */
export class Observer extends Collector {
  readonly #all = new HoldingsCount();
  readonly #byInput = new Map<number, HoldingsCount>();

  override add(post: Post): void {
    super.add(post);
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

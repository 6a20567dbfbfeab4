import type { FieldCoverage } from '../documents/inspection.js';
import type { Post } from '../documents/post.js';
import { FieldCoverageCounter } from './field-coverage.js';

/** Counts which fields the posts of an analysis have, in total and by input. */
export class FieldCoverageObserver {
  readonly #all = new FieldCoverageCounter();
  readonly #byInput = new Map<number, FieldCoverageCounter>();

  see(post: Post, hasText: boolean): void {
    this.#all.add(post, hasText);
    const count = this.#byInput.get(post.input) ?? new FieldCoverageCounter();
    this.#byInput.set(post.input, count);
    count.add(post, hasText);
  }

  get all(): FieldCoverage {
    return this.#all.result();
  }

  of(input: number): FieldCoverage {
    return (this.#byInput.get(input) ?? new FieldCoverageCounter()).result();
  }
}

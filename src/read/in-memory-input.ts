/** Inputs passed in by a program: byte streams, and posts. */

import type { Input } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import type { AnalysisInput } from '../options.js';
import { type ContentHandlers, type ReadOptions, readSourceWith } from './read.js';
import { startingWith } from './streams.js';

export interface InMemoryInput {
  /** Its name in messages and in the result. */
  readonly name: string;
  readonly content: Exclude<AnalysisInput, string>;
}

/** Gives inputs without a name a name from their position. Throws TrendAuditError for an invalid input. */
export function nameInputs(inputs: readonly AnalysisInput[]): readonly (string | InMemoryInput)[] {
  if (!Array.isArray(inputs))
    throw new TrendAuditError('usage', 'the inputs are not a list', {
      hint: "give a list, as in analyze(['dump.csv'])",
    });
  if (inputs.length === 0)
    throw new TrendAuditError('usage', 'no input was given', { hint: "give one, as in analyze(['dump.csv'])" });
  return inputs.map((content: AnalysisInput, place) => {
    if (typeof content === 'string') return content;
    const name = `input ${place + 1}`;
    if (
      typeof content === 'object' &&
      content !== null &&
      (Symbol.asyncIterator in content || Symbol.iterator in content)
    )
      return { name, content };
    throw new TrendAuditError('usage', 'is neither a path, nor a stream, nor a list of posts', {
      file: name,
      hint: 'give a list of posts as one input: analyze([posts])',
    });
  });
}

/** Reads an input according to its first item, as `readSourceWith` reads a file. */
export async function* readInput<Batch>(
  readers: ContentHandlers<Batch>,
  { name, content }: InMemoryInput,
  number: number,
  options: ReadOptions,
): AsyncGenerator<Batch, Input> {
  const items = untilAborted<unknown>(content, options.signal);
  try {
    const first = await items.next();
    if (first.done)
      throw new TrendAuditError('empty', 'is empty: nothing came from it', {
        file: name,
        hint: 'give at least one post',
      });
    const all = startingWith(first.value, items);
    return yield* isBytes(first.value)
      ? readSourceWith(readers, { name, chunks: bytesOf(all, name), bytesTotal: undefined }, number, options)
      : (await import('./post-objects.js')).readPostObjects(readers, all, { name, number }, options);
  } finally {
    await items.return(undefined);
  }
}

async function* bytesOf(chunks: AsyncIterable<unknown>, name: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (!isBytes(chunk))
      throw new TrendAuditError('usage', 'gives bytes first and then something that is not bytes', {
        file: name,
        hint: 'give a stream of bytes, or posts',
      });
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

function isBytes(value: unknown): value is Uint8Array | string {
  return typeof value === 'string' || value instanceof Uint8Array;
}

/**
 * Yields the items of an input until the signal aborts: then throws its reason, even while the input is still
 * pending.
 */
async function* untilAborted<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  signal?.throwIfAborted();
  if (!signal || !(Symbol.asyncIterator in items)) {
    yield* items;
    return;
  }
  const iterator = items[Symbol.asyncIterator]();
  let stop: ((reason: unknown) => void) | undefined;
  const aborted = (): void => stop?.(signal.reason);
  signal.addEventListener('abort', aborted);
  let waiting = false;
  try {
    for (;;) {
      waiting = true;
      const next = await new Promise<IteratorResult<Item>>((resolve, reject) => {
        stop = reject;
        iterator.next().then(resolve, reject);
      });
      waiting = false;
      if (next.done) return;
      yield next.value;
      signal.throwIfAborted();
    }
  } finally {
    signal.removeEventListener('abort', aborted);
    const ended = iterator.return?.();
    // A pending iterator may never settle, so its return is requested but not awaited.
    if (!waiting) await ended;
    else {
      ended?.catch(() => {});
      if (isDestroyable(items)) items.destroy();
    }
  }
}

/** A Node stream ignores `return` while a read is pending; it must be destroyed. */
function isDestroyable(items: object): items is { destroy(): void } {
  return 'destroy' in items && typeof items.destroy === 'function';
}

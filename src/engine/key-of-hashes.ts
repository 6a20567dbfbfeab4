/** The key of hashes: that of the process, or that of a store, whose posts were hashed earlier. */

import { TrendAuditError } from '../errors.js';
import { hashKey, setHashKey } from '../text/keyed-hash.js';

/** Number of running tasks whose hashes must have the same key. */
let working = 0;

/** Runs work that hashes what it reads. Throws the same errors as `useKey`. */
export async function whileHashing<T>(work: () => Promise<T>, key?: Uint32Array): Promise<T> {
  const release = useKey(key);
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * Fixes the key of hashes until the returned function is called. Throws TrendAuditError if other tasks are running with
 * a different key: the same text would have two hashes.
 * @param key of a store; undefined if any key will do
 */
export function useKey(key?: Uint32Array): () => void {
  if (key !== undefined && key.some((word, k) => word !== hashKey()[k])) {
    if (working > 0)
      throw new TrendAuditError('usage', 'another analysis in this process uses hashes with another key', {
        hint: 'wait until it has finished, or query the store in a separate process',
      });
    setHashKey(key);
  }
  working++;
  return () => void working--;
}

/** Whose key hashes are made with: that of the process, or that of a store, whose posts were hashed before. */

import { TrendAuditError } from '../errors.js';
import { hashKey, setHashKey } from '../text/keyed-hash.js';

/** How many are at work whose hashes have to agree. */
let working = 0;

/** Does work that hashes what it reads. Throws as `useKey` does. */
export async function whileHashing<T>(work: () => Promise<T>, key?: Uint32Array): Promise<T> {
  const release = useKey(key);
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * Keeps the key of hashes as it is, from now until the function that is given back is called. Throws TrendAuditError
 * where another key is asked for than others work with: the same text would have two hashes.
 * @param key of a store; undefined where any will do
 */
export function useKey(key?: Uint32Array): () => void {
  if (key !== undefined && key.some((word, k) => word !== hashKey()[k])) {
    if (working > 0)
      throw new TrendAuditError('usage', 'another analysis of this process works with hashes of another key', {
        hint: 'wait until it is done, or ask the store in a process of its own',
      });
    setHashKey(key);
  }
  working++;
  return () => void working--;
}

import { analyze } from '../../src/index.js';
import { hashKey, KEY_WORDS, setHashKey } from '../../src/text/keyed-hash.js';

/** Ten keys far apart, two of them as regular as can be. */
export const KEYS = Array.from({ length: 10 }, (_, k) =>
  Uint32Array.from({ length: KEY_WORDS }, (__, word) =>
    k === 0 ? 0 : k === 1 ? 0xffff_ffff : Math.imul(k * KEY_WORDS + word + 1, 0x9e37_79b1),
  ),
);

/** What is printed of a dump under each key; undefined where it cannot be read. */
export async function underEachKey(file: string): Promise<Set<string> | undefined> {
  const own = hashKey();
  const printed = new Set<string>();
  try {
    for (const key of KEYS) {
      setHashKey(key);
      printed.add(JSON.stringify(await analyze([file], { workers: 0 })));
    }
    return printed;
  } catch (error) {
    if (printed.size > 0) throw error;
    return undefined;
  } finally {
    setHashKey(own);
  }
}

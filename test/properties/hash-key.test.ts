import { expect, it } from 'vitest';
import { SMALL_DUMP } from '../fixture-cases.js';
import { KEYS, underEachKey } from './under-keys.js';

it('no key of the hash changes what is printed', async () => {
  expect(new Set(KEYS.map((key) => key.join())).size).toBe(10);
  expect((await underEachKey(SMALL_DUMP))?.size).toBe(1);
});

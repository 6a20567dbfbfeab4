/** For the tests, which decide small ones. */

import type { Dataset } from '../src/dataset/dataset.js';

export const EXTREMES: Readonly<Record<string, (posts: number) => Dataset>>;

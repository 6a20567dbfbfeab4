/** For the tests, which decide small ones. */

import type { Measurements } from '../src/measure/measurements.js';

export const EXTREMES: Readonly<Record<string, (posts: number) => Measurements>>;

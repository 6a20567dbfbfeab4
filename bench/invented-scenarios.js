// The invented scenarios: what the ordinary public (kind `o`) does, who acts together for innocent reasons, and who
// pushes (kind `c`). `n` is the approximate number of accounts.
import { PUSHES } from './push-scenarios.js';
import { INNOCENT } from './sincere-scenarios.js';

const SIZES = [120, 700, 2500];

/** The duration of a scenario in days, if it is not three. */
const DAYS = {
  petition: 10,
  'over-weeks': 28,
  'slow-campaign': 60,
  'push-by-day': 30,
  'days-public': 30,
  conference: 4,
};

export const SCENARIOS = Object.entries({ ...INNOCENT, ...PUSHES }).map(([name, happen]) => ({
  name,
  days: DAYS[name] ?? 3,
  happen,
  sizes: SIZES,
}));

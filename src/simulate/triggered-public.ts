import { HOUR } from '../time/units.js';
import { waveTimes } from './campaign.js';
import { LANGUAGES } from './languages/index.js';
import type { SimulationOptions } from './options.js';
import { Random } from './random.js';

/**
 * The same simulation, with public activity triggered only by the campaign: `hours` after each wave. If `hours` is
 * negative, each wave begins that long after the public's activity instead. A wave is left out if its event is outside
 * the span.
 */
export function withTriggeredPublic(options: SimulationOptions, hours: number): SimulationOptions {
  const office = LANGUAGES[options.language].zones[0]?.hours ?? 0;
  const drawn = waveTimes(options, office, new Random(options.seed).stream('waves'));
  const wavesAt = drawn.filter((wave) => wave + hours * HOUR >= options.from && wave + hours * HOUR < options.to);
  if (wavesAt.length === 0) return options;
  const stirredAt = wavesAt.map((wave) => wave + hours * HOUR).sort((a, b) => a - b);
  return {
    ...options,
    stirredAt,
    eventAt: stirredAt[0] ?? options.eventAt,
    campaign: { ...options.campaign, wavesAt },
  };
}

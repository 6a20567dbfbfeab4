/** What a whole analysis says of the lead in dumps of simulated campaigns, with few seeds or with many. */

import { expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { analyze } from '../../src/pipeline/analyze.js';
import {
  scaleSimulation,
  simulate,
  type SimulationOptions,
  simulationOptions,
  toCsv,
  withTriggeredPublic,
} from '../../src/simulate/index.js';
import { fileWith } from '../cli/run.js';

/** With the verdicts of the tool, not the truth: some of the campaign are missed and count as organic. */
function storyOf(options: SimulationOptions): Promise<Result> {
  return analyze([fileWith(toCsv(simulate(options).posts))]);
}

const week = (seed: number): SimulationOptions =>
  scaleSimulation(simulationOptions('campaign', { seed, campaign: { waves: 4 } }), 0.5);

export function leadsInDumps(seeds: readonly number[]): void {
  it('that precedes the public by six hours the lead is found', async () => {
    for (const seed of seeds) {
      const {
        trend: { lead },
      } = await storyOf(withTriggeredPublic(week(seed), 6));
      expect([seed, lead.outcome]).toEqual([seed, 'coordinated']);
      expect(Math.round((lead.coordinatedFirst?.lagSeconds ?? 0) / 3600)).toBeGreaterThanOrEqual(5);
      expect(Math.round((lead.coordinatedFirst?.lagSeconds ?? 0) / 3600)).toBeLessThanOrEqual(7);
      expect(lead.says).toMatch(
        /^The coordinated accounts moved first: .* post more about [567] hours later \(p = 0\.0\d+; the other way round p = [01]\.?\d*; compared over \d+ × 1 hour\)\.$/,
      );
    }
  });

  it('that follows the public, or runs beside a spike of news, it is not', async () => {
    for (const seed of seeds) {
      const follows = await storyOf(withTriggeredPublic(week(seed), -6));
      const beside = await storyOf(week(seed));
      expect([seed, 'follows', follows.trend.lead.outcome]).not.toContain('coordinated');
      expect([seed, 'beside', beside.trend.lead.outcome]).not.toContain('coordinated');
    }
  });
}

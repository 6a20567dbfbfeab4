import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { dumpOf, SMALL } from '../fixture-cases.js';
import { anyOrderOfRows } from './any-order.js';

describe('the result', () => {
  anyOrderOfRows(SMALL, 3);

  it('is the same wherever the machine stands', async () => {
    const zone = process.env['TZ'];
    const results: string[] = [];
    const offsets = new Set<number>();
    try {
      for (const TZ of ['UTC', 'Pacific/Auckland', 'America/St_Johns']) {
        process.env['TZ'] = TZ;
        offsets.add(new Date(2014, 2, 1).getTimezoneOffset());
        results.push(JSON.stringify(await analyze([dumpOf('nobody-coordinated')])));
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(offsets.size).toBe(3);
    expect(new Set(results).size).toBe(1);
  });
});

import { appendFileSync, rmSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WorkerPool } from '../../src/engine/files/worker-pool.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { dumpOf, fileWith } from '../cli/run.js';

describe('a file that changes while it is read', () => {
  it.each([
    ['grows', (file: string) => appendFileSync(file, '9999,2014-03-09T10:00:00Z,late,2014-01-01T00:00:00Z,late\n')],
    ['shrinks', (file: string) => truncateSync(file, 1000)],
    ['vanishes', (file: string) => rmSync(file)],
  ])('is no dump of anything where it %s', async (_, change) => {
    const file = fileWith(dumpOf(20_000));
    let changed = false;
    const onProgress = (): void => {
      if (!changed) change(file);
      changed = true;
    };
    await expect(analyze([file], { onProgress })).rejects.toMatchObject({ code: 'changed', file });
  });
});

describe('a thread that dies', () => {
  const text = {
    bytes: Buffer.from('a,b\n'),
    starts: Uint32Array.of(0),
    hashes: new Uint32Array(2),
    at: 0,
    line: 1,
    oneLineEach: true,
    regular: true,
  };
  const layout = { delimiter: ',', quote: '"', recordDelimiters: ['\r\n', '\n'] };
  const surveyed = {
    width: 0,
    damagedIds: [],
    places: {},
    rounded: new Set<'id'>(),
    timeOrder: 'month-first' as const,
    ambiguousDate: '',
    createdOrder: 'month-first' as const,
    notes: [],
    droppedAccount: '',
  };

  it('fails the reading, instead of leaving it waiting', async () => {
    // A zone that does not exist is refused where the task is taken up.
    const pool = new WorkerPool(
      2,
      {
        layout,
        header: ['a', 'b'],
        map: {},
        surveyed,
        assumeTz: 'Nowhere/Land',
        selection: {},
        input: 0,
        firstLine: 1,
      },
      'x.csv',
    );
    const readings = pool.read(
      (async function* () {
        for (let block = 0; block < 9; block++) yield { ...text, bytes: Buffer.from('a,b\n') };
      })(),
    );
    await expect(readings.next()).rejects.toThrow('Nowhere/Land');
    await pool.close();
  });
});

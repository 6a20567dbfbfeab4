import { availableParallelism } from 'node:os';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { scaleSimulation, simulate, simulationOptions, toCsv } from '../../src/simulate/index.js';
import { fileWith, trendAudit } from './run.js';

/** Several blocks of text; rows that repeat others, that hold lines, stray quotes and bytes that are no letters, and rows that are none. */
const lines = toCsv(simulate(scaleSimulation(simulationOptions('campaign'), 0.25)).posts)
  .trimEnd()
  .split('\n');
const [header = '', ...rows] = lines;
const odd = rows
  .slice(0, 40)
  .map((row, i) =>
    i % 4 === 0
      ? row
      : i % 4 === 1
        ? `${row},too,wide`
        : i % 4 === 2
          ? 'x'.repeat(20)
          : row.replace(/20\d\d-/u, 'soon-'),
  );
const dump = [header, ...rows.slice(0, 3000), ...odd, header, ...rows.slice(3000), ...rows.slice(100, 300)]
  .join('\n')
  .replace('#россия', '#россия "quoted" ');
const csv = fileWith(Buffer.concat([Buffer.from(`${dump}\n`), Buffer.from([0xff, 0xfe, 0x0a])]));
const analysis = (file: string, ...flags: string[]): ReturnType<typeof trendAudit> =>
  trendAudit(['analyze', file, '--json', ...flags]);

/** Said where a machine has fewer cores than a test asks threads for. */
const CAPPED = /^trend-audit: --workers 3: \d+ (?:is|are) used, one a core\n/u;

/** A result without what tells how the file was named and packed. */
function without(out: string): unknown {
  return { ...JSON.parse(out), inputs: [], options: {} };
}

describe('reading with threads', { timeout: 120_000 }, () => {
  it('gives the same bytes with any number of them', async () => {
    const [none, ...others] = [
      await analysis(csv, '--workers', '0'),
      await analysis(csv, '--workers', '1'),
      await analysis(csv, '--workers', '3'),
      await analysis(csv),
    ];
    expect(none.code).toBe(0);
    expect(JSON.parse(none.stdout).inputs[0].skipped).toMatchObject({
      'duplicate-row': expect.any(Number),
      'wrong-width': expect.any(Number),
      'not-a-post': 1,
    });
    for (const { stderr, ...other } of others) expect({ ...other, stderr: stderr.replace(CAPPED, '') }).toEqual(none);
  });

  it('starts no more of them than there are cores, and says so', async () => {
    const [none, many, quiet] = [
      await analysis(csv, '--workers', '0'),
      await analysis(csv, '--workers', '1000'),
      await analysis(csv, '--workers', '1000', '--quiet'),
    ];
    const cores = availableParallelism();
    const note = `trend-audit: --workers 1000: ${cores} ${cores === 1 ? 'is' : 'are'} used, one a core\n`;
    expect(many).toEqual({ ...none, stderr: note + none.stderr });
    expect(quiet).toEqual({ ...none, stderr: '' });
  });

  it('leaves out what was not asked for, as without them', async () => {
    const flags = ['--hashtag', 'крым', '--since', '2014-02-27'];
    expect(await analysis(csv, ...flags, '--workers', '2')).toEqual(await analysis(csv, ...flags, '--workers', '0'));
  });

  it('finds the same texts again, whether they stand in the file, come through a pipe, were packed, or are in another encoding', async () => {
    const clean = `${lines.join('\n')}\n`;
    const plain = without((await analysis(fileWith(clean), '--workers', '2')).stdout);
    const piped = await trendAudit(['analyze', '-', '--json', '--quiet', '--workers', '2'], { input: clean });
    expect(without(piped.stdout)).toEqual(plain);
    for (const bytes of [
      gzipSync(clean),
      iconv.encode(clean, 'utf-16le', { addBOM: true }),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(clean)]),
    ]) {
      expect(without((await analysis(fileWith(bytes), '--workers', '2', '--quiet')).stdout)).toEqual(plain);
    }
  });
});

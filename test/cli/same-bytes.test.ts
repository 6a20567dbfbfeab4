import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAMPAIGNER, dumpOf, expectedOf, SMALL, SMALL_DUMP } from '../fixture-cases.js';
import { commandsOn, PLACES, visit } from './places.js';
import { asProcess, fileWith, trendAudit } from './run.js';

const large = dumpOf('rossiya-svoih-ne-brosaet');
const { accounts } = expectedOf(SMALL);
const config = fileWith(
  JSON.stringify({ datasets: [{ name: 'a', files: SMALL_DUMP, expect: { coordinated: accounts.coordinated } }] }),
  'trend-audit.config.json',
);
// Numbers that some places write with a point or a comma, and some in other digits, are those of the large one.
const COMMANDS = [...commandsOn(SMALL_DUMP, CAMPAIGNER, config), ['inspect', large, '--quiet']];

describe('the same bytes', () => {
  it('come out wherever the machine stands, whatever it speaks, and whatever its clock says', async () => {
    const visits = await Promise.all(PLACES.map((env) => visit(env, COMMANDS)));
    // These places differ in time and language.
    expect(new Set(visits.map(({ place }) => String(place))).size).toBe(PLACES.length);
    const [usual, ...others] = visits.map(({ ran }) => ran);
    expect(usual?.map(({ code, stderr }) => [code, stderr])).toEqual(COMMANDS.map(() => [0, '']));
    expect(usual?.filter(({ stdout }) => stdout.length < 300).length).toBe(1); // check is brief
    for (const other of others) expect(other).toEqual(usual);
    // And they are those of the program itself.
    const [first = [], env = {}] = [COMMANDS[0], PLACES[1]];
    expect(await asProcess(first, { env })).toEqual(usual?.[0]);
  });

  it('come out in any order of rows with any number of threads, save for the hash of the file itself', async () => {
    const [header = '', ...rows] = readFileSync(large, 'utf8').trimEnd().split('\n');
    const keyed = rows.map((row, at) => ({ row, key: createHash('sha1').update(String(at)).digest('hex') }));
    const shuffled = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
    const printed: string[] = [];
    for (const [workers, order] of [rows, rows.toReversed(), shuffled].entries()) {
      const input = [header, ...order, ''].join('\n');
      const hash = createHash('sha256').update(input).digest('hex');
      const args = ['analyze', '-', '--json', '--quiet', '--workers', String(workers)];
      const { stdout } = await trendAudit(args, { input });
      expect(stdout).toContain(hash);
      printed.push(stdout.replace(hash, ''));
    }
    expect(new Set(printed).size).toBe(1);
  });
});

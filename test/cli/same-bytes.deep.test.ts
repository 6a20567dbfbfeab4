import { expect, it } from 'vitest';
import { dumpOf } from '../fixture-cases.js';
import { commandsOn, PLACES, visit } from './places.js';

const dump = dumpOf('rossiya-svoih-ne-brosaet');
const COMMANDS = [
  ...commandsOn(dump, 'sveta_babushka', 'trend-audit.config.json'),
  ['analyze', dump, '--json', '--quiet'],
  ['compare', dump, '--by-day', '--json', '--quiet'],
];

it('the same bytes come out of a dump of some size in every place', async () => {
  const visits = await Promise.all(PLACES.map((env) => visit(env, COMMANDS)));
  expect(new Set(visits.map(({ place }) => String(place))).size).toBe(PLACES.length);
  const [usual, ...others] = visits.map(({ ran }) => ran);
  expect(usual?.map(({ code, stderr }) => [code, stderr])).toEqual(COMMANDS.map(() => [0, '']));
  for (const other of others) expect(other).toEqual(usual);
});

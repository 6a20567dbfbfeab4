// Complete runs of the command on large dumps, compared with csv-parse alone on the same file and `wc -l`, in turn.
import { mkdirSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { bigDump, jsonLinesDump, PATHOLOGICAL, pathologicalDump, publicDump } from './big-dump.js';
import { fixed, median, printTable } from './tables.js';
import { timed } from './timed.js';

const FOLDER = path.join(tmpdir(), 'trend-audit-bench-dumps');
const COMMAND = path.join(import.meta.dirname, '..', 'bin', 'trend-audit.js');
const ONCE = path.join(import.meta.dirname, 'stages-once.js');

/** `scale`: the number of posts in units of 100,000; 1, 10 and 100 by default. */
export async function run({ runs = 3, scale }) {
  mkdirSync(FOLDER, { recursive: true });
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}. Medians of ${runs} runs, each a process of its own, taken in turn. Dumps are kept in ${path.basename(FOLDER)} in the folder for temporary files.\n`,
  );
  const rows = [];
  for (const posts of (scale ? [scale] : [1, 10, 100]).map((hundredThousands) => hundredThousands * 100_000)) {
    const dumps = posts === 1_000_000 ? { '': bigDump, ' of a public alone': publicDump } : { '': bigDump };
    for (const [kind, dump] of Object.entries(dumps)) {
      const file = dump(FOLDER, posts);
      const wanted = {
        'csv-parse alone': [ONCE, 'csv-parse', file],
        'without threads': analysis(file, 0),
        'one thread beside': analysis(file, 1),
        'two threads beside': analysis(file, 2),
      };
      const name = `${posts / 1e6} million${kind}, ${fixed(statSync(file).size / 1e6, 0)} MB`;
      rows.push(...measure(wanted, runs).map((row) => [name, ...row]));
      const wc = timed('wc', ['-l', file]);
      rows.push([name, 'wc -l', fixed(wc.wall, 2), fixed(wc.cpu, 2), '–', '–']);
    }
  }
  printTable(['dump', 'what', 'wall, s', 'CPU, s', 'most memory, MB', 'times csv-parse'], rows);

  const lines = jsonLinesDump(FOLDER, 300_000);
  console.log('300,000 posts as lines of JSON, in the form of the API:\n');
  printTable(
    ['what', 'wall, s', 'CPU, s', 'most memory, MB', 'times JSON.parse'],
    measure({ 'JSON.parse of each line': [ONCE, 'json-parse', lines], analyze: analysis(lines, 2) }, runs),
  );

  const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'rossiya-svoih-ne-brosaet', 'tweets.csv');
  console.log('A fixture of 3,000 posts, beside Node with nothing to do:\n');
  printTable(
    ['what', 'wall, s', 'CPU, s', 'most memory, MB', 'times node -e 0'],
    measure({ 'node -e 0': ['-e', '0'], analyze: analysis(fixture, 2) }, 5 * runs),
  );

  const posts = (scale ?? 10) * 100_000;
  const all = Object.keys(PATHOLOGICAL).map((name) => {
    const file = pathologicalDump(FOLDER, name, posts);
    const [bare, whole] = measure({ 'csv-parse alone': [ONCE, 'csv-parse', file], analyze: analysis(file, 2) }, 1);
    return [name, bare[1], whole[1], whole[3], whole[4]];
  });
  console.log(`${posts / 1e6} million posts that are all of one thing:\n`);
  printTable(['dump', 'csv-parse alone, s', 'analyze, s', 'most memory, MB', 'times csv-parse'], all);
}

const analysis = (file, workers) => [COMMAND, 'analyze', file, '--json', '--quiet', '--workers', String(workers)];

function measure(wanted, runs) {
  const taken = Object.fromEntries(Object.keys(wanted).map((name) => [name, []]));
  for (let turn = 0; turn < runs; turn++)
    for (const [name, args] of Object.entries(wanted)) taken[name].push(timed(process.execPath, args));
  // The first one is the reference for the others.
  const bare = median(taken[Object.keys(wanted)[0]].map(({ wall }) => wall));
  return Object.entries(taken).map(([name, all]) => {
    const wall = median(all.map((one) => one.wall));
    return [
      name,
      fixed(wall, 2),
      fixed(median(all.map(({ cpu }) => cpu)), 2),
      fixed(median(all.map(({ memory }) => memory)), 0),
      fixed(wall / bare, 2),
    ];
  });
}

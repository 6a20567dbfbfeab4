// Who is called coordinated if nobody is: conversations without a campaign, and permuted real ones.
import { FALSE_DISCOVERY_RATE } from '../dist/decision/partial-conjunction-test.js';
import { POSTS_PER_BIN } from '../dist/signals/bin-shares.js';
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { Random } from '../dist/simulate/random.js';
import { countCalled, decidePosts } from './decide.js';
import { labelledDumps, readDump } from './dumps.js';
import { permute } from './permute.js';
import { percent, printTable, shareOf } from './tables.js';

const PRESETS = ['organic-only', 'sincere-communities'];
const HEADER = [
  'conversation',
  'accounts',
  'runs',
  'runs that flag anybody',
  'accounts flagged',
  'most in a run',
  'flagged in each run',
];

export async function run({ dumps, seeds = 50, permutations = 10 }) {
  console.log(`Nobody acts together here, so that every account called coordinated is a false discovery. Where all are, the false
discovery rate is the share of runs that flag anybody: nominal ${percent(FALSE_DISCOVERY_RATE, 0)}. 95% intervals (Wilson).\n`);
  const publics = [];
  for (const preset of PRESETS)
    publics.push(await tryOften(preset, seeds, (seed) => simulate(simulationOptions(preset, { seed })).posts));
  print(publics);

  const files = labelledDumps(dumps);
  if (files.length === 0) return;
  console.log(
    `Real dumps, creation dates dealt out anew over accounts, and what is said over the posts of each ${POSTS_PER_BIN} in time.\n`,
  );
  const runs = [];
  for (const { name, dump } of files) {
    const posts = await readDump(dump);
    runs.push(
      await tryOften(name, permutations, (seed) => permute(posts, POSTS_PER_BIN, new Random(seed, 'permutation'))),
    );
  }
  print(runs);
}

/** @param make returns posts for a seed */
async function tryOften(name, times, make) {
  const runs = [];
  for (let seed = 1; seed <= times; seed++) {
    const result = await decidePosts(make(seed));
    runs.push({ accounts: result.dump.accounts, called: countCalled(result) });
  }
  return { name, runs };
}

function print(cases) {
  const all = { name: 'all', runs: cases.flatMap(({ runs }) => runs) };
  printTable(HEADER, [
    ...cases.map((each) => [
      ...rowOf(each),
      each.runs.some(({ called }) => called > 0) ? each.runs.map(({ called }) => called).join(' ') : 'none',
    ]),
    [...rowOf(all), ''],
  ]);
}

function rowOf({ name, runs }) {
  const total = (count) => runs.reduce((sum, each) => sum + count(each), 0);
  const accounts = total((each) => each.accounts);
  return [
    name,
    Math.round(accounts / runs.length),
    runs.length,
    shareOf(
      total(({ called }) => Number(called > 0)),
      runs.length,
    ),
    shareOf(
      total(({ called }) => called),
      accounts,
      3,
    ),
    Math.max(...runs.map(({ called }) => called)),
  ];
}

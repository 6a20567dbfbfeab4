// How far the most one-sided set of a conversation stands out if nobody pushes, over many small simulated publics.
// `nullProbability` in src/decision/acceptance.ts is fitted to this, and `coreNullProbability` to the cores in the
// hashtags of an archive that nobody pushes. Also shows who is named.
import { coresOf } from '../dist/decision/accepted-cores.js';
import { SideMeter } from '../dist/decision/candidate-sets.js';
import { decide } from '../dist/pipeline/decide.js';
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { conversationsOf } from './archive.js';
import { sessionOf } from './decide.js';
import { fixed, printTable, shareOf } from './tables.js';

const KINDS = {
  plain: {},
  quiet: { organic: { spikeShare: 0, newShare: 0.05 } },
  newcomers: { organic: { newShare: 0.5 } },
  'news spike': { organic: { spikeShare: 0.9 } },
  viral: { organic: { retweetShare: 0.6, headlineShare: 0.05 } },
  headlines: { organic: { headlineShare: 0.4, retweetShare: 0.1 } },
  slogans: { organic: { sloganShare: 0.15 } },
  fans: { organic: { fans: 0.15 } },
  activists: { organic: { activists: 0.06 } },
  'without dates': { creationDates: false, accountIds: 'hashed' },
};
/** Small sizes: larger publics vary less. */
const SIZES = [150, 300, 600];
/** The tail is fitted above this level, from which on two kinds of evidence stand out. */
const TAIL_FROM = 1;
/** The tail of the cores is fitted above this level: most hashtags have no core with a level above 0. */
const CORE_TAIL_FROM = 0.1;
const HASHTAGS = 1000;

export async function run({ seeds = 10, from = 1 }) {
  const rows = [];
  const levels = [];
  let anybody = 0;
  for (const [kind, changes] of Object.entries(KINDS)) {
    const own = [];
    let [runs, called] = [0, 0];
    for (let seed = from; seed < from + seeds; seed++)
      for (const accounts of SIZES) {
        const { candidates, judged } = decide(sessionOf(simulate(optionsFor(changes, accounts, seed)).posts));
        own.push(Math.max(0, ...candidates.map(({ strength, joint }) => (strength > 0 ? joint : 0))));
        runs += Number(judged.verdicts.includes('coordinated'));
        called += judged.verdicts.filter((verdict) => verdict === 'coordinated').length;
      }
    rows.push([
      kind,
      own.length,
      shareOf(own.filter((level) => level >= TAIL_FROM).length, own.length),
      fixed(Math.max(...own), 2),
      runs,
      called,
    ]);
    levels.push(...own);
    anybody += runs;
  }
  printTable(
    ['public', 'runs', `level of ${TAIL_FROM} or more`, 'highest', 'runs that name anybody', 'accounts named'],
    [
      ...rows,
      [
        'all',
        levels.length,
        shareOf(levels.filter((level) => level >= TAIL_FROM).length, levels.length),
        fixed(Math.max(...levels), 2),
        anybody,
        '',
      ],
    ],
  );
  describeTail('The highest', levels, TAIL_FROM);
  describeTail('The highest of cores', [...coreLevels(from)], CORE_TAIL_FROM);
}

function describeTail(title, levels, from) {
  const tail = levels.filter((level) => level >= from);
  console.log(
    `${title}: ${levels
      .sort((x, y) => y - x)
      .slice(0, 20)
      .map((level) => level.toFixed(2))
      .join(' ')}`,
  );
  // With few runs there may be no tail.
  if (tail.length > 0)
    console.log(
      `Exponential tail of ${levels.length}: P(level ≥ x) = ${(tail.length / levels.length).toFixed(4)} · exp(−(x − ${from}) / ${(tail.reduce((sum, level) => sum + level - from, 0) / tail.length).toFixed(3)})`,
    );
  console.log();
}

/** The highest level of a core in each hashtag of an archive that nobody pushes; 0 if it has none. */
function* coreLevels(seed) {
  for (const { push, posts } of conversationsOf({ seed: 60 + seed, hashtags: HASHTAGS })) {
    if (push > 0) continue;
    const { dataset, fitted } = sessionOf(posts);
    const families = new Set(fitted.map(({ signal }) => signal.family));
    const meter = new SideMeter(dataset, families, new Uint8Array(dataset.accounts.count));
    const { candidates } = decide({ dataset, fitted });
    yield Math.max(0, ...coresOf(candidates, meter).map(({ level }) => level));
  }
}

function optionsFor({ organic, ...changes }, accounts, seed) {
  const { fans = 0, activists = 0, ...rest } = organic ?? {};
  return simulationOptions('organic-only', {
    ...changes,
    seed: 1000 * seed + accounts,
    // Three posts per account, or eight: like dumps of a day, and of a week.
    organic: {
      ...rest,
      accounts,
      posts: accounts * (seed % 2 === 0 ? 3 : 8),
      fans: Math.round(fans * accounts),
      activists: Math.round(activists * accounts),
    },
  });
}

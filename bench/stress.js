// What is called on several kinds of dumps, whole and subsampled: scenarios with labels and kinds, labelled dumps
// with and without creation dates, conversations without a known push, and simulations that were not used in
// development.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildDataset } from '../dist/dataset/build-dataset.js';
import { DatasetBuilder } from '../dist/dataset/dataset-builder.js';
import { scoreOf } from '../dist/decision/score.js';
import { reasonOf } from '../dist/decision/verdict-reasons.js';
import { decide } from '../dist/pipeline/decide.js';
import { fitSignals } from '../dist/pipeline/ingest.js';
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { Random } from '../dist/simulate/random.js';
import { rocAuc } from '../dist/stats/roc-auc.js';
import { scoreLevels } from '../dist/stats/score-levels.js';
import { labelledDumps, readDump } from './dumps.js';
import { fixed, mean, printTable } from './tables.js';

/**
 * Scenarios in which only calls of the ordinary public (kind `o`) are wrong, whatever the labels are: other groups
 * there act together sincerely.
 */
const TOGETHER_BUT_SINCERE = ['fans', 'service', 'copied-appeal', 'nobody'];

const HEADER = [
  'dump',
  'accounts',
  'true',
  'called',
  'false',
  'recall',
  'seen once',
  'of them false',
  'with them',
  'expected false',
  'AUC',
  'set',
  'kinds',
  'margin',
];

export async function run({ dumps, seeds = 3 }) {
  const root = path.dirname(dumps);
  for (const { title, cases } of [
    { title: 'Scenarios', cases: fromFolder(path.join(root, 'stress')) },
    { title: 'Sincere conversations', cases: fromFolder(path.join(root, 'sincere')) },
    { title: 'Labelled dumps', cases: fromFolder(dumps) },
    { title: 'Labelled dumps without creation dates', cases: withoutDates(fromFolder(dumps)) },
    { title: 'Simulations', cases: simulations(seeds) },
  ])
    await table(title, cases);
}

/** Every dump with a push, reduced to a number of accounts with a given share of pushing ones. */
export async function runSubsamples({ dumps, seeds = 1 }) {
  const root = path.dirname(dumps);
  for (const [title, folder] of [
    ['scenarios', path.join(root, 'stress')],
    ['labelled dumps', dumps],
  ]) {
    const whole = [];
    for await (const each of fromFolder(folder)) if ([...each.pushed.values()].some(Boolean)) whole.push(each);
    for (const size of [60, 100, 200])
      for (const share of [0.3, 0.5, 0.6])
        await table(`Of the ${title}: ${size} accounts, ${100 * share}% push`, subsamples(whole, size, share, seeds));
  }
}

async function table(title, cases) {
  const rows = [];
  const total = { called: 0, wrong: 0, once: 0, onceWrong: 0, recall: [], both: [], auc: [] };
  for await (const each of cases) {
    const judged = judge(each);
    rows.push(judged.row);
    for (const key of ['called', 'wrong', 'once', 'onceWrong']) total[key] += judged[key];
    for (const key of ['recall', 'both', 'auc']) if (!Number.isNaN(judged[key])) total[key].push(judged[key]);
  }
  console.log(`${title}\n`);
  printTable(HEADER, [
    ...rows,
    [
      'all',
      '',
      '',
      total.called,
      total.wrong,
      fixed(mean(total.recall), 2),
      total.once,
      total.onceWrong,
      fixed(mean(total.both), 2),
      '',
      fixed(mean(total.auc)),
      '',
      '',
      '',
    ],
  ]);
}

/** A case: its posts, whether each account pushed, and whether a call of it is wrong. */
async function* fromFolder(folder) {
  for (const { name, dump, labels } of labelledDumps(folder)) {
    const label = readPairs(labels);
    const kindsFile = path.join(folder, `${name}.kinds.csv`);
    const kind = existsSync(kindsFile) ? readPairs(kindsFile) : undefined;
    const pushed = new Map([...label].map(([id, value]) => [id, value === 'coordinated']));
    const sincere = kind !== undefined && TOGETHER_BUT_SINCERE.includes(name);
    const posts = await readDump(dump);
    yield { name, posts, pushed, isWrong: (id) => (sincere ? kind.get(id) === 'o' : pushed.get(id) === false) };
  }
}

async function* withoutDates(cases) {
  for await (const each of cases)
    yield { ...each, posts: each.posts.map((post) => ({ ...post, account: { ...post.account, created: undefined } })) };
}

async function* simulations(seeds) {
  for (const preset of ['campaign', 'campaign-among-communities', 'organic-only', 'sincere-communities'])
    for (let seed = 101; seed < 101 + seeds; seed++)
      yield simulated(`${preset} ${seed}`, simulationOptions(preset, { seed }));
  for (const share of [0.2, 0.35, 0.5])
    for (let seed = 201; seed < 201 + seeds; seed++)
      yield simulated(
        `campaign of ${100 * share}% ${seed}`,
        simulationOptions('campaign', {
          seed,
          organic: { accounts: Math.round(1000 * (1 - share)), posts: Math.round(5000 * (1 - share)) },
          campaign: { accounts: 1000 * share, posts: 5000 * share },
        }),
      );
}

function simulated(name, options) {
  const { posts, labels } = simulate(options);
  const pushed = new Map([...labels].map(([id, label]) => [id, label === 'coordinated']));
  return { name, posts, pushed, isWrong: (id) => pushed.get(id) === false };
}

async function* subsamples(whole, size, share, seeds) {
  for (const { name, posts, pushed, isWrong } of whole)
    for (let seed = 1; seed <= seeds; seed++) {
      const random = new Random(seed, `${name} ${size} ${share}`);
      const chosen = new Set();
      for (const side of [true, false]) {
        const ids = [...new Set(posts.map(({ account }) => account.id))].filter((id) => pushed.get(id) === side).sort();
        const wanted = Math.round(size * (side ? share : 1 - share));
        for (let k = 0; k < wanted && ids.length > 0; k++)
          chosen.add(ids.splice(Math.floor(random.uniform() * ids.length), 1)[0]);
      }
      yield { name: `${name} ${seed}`, posts: posts.filter(({ account }) => chosen.has(account.id)), pushed, isWrong };
    }
}

/** What is called in a case, compared with who pushed. @param kind of each account, if there are kinds */
export function judge({ name, posts, pushed, isWrong, kind: kinds }) {
  const builder = new DatasetBuilder();
  for (const post of posts) builder.add(post);
  const dataset = buildDataset(builder);
  const decision = decide({ dataset, fitted: fitSignals(dataset) });
  const { id, count } = dataset.accounts;
  const { verdicts, expectedFalse } = decision.judged;
  const called = id.filter((_, a) => verdicts[a] === 'coordinated');
  const once = [...decision.withheld].filter(([, reason]) => reason === 'seen-once').map(([a]) => id[a]);
  const wrong = called.filter(isWrong).length;
  const onceWrong = once.filter(isWrong).length;
  const truly = id.filter((each) => pushed.get(each) === true).length;
  const hits = (ids) => ids.filter((each) => pushed.get(each) === true).length;
  const recall = truly === 0 ? Number.NaN : hits(called) / truly;
  const both = truly === 0 ? Number.NaN : hits([...called, ...once]) / truly;
  const labelled = id.flatMap((each, a) =>
    pushed.has(each)
      ? [{ positive: pushed.get(each), score: scoreOf(decision.fit, verdicts[a], reasonOf(a, decision), a) }]
      : [],
  );
  const auc = rocAuc(scoreLevels(labelled));
  const first = decision.push ?? decision.candidates[0];
  const { dates, time, copies, repeated } = first.margin;
  return {
    decision,
    dataset,
    accounts: count,
    truly,
    ordinary: called.filter((each) => isWrong(each) && kinds?.get(each) === 'o').length,
    expectedFalse,
    undecided: decision.undecided !== null,
    groups: decision.groups,
    called: called.length,
    wrong,
    once: once.length,
    onceWrong,
    recall,
    both,
    auc,
    row: [
      name,
      count,
      truly,
      called.length,
      wrong,
      fixed(recall, 2),
      once.length,
      onceWrong,
      fixed(both, 2),
      fixed(expectedFalse, 1),
      fixed(auc),
      `${decision.undecided ? 'undecided ' : decision.push ? '' : 'refused '}${first.size}`,
      `${first.joint.toFixed(2)}: ${Object.values(first.levels)
        .map((x) => x.toFixed(1))
        .join(' ')}`,
      decision.groups
        .map(({ kind, named }) => `${kind} ${named.length}`)
        .slice(0, 4)
        .join(', '),
      [dates, time, copies, repeated].map((value) => value.toFixed(2)).join(' '),
    ],
  };
}

function readPairs(file) {
  return new Map(
    readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split(',')),
  );
}

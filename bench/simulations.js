// How much of a simulated campaign is found, over many seeds.
import { pointEstimates } from '../dist/evaluate/evaluate.js';
import { scaleSimulation, simulate, simulationOptions } from '../dist/simulate/index.js';
import { NEW_DAYS } from '../dist/simulate/people.js';
import { DAY } from '../dist/time/units.js';
import { countCalled, decidePosts, labelsOf } from './decide.js';
import { fixed, meanOf, printTable } from './tables.js';

const CASES = [
  { preset: 'campaign', scale: 1, seeds: 20 },
  { preset: 'campaign-among-communities', scale: 1, seeds: 20 },
  { preset: 'campaign', scale: 5, seeds: 3 },
];

export async function run({ seeds, scale }) {
  for (const { preset, scale: factor, seeds: usual } of CASES.filter(
    (each) => scale === undefined || each.scale === scale,
  )) {
    const runs = [];
    for (let seed = 1; seed <= Math.min(seeds ?? usual, scale === undefined ? usual : Infinity); seed++)
      runs.push(await judge(scaleSimulation(simulationOptions(preset, { seed }), factor)));
    const { accounts, posts } = runs[0];
    console.log(
      `Preset ${preset}${factor === 1 ? '' : `, ${factor} times as large`}: ${accounts} accounts, about ${posts} posts. Intervals: 95%, over seeds (bootstrap).\n`,
    );
    printTable(
      ['seed', 'called', 'precision', 'recall', 'recall, old accounts', 'recall, new accounts', 'AUC'],
      [
        ...runs.map((each, i) => [
          i + 1,
          each.called,
          ...[each.precision, each.recall, each.old, each.new, each.auc].map((value) => fixed(value)),
        ]),
        [
          'mean',
          fixed(runs.reduce((sum, { called }) => sum + called, 0) / runs.length, 1),
          ...['precision', 'recall', 'old', 'new', 'auc'].map((figure) => meanOf(runs.map((each) => each[figure]))),
        ],
      ],
    );
  }
}

async function judge(options) {
  const simulation = simulate(options);
  const result = await decidePosts(simulation.posts);
  const members = result.accounts.filter(({ id }) => simulation.labels.get(id) === 'coordinated');
  const isOld = ({ createdAt }) => Date.parse(createdAt) < options.from - NEW_DAYS * DAY;
  return {
    accounts: result.dump.accounts,
    posts: result.dump.posts,
    called: countCalled(result),
    ...pointEstimates(result, labelsOf(simulation)),
    old: recallOf(members.filter(isOld)),
    new: recallOf(members.filter((account) => !isOld(account))),
  };
}

const recallOf = (members) => members.filter(({ verdict }) => verdict === 'coordinated').length / members.length;

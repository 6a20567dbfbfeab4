// Who is called in kinds of conversations that none of the real dumps contains: many invented scenarios, each with
// several seeds and sizes.
import { SCENARIOS } from './invented-scenarios.js';
import { World } from './invented-world.js';
import { judge } from './stress.js';
import { fixed, printTable } from './tables.js';

const HEADER = [
  'scenario',
  'accounts',
  'pushed',
  'called',
  'public called',
  'others called',
  'recall',
  'with seen once',
  'of those false',
  'expected false',
  'undecided',
  'groups (members, named)',
];

export async function run({ seeds = 3, from = 1 }) {
  const totals = { called: 0, ordinary: 0, others: 0, expected: 0 };
  const rows = [];
  for (const scenario of SCENARIOS) {
    const runs = runsOf(scenario, seeds, from);
    const total = (of) => runs.reduce((sum, each) => sum + of(each), 0);
    const own = {
      called: total(({ called }) => called),
      ordinary: total(({ ordinary }) => ordinary),
      others: total(({ wrong, ordinary }) => wrong - ordinary),
      expected: total(({ expectedFalse }) => expectedFalse),
    };
    for (const key of Object.keys(totals)) totals[key] += own[key];
    rows.push([
      scenario.name,
      runs.map(({ accounts }) => accounts).join(' '),
      total(({ truly }) => truly),
      own.called,
      own.ordinary,
      own.others,
      runs.map(({ recall }) => fixed(recall, 2)).join(' '),
      runs.map(({ both }) => fixed(both, 2)).join(' '),
      total(({ onceWrong }) => onceWrong),
      fixed(own.expected, 1),
      total(({ undecided }) => Number(undecided)),
      summarize(runs.flatMap(({ groups }) => groups)),
    ]);
  }
  printTable(HEADER, [
    ...rows,
    ['all', '', '', totals.called, totals.ordinary, totals.others, '', '', '', fixed(totals.expected, 1), '', ''],
  ]);
}

/** A scenario for `seeds` seeds from `from` on, with alternating sizes. */
export function* casesOf({ name }, seeds, from = 1) {
  for (let seed = from; seed < from + seeds; seed++) yield inventedCase(name, seed);
}

/**
 * The scenario with this name, for one seed: its posts, who pushed, the kind of each account, and which calls would
 * be wrong.
 */
export function inventedCase(wanted, seed) {
  const { name, days, happen, sizes } = SCENARIOS.find((each) => each.name === wanted);
  const world = new World(seed, name, { days });
  const shape = happen(world, sizes[(seed - 1) % sizes.length]) ?? {};
  return world.finish(`${name} ${seed}`, shape);
}

function runsOf(scenario, seeds, from) {
  return [...casesOf(scenario, seeds, from)].map((each) => judge(each));
}

/** `acts-together 80/72, amplifies-few 30/0`: for each kind, the members and how many of them are named. */
function summarize(groups) {
  const kinds = new Map();
  for (const { kind, community, named } of groups) {
    const [all, told] = kinds.get(kind) ?? [0, 0];
    kinds.set(kind, [all + community.accounts.length, told + named.length]);
  }
  return [...kinds].map(([kind, [all, told]]) => `${kind} ${all}/${told}`).join(', ');
}

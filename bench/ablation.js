// The contribution of each signal and each family: each is left out in turn.
import { pointEstimates } from '../dist/evaluate/evaluate.js';
import { readLabels } from '../dist/evaluate/labels.js';
import { analyzeSession } from '../dist/pipeline/analyze.js';
import { leaveOneOut, partsOf } from '../dist/pipeline/leave-one-out.js';
import { SIGNALS } from '../dist/signals/index.js';
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { labelsOf, sessionOf, sessionOfDump } from './decide.js';
import { labelledDumps } from './dumps.js';
import { fixed, mean, printTable } from './tables.js';

const PARTS = partsOf(SIGNALS);

export async function run({ dumps, seeds = 5 }) {
  const real = [];
  for (const { dump, labels } of labelledDumps(dumps))
    real.push(await ablate(await sessionOfDump(dump), await readLabels(labels)));
  const simulated = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const simulation = simulate(simulationOptions('campaign', { seed }));
    simulated.push(await ablate(sessionOf(simulation.posts), labelsOf(simulation)));
  }
  console.log(
    `${real.length} labelled dumps (macro: means over those that have both sides), and ${seeds} simulated campaigns.\n`,
  );
  printTable(
    [
      'left out',
      'macro AUC',
      'least AUC',
      'macro recall',
      'pooled precision',
      'called where all are organic',
      'simulations: AUC',
      'recall',
      'precision',
    ],
    [{ leftOut: 'nothing' }, ...PARTS].map((part, i) => {
      const figures = real.map((each) => each[i]);
      const pushed = figures.filter(({ auc }) => auc !== null);
      const made = simulated.map((each) => each[i]);
      return [
        part.kind === 'family' ? `all of ${part.leftOut}` : part.leftOut,
        fixed(mean(pushed.map(({ auc }) => auc))),
        fixed(pushed.length === 0 ? null : Math.min(...pushed.map(({ auc }) => auc))),
        fixed(mean(pushed.map(({ recall }) => recall))),
        fixed(total(figures, 'hits') / total(figures, 'called')),
        total(
          figures.filter(({ auc }) => auc === null),
          'called',
        ),
        ...['auc', 'recall', 'precision'].map((figure) => fixed(mean(made.map((each) => each[figure])))),
      ];
    }),
  );
}

/** The figures with everything, then without each part. */
async function ablate(session, labels) {
  const whole = pointEstimates(await analyzeSession(session), labels);
  const without = await leaveOneOut(session, PARTS, async (decision, rest) =>
    pointEstimates(await analyzeSession(rest, decision), labels),
  );
  return [whole, ...without.map(([, figures]) => figures)];
}

const total = (figures, figure) => figures.reduce((sum, each) => sum + each[figure], 0);

// What every signal and every family contributes: each left out in turn.
import { ablationParts, isKept } from '../dist/evaluate/ablation.js';
import { pointEstimates } from '../dist/evaluate/evaluate.js';
import { readLabels } from '../dist/evaluate/labels.js';
import { SIGNALS } from '../dist/signals/index.js';
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { decideWith, labelsOf, measureDump, measurePosts } from './decide.js';
import { labelledDumps } from './dumps.js';
import { fixed, mean, printTable } from './tables.js';

const NOTHING = { leftOut: 'nothing', kind: 'signal' };

export async function run({ dumps, seeds = 5 }) {
  const parts = [NOTHING, ...ablationParts(SIGNALS)];
  const real = [];
  for (const { dump, labels } of labelledDumps(dumps))
    real.push(ablate(await measureDump(dump), await readLabels(labels), parts));
  const simulated = Array.from({ length: seeds }, (_, i) => {
    const simulation = simulate(simulationOptions('campaign', { seed: i + 1 }));
    return ablate(measurePosts(simulation.posts), labelsOf(simulation), parts);
  });
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
    parts.map((part, i) => {
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

/** The figures without each part. */
function ablate(measured, labels, parts) {
  const seen = new Map();
  return parts.map((part) => {
    const keeps = (signal) => part === NOTHING || isKept(signal, part);
    // A family of one signal is the same question twice.
    const key = SIGNALS.filter(keeps)
      .map(({ name }) => name)
      .join();
    if (!seen.has(key)) seen.set(key, pointEstimates(decideWith(measured, keeps), labels));
    return seen.get(key);
  });
}

const total = (figures, figure) => figures.reduce((sum, each) => sum + each[figure], 0);

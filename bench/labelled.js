// The verdicts on labelled dumps, held against their labels.
import { evaluateDumps } from '../dist/evaluate/evaluate-dumps.js';
import { labelledDumps } from './dumps.js';
import { fixed, percent, printTable } from './tables.js';

export async function run({ dumps }) {
  const files = labelledDumps(dumps);
  if (files.length === 0) return;
  const { dumps: evaluations, overall } = await evaluateDumps(files, { ablation: false });
  const rows = evaluations.map(({ accounts, quality, confusion }, i) => [
    files[i].name,
    `${accounts.coordinated} + ${accounts.organic}`,
    confusion.coordinated.coordinated + confusion.coordinated.organic,
    interval(quality.auc),
    interval(quality.precision),
    interval(quality.recall),
    percent(quality.falsePositiveRate.value, 2),
  ]);
  const { macro, pooled } = overall;
  printTable(
    ['dump', 'coordinated + organic', 'called', 'AUC', 'precision', 'recall', 'organic called'],
    [
      ...rows,
      ['mean over dumps', '', macro.called, fixed(macro.auc), fixed(macro.precision), fixed(macro.recall), percent(macro.falsePositiveRate, 2)],
      ['all accounts', '', macro.called, '', interval(pooled.precision), interval(pooled.recall), percent(pooled.falsePositiveRate.value, 2)],
    ],
  );
  const worst = (figure) => evaluations.map(({ quality }, i) => ({ name: files[i].name, value: quality[figure].value })).filter(({ value }) => value !== null).sort((a, b) => a.value - b.value)[0];
  for (const figure of ['auc', 'precision', 'recall']) console.log(`Least ${figure}: ${fixed(worst(figure)?.value)} (${worst(figure)?.name})`);
  console.log('');
}

const interval = ({ value, low, high }) => (value === null ? '–' : `${fixed(value)} (${fixed(low)}–${fixed(high)})`);

// Compares the verdicts on labelled dumps with their labels.
import { evaluateDumps } from '../dist/evaluate/evaluate-dumps.js';
import { labelledDumps } from './dumps.js';
import { fixed, mean, percent, printTable } from './tables.js';

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
  // Means over the dumps with a push: if nobody is coordinated, one call makes the precision 0.
  const pushed = evaluations.flatMap(({ accounts, quality }, i) =>
    accounts.coordinated > 0 ? [{ name: files[i].name, quality }] : [],
  );
  const over = (figure) => fixed(mean(pushed.map(({ quality }) => quality[figure].value)));
  printTable(
    ['dump', 'coordinated + organic', 'called', 'AUC', 'precision', 'recall', 'organic called'],
    [
      ...rows,
      ['mean over dumps', '', '', over('auc'), over('precision'), over('recall'), percent(macro.falsePositiveRate, 2)],
      [
        'all accounts',
        '',
        macro.called,
        '',
        interval(pooled.precision),
        interval(pooled.recall),
        percent(pooled.falsePositiveRate.value, 2),
      ],
    ],
  );
  for (const figure of ['auc', 'precision', 'recall']) {
    const worst = pushed
      .filter(({ quality }) => quality[figure].value !== null)
      .sort((a, b) => a.quality[figure].value - b.quality[figure].value)[0];
    console.log(`Least ${figure}: ${fixed(worst?.quality[figure].value)} (${worst?.name})`);
  }
  console.log('');
}

const interval = ({ value, low, high }) => (value === null ? '–' : `${fixed(value)} (${fixed(low)}–${fixed(high)})`);

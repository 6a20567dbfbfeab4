// The time of each stage on a dump of 100,000 posts and 10,000 accounts. Each run is a separate process, like the
// command.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { scaleSimulation, simulate, simulationOptions, toCsv } from '../dist/simulate/index.js';
import { fixed, median, printTable } from './tables.js';

export async function run({ runs = 5, scale = 5 }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-bench-'));
  try {
    const file = path.join(folder, 'dump.csv');
    writeFileSync(file, toCsv(simulate(scaleSimulation(simulationOptions('campaign'), scale)).posts));
    const bare = Array.from({ length: runs }, () => once('csv-parse', file));
    const whole = Array.from({ length: runs }, () => once('stages', file));
    const { posts, accounts } = whole[0];
    console.log(`${posts} posts, ${accounts} accounts, ${fixed(statSync(file).size / 2 ** 20, 1)} MiB; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}.
Medians of ${runs} runs; most memory ${fixed(median(whole.map(({ memory }) => memory)) / 2 ** 20, 0)} MiB.\n`);
    const stages = [...Object.keys(bare[0].times), ...Object.keys(whole[0].times)].map((stage) => ({
      stage,
      times: [...bare, ...whole].flatMap(({ times }) => times[stage] ?? []),
    }));
    const reading = median(whole.map(({ times }) => times.reading));
    printTable(
      ['stage', 'median, s', 'from', 'to', 'times reading'],
      stages.map(({ stage, times }) => [
        stage,
        fixed(median(times) / 1000, 2),
        fixed(Math.min(...times) / 1000, 2),
        fixed(Math.max(...times) / 1000, 2),
        fixed(median(times) / reading, 2),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const once = (what, file) =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'stages-once.js'), what, file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    }),
  );

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

function cruise(folder: string): Promise<Cruise> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CRUISER, 'src', '--config', '.dependency-cruiser.json', '--output-type', 'json'], { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error('no output'));
      else resolve(JSON.parse(stdout));
    });
  });
}

/** Each a file that imports what it must not, and the rule that says so. */
const FORBIDDEN: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['src/stats/tail.ts', '../cli/main.js', 'stats-knows-no-posts'],
  ['src/text/fold.ts', '../post.js', 'text-knows-no-posts'],
  ['src/time/zone.ts', '../read/read.js', 'time-knows-no-posts'],
  ['src/read/read.ts', '../measure/measure.js', 'read-comes-first'],
  ['src/measure/measure.ts', '../verdict/judge.js', 'measure-comes-second'],
  ['src/signals/burst.ts', '../read/row.js', 'signals-see-measurements-only'],
  ['src/verdict/judge.ts', '../report/text.js', 'verdict-sees-evidence-only'],
  ['src/groups/graph.ts', '../cli/main.js', 'only-cli-sees-cli'],
  ['src/report/text.ts', '../trend/timeline.js', 'report-stays-in-report'],
  ['src/trend/timeline.ts', 'node:fs', 'only-read-and-cli-touch-files'],
  ['src/evidence.ts', './analyze.js', 'ground-floor-imports-only-itself'],
  ['src/inspect/inspect.ts', '../report/text.js', 'inspect-looks-from-above'],
  ['src/signals/cohort.ts', '../inspect/inspect.js', 'nobody-below-knows-inspect'],
  ['src/inspection.ts', './analyze.js', 'ground-floor-imports-only-itself'],
  ['src/explain/explain.ts', '../report/text.js', 'explain-looks-from-above'],
  ['src/signals/repeats.ts', '../explain/explain.js', 'nobody-below-knows-explain'],
  ['src/exhibit/ties.ts', '../report/text.js', 'exhibit-looks-from-above'],
  ['src/groups/communities.ts', '../exhibit/ties.js', 'nobody-below-knows-exhibit'],
  ['src/pseudonymize/rules.ts', '../measure/measure.js', 'pseudonymize-sees-results-only'],
  ['src/report/json.ts', '../pseudonymize/rules.js', 'nobody-below-knows-pseudonymize'],
  ['src/explanation.ts', './analyze.js', 'ground-floor-imports-only-itself'],
  ['src/compare/compare.ts', '../report/text.js', 'compare-looks-from-above'],
  ['src/signals/moments.ts', '../compare/compare.js', 'nobody-below-knows-compare'],
  ['src/comparison.ts', './analyze.js', 'ground-floor-imports-only-itself'],
  ['src/check/hold.ts', '../report/text.js', 'check-looks-from-above'],
  ['src/report/words.ts', '../check/hold.js', 'nobody-below-knows-check'],
  ['src/expectation.ts', './analyze.js', 'ground-floor-imports-only-itself'],
  ['src/measure/lost.ts', './nowhere.js', 'not-unresolvable'],
];
const INNOCENT = ['src/cli/main.ts', 'src/post.ts', 'src/analyze.ts', 'src/read/row.ts'];

describe('the check of the layering', () => {
  it('fails, by the right rule, for each import that points the wrong way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trend-audit-layers-'));
    try {
      for (const name of ['.dependency-cruiser.json', 'package.json', 'tsconfig.json']) copyFileSync(join(ROOT, name), join(folder, name));
      const write = (file: string, text: string): void => {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      };
      for (const file of INNOCENT) write(file, 'export const here = 1;\n');
      for (const [file, imports] of FORBIDDEN) write(file, `import * as there from '${imports}';\nexport const here: unknown = there;\n`);
      const { summary } = await cruise(folder);
      const found = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
      expect(FORBIDDEN.map(([file, , rule]) => `${file}: ${rule}`).filter((expected) => !found.includes(expected))).toEqual([]);
      expect(summary.violations.filter(({ from }) => INNOCENT.includes(from))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('looks at the whole of src', async () => {
    const { modules } = await cruise(ROOT);
    const own = modules.filter(({ source }) => source.startsWith('src/'));
    expect(own.length).toBeGreaterThan(90);
    expect(own.map(({ source }) => source)).toEqual(expect.arrayContaining(['src/analyze.ts', 'src/stats/search.ts', 'src/cli/main.ts', 'src/verdict/judge.ts']));
  });
});

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../.dependency-cruiser.mjs';
import { withFigure } from '../scripts/make-layers.js';

const ROOT = join(import.meta.dirname, '..');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

function cruise(folder: string): Promise<Cruise> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [CRUISER, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (error, stdout) => {
        if (stdout === '') reject(error ?? new Error('no output'));
        else resolve(JSON.parse(stdout));
      },
    );
  });
}

/** Each a file that imports what it must not, and the rule that says so. */
const FORBIDDEN: readonly (readonly [file: string, imports: string, rule: string])[] = [
  // Every folder but the last sees nothing of the line below its own.
  ...LAYERS.slice(0, -1).flatMap((layer, depth) =>
    layer.map(
      (name) =>
        [`src/${name}/here.ts`, `../${LAYERS[depth + 1]?.[0]}/there.js`, `${name}-sees-what-stands-above`] as const,
    ),
  ),
  ['src/read/read.ts', '../dataset/build-dataset.js', 'read-sees-what-stands-above'],
  ['src/compare/compare.ts', '../explain/explain.js', 'compare-sees-what-stands-above'],
  ['src/documents/evidence.ts', 'csv-parse', 'documents-import-nothing'],
  ['src/stats/tail.ts', '../errors.js', 'stats-import-nothing'],
  ['src/report/text.ts', '../trend/timeline.js', 'reports-see-documents-only'],
  ['src/pseudonymize/rules.ts', '../dataset/build-dataset.js', 'results-are-all-that-pseudonymize-sees'],
  ['src/pipeline/ingest.ts', '../engine/files/file-engine.js', 'engines-are-known-by-their-seam'],
  ['src/trend/timeline.ts', 'node:fs', 'only-read-engine-and-cli-touch-files'],
  ['src/trend/volume.ts', 'node:process', 'only-read-and-cli-know-the-process'],
  ['src/dataset/lost.ts', './nowhere.js', 'not-unresolvable'],
];
const INNOCENT = [
  'src/errors.ts',
  'src/dataset/build-dataset.ts',
  'src/engine/files/file-engine.ts',
  'src/explain/explain.ts',
  'src/read/row.ts',
  ...LAYERS.flat().map((name) => `src/${name}/there.ts`),
];

describe('the check of the layering', () => {
  it('fails, by the right rule, for each import that points the wrong way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trend-audit-layers-'));
    try {
      for (const name of ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json'])
        copyFileSync(join(ROOT, name), join(folder, name));
      const write = (file: string, text: string): void => {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      };
      for (const file of INNOCENT) write(file, 'export const here = 1;\n');
      for (const [file, imports] of FORBIDDEN)
        write(file, `import * as there from '${imports}';\nexport const here: unknown = there;\n`);
      const { summary } = await cruise(folder);
      const found = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
      expect(
        FORBIDDEN.map(([file, , rule]) => `${file}: ${rule}`).filter((expected) => !found.includes(expected)),
      ).toEqual([]);
      expect(summary.violations.filter(({ from }) => INNOCENT.includes(from))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('knows every folder of src, and docs/architecture.md tells and draws it', () => {
    const names = readdirSync(join(ROOT, 'src')).map((name) => name.replace(/\.ts$/u, ''));
    expect(LAYERS.flat().toSorted()).toEqual(names.toSorted());
    const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const folders = readdirSync(join(ROOT, 'src')).filter((name) => !name.includes('.'));
    expect(folders.filter((name) => !text.includes(`\`src/${name}/\``))).toEqual([]);
    // To refresh: `node scripts/make-layers.js`.
    expect(text).toBe(withFigure(text));
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const LIBRARY = pathToFileURL(join(import.meta.dirname, '../../dist/index.js')).href;

/** What can be seen of a process: who listens, what keeps it alive, what is global, its environment and its streams. */
const LOOK = `() => JSON.stringify({
  listeners: [process, process.stdin, process.stdout, process.stderr].map((each) => Object.fromEntries(each.eventNames().map((name) => [String(name), each.listenerCount(name)]))),
  resources: process.getActiveResourcesInfo(),
  globals: Reflect.ownKeys(globalThis).map(String),
  prototypes: [Array, Object, String, Promise, Map].map(({ prototype }) => Reflect.ownKeys(prototype).map(String)),
  env: process.env, exitCode: process.exitCode, cwd: process.cwd(), title: process.title,
})`;

it('does nothing when it is imported', async () => {
  const script = `const look = ${LOOK}; const before = look(); const library = await import(${JSON.stringify(LIBRARY)}); await new Promise((resolve) => setTimeout(resolve, 50)); const after = look();
    process.stdout.write(JSON.stringify({ before, after, exports: Object.keys(library) }));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 30_000,
  });
  const { before, after, exports } = JSON.parse(stdout);
  expect(stderr).toBe('');
  expect(JSON.parse(after)).toEqual(JSON.parse(before));
  expect(exports).toEqual([
    'TrendAuditError',
    'analyze',
    'analyzeForReport',
    'claimOf',
    'compare',
    'evaluate',
    'explain',
    'inspect',
    'renderComparison',
    'renderEvaluation',
    'renderExplanation',
    'renderFirstScreen',
    'renderInspection',
    'renderReport',
    'renderScan',
    'renderSheet',
    'renderText',
    'scan',
  ]);
});

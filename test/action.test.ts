import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expectedOf, FIXTURES, SMALL } from './fixture-cases.js';
import { commandsIn, junitProblems, sarifProblems } from './report/ci/readers.js';

const ROOT = path.join(FIXTURES, '..');
const { accounts } = expectedOf(SMALL);

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const action: {
  inputs: Record<string, { default: string }>;
  outputs: { outcome: { value: string } };
  runs: { using: string; steps: Step[] };
} = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
const [build, check] = action.runs.steps;

interface StepRun {
  readonly code: number | null;
  readonly log: string;
  readonly output: string;
  readonly summary: string;
}

/** Runs a step as a runner does: inputs put into what is not the script, the script by bash with the runner's options. */
function runStep(
  step: Step | undefined,
  folder: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<StepRun> {
  if (!step) throw new Error('the action has no such step');
  const filled = (text: string): string =>
    text.replaceAll(
      /\$\{\{\s*inputs\.([\w-]+)\s*\}\}/gu,
      (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
    );
  const temporary = mkdtempSync(path.join(tmpdir(), 'trend-audit-runner-'));
  const file = (name: string): string => path.join(temporary, name);
  for (const name of ['output', 'summary']) writeFileSync(file(name), '');
  writeFileSync(file('script.sh'), step.run);
  const env = {
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: temporary,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)])),
    ...more,
  };
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file('script.sh')], {
      cwd: path.resolve(folder, filled(step['working-directory'] ?? '.')),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        log,
        output: readFileSync(file('output'), 'utf8'),
        summary: readFileSync(file('summary'), 'utf8'),
      }),
    );
  });
}

function workspace(config: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-workspace-'));
  cpSync(path.join(FIXTURES, SMALL, 'tweets.csv'), path.join(folder, 'tweets.csv'));
  writeFileSync(path.join(folder, 'trend-audit.config.json'), config);
  return folder;
}

const expecting = (coordinated: object | number, files = 'tweets.csv'): string =>
  JSON.stringify({ datasets: [{ name: 'small', files, expect: { coordinated } }] }, null, 1);

describe('the action', () => {
  it('is a composite of steps that name their shell, with no input within a script', () => {
    expect(action.runs.using).toBe('composite');
    // Each input stands alone, in a variable or as the directory.
    const inputs = action.runs.steps.flatMap(({ env = {}, ...step }) => [
      ...Object.values(env),
      step['working-directory'] ?? '',
    ]);
    expect(inputs.filter((value) => value !== '' && !/^\$\{\{ inputs\.[\w-]+ \}\}$/u.test(value))).toEqual([]);
    expect(action.runs.steps.filter(({ shell, run }) => shell !== 'bash' || run.includes('${{'))).toEqual([]);
    expect(action.outputs.outcome.value).toBe(`\${{ steps.${check?.id ?? '?'}.outputs.outcome }}`);
  });

  it('passes where all is as expected, with a summary', async () => {
    const { code, log, output, summary } = await runStep(check, workspace(expecting(accounts.coordinated)));
    expect({ code, output }).toEqual({ code: 0, output: 'outcome=passed\n' });
    expect(commandsIn(log).map(({ name }) => name)).toEqual(['notice']);
    expect(summary).toContain('| `small` | as expected |');
  });

  it('fails where something is not, with annotations, a summary and the reports asked for', async () => {
    const folder = workspace(expecting({ max: 3 }));
    mkdirSync(path.join(folder, 'sub'));
    const { code, log, output, summary } = await runStep(check, folder, {
      config: '../trend-audit.config.json',
      'working-directory': 'sub',
      junit: 'a b.xml',
      sarif: 'r.sarif',
    });
    expect({ code, output }).toEqual({ code: 1, output: 'outcome=failed\n' });
    expect(commandsIn(log)[1]).toMatchObject({
      name: 'error',
      properties: { file: '../trend-audit.config.json', line: '7' },
      message: expect.stringMatching(
        new RegExp(`^coordinated: ${accounts.coordinated} of \\d+ accounts \\([\\d.]+%\\), expected at most 3$`, 'u'),
      ),
    });
    expect(summary).toContain('0 of 1 as expected, 1 not.');
    expect(await junitProblems(readFileSync(path.join(folder, 'sub', 'a b.xml'), 'utf8'))).toEqual([]);
    expect(sarifProblems(readFileSync(path.join(folder, 'sub', 'r.sarif'), 'utf8'))).toEqual([]);
  });

  it('tells an error from a failure, and annotates the line to mend', async () => {
    const broken = await runStep(check, workspace('{\n "dataset": []\n}'));
    expect(broken).toMatchObject({ code: 2, output: 'outcome=error\n', summary: '' });
    expect(commandsIn(broken.log)).toMatchObject([
      { name: 'error', properties: { file: 'trend-audit.config.json', line: '2' } },
    ]);
    const missing = await runStep(check, workspace(expecting(0, 'no-such.csv')));
    expect(missing).toMatchObject({
      code: 2,
      output: 'outcome=error\n',
      summary: expect.stringContaining('**could not be checked**'),
    });
  });

  it('takes what it is given for names only, and lets nothing else command the runner', async () => {
    const folder = workspace(expecting(accounts.coordinated));
    const { code, log } = await runStep(check, folder, { config: '--help; touch pwned; ##[error]x\n::error::y.json' });
    expect(code).toBe(2);
    expect(existsSync(path.join(folder, 'pwned'))).toBe(false);
    expect(commandsIn(log)).toHaveLength(1);
    expect(commandsIn(log)[0]?.message).toContain('no such file');
  });

  it('builds itself where it is not built', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-npm-'));
    writeFileSync(path.join(folder, 'npm'), '#!/bin/sh\necho "npm $* in $PWD"\n');
    chmodSync(path.join(folder, 'npm'), 0o755);
    const PATH = `${folder}:${process.env.PATH ?? ''}`;
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'trend-audit-workspace-'));
    expect((await runStep(build, elsewhere, {}, { GITHUB_ACTION_PATH: folder, PATH })).log.split('\n')).toEqual([
      `npm ci --ignore-scripts --no-audit --no-fund in ${folder}`,
      `npm run build in ${folder}`,
      `npm prune --omit=dev --ignore-scripts --no-audit --no-fund in ${folder}`,
      '',
    ]);
    expect((await runStep(build, folder, {}, { PATH })).log).toBe('');
  });
});

describe('the workflow of docs/ci.md', () => {
  it('uses the action as it is', () => {
    const [block = ''] = [...readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8').matchAll(/^```yaml\n(.*?)^```/gmsu)]
      .map(([, text]) => text ?? '')
      .filter((text) => text.includes('uses:'));
    const { jobs }: { jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }> } =
      parse(block);
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const own = steps.find(({ uses }) => uses?.includes('trend-audit'));
    expect(steps[0]?.uses).toMatch(/^actions\/checkout@/u);
    expect(own).toBeDefined();
    expect(Object.keys(own?.with ?? {}).filter((input) => !Object.hasOwn(action.inputs, input))).toEqual([]);
  });
});

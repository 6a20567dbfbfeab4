import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORMATS_BY_ENDING } from '../../src/report/formats/index.js';
import { linksOf } from '../documents/documents.js';
import { CAMPAIGNER, SMALL_DUMP } from '../fixture-cases.js';

const ROOT = path.join(import.meta.dirname, '../..');
const run = promisify(execFile);
const manifest: { readonly version: string; readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);

/** A project of somebody else's, in which the package is unpacked beside what it says that it depends on, and nothing else. */
const project = realpathSync(mkdtempSync(path.join(tmpdir(), 'trend-audit-consumer-')));
const modules = path.join(project, 'node_modules');
let tarball = new Uint8Array();
let files: readonly string[] = [];

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: ROOT,
  });
  const [packed] = JSON.parse(stdout);
  files = packed.files.map((file: { readonly path: string }) => file.path);
  const file = path.join(project, packed.filename);
  tarball = readFileSync(file);
  const unpacked = path.join(modules, 'trend-audit');
  mkdirSync(unpacked, { recursive: true });
  await run('tar', ['-xzf', file, '-C', unpacked, '--strip-components', '1']);
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(realpathSync(path.join(ROOT, 'node_modules', name)), path.join(modules, name));
  }
  writeFileSync(
    path.join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
});

/** Names of the files of a folder of the repository that end so. */
function filesOf(folder: string, ending: string): string[] {
  return readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}${name}`);
}

describe('the package', () => {
  it('holds what is needed, and nothing else', () => {
    const built = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `dist/${name.replace(/ts$/u, 'js')}`);
    expect(files.filter((name) => !name.endsWith('.d.ts')).toSorted()).toEqual(
      [
        'LICENSE',
        'CITATION.cff',
        ...filesOf('', '.md'),
        ...filesOf('docs/', ''),
        'bin/trend-audit.js',
        'man/trend-audit.1',
        'package.json',
        'config.schema.json',
        'schema.json',
        ...built,
      ].toSorted(),
    );
  });

  it('holds every document that its README names', () => {
    const named = linksOf('README.md').filter((link) => !link.startsWith('https://'));
    expect(named.filter((link) => !files.includes(link.split('#')[0] ?? ''))).toEqual([]);
  });

  it('holds those types that a program sees, and no others', () => {
    const seen = new Set(['index.d.ts']);
    for (const name of seen) {
      const text = readFileSync(path.join(modules, 'trend-audit/dist', name), 'utf8').replaceAll(/^ *\*.*$/gmu, '');
      for (const [, from = ''] of text.matchAll(/from '([^']+)'/gu))
        seen.add(path.join(path.dirname(name), from).replace(/js$/u, 'd.ts'));
    }
    expect(files.filter((name) => name.endsWith('.d.ts')).toSorted()).toEqual(
      [...seen].map((name) => `dist/${name}`).toSorted(),
    );
  });

  it('is in order, says publint', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that are right for all who can import it, says Are the types wrong', async () => {
    const checked = await checkPackage(createPackageFromTarballData(tarball));
    // It is of ES modules alone: `require` of old, and resolution as it was before `exports`, find nothing.
    const problems =
      checked.types === false
        ? ['no types']
        : checked.problems.filter(
            (problem) => !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
          );
    expect(problems).toEqual([]);
  });

  it('runs no script of its own where it is installed', async () => {
    const unpacked = path.join(modules, 'trend-audit');
    const { scripts } = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
    for (const script of ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare', 'dependencies'])
      expect(scripts).not.toHaveProperty(script);
    expect(existsSync(path.join(unpacked, 'dist/cli/main.js'))).toBe(true);
  });

  it('runs, with what it says that it depends on', async () => {
    const command = path.join(modules, 'trend-audit/bin/trend-audit.js');
    expect((await run(process.execPath, [command, '--version'], { cwd: project })).stdout).toBe(
      `${manifest.version}\n`,
    );
    // What each output needs is loaded when it is asked for.
    const outputs = [...FORMATS_BY_ENDING.keys()].map((ending) => `result.${ending}`);
    const { stdout, stderr } = await run(
      process.execPath,
      [command, 'analyze', SMALL_DUMP, '--quiet', '--json', ...outputs.flatMap((name) => ['-o', name])],
      { cwd: project, maxBuffer: 2 ** 28 },
    );
    expect(stderr).toBe('');
    expect(stdout.length).toBeGreaterThan(100);
    for (const name of outputs) expect(statSync(path.join(project, name)).size).toBeGreaterThan(100);
    expect((await run(process.execPath, [command, 'schema'], { cwd: project })).stdout).toBe(
      readFileSync(path.join(ROOT, 'schema.json'), 'utf8'),
    );
  });

  it('is imported, with its schema and its description', async () => {
    const script = `import { createRequire } from 'node:module'; import { analyze, TrendAuditError } from 'trend-audit';
      const require = createRequire(import.meta.url);
      const { dump } = await analyze([${JSON.stringify(SMALL_DUMP)}]);
      console.log(dump.posts > 0, new TrendAuditError('usage', 'm', { hint: 'h' }).code, require('trend-audit/schema.json').title, require('trend-audit/package.json').version);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: project });
    expect(stdout).toBe(`true usage trend-audit ${manifest.version}\n`);
  });

  it.each([
    ['node16', 'node16', []],
    ['bundler', 'esnext', []],
    ['node16', 'node16', ['node']],
    ['bundler', 'esnext', ['node']],
  ])(
    'has types that compile strictly, with moduleResolution %s, module %s and types %j',
    async (moduleResolution, module, types) => {
      // With the types of Node, or without them and with those of browsers: the package's own need one AbortSignal, and nothing else.
      const place = path.join(project, `${moduleResolution}-${types.length}`);
      mkdirSync(place);
      if (types.length > 0 && !existsSync(path.join(modules, '@types')))
        symlinkSync(path.join(ROOT, 'node_modules/@types'), path.join(modules, '@types'));
      const compilerOptions = {
        target: 'es2022',
        lib: types.length > 0 ? ['es2023'] : ['es2023', 'dom', 'dom.asynciterable'],
        module,
        moduleResolution,
        types,
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        skipLibCheck: false,
        resolveJsonModule: true,
      };
      writeFileSync(path.join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
      writeFileSync(
        path.join(place, 'consumer.ts'),
        `${CONSUMER}${types.length > 0 ? WITH_NODE : ''}${module === 'esnext' ? WITH_JSON : ''}`,
      );
      const outcome = await run(process.execPath, [
        path.join(ROOT, 'node_modules/typescript/bin/tsc'),
        '-p',
        place,
      ]).catch((error: unknown) => error);
      expect(outcome).toMatchObject({ stdout: '', stderr: '' });
    },
  );

  it('has every command as a function, in a program in TypeScript that compiles and runs', async () => {
    const place = path.join(project, 'whole');
    mkdirSync(place);
    const compilerOptions = { target: 'es2022', lib: ['es2023', 'dom'], module: 'node16', types: [], strict: true };
    writeFileSync(path.join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['whole.mts'] }));
    writeFileSync(path.join(place, 'whole.mts'), WHOLE);
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const compiled = await run(process.execPath, [tsc, '-p', place]).catch((error: unknown) => error);
    expect(compiled).toMatchObject({ stdout: '', stderr: '' });
    const labels = path.join(path.dirname(SMALL_DUMP), 'labels.csv');
    const { stdout } = await run(process.execPath, [path.join(place, 'whole.mjs'), SMALL_DUMP, labels, CAMPAIGNER], {
      maxBuffer: 2 ** 28,
    });
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'coordinated',
      firstScreen: true,
      text: true,
      explanation: `${CAMPAIGNER} is called likely coordinated in this dump:`,
      claim: true,
      sheet: true,
      report: true,
      inspection: true,
      comparison: 1,
      comparisonText: true,
      evaluation: 1,
      evaluationText: true,
      hashtags: 1,
      scanText: true,
      sameSpan: true,
      wrongMoment: 'usage',
    });
  });

  it('has types that refuse what is wrong', async () => {
    const place = path.join(project, 'wrong');
    mkdirSync(place);
    writeFileSync(
      path.join(place, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2023', 'dom'],
          module: 'node16',
          types: [],
          noEmit: true,
          strict: true,
        },
        files: ['consumer.ts'],
      }),
    );
    writeFileSync(path.join(place, 'consumer.ts'), WRONG);
    const { stdout } = await run(process.execPath, [
      path.join(ROOT, 'node_modules/typescript/bin/tsc'),
      '-p',
      place,
    ]).then(
      () => ({ stdout: 'it compiles' }),
      (error: { readonly stdout: string }) => error,
    );
    const lines = [...stdout.matchAll(/consumer\.ts\((\d+),/gu)].map(([, line]) => Number(line));
    expect([...new Set(lines)]).toEqual([2, 3, 4, 5]);
  });
});

const WHOLE = `import {
  analyze, analyzeForReport, claimOf, compare, evaluate, explain, inspect, renderComparison, renderEvaluation, renderExplanation,
  renderFirstScreen, renderInspection, renderReport, renderScan, renderSheet, renderText, scan, TrendAuditError,
  type AnalyzeOptions, type Comparison, type Evaluation, type Explanation, type Inspection, type Moment, type Result, type Scan, type TextOptions,
} from 'trend-audit';

declare const process: { readonly argv: readonly string[] };
const [, , dump = '', labels = '', account = ''] = process.argv;
const page: TextOptions = { width: 2000, color: false, top: 3 };
const result: Result = await analyze([dump]);
const explanation: Explanation = await explain([dump], account);
const inspection: Inspection = await inspect([dump]);
const comparison: Comparison = await compare([dump], { byDay: false });
const evaluation: Evaluation = await evaluate([{ dump, labels }], { ablation: false, mistakes: 1 });
const archive: Scan = await scan([dump], { least: 100 });
const report: string = await renderReport(await analyzeForReport([dump]));
const from: readonly Moment[] = ['2014-03-01', new Date('2014-03-01T00:00:00Z'), Date.UTC(2014, 2, 1)];
const spans = await Promise.all(from.map(async (since) => {
  const options: AnalyzeOptions = { since, until: '2014-03-02' };
  return JSON.stringify((await analyze([dump], options)).options);
}));
const wrong = await analyze([dump], { since: 'yesterday' }).catch((error: unknown) => (error instanceof TrendAuditError ? error.code : 'other'));
console.log(JSON.stringify({
  verdict: explanation.account.verdict,
  firstScreen: renderFirstScreen(result, page).includes('likely coordinated'),
  text: renderText(result, page).length > renderFirstScreen(result, page).length,
  explanation: renderExplanation(explanation, page).split(' ').slice(0, 8).join(' '),
  claim: claimOf(explanation.account, explanation).includes(explanation.account.handle),
  sheet: renderSheet(explanation).startsWith('<!doctype html>'),
  report: report.startsWith('<!doctype html>'),
  inspection: renderInspection(inspection, page).length > 100,
  comparison: comparison.dumps.length,
  comparisonText: renderComparison(comparison, page).length > 100,
  evaluation: evaluation.dumps.length,
  evaluationText: renderEvaluation(evaluation, page).length > 100,
  hashtags: archive.hashtags.length,
  scanText: renderScan(archive, page).includes('#'),
  sameSpan: new Set(spans).size === 1 && spans[0]?.includes('2014-03-03T00:00:00.000Z'),
  wrongMoment: wrong,
}));
`;

const CONSUMER = `import { analyze, TrendAuditError, type AnalysisInput, type AnalyzeOptions, type ErrorCode, type Evidence, type GivenPost, type Progress, type Result, type Verdict } from 'trend-audit';

const post: GivenPost = { account: { handle: 'somebody' }, time: new Date(), text: '#tag' };
async function* posts(): AsyncGenerator<GivenPost> { yield post; }
const controller = new AbortController();
const options: AnalyzeOptions = { hashtag: 'tag', signal: controller.signal, onProgress: ({ stage, posts: count }: Progress) => void [stage.length, count + 1] };
const inputs: readonly AnalysisInput[] = ['dump.csv', posts(), [post]];
try {
  const result: Result = await analyze(inputs, options);
  const verdict: Verdict | undefined = result.accounts[0]?.verdict;
  const evidence: readonly Evidence[] = result.accounts.flatMap((account) => account.evidence);
  const share: number = result.summary.accounts.coordinated / result.dump.accounts;
  void [verdict, evidence, share];
} catch (error) {
  if (error instanceof TrendAuditError) { const code: ErrorCode = error.code; void [code, error.hint, error.file, error.line]; }
}
`;

const WITH_NODE = `import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
await analyze([createReadStream('dump.csv.gz'), Readable.from([post])]);
`;

const WITH_JSON = `import schema from 'trend-audit/schema.json' with { type: 'json' };
export const title: string = schema.title;
`;

const WRONG = `import { analyze, type Verdict } from 'trend-audit';
await analyze('dump.csv');
await analyze([[{ account: { id: 1 }, time: 1, text: '' }]]);
await analyze(['dump.csv'], { sead: 1 });
const verdict: Verdict = 'guilty';
`;

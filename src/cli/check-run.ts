/** What `check` does: loaded when it is asked for. */

import path from 'node:path';
import type { Command } from 'commander';
import { baselineText } from '../check/baseline.js';
import type { Config, ConfigSource, DatasetConfig } from '../check/config.js';
import { type DatasetResult, toProblem } from '../check/dataset.js';
import type { Dataset } from '../check/dataset.js';
import { type Check, CHECK_SCHEMA_VERSION } from '../documents/check.js';
import { VERSION } from '../documents/version.js';
import { TrendAuditError } from '../errors.js';
import { availableThreads } from '../read/memory.js';
import { isAddress } from '../read/open.js';
import { CHECK_ENDINGS, CHECK_FORMATS } from '../report/check/formats.js';
import { renderDataset, renderOutcome } from '../report/check/text.js';
import { errorCommand } from '../report/ci/github.js';
import { escapeControls } from '../text/escape-controls.js';
import { type CheckFlags, TEXT, TOLERANCE } from './check-flags.js';
import { datasetOptions } from './check-options.js';
import { pageOptions } from './command-options.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { cappedWorkers } from './notes.js';
import { findByExtension, findByName, checkOutputs } from './outputs.js';
import { type OutputFile, writeFilesAtomically } from './write-files.js';

/** How everything that can be said in several places was said in the end. */
interface Settings {
  readonly format: string;
  readonly workers: number;
  readonly tolerance: number;
}

/** Where annotations are asked for, what a user can mend is one, too. */
export async function run(
  named: string | undefined,
  flags: CheckFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  try {
    if (flags.init) await (await import('./check-init.js')).initConfig(named, invocation);
    else await checkConfigured(named, flags, command, invocation);
  } catch (error) {
    if (flags.format !== 'github' || !(error instanceof TrendAuditError)) throw error;
    const { says, hint, place } = toProblem(error);
    await invocation.print(errorCommand(`${PROGRAM} ${command.name()}`, `${says}: ${hint}`, place));
    throw error;
  }
}

async function checkConfigured(
  named: string | undefined,
  flags: CheckFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const [{ parseConfig }, { readConfig }] = await Promise.all([
    import('../check/config.js'),
    import('./config-file.js'),
  ]);
  const source = await readConfig(named, invocation);
  const config = parseConfig(source);
  const settings: Settings = {
    format: flags.format ?? config.format ?? TEXT,
    workers: Math.max(1, flags.workers ?? config.workers ?? availableThreads()),
    tolerance: flags.tolerance ?? config.tolerance ?? TOLERANCE,
  };
  const format = settings.format === TEXT ? undefined : await findByName(settings.format, CHECK_FORMATS, [TEXT])();
  const datasets = config.datasets.map((dataset) =>
    configured(config, dataset, source, { tolerance: settings.tolerance, flags, invocation }),
  );
  if (flags.printConfig)
    return invocation.print(`${JSON.stringify(printed(source, datasets, settings, config, command), null, 2)}\n`);

  const outputs = await Promise.all(
    (flags.output ?? []).map(async (file) => ({ file, render: await findByExtension(file, CHECK_ENDINGS, '')() })),
  );
  await checkOutputs(
    outputs.map(({ file }) => file),
    [
      source.file,
      ...datasets.flatMap(({ files, labels = [], baseline }) => [
        ...files,
        ...[labels].flat(),
        ...(baseline ? [baseline.file] : []),
      ]),
    ],
    invocation,
  );
  const started = performance.now();
  const tasks = await Promise.all(datasets.map((dataset) => withBaseline(dataset, flags.update === true, invocation)));

  const page = { ...pageOptions(flags, invocation), names: datasets.map(({ name }) => name), config: source.file };
  const { checkDatasets } = await import('../check/check-datasets.js');
  const tell = async ({ checked }: DatasetResult): Promise<void> =>
    format ? undefined : invocation.print(renderDataset(checked, page));
  const workers = Math.min(settings.workers, datasets.length);
  if (workers > availableThreads() && flags.quiet !== true) invocation.note(cappedWorkers(settings.workers));
  const replies = await checkDatasets(tasks, {
    workers: Math.min(workers, availableThreads()),
    cwd: invocation.io.cwd,
    onReply: tell,
  });
  const check: Check = {
    schemaVersion: CHECK_SCHEMA_VERSION,
    tool: { name: PROGRAM, version: VERSION },
    config: source.file,
    datasets: replies.map(({ checked }) => checked),
  };
  const files = [
    ...outputs.map(({ file, render }) => ({ file, content: render(check) })),
    ...replies.flatMap(rewritten),
  ];
  await writeFilesAtomically(files, invocation);
  if (flags.quiet !== true) for (const { file } of files) invocation.note(`wrote ${escapeControls(file)}`);
  if (flags.verbose) invocation.note(`took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await invocation.print(format ? format(check) : renderOutcome(check));
  const outcomes = new Set(check.datasets.map(({ outcome }) => outcome));
  invocation.outcome = outcomes.has('error') ? 'failed' : outcomes.has('failed') ? 'crossed' : 'done';
}

/** A dataset with its files where they are found from here, and its options as the analysis takes them. */
function configured(
  config: Config,
  dataset: DatasetConfig,
  source: ConfigSource,
  {
    tolerance,
    flags,
    invocation,
  }: { readonly tolerance: number; readonly flags: CheckFlags; readonly invocation: Invocation },
): Dataset {
  const resolve = (file: string): string => {
    // As a path it would lose a slash, and not be known for an address.
    if (isAddress(file)) return file;
    return path.relative(invocation.io.cwd, path.resolve(path.dirname(invocation.resolve(source.file)), file)) || '.';
  };
  const { name, labels, baseline, expect } = dataset;
  const over = {
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.maxBadRows === undefined ? {} : { maxBadRows: flags.maxBadRows }),
  };
  const options = datasetOptions(
    source,
    [
      { path: ['options'], options: config.options },
      { path: [...dataset.path, 'options'], options: dataset.options },
    ],
    over,
    resolve,
  );
  return {
    name,
    line: source.lineOf(dataset.path),
    files: dataset.files.map(resolve),
    ...(labels === undefined ? {} : { labels: resolve(labels) }),
    options,
    expect,
    ...(baseline === undefined
      ? {}
      : {
          baseline: {
            file: resolve(baseline),
            line: source.lineOf([...dataset.path, 'baseline']),
            tolerance,
            stored: null,
          },
        }),
  };
}

/** With its stored baseline, unless that is written anew; what is wrong with it is the dataset's problem, not the others'. */
async function withBaseline(dataset: Dataset, update: boolean, invocation: Invocation): Promise<Dataset> {
  const { baseline } = dataset;
  if (!baseline || update) return dataset;
  const [{ storedBaseline }, { parseJson }, { readText }] = await Promise.all([
    import('../check/stored-baseline.js'),
    import('./config-document.js'),
    import('./config-file.js'),
  ]);
  try {
    const content = await readText(baseline.file, invocation, 'check its name, or write the baseline with --update');
    return { ...dataset, baseline: { ...baseline, stored: storedBaseline(parseJson(content, baseline.file)) } };
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    return { ...dataset, problem: toProblem(error) };
  }
}

function rewritten({ checked, baseline }: DatasetResult): OutputFile[] {
  return checked.baseline && baseline ? [{ file: checked.baseline.file, content: baselineText(baseline) }] : [];
}

function printed(
  source: ConfigSource,
  datasets: readonly Dataset[],
  settings: Settings,
  config: Config,
  command: Command,
): object {
  const from = (key: keyof Settings): string => {
    const given = command.getOptionValueSource(key);
    if (given !== undefined) return given === 'env' ? 'environment' : 'flag';
    return config[key] === undefined ? 'default' : 'file';
  };
  return {
    config: source.file,
    ...settings,
    from: { format: from('format'), workers: from('workers'), tolerance: from('tolerance') },
    datasets: datasets.map(({ baseline, ...dataset }) => ({
      ...dataset,
      ...(baseline ? { baseline: baseline.file } : {}),
    })),
  };
}

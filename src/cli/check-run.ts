/** The work of `check`; imported only when the command runs. */

import type { Command } from 'commander';
import { baselineText } from '../check/baseline.js';
import type { Config, ConfigSource } from '../check/config.js';
import { type DatasetResult, toProblem } from '../check/dataset.js';
import type { ConfiguredDataset } from '../check/dataset.js';
import { type Check, CHECK_SCHEMA_VERSION } from '../documents/check.js';
import { VERSION } from '../documents/version.js';
import { TrendAuditError } from '../errors.js';
import { availableThreads } from '../read/memory.js';
import { CHECK_ENDINGS, CHECK_FORMATS } from '../report/check/formats.js';
import { renderDataset, renderOutcome, nameColumnWidth } from '../report/check/text.js';
import { errorCommand } from '../report/ci/github.js';
import { escapeControls } from '../text/escape-controls.js';
import { safeJson } from '../text/safe-json.js';
import { type CheckFlags, TEXT, TOLERANCE } from './check-flags.js';
import { pageOptions } from './command-options.js';
import { configured } from './configured-dataset.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { cappedWorkers } from './notes.js';
import { findByExtension, findByName, checkOutputs } from './outputs.js';
import { type OutputFile, leftoversNote, writeFilesAtomically } from './write-files.js';

/** Settings after flags, environment, configuration and defaults are combined. */
interface Settings {
  readonly format: string;
  readonly workers: number;
  readonly tolerance: number;
}

/** Runs `check`. With `--format github`, an error that the user can fix is printed as an annotation, too. */
export async function runCheck(
  named: string | undefined,
  flags: CheckFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  invocation.answersByCode = true;
  try {
    if (flags.init) await (await import('./check-init.js')).initConfig(named, invocation);
    else await checkConfigured(named, flags, command, invocation);
  } catch (error) {
    if (flags.format !== 'github' || !(error instanceof TrendAuditError)) throw error;
    const { message, hint, file, line } = error;
    const place = file === undefined ? undefined : { file, ...(line === undefined ? {} : { line }) };
    await invocation.print(errorCommand(`${PROGRAM} ${command.name()}`, `${message}: ${hint}`, place));
    throw error;
  }
}

async function checkConfigured(
  named: string | undefined,
  flags: CheckFlags,
  command: Command,
  invocation: Invocation,
): Promise<void> {
  const [{ parseConfig }, { readConfig }, boundary] = await Promise.all([
    import('../check/config.js'),
    import('./config-file.js'),
    import('./check-boundary.js'),
  ]);
  const { source, tree } = await readConfig(named, invocation, flags.allowOutside === true);
  if (flags.verbose) invocation.note(`configuration: ${escapeControls(source.file)}`);
  const config = parseConfig(source);
  const settings: Settings = {
    format: flags.format ?? config.format ?? TEXT,
    workers: Math.max(1, flags.workers ?? config.workers ?? availableThreads()),
    tolerance: flags.tolerance ?? config.tolerance ?? TOLERANCE,
  };
  const format = settings.format === TEXT ? undefined : await findByName(settings.format, CHECK_FORMATS, [TEXT])();
  const placeOf = boundary.placesIn(tree, invocation);
  const datasets = await Promise.all(
    config.datasets.map(async (each) => {
      const { dataset, named: files } = configured(config, each, source, {
        tolerance: settings.tolerance,
        flags,
        invocation,
      });
      return flags.allowOutside ? dataset : boundary.confined(dataset, files, { source, placeOf });
    }),
  );
  if (flags.printConfig)
    return invocation.print(`${safeJson(printed(source, datasets, settings, config, command), 2)}\n`);

  if (!flags.allowOutside) await boundary.refuseLinksOut(flags.output ?? [], tree, invocation);
  const outputs = await Promise.all(
    (flags.output ?? []).map(async (file) => ({ file, render: await findByExtension(file, CHECK_ENDINGS, '')() })),
  );
  await checkOutputs(
    outputs.map(({ file }) => file),
    [
      source.file,
      ...datasets.flatMap(({ files, labels = [], options: { users = [] }, baseline }) => [
        ...files,
        ...[labels].flat(),
        ...users,
        ...(baseline ? [baseline.file] : []),
      ]),
    ],
    invocation,
  );
  const started = performance.now();
  const { datasets: tasks, places } = flags.update
    ? await boundary.baselinePlaces(datasets, invocation)
    : { datasets: await Promise.all(datasets.map((dataset) => withBaseline(dataset, invocation))), places: undefined };

  const names = datasets.map(({ name }) => name);
  const page = {
    ...pageOptions(flags, invocation),
    first: names[0],
    nameWidth: nameColumnWidth(names),
    config: source.file,
  };
  const { checkDatasets } = await import('../check/check-datasets.js');
  const tell = async ({ checked }: DatasetResult): Promise<void> =>
    format ? undefined : invocation.print(renderDataset(checked, page));
  const workers = Math.min(settings.workers, datasets.length);
  if (workers > availableThreads() && flags.quiet !== true) invocation.note(cappedWorkers(settings.workers));
  const replies = await checkDatasets(tasks, {
    workers: Math.min(workers, availableThreads()),
    cwd: invocation.io.cwd,
    ...(flags.allowOutside ? {} : { within: tree.root }),
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
    ...replies.flatMap((reply) => rewritten(reply, places)),
  ];
  const left = await writeFilesAtomically(files, invocation);
  if (flags.quiet !== true && left.length > 0) invocation.note(leftoversNote(left));
  if (flags.quiet !== true) for (const { file } of files) invocation.note(`wrote ${escapeControls(file)}`);
  if (flags.verbose) invocation.note(`took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await invocation.print(format ? format(check) : renderOutcome(check));
  const outcomes = new Set(check.datasets.map(({ outcome }) => outcome));
  invocation.outcome = outcomes.has('error') ? 'failed' : outcomes.has('failed') ? 'crossed' : 'done';
}

/**
 * The dataset with its stored baseline. A bad baseline is a problem of this dataset only; the others are still checked.
 */
async function withBaseline(dataset: ConfiguredDataset, invocation: Invocation): Promise<ConfiguredDataset> {
  const { baseline, problem } = dataset;
  if (!baseline || problem) return dataset;
  const [{ storedBaseline }, { readBaseline }] = await Promise.all([
    import('../check/stored-baseline.js'),
    import('./config-file.js'),
  ]);
  try {
    return {
      ...dataset,
      baseline: { ...baseline, stored: storedBaseline(await readBaseline(baseline.file, invocation)) },
    };
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    return { ...dataset, problem: toProblem(error) };
  }
}

function rewritten(
  { checked, baseline }: DatasetResult,
  places: ReadonlyMap<string, string> | undefined,
): OutputFile[] {
  const place = places?.get(checked.baseline?.file ?? '');
  return checked.baseline && baseline && place !== undefined
    ? [{ file: checked.baseline.file, place, content: baselineText(baseline) }]
    : [];
}

function printed(
  source: ConfigSource,
  datasets: readonly ConfiguredDataset[],
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

import { Command } from 'commander';
import { TrendAuditError } from '../errors.js';
import { READING_OPTIONS } from '../options.js';
import { escapeControls } from '../text/escape-controls.js';
import { addOptions, analyzeOptions, type TypedOptions } from './command-options.js';
import { PROGRAM } from './format-error.js';
import type { RenderedDump } from './inject-campaign.js';
import { interruptible } from './interrupt.js';
import type { Invocation } from './invocation.js';
import { defaultLabelsFile } from './labelled-dumps.js';
import { addSimulationOptions, PRESET_TEXTS, type SimulationFlags } from './simulation-flags.js';
import { assertWritable, leftoversNote, writeFilesAtomically } from './write-files.js';

interface SimulateFlags extends SimulationFlags, Pick<TypedOptions, (typeof READING_OPTIONS)[number]> {
  readonly output?: string;
  readonly labels?: string;
  readonly into?: string;
  readonly force?: true;
  readonly quiet?: true;
}

const EXAMPLES = `Examples:
  ${PROGRAM} simulate -o dump.csv && ${PROGRAM} evaluate dump.csv
  ${PROGRAM} simulate -o harder.csv --campaign-share 2% --mutated-share 90%
  ${PROGRAM} simulate -o mine-and-a-campaign.csv --into mine.csv
  ${PROGRAM} simulate --labels labels.csv | gzip > dump.csv.gz

Writes a dump in which it is known who acted together, and beside DUMP.csv its
labels, DUMP.labels.csv: a public that chats, retweets and shares headlines, and
a campaign. With --into the public is a dump of your own: its posts are kept, and
its accounts are labelled organic, which assumes that nobody among them is
coordinated. All names in it are invented; any likeness is chance.

Presets:
${Object.entries(PRESET_TEXTS)
  .map(([name, text]) => `  ${name}\n      ${text}`)
  .join('\n')}
`;

/** Defines `simulate`. */
export function simulateCommand(invocation: Invocation): Command {
  const command = new Command('simulate')
    .description('write a labelled dump, simulated or with a campaign planted in a dump of your own')
    .option('-o, --output <file>', 'where the dump goes (CSV); - is standard output')
    .option('--labels <file>', 'where the labels go (default: NAME.labels.csv next to NAME.csv)')
    .option('--force', 'overwrite files that exist')
    .option('--into <dump>', 'plant the campaign among the posts of this dump, within its span');
  return addOptions(addSimulationOptions(command), READING_OPTIONS)
    .option('--quiet', 'do not print what was written')
    .option('--verbose', 'show where an internal error occurred')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('before', EXAMPLES)
    .action((flags: SimulateFlags) => run(flags, invocation));
}

async function run(flags: SimulateFlags, invocation: Invocation): Promise<void> {
  const [dumpFile, labelsFile] = targets(flags);
  const toStdout = dumpFile === '-';
  await assertWritable(toStdout ? [labelsFile] : [dumpFile, labelsFile], flags.force === true, invocation);
  const { dump, labels, facts, remarks } = await make(flags, invocation);
  const files = [...(toStdout ? [] : [{ file: dumpFile, content: dump }]), { file: labelsFile, content: labels }];
  const left = await writeFilesAtomically(files, invocation);
  if (toStdout) await invocation.print(dump);
  if (flags.quiet) return;
  if (left.length > 0) invocation.note(leftoversNote(left));
  const { formatNumber } = await import('../text/format.js');
  const what =
    `${formatNumber(facts.posts)} posts by ${formatNumber(facts.accounts)} accounts ` +
    `(${formatNumber(facts.coordinated)} labelled coordinated)`;
  [
    ...remarks,
    `wrote ${what} to ${toStdout ? 'standard output' : escapeControls(dumpFile)}, and the labels to ` +
      `${escapeControls(labelsFile)}`,
  ].forEach((line) => invocation.note(line));
}

/** The file of the dump and the file of its labels. */
function targets({ output = '-', labels, into }: SimulateFlags): readonly [string, string] {
  const labelsFile = labels ?? (output === '-' ? undefined : defaultLabelsFile(output));
  if (labelsFile === undefined || labelsFile === '-') {
    throw new TrendAuditError('usage', 'no file was named for the labels', {
      hint: `name the dump, as in ${PROGRAM} simulate -o dump.csv, or the labels, with --labels FILE`,
    });
  }
  if (labelsFile === output || into === labelsFile)
    throw new TrendAuditError('usage', 'the labels would overwrite the dump', {
      hint: 'name another file with --labels',
    });
  return [output, labelsFile];
}

async function make(
  flags: SimulateFlags,
  invocation: Invocation,
): Promise<RenderedDump & { readonly remarks: readonly string[] }> {
  const [{ simulate }, { plantedIn, wholeDump }, { injectCampaign, readAll, renderDump }] = await Promise.all([
    import('../simulate/index.js'),
    import('./simulation.js'),
    import('./inject-campaign.js'),
  ]);
  const { into } = flags;
  if (into === undefined) {
    const made = await interruptible(() => {
      const { posts, labels } = simulate(wholeDump(flags));
      return renderDump(posts, labels, {});
    });
    return { ...made, remarks: [] };
  }
  const { posts, input } = await readAll(into, { ...analyzeOptions(flags, READING_OPTIONS), ...invocation.place });
  const { skipWarnings } = await import('./notes.js');
  const assumption = `every account of ${escapeControls(into)} is labelled organic: this assumes that nobody there is coordinated`;
  return {
    ...(await interruptible(() => injectCampaign(posts, plantedIn(posts, into, flags)))),
    remarks: [...skipWarnings(input), assumption],
  };
}

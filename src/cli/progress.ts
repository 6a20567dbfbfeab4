import type { AnalyzeOptions } from '../options.js';
import { formatTimeLeft } from '../text/format-durations.js';
import { formatNumber, formatMegabytes } from '../text/format.js';
import type { Invocation, OutputStream } from './invocation.js';

const CELLS = 24;
/** Width of a terminal that does not report it. */
const WIDTH = 80;

type Report = Parameters<NonNullable<AnalyzeOptions['onProgress']>>[0];

export interface ProgressBar {
  readonly update: (report: Report) => void;
  /** Removes the bar. */
  readonly stop: () => void;
}

/** Interval between log lines, in seconds. */
const LOGGED_EVERY = 60;

/**
 * Shows progress on standard error. On a terminal: a bar with the stage, the share done, posts a second, and time left.
 * In a log, and on a terminal that cannot move its cursor: one line a minute, and with `--verbose` also one for each
 * stage. With `--quiet`: nothing.
 */
export async function showProgress(
  { quiet = false, verbose = false }: { readonly quiet?: boolean; readonly verbose?: boolean },
  invocation: Invocation,
): Promise<ProgressBar> {
  if (quiet) return { update: () => {}, stop: () => {} };
  const { env, stderr } = invocation.io;
  return stderr.isTTY && env['TERM'] !== 'dumb' ? showBar(stderr) : keepLog(verbose, invocation);
}

function keepLog(verbose: boolean, invocation: Invocation): ProgressBar {
  const started = performance.now();
  let told = started;
  let stage = '';
  return {
    update: (report) => {
      const now = performance.now();
      const due = now - told >= LOGGED_EVERY * 1000 || (verbose && stage !== report.stage);
      stage = report.stage;
      if (!due) return;
      told = now;
      invocation.note(`${report.stage}: ${progressFacts(report, (now - started) / 1000)}`);
    },
    stop: () => {},
  };
}

async function showBar(stream: OutputStream): Promise<ProgressBar> {
  const { default: cliProgress } = await import('cli-progress');
  const started = performance.now();
  let latest: Report = { stage: 'reading', bytesRead: 0, bytesTotal: undefined, posts: 0 };
  const bar = new cliProgress.SingleBar({
    stream,
    clearOnComplete: true,
    gracefulExit: false,
    emptyOnZero: true,
    // Does not switch off the terminal's line wrap: a crash would leave it off. Lines that are too long are cut here
    // instead.
    linewrap: true,
    format: (_, { progress }) => {
      const known = latest.bytesTotal !== undefined && latest.bytesTotal > 0;
      const drawn = known ? `[${drawBar(progress)}] ${Math.floor(progress * 100)}%  ` : '';
      // All its characters are one cell wide.
      return `${latest.stage}  ${drawn}${progressFacts(latest, (performance.now() - started) / 1000)}`.slice(
        0,
        (stream.columns || WIDTH) - 1,
      );
    },
  });
  let stage = latest.stage;
  bar.start(1, 0);
  // Also clears the bar on exit, so that it does not mix with later output.
  const stop = () => {
    process.off('exit', stop);
    bar.stop();
  };
  process.once('exit', stop);
  return {
    update: (report) => {
      latest = report;
      if (report.bytesTotal !== undefined && report.bytesTotal > 0) bar.setTotal(report.bytesTotal);
      bar.update(Math.min(report.bytesRead, report.bytesTotal ?? 0));
      // Draws at once: the next stage may block the timer that redraws.
      if (stage !== report.stage) bar.render();
      stage = report.stage;
    },
    stop,
  };
}

/** `12.3 of 30.1 MB · 1,234 posts · 617 a second · 3 s left`. */
export function progressFacts({ stage, bytesRead, bytesTotal, posts }: Report, seconds: number): string {
  const read =
    bytesTotal === undefined
      ? `${formatMegabytes(bytesRead)} MB`
      : `${formatMegabytes(bytesRead)} of ${formatMegabytes(bytesTotal)} MB`;
  const rate = seconds > 0.5 ? ` · ${formatNumber(Math.round(posts / seconds))} a second` : '';
  // Bytes predict only the time left for reading, not for the stages after it.
  const left =
    stage === 'reading' && seconds > 2 && bytesRead > 0 && bytesTotal !== undefined && bytesTotal > bytesRead
      ? ` · ${formatTimeLeft((seconds * (bytesTotal - bytesRead)) / bytesRead)} left`
      : '';
  return `${read} · ${formatNumber(posts)} posts${rate}${left}`;
}

function drawBar(progress: number): string {
  const done = Math.round(progress * CELLS);
  return '='.repeat(done) + '-'.repeat(CELLS - done);
}

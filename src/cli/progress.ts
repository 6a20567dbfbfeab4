import type { AnalyzeOptions } from '../options.js';
import { number } from '../report/words.js';

const CELLS = 24;

type Report = Parameters<NonNullable<AnalyzeOptions['onProgress']>>[0];

export interface Progress {
  readonly update: (report: Report) => void;
  /** Removes the bar. */
  readonly stop: () => void;
}

/** A bar on standard error: bytes read of bytes in all, posts a second. Nothing where nobody would see it move. */
export async function showProgress(wanted: boolean): Promise<Progress> {
  if (!wanted || !process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const started = performance.now();
  let latest: Report = { stage: 'reading', bytesRead: 0, bytesTotal: undefined, posts: 0 };
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    gracefulExit: false,
    emptyOnZero: true,
    format: (_, { progress }) => {
      const known = latest.bytesTotal !== undefined && latest.bytesTotal > 0;
      const drawn = known ? `[${drawBar(progress)}] ${Math.floor(progress * 100)}%  ` : '';
      return `${latest.stage}  ${drawn}${progressFacts(latest, (performance.now() - started) / 1000)}`;
    },
  });
  bar.start(1, 0);
  // Not only where the work ends: a terminal that is left without line wrapping stays so.
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
    },
    stop,
  };
}

/** `12.3 of 30.1 MB · 1,234 posts · 617 a second`. */
export function progressFacts({ bytesRead, bytesTotal, posts }: Report, seconds: number): string {
  const read = bytesTotal === undefined ? `${megabytes(bytesRead)} MB` : `${megabytes(bytesRead)} of ${megabytes(bytesTotal)} MB`;
  const rate = seconds > 0.5 ? ` · ${number(Math.round(posts / seconds))} a second` : '';
  return `${read} · ${number(posts)} posts${rate}`;
}

function megabytes(bytes: number): string {
  return number(bytes / 1e6);
}

function drawBar(progress: number): string {
  const done = Math.round(progress * CELLS);
  return '='.repeat(done) + '-'.repeat(CELLS - done);
}

/** Runs the commands that read dumps and print a document. They differ only in what is computed and shown. */

import type { Result } from '../documents/result.js';
import type { AnalyzeOptions } from '../options.js';
import { availableThreads } from '../read/memory.js';
import { jsonPieces } from '../report/json.js';
import type { TextOptions } from '../report/page.js';
import { type OutputFlags, pageOptions } from './command-options.js';
import { interruptible } from './interrupt.js';
import type { Invocation } from './invocation.js';
import { showProgress } from './progress.js';

/** Options of the run itself; they do not depend on the flags. */
export type RunSettings = Pick<AnalyzeOptions, 'cwd' | 'stdin' | 'aroundBlockingWork' | 'onProgress'>;

type RunFlags = OutputFlags & { readonly workers?: number };

/** A document, or a part of it, with the files that it was read from. */
type Source = Pick<Result, 'inputs'>;

export interface Computation<Code, Document> {
  /** Imports the code that computes. Imported lazily so that help and usage errors are fast. */
  readonly load: () => Promise<Code>;
  readonly compute: (code: Code, settings: RunSettings) => Promise<Document>;
  /** The sources that `--verbose` describes; none by default. */
  readonly sources?: (document: Document) => readonly Source[];
}

/** Computes a document and shows progress; with `--verbose` prints how files were read and how long it took. */
export async function computeDocument<Code, Document>(
  flags: RunFlags,
  invocation: Invocation,
  { load, compute, sources = () => [] }: Computation<Code, Document>,
): Promise<Document> {
  const { workers = 0, quiet } = flags;
  if (workers > availableThreads() && !quiet) invocation.note((await import('./notes.js')).cappedWorkers(workers));
  const started = performance.now();
  const [code, progress] = await Promise.all([load(), showProgress(flags, invocation)]);
  const settings = { ...invocation.place, aroundBlockingWork: interruptible, onProgress: progress.update };
  const document = await compute(code, settings).finally(progress.stop);
  if (flags.verbose) {
    const seconds = (performance.now() - started) / 1000;
    const { describeInputs } = await import('./notes.js');
    for (const line of sources(document).flatMap(describeInputs)) invocation.note(line);
    invocation.note(`took ${seconds.toFixed(1)} s`);
  }
  return document;
}

export interface PrintedComputation<Code, Document> extends Computation<Code, Document> {
  /** Whether to warn about rows skipped in the sources; true by default. */
  readonly warns?: boolean;
  /** Imports the renderer and makes the page for a person. */
  readonly page: (document: Document, options: Omit<TextOptions, 'top'>) => Promise<string>;
}

/** Computes a document, warns about what was skipped in its sources, and prints it as JSON or as a page. */
export async function printDocument<Code, Document extends object>(
  flags: RunFlags & { readonly json?: true },
  invocation: Invocation,
  computation: PrintedComputation<Code, Document>,
): Promise<void> {
  invocation.assertOutput();
  const document = await computeDocument(flags, invocation, computation);
  const { sources = () => [], warns = true, page } = computation;
  if (warns && flags.quiet !== true) {
    const { skipWarnings } = await import('./notes.js');
    for (const { inputs } of sources(document)) for (const line of inputs.flatMap(skipWarnings)) invocation.note(line);
  }
  await invocation.print(flags.json ? jsonPieces(document) : await page(document, pageOptions(flags, invocation)));
}

/** Chooses where a result goes: files, formats, and standard output. */

import { access, constants, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { ReportData, PostVerdict } from '../documents/report-data.js';
import type { Result } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { OUTPUT_FORMATS, FORMATS_BY_ENDING, type OutputFormat, type FormatOptions } from '../report/formats/index.js';
import { POST_FORMATS } from '../report/posts.js';
import { suggest } from '../text/suggest.js';
import type { Invocation } from './invocation.js';
import { assertWritable, type OutputFile } from './write-files.js';

export interface Output {
  readonly file: string;
  readonly format: OutputFormat;
}

/** The formats' names and endings, as lists for the help and for errors. */
export const FORMAT_NAMES: readonly string[] = [...OUTPUT_FORMATS.keys()];
export const ENDINGS: readonly string[] = [...FORMATS_BY_ENDING.keys()].map((ending) => `.${ending}`);

/** The format with this name. Throws TrendAuditError where there is none. */
export function formatNamed(name: string): Promise<OutputFormat> {
  return findByName(name, OUTPUT_FORMATS, []).load();
}

/** Finds a format by its name. Throws TrendAuditError for an unknown name, and lists these formats and `others`. */
export function findByName<T>(name: string, formats: ReadonlyMap<string, T>, others: readonly string[]): T {
  const found = formats.get(name);
  if (found) return found;
  const names = [...others, ...formats.keys()];
  throw new TrendAuditError('usage', `there is no format ${name}`, {
    hint: meant(name, names, `Formats are ${names.join(', ')}`),
  });
}

/** An output file with the format of its ending. Throws TrendAuditError for an unknown ending. */
export async function parseOutput(file: string): Promise<Output> {
  return {
    file,
    format: await findByExtension(file, FORMATS_BY_ENDING, '; --format NAME prints to standard output').load(),
  };
}

/** How to write posts to a file, by its ending. Throws TrendAuditError for an ending without a format for posts. */
export async function postsOutput(
  file: string,
  raw: boolean,
): Promise<(posts: AsyncIterable<readonly PostVerdict[]>) => OutputFile> {
  const render = await findByExtension(file, POST_FORMATS, '')();
  return (posts) => ({ file, content: render(posts, { raw }) });
}

/** Finds a format by a file's ending. Throws TrendAuditError for an unknown ending. */
export function findByExtension<T>(file: string, formats: ReadonlyMap<string, T>, otherwise: string): T {
  const ending = path.extname(file).slice(1);
  const format = formats.get(ending.toLowerCase());
  if (format) return format;
  const what = ending === '' ? 'its name has no extension that shows the format' : `.${ending} is not supported`;
  const names = [...formats.keys()];
  throw new TrendAuditError('usage', what, {
    file,
    hint: meant(ending, names, `The extensions are ${names.map((name) => `.${name}`).join(', ')}`) + otherwise,
  });
}

function meant(typed: string, names: readonly string[], all: string): string {
  if (typed.toLowerCase() === 'pdf' && names.includes('html')) return `write .html and print it. ${all}`;
  const near = typed === '' ? undefined : suggest(typed, names);
  return near === undefined ? all : `did you mean ${near}? ${all}`;
}

/**
 * Throws TrendAuditError where a file cannot be written, is named twice, or is one of the inputs. Called before the
 * analysis, which may take minutes.
 */
export async function checkOutputs(
  files: readonly string[],
  inputs: readonly string[],
  invocation: Invocation,
): Promise<void> {
  await assertWritable(files, true, invocation);
  const whole = (file: string): Promise<string> =>
    realpath(invocation.resolve(file)).catch(() => invocation.resolve(file));
  const taken = new Set(await Promise.all(inputs.filter((file) => file !== '-').map(whole)));
  for (const file of files) {
    const directory = path.dirname(invocation.resolve(file));
    await access(directory, constants.W_OK).catch((error: unknown) => {
      const missing = error instanceof Error && 'code' in error && error.code !== 'EACCES' && error.code !== 'EROFS';
      throw new TrendAuditError(
        'not-writable',
        missing ? 'its directory is not there' : 'cannot be written with your permissions',
        {
          file,
          hint: missing
            ? 'make the directory first, or check the name'
            : 'choose another directory, or check its permissions',
        },
      );
    });
    const target = await whole(file);
    if (taken.has(target))
      throw new TrendAuditError('usage', 'is named twice, or is a file that is read', {
        file,
        hint: 'give each output a name of its own',
      });
    taken.add(target);
  }
}

/** The data that the outputs need in addition to the result. */
export function requiredData(formats: readonly OutputFormat[]): ReadonlySet<keyof ReportData> {
  return new Set(formats.flatMap(({ needs }) => needs));
}

/** The output files; their contents may be created in pieces as they are written. */
export function renderOutputs(
  outputs: readonly Output[],
  result: Result,
  exhibits: ReportData,
  options: FormatOptions,
): OutputFile[] {
  return outputs.map(({ file, format }) => ({ file, content: format.render(result, exhibits, options) }));
}

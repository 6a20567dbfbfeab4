/** Options of datasets: parses the values in a configuration as the flags of `analyze` are parsed. */

import { Command, InvalidArgumentError } from 'commander';
import type { DatasetOptions, OptionValue } from '../check/config-schema.js';
import { type ConfigSource, type KeyPath, keyName, problemAt } from '../check/config.js';
import type { ConfiguredDataset } from '../check/dataset.js';
import { TrendAuditError } from '../errors.js';
import { isFlagName, OPTIONS } from '../options.js';
import { analyzeOptions, optionOf, type TypedOptions } from './command-options.js';

/** Turns a path relative to the configuration's directory into one relative to the working directory. */
export type Resolve = (file: string) => string;

/**
 * Merges the options; later parts override earlier ones, and `over` overrides all. Throws TrendAuditError with the line
 * of the invalid value.
 */
export function datasetOptions(
  source: ConfigSource,
  parts: readonly { readonly path: KeyPath; readonly options: DatasetOptions }[],
  over: TypedOptions,
  resolve: Resolve,
): ConfiguredDataset['options'] {
  const typed = new Command();
  for (const { path, options } of parts) {
    for (const [name, value] of Object.entries(options)) {
      if (value === undefined) continue;
      if (!isFlagName(name)) throw new Error(`${name} is not an option`);
      if (typeof value === 'boolean') {
        typed.setOptionValue(name, value);
        continue;
      }
      const texts = textsOf(value).map((text) => (OPTIONS[name].kind === 'files' ? resolve(text) : text));
      try {
        const { parseArg } = optionOf(name);
        typed.setOptionValue(
          name,
          texts.reduce<unknown>((before, text) => parseArg?.(text, before), undefined),
        );
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        throw problemAt(
          source,
          [...path, name],
          `${keyName([...path, name])} is ${JSON.stringify(value)}`,
          error.message,
        );
      }
    }
  }
  try {
    return analyzeOptions({ ...typed.opts<TypedOptions>(), ...over });
  } catch (error) {
    const last = parts.at(-1);
    // The span from since to until is empty.
    if (!(error instanceof TrendAuditError) || !last) throw error;
    throw problemAt(source, [...last.path, 'since'], error.message, error.hint);
  }
}

/** The value as the texts that one would type, one for each use of the flag. */
function textsOf(value: Exclude<OptionValue, boolean>): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (isList(value)) return value.map(String);
  return Object.entries(value).flatMap(([key, each]) => textsOf(each).map((text) => `${key}=${text}`));
}

/** `Array.isArray` does not narrow to a read-only array type. */
function isList(value: Exclude<OptionValue, boolean>): value is Extract<OptionValue, readonly unknown[]> {
  return Array.isArray(value);
}

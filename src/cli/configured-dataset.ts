/** Converts a dataset of the configuration into the task to check. */

import path from 'node:path';
import type { DatasetOptions } from '../check/config-schema.js';
import type { Config, ConfigSource, DatasetConfig, KeyPath } from '../check/config.js';
import type { ConfiguredDataset } from '../check/dataset.js';
import { isAddress } from '../read/open.js';
import type { NamedFile } from './check-boundary.js';
import type { CheckFlags } from './check-flags.js';
import { datasetOptions } from './check-options.js';
import type { Invocation } from './invocation.js';

/**
 * A dataset with paths relative to the working directory and options for the analysis, and the list of files that it
 * names.
 */
export function configured(
  config: Config,
  dataset: DatasetConfig,
  source: ConfigSource,
  {
    tolerance,
    flags,
    invocation,
  }: { readonly tolerance: number; readonly flags: CheckFlags; readonly invocation: Invocation },
): { readonly dataset: ConfiguredDataset; readonly named: readonly NamedFile[] } {
  const resolve = (file: string): string => {
    // Resolving a URL as a path would remove a slash, and it would not be recognized as an address.
    if (isAddress(file)) return file;
    const found = path.relative(invocation.io.cwd, path.resolve(path.dirname(invocation.resolve(source.file)), file));
    // `-` in a configuration is a file, not standard input.
    return found === '-' ? `.${path.sep}-` : found || '.';
  };
  const key = (name: string): KeyPath => [...dataset.path, name];
  const one = (name: string, written: string | undefined): NamedFile[] =>
    written === undefined ? [] : [{ key: key(name), written, file: resolve(written) }];
  const usersOf = ({ users }: DatasetOptions, above: KeyPath): NamedFile[] =>
    [users ?? []].flat().map((written) => ({
      key: [...above, 'options', 'users'],
      written: String(written),
      file: resolve(String(written)),
    }));
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
  const named = [
    ...dataset.files.flatMap((file) => one('files', file)),
    ...one('labels', labels),
    ...one('baseline', baseline),
    ...usersOf(config.options, []),
    ...usersOf(dataset.options, dataset.path),
  ];
  const configuredDataset: ConfiguredDataset = {
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
  return { dataset: configuredDataset, named };
}

/** `--from`: the store that is queried in place of files. */

import { type Command, Option } from 'commander';
import { isStoreAddress } from '../engine/open-engine.js';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import type { Invocation } from './invocation.js';

export interface FromFlag {
  readonly from?: string;
}

const HELP = 'take the posts from a store (see load), not from files: clickhouse://HOST[:PORT]/DATABASE';

/** Adds --from, which names a store to query in place of files. */
export function addFromOption(command: Command): Command {
  return command.addOption(new Option('--from <store>', HELP));
}

/**
 * The sources, with the credentials for a store. Only `--from` gives these: names of files may come from somebody else.
 */
interface Sources {
  readonly files: readonly string[];
  readonly access: Pick<AnalyzeOptions, 'storeAccess'>;
}

/** The named files, or the store. Throws TrendAuditError where both are given. */
export function filesOrStore(files: readonly string[], { from }: FromFlag, { storeAccess }: Invocation): Sources {
  if (from === undefined) return { files, access: {} };
  if (!isStoreAddress(from))
    throw new TrendAuditError('usage', '--from takes the address of a store', {
      hint: 'give one such as clickhouse://localhost/posts; files are named without --from',
    });
  if (files.length > 0)
    throw new TrendAuditError('usage', 'files and --from are both given', {
      hint: 'load the files into the store, or leave out --from',
    });
  return { files: [from], access: { storeAccess } };
}

import { TrendAuditError } from '../errors.js';
import type { AnalysisInput, AnalyzeOptions } from '../options.js';
import { isStoreAddress } from './store/address.js';

/**
 * The address of the store that is used; undefined if files are read. A store is used only with `storeAccess`. Without
 * it, the address is treated as the name of a file, so that a configuration cannot reach the network. Throws
 * TrendAuditError if a store is not the only input.
 */
export function storeAmong(
  inputs: readonly AnalysisInput[],
  { storeAccess }: Pick<AnalyzeOptions, 'storeAccess'>,
): string | undefined {
  const address = storeAccess && Array.isArray(inputs) ? inputs.find(isStoreAddress) : undefined;
  if (address === undefined || inputs.length === 1) return address;
  throw new TrendAuditError('usage', 'a store cannot be combined with other inputs', {
    hint: 'load the files into the store, then query it alone',
  });
}

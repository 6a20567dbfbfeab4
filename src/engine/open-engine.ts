import type { AnalysisInput, AnalyzeOptions } from '../options.js';
import type { Engine, PostObserver } from './engine.js';
import { FileEngine } from './files/file-engine.js';
import { storeAmong } from './store-among.js';

export { isStoreAddress } from './store/address.js';

/**
 * The engine for these inputs. Throws TrendAuditError if a store is not the only input.
 * @param onPost receives every post that is read
 */
export async function openEngine(
  inputs: readonly AnalysisInput[],
  options: Pick<AnalyzeOptions, 'storeAccess'>,
  onPost?: PostObserver,
): Promise<Engine> {
  const address = storeAmong(inputs, options);
  if (address === undefined) return new FileEngine(inputs, onPost);
  const { StoreEngine } = await import('./store/store-engine.js');
  return new StoreEngine(address, onPost);
}

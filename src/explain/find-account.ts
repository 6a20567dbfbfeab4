import type { AccountPostColumns } from '../dataset/dataset.js';
import { TrendAuditError } from '../errors.js';
import { outOfRange } from '../stats/array-access.js';
import { foldHandle } from '../text/fold-handle.js';
import { suggestSeveral } from '../text/suggest.js';

const SUGGESTED = 3;

/**
 * The number of the account with this id, exactly, or else with this handle, whatever its case and with or without `@`.
 * Throws TrendAuditError where there is none, naming those that are near, or where a handle fits several.
 */
export function findAccount({ accounts }: AccountPostColumns, wanted: string): number {
  const byId = accounts.id.indexOf(wanted);
  if (byId !== -1) return byId;
  const folded = foldHandle(wanted);
  const found = accounts.handle.flatMap((handle, a) => (folded !== '' && foldHandle(handle) === folded ? [a] : []));
  const [only] = found;
  if (only === undefined) throw unknown(accounts, wanted);
  if (found.length > 1) {
    const ids = found.slice(0, 2 * SUGGESTED).map((a) => accounts.id[a] ?? outOfRange());
    const more = found.length > ids.length ? ` and ${found.length - ids.length} more` : '';
    throw new TrendAuditError('usage', `${found.length} accounts have the handle ${wanted}: ${ids.join(', ')}${more}`, {
      hint: `name one by its id, as in --account ${ids[0] ?? outOfRange()}`,
    });
  }
  return only;
}

function unknown({ id, handle }: AccountPostColumns['accounts'], wanted: string): TrendAuditError {
  const near = suggestSeveral(
    foldHandle(wanted),
    [...handle, ...id].filter((name) => name !== ''),
    SUGGESTED,
  );
  return new TrendAuditError('usage', `no account of these dumps has the id or handle ${wanted}`, {
    hint:
      near === undefined
        ? 'give an id or a handle as the dump has it; trend-audit analyze DUMP --json lists all'
        : `did you mean ${near}?`,
  });
}

import type { AccountPostColumns } from '../dataset/dataset.js';
import { TrendAuditError } from '../errors.js';
import { outOfRange } from '../stats/array-access.js';
import { foldHandle } from '../text/fold-handle.js';
import { plural } from '../text/format.js';
import { joinAlternatives, suggestSeveral } from '../text/suggest.js';
import { accountInAddress } from './account-address.js';

const SUGGESTED = 3;

/**
 * The index of the account with exactly this id, or else with this handle (in any case, with or without `@`), or with
 * the id or handle in the address of a profile or post. Throws TrendAuditError where there is none (it suggests similar
 * names), or where a handle fits several accounts.
 */
export function findAccount({ accounts }: AccountPostColumns, typed: string): number {
  const given = typed.trim();
  const wanted = accounts.id.includes(given) ? given : (accountInAddress(given) ?? given);
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

function unknown({ id, handle, displayName }: AccountPostColumns['accounts'], wanted: string): TrendAuditError {
  const named = id.flatMap((own, a) =>
    displayName[a] !== '' && displayName[a]?.toLowerCase() === wanted.toLowerCase() ? [handle[a] || own] : [],
  );
  const near =
    named.length > 0
      ? `${joinAlternatives(named.slice(0, SUGGESTED))}, who ${plural(named.length, 'has', 'have')} that name`
      : suggestSeveral(
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

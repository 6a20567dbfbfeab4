import type { AccountResult } from '../../documents/result.js';
import type { CsvColumn } from '../../text/csv.js';
import { csvPieces } from '../csv.js';
import type { OutputFormat } from './format.js';

/** Columns have the names used in the JSON; lists are joined into one value. */
const COLUMNS: readonly CsvColumn<AccountResult>[] = [
  ['id', ({ id }) => id],
  ['handle', ({ handle }) => handle],
  ['displayName', ({ displayName }) => displayName],
  ['url', ({ url }) => url],
  ['verdict', ({ verdict }) => verdict],
  ['score', ({ score }) => score],
  ['q', ({ q }) => q],
  ['createdAt', ({ createdAt }) => createdAt],
  ['createdAtFrom', ({ createdAtFrom }) => createdAtFrom],
  ['createdAtTo', ({ createdAtTo }) => createdAtTo],
  ['createdAtSource', ({ createdAtSource }) => createdAtSource],
  ['posts', ({ posts }) => posts],
  ['mostInTenMinutes', ({ mostInTenMinutes }) => mostInTenMinutes],
  ['group', ({ group }) => group],
  ['signals', ({ evidence }) => evidence.map(({ signal }) => signal).join('; ')],
  ['says', ({ evidence }) => evidence.map(({ says }) => says).join('; ')],
];

/** One row for each account. */
export const csvFormat: OutputFormat = {
  needs: [],
  render: ({ accounts }, _, { raw = false }) => csvPieces(COLUMNS, accounts, { raw }),
};

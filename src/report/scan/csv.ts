import type { Scan, ScannedHashtag } from '../../documents/scan.js';
import type { CsvColumn } from '../../text/csv.js';
import { csvPieces, type CsvOptions } from '../csv.js';

/** Columns have the names used in the JSON; lists are joined into one value. */
const COLUMNS: readonly CsvColumn<ScannedHashtag>[] = [
  ['hashtag', ({ hashtag }) => hashtag],
  ['standing', ({ standing }) => standing],
  ['size', ({ size }) => size],
  ['postsPercent', ({ postsPercent }) => postsPercent],
  ['p', ({ p }) => p],
  ['q', ({ q }) => q],
  ['posts', ({ posts }) => posts],
  ['accounts', ({ accounts }) => accounts],
  ['coordinated', ({ verdicts }) => verdicts.accounts.coordinated],
  ['flooding', ({ verdicts }) => verdicts.accounts.flooding],
  ['unclear', ({ verdicts }) => verdicts.accounts.unclear],
  ['organic', ({ verdicts }) => verdicts.accounts.organic],
  ['insufficient', ({ verdicts }) => verdicts.accounts.insufficient],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['campaign', ({ campaign }) => campaign],
  ['groups', ({ groups }) => groups.map(({ says }) => says).join('; ')],
  ['named', ({ named }) => named.map(({ id }) => id).join('; ')],
];

/** One row for each hashtag, in the order of the ranking. */
export function scanCsv({ hashtags }: Scan, options: CsvOptions): Iterable<string> {
  return csvPieces(COLUMNS, hashtags, options);
}

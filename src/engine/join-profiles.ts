import type { DatasetBuilder } from '../dataset/dataset-builder.js';
import type { ProfileIndex } from '../read/profile-index.js';
import { formatCount, formatNumber } from '../text/format.js';

/** Completes accounts from profiles; values from the dumps are kept. Returns a note for each input. */
export function joinProfiles(collector: DatasetBuilder, profiles: ProfileIndex): Map<number, string> {
  collector.flush();
  const joined = collector.profiles.complete((account) => profiles.lookup(account));
  const accountsOf = collector.accountsByInput();
  return new Map(
    [...accountsOf].map(([input, accounts]) => {
      const found = [...accounts].filter((a) => joined.has(a)).length;
      return [input, `Profiles were found for ${formatNumber(found)} of its ${formatCount(accounts.size, 'account')}.`];
    }),
  );
}

import type { Dataset } from '../dataset/dataset.js';
import type { GroupResult } from '../documents/result.js';
import type { QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { plural } from '../text/format.js';
import type { Community } from './communities.js';
import { describeGroup } from './describe.js';
import type { Shared } from './shared-items.js';

/** Accounts that act together, with what they share most. */
export interface Group extends Community {
  readonly shared: readonly Shared[];
}

export interface LabelledGroups {
  readonly list: readonly GroupResult[];
  readonly of: ReadonlyMap<number, string>;
}

/** The groups as they are told, and which group an account belongs to. */
export function labelGroups(m: Dataset, groups: readonly Group[], quote: QuoteLookup): LabelledGroups {
  const of = new Map<number, string>();
  const list = groups.map((group, i) => {
    const { accounts, ties } = group;
    const id = `g${i + 1}`;
    for (const a of accounts) of.set(a, id);
    const shared = [
      [ties.text, 'text'],
      [ties.retweet, 'retweeted post'],
      [ties.link, 'link'],
      [ties.tags, 'series of hashtags'],
    ] as const;
    const what = shared.filter(([times]) => times > 0).map(([times, noun]) => `${times} ${plural(times, noun)}`);
    return {
      id,
      accounts: accounts.map((a) => m.accounts.id[a] ?? outOfRange()),
      says: `${accounts.length} accounts that share ${what.join(', ')}`,
      ...describeGroup(m, group, group.shared, quote),
    };
  });
  return { list, of };
}

import type { Dataset } from '../dataset/dataset.js';
import type { GroupResult } from '../documents/result.js';
import type { GroupKind } from '../documents/verdict.js';
import type { QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { cutText, formatCount, plural } from '../text/format.js';
import type { Community } from './communities.js';
import { describeGroup } from './describe.js';
import type { SharedByGroup } from './shared-items.js';

/** Accounts that act together, what they do, and what they share most. */
export interface Group extends Community {
  readonly kind: GroupKind;
  /** How many of them are called coordinated. */
  readonly coordinated: number;
  readonly shared: readonly SharedByGroup[];
}

export interface LabelledGroups {
  readonly list: readonly GroupResult[];
  readonly of: ReadonlyMap<number, string>;
}

/** What each kind of group does (continues "accounts that"), and the innocent reading: who else does so. */
const KINDS: Readonly<Record<GroupKind, { readonly does: string; readonly alsoExplainedBy: string }>> = {
  'copies-texts': {
    does: 'copy texts',
    alsoExplainedBy: 'Volunteers, members of a party or a union and activists who agreed on a text post it, too.',
  },
  'acts-together': {
    does: 'share the same things',
    alsoExplainedBy: 'Volunteers, activists and followers of one page who agreed to share its posts do so, too.',
  },
  'amplifies-few': {
    does: 'amplify one account or a few',
    alsoExplainedBy: 'Fans, contest entrants and staff retweet one account or a few, too.',
  },
  'mostly-retweets': {
    does: 'share mostly retweets of the same posts',
    alsoExplainedBy: 'People who read the same accounts retweet the same posts, too.',
  },
  'service-feed': {
    does: 'post the templates of a service',
    alsoExplainedBy: 'Apps, games, weather, job and horoscope feeds post such texts in the name of their users.',
  },
  outlets: {
    does: 'have one stem of names and post in the same second',
    alsoExplainedBy: 'The stations, papers or branches of one publisher post one text at one time.',
  },
  'public-appeal': {
    does: 'follow a public appeal to copy a text to one account',
    alsoExplainedBy: 'Strangers follow such an appeal; nobody has to direct them.',
  },
};

/** The groups for the result, and the group of each account. */
export function labelGroups(m: Dataset, groups: readonly Group[], quote: QuoteLookup): LabelledGroups {
  const of = new Map<number, string>();
  const list = groups.map((group, i): GroupResult => {
    const { accounts, kind, coordinated } = group;
    const id = `g${i + 1}`;
    for (const a of accounts) of.set(a, id);
    return {
      id,
      accounts: accounts.map((a) => m.accounts.id[a] ?? outOfRange()),
      coordinated,
      kind,
      alsoExplainedBy: KINDS[kind].alsoExplainedBy,
      says: `${formatCount(accounts.length, 'account')} that ${KINDS[kind].does}: ${tiesText(group)}`,
      ...describeGroup(m, group, group.shared, quote),
    };
  });
  return { list, of };
}

/** The kinds of shared items by name; for objects the name of the column. */
function tiesText({ ties, objects }: Community): string {
  const shared = [
    [ties.text, 'text'],
    [ties.retweet, 'retweeted post'],
    [ties.link, 'link'],
    ...objects.map(({ name, items }) => [items, `${cutText(name)} value`] as const),
    [ties.tags, 'combination of hashtags'],
  ] as const;
  const what = shared.filter(([times]) => times > 0).map(([times, noun]) => `${times} ${plural(times, noun)}`);
  return `${what.join(', ')} in common`;
}

/** Which hashtags the same accounts pushed. */

import type { Campaign, ScannedAccount, ScannedHashtag } from '../documents/scan.js';
import { outOfRange } from '../stats/array-access.js';

/** As many accounts as make a group: fewer in common may be people who took part in both by themselves. */
const LEAST_IN_COMMON = 3;

export interface HashtagLink {
  /** The one that ranks higher first. */
  readonly hashtags: readonly [string, string];
  readonly accounts: number;
}

export interface FoundCampaigns {
  readonly campaigns: readonly Campaign[];
  readonly links: readonly HashtagLink[];
  /** For each hashtag its campaign, or null. */
  readonly of: readonly (number | null)[];
}

type Named = Pick<ScannedHashtag, 'hashtag' | 'named'>;

/**
 * The graph of hashtags by the accounts that are named under both, and its connected parts by links of at least three
 * accounts.
 *
 * @param hashtags by rank; who is named under none has no part
 */
export function findCampaigns(hashtags: readonly Named[]): FoundCampaigns {
  const bearers = new Map<string, { readonly account: ScannedAccount; readonly places: number[] }>();
  for (const [place, { named }] of hashtags.entries()) {
    for (const account of named) {
      const known = bearers.get(account.id);
      if (known) known.places.push(place);
      else bearers.set(account.id, { account, places: [place] });
    }
  }
  const common = commonAccounts([...bearers.values()].map(({ places }) => places));
  const part = connectedParts(
    hashtags.length,
    common.filter(({ accounts }) => accounts >= LEAST_IN_COMMON).map(({ places }) => places),
  );
  const members = new Map<number, number[]>();
  for (const [place, first] of part.entries()) members.set(first, [...(members.get(first) ?? []), place]);
  const campaigns = [...members.values()]
    .filter((places) => places.length > 1)
    .sort((a, b) => b.length - a.length || (a[0] ?? outOfRange()) - (b[0] ?? outOfRange()))
    .map((places) => new Set(places));
  const nameOf = (place: number): string => (hashtags[place] ?? outOfRange()).hashtag;
  return {
    campaigns: campaigns.map((places) => campaignOf(places, [...bearers.values()], nameOf)),
    links: common.map(({ places: [a, b], accounts }) => ({ hashtags: [nameOf(a), nameOf(b)], accounts })),
    of: hashtags.map((_, place) => {
      const number = campaigns.findIndex((places) => places.has(place));
      return number < 0 ? null : number;
    }),
  };
}

type Pair = readonly [number, number];

/** For each pair of places that have accounts in common how many, most first, then by rank. */
function commonAccounts(
  placesOfAccounts: readonly (readonly number[])[],
): { readonly places: Pair; readonly accounts: number }[] {
  const found = new Map<string, { readonly places: Pair; accounts: number }>();
  for (const places of placesOfAccounts) {
    for (const [k, a] of places.entries()) {
      for (const b of places.slice(k + 1)) {
        const key = `${a} ${b}`;
        const known = found.get(key);
        if (known) known.accounts++;
        else found.set(key, { places: [a, b], accounts: 1 });
      }
    }
  }
  return [...found.values()].sort(
    (x, y) => y.accounts - x.accounts || x.places[0] - y.places[0] || x.places[1] - y.places[1],
  );
}

/** For each of `count` places the first place of the part of the graph that it is in. */
function connectedParts(count: number, pairs: readonly Pair[]): number[] {
  const part = Array.from({ length: count }, (_, place) => place);
  const firstOf = (place: number): number => {
    let first = place;
    while ((part[first] ?? outOfRange()) !== first) first = part[first] ?? outOfRange();
    return first;
  };
  for (const [a, b] of pairs) {
    const [x, y] = [firstOf(a), firstOf(b)];
    part[Math.max(x, y)] = Math.min(x, y);
  }
  return part.map((_, place) => firstOf(place));
}

function campaignOf(
  places: ReadonlySet<number>,
  bearers: readonly { readonly account: ScannedAccount; readonly places: readonly number[] }[],
  nameOf: (place: number) => string,
): Campaign {
  const taking = bearers
    .map(({ account, places: all }) => ({ account, under: all.filter((place) => places.has(place)) }))
    .filter(({ under }) => under.length > 0);
  return {
    hashtags: [...places].map(nameOf),
    accounts: taking.length,
    recurring: taking
      .filter(({ under }) => under.length > 1)
      .sort((a, b) => b.under.length - a.under.length || (a.account.id < b.account.id ? -1 : 1))
      .map(({ account: { id, handle, displayName, url }, under }) => ({
        id,
        handle,
        displayName,
        url,
        hashtags: under.map(nameOf),
      })),
  };
}

/** Finds hashtags that the same accounts pushed. */

import type { Campaign, ScannedAccount, ScannedHashtag } from '../documents/scan.js';
import { increment, outOfRange } from '../stats/array-access.js';

/** Minimum number of common accounts, as for a group: fewer may be people who took part in both independently. */
const LEAST_IN_COMMON = 3;
/**
 * Minimum number of pairs listed for each hashtag, strongest first: a campaign of 500 hashtags has 125,000 pairs, too
 * many to list.
 */
const LINKS_LISTED = 10;

export interface HashtagLink {
  /** The higher-ranked hashtag comes first. */
  readonly hashtags: readonly [string, string];
  readonly accounts: number;
}

export interface FoundCampaigns {
  readonly campaigns: readonly Campaign[];
  /** Most accounts first; weak links of hashtags with many links are left out. */
  readonly links: readonly HashtagLink[];
  readonly linksLeftOut: number;
  /** For each hashtag, the index of its campaign, or null. */
  readonly of: readonly (number | null)[];
}

type Named = Pick<ScannedHashtag, 'hashtag' | 'named'>;

/**
 * Builds a graph of hashtags, linked by the accounts named under both, and finds its connected components by links of
 * at least three accounts.
 *
 * @param hashtags by rank; those without named accounts are in no campaign
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
  const common = commonAccounts(
    [...bearers.values()].map(({ places }) => places),
    hashtags.length,
  );
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
  const listed = strongest(common, hashtags.length);
  const nameOf = (place: number): string => (hashtags[place] ?? outOfRange()).hashtag;
  return {
    campaigns: campaigns.map((places) => campaignOf(places, [...bearers.values()], nameOf)),
    links: listed.map(({ places: [a, b], accounts }) => ({ hashtags: [nameOf(a), nameOf(b)], accounts })),
    linksLeftOut: common.length - listed.length,
    of: hashtags.map((_, place) => {
      const number = campaigns.findIndex((places) => places.has(place));
      return number < 0 ? null : number;
    }),
  };
}

type Pair = readonly [number, number];

/**
 * The number of common accounts of each pair of places that has any; most first, then by rank.
 * @param count number of places
 */
function commonAccounts(
  placesOfAccounts: readonly (readonly number[])[],
  count: number,
): { readonly places: Pair; readonly accounts: number }[] {
  const othersOf: (readonly number[])[][] = Array.from({ length: count }, () => []);
  for (const places of placesOfAccounts)
    if (places.length > 1) for (const place of places) (othersOf[place] ?? outOfRange()).push(places);
  const found: { readonly places: Pair; readonly accounts: number }[] = [];
  // One hashtag at a time: a map of all pairs takes five to fifteen times as long (2,000 hashtags by the same 20
  // accounts: 37 s, 2 s).
  const together = new Uint32Array(count);
  for (const [a, lists] of othersOf.entries()) {
    const met = new Set<number>();
    for (const places of lists)
      for (const b of places) {
        if (b <= a) continue;
        if (increment(together, b) === 0) met.add(b);
      }
    for (const b of met) {
      found.push({ places: [a, b], accounts: together[b] ?? outOfRange() });
      together[b] = 0;
    }
  }
  return found.sort((x, y) => y.accounts - x.accounts || x.places[0] - y.places[0] || x.places[1] - y.places[1]);
}

/** The pairs, in order, that are among the first `LINKS_LISTED` of at least one of their places. */
function strongest<Link extends { readonly places: Pair }>(pairs: readonly Link[], count: number): Link[] {
  const listed = new Uint32Array(count);
  return pairs.filter(({ places: [a, b] }) => {
    const isListed = Math.min(listed[a] ?? outOfRange(), listed[b] ?? outOfRange()) < LINKS_LISTED;
    if (isListed) for (const place of [a, b]) increment(listed, place);
    return isListed;
  });
}

/** For each of `count` places, the first place in its connected component. */
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

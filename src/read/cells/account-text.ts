/** Reads the handle from the other forms in which programs and people write an account. */

/** Sites whose addresses have the handle after the site's name. */
const SITES =
  /^(?:https?:\/\/)?(?:(?:www|m|mobile)\.)?(?:(?:twitter|x|instagram|facebook|fb|tiktok|threads|youtube|vk|truthsocial|pinterest|reddit|weibo|linkedin)\.com|t\.me|threads\.net|bsky\.app|gettr\.com|ok\.ru|(?:[\w-]+\.)?tumblr\.com)\//i;
const PROFILE = /^(?:s\/|u\/|user\/|profile\/|in\/|channel\/|c\/)?@?([\w.:-]{1,80})\/?(?:[?#].*)?$/;
/** Facebook accounts without a user name. */
const BY_NUMBER = /^profile\.php\?id=(\d+)/;
/** The first path segment of addresses that are not of an account. */
const NO_ACCOUNT = /^(?:hashtag|search|explore|p|i|intent|share|watch|groups|events|home|status|posts|reel|tags?)$/i;
/** Mastodon and compatible software: a handle includes its host. */
const FEDIVERSE = /^https?:\/\/([\w.-]+)\/(?:@|users\/)([\w.]{1,80})(?:@([\w.-]+))?\/?$/;

/**
 * The handle in the address of a profile, or in `/ana`, `u/ana`, `acct:ana@host`, `＠ana`; undefined for any other
 * cell.
 */
export function handleOfProfile(cell: string): string | undefined {
  const value = cell.trim();
  const plain = /^(?:\/?u\/|\/user\/|\/@?|acct:@?|＠)([\w.-]{1,80}(?:@[\w.-]+)?)$/.exec(value)?.[1];
  if (plain !== undefined) return plain;
  if (value.startsWith('<')) return /^<a\s[^<>]*>@?([\w.-]{1,80})<\/a>$/.exec(value)?.[1];
  const site = SITES.exec(value);
  if (site) {
    const rest = value.slice(site[0].length);
    const handle = BY_NUMBER.exec(rest)?.[1] ?? PROFILE.exec(rest)?.[1];
    return handle === undefined || NO_ACCOUNT.test(handle) ? undefined : handle;
  }
  const [, host, name, home] = FEDIVERSE.exec(value) ?? [];
  return name === undefined ? undefined : `${name}@${home ?? host ?? ''}`;
}

/** The handle after a display name: `Ann Lee (@ann)`, `Ann Lee @ann`; undefined if there is none. */
export function handleBehindName(cell: string): string | undefined {
  return /\S[\s·]*(?:\s|[(（[])@([\w.-]{1,80}(?:@[\w.-]+)?)[)）\]]?\s*$/.exec(cell)?.[1];
}

/** Whether nearly all cells are addresses of profiles, or all others are handles. */
export function areProfilesOrHandles(cells: readonly string[]): boolean {
  const others = cells.filter((cell) => handleOfProfile(cell) === undefined);
  return others.length <= 0.2 * cells.length || others.every((cell) => /^@?[\w.-]{1,60}$/.test(cell.trim()));
}

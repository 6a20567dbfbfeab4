/** Ways in which programs and people write who an account is, beyond its bare handle. */

/** Sites on which what follows the name of the site is a handle. */
const SITES =
  /^(?:https?:\/\/)?(?:(?:www|m|mobile)\.)?(?:(?:twitter|x|instagram|facebook|fb|tiktok|threads|youtube|vk|truthsocial|pinterest|reddit|weibo|linkedin)\.com|t\.me|threads\.net|bsky\.app|gettr\.com|ok\.ru|(?:[\w-]+\.)?tumblr\.com)\//i;
const PROFILE = /^(?:s\/|u\/|user\/|profile\/|in\/|channel\/|c\/)?@?([\w.:-]{1,80})\/?(?:[?#].*)?$/;
/** Facebook's accounts that have no name of their own. */
const BY_NUMBER = /^profile\.php\?id=(\d+)/;
/** The first step of addresses that are no account's. */
const NO_ACCOUNT = /^(?:hashtag|search|explore|p|i|intent|share|watch|groups|events|home|status|posts|reel|tags?)$/i;
/** Mastodon and what speaks with it: handles are of their host. */
const FEDIVERSE = /^https?:\/\/([\w.-]+)\/(?:@|users\/)([\w.]{1,80})(?:@([\w.-]+))?\/?$/;

/**
 * The handle in the address of a profile, and in `/ana`, `u/ana`, `acct:ana@host`, `＠ana`; undefined where a cell is
 * none of these.
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

/** The handle behind a display name: `Ann Lee (@ann)`, `Ann Lee @ann`; undefined where there is none. */
export function handleBehindName(cell: string): string | undefined {
  return /\S[\s·]*(?:\s|[(（[])@([\w.-]{1,80}(?:@[\w.-]+)?)[)）\]]?\s*$/.exec(cell)?.[1];
}

/** Addresses of posts and profiles on the dump's platform. Built only from ids and handles; nothing is fetched. */

import type { AccountResult, Input, Platform, Result } from './result.js';

/** Names of the platforms for readers. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  vk: 'VK',
  telegram: 'Telegram',
  weibo: 'Weibo',
};

/** The account whose address is built. */
export type Addressee = Pick<AccountResult, 'id' | 'handle'>;

/** Lengths of ids, keys and host names are limited as in the protocol. */
const DID = /^did:(?:plc|web):[\w.:%-]{1,2048}$/u;
const BLUESKY_POST = /^at:\/\/(did:(?:plc|web):[\w.:%-]{1,2048})\/app\.bsky\.feed\.post\/([\w.~-]{1,512})$/u;
const BLUESKY_HANDLE = /^(?=.{1,253}$)[a-z\d-]+(?:\.[a-z\d-]+)+$/iu;
const X_HANDLE = /^\w{1,15}$/u;
/** Published dumps hash ids and use the hashes as handles: such an id is not a number, and too long for a handle. */
const HASHED = /^[\w+/=-]{32,}$/u;
const NUMBER = /^[1-9]\d{0,19}$/u;
const MASTODON_ADDRESS = /^([\w.-]{1,253})@(?=.{1,253}$)([a-z\d-]+(?:\.[a-z\d-]+)+)$/iu;
const VK_POST = /^-?[1-9]\d*_[1-9]\d*$/u;
const VK_HANDLE = /^[a-z][\w.]{1,31}$/iu;
const VK_ID = /^(-?)([1-9]\d*)$/u;
const TELEGRAM_HANDLE = /^[a-z]\w{3,31}$/iu;
const WEIBO_POST = /^[a-z\d]{8,11}$/iu;

/**
 * The platform of all inputs. Undefined where there are several or it is unknown, and where names are replaced by
 * pseudonyms, because an address would identify the account.
 */
export function platformOf({
  inputs,
  options,
  accounts,
}: {
  readonly inputs: readonly Pick<Input, 'platform'>[];
  readonly options: Partial<Pick<Result['options'], 'pseudonymized'>>;
  readonly accounts: readonly Addressee[];
}): Platform | undefined {
  return options.pseudonymized === true
    ? undefined
    : platformOfDump(
        inputs,
        accounts.map(({ id }) => id),
      );
}

/** The same for a dump without pseudonyms, from the ids of all its accounts. */
export function platformOfDump(
  inputs: readonly Pick<Input, 'platform'>[],
  ids: readonly string[],
): Platform | undefined {
  // Only Bluesky has such ids, so they identify it in dumps of any format.
  if (ids.length > 0 && ids.every((id) => DID.test(id))) return 'bluesky';
  const [first, ...others] = new Set(inputs.map(({ platform }) => platform));
  return others.length === 0 ? first : undefined;
}

function isHandleOfX({ id, handle }: Addressee): boolean {
  return X_HANDLE.test(handle) && !HASHED.test(id);
}

/**
 * Address of an account's profile; undefined where its id is hashed or made up and its handle is not one of the
 * platform.
 */
export function profileUrl(platform: Platform | undefined, { id, handle }: Addressee): string | undefined {
  switch (platform) {
    case 'x':
      if (isHandleOfX({ id, handle })) return `https://x.com/${handle}`;
      return NUMBER.test(id) ? `https://x.com/i/user/${id}` : undefined;
    case 'bluesky': {
      const name = [handle, id].find((each) => BLUESKY_HANDLE.test(each) || DID.test(each));
      return name === undefined ? undefined : `https://bsky.app/profile/${name}`;
    }
    case 'mastodon': {
      // A handle without an instance belongs to the instance that was queried, which the dump does not contain.
      const [, name, instance] = MASTODON_ADDRESS.exec(handle) ?? [];
      return name === undefined || instance === undefined ? undefined : `https://${instance}/@${name}`;
    }
    case 'vk': {
      if (VK_HANDLE.test(handle)) return `https://vk.com/${handle}`;
      const [, community, number] = VK_ID.exec(id) ?? [];
      return number === undefined ? undefined : `https://vk.com/${community === '-' ? 'club' : 'id'}${number}`;
    }
    case 'telegram':
      return TELEGRAM_HANDLE.test(handle) ? `https://t.me/${handle}` : undefined;
    case 'weibo':
      return NUMBER.test(id) ? `https://weibo.com/u/${id}` : undefined;
    case undefined:
      return undefined;
  }
}

/** Address of a post by this account; undefined where the dump has no id that the platform knows. */
export function postUrl(platform: Platform | undefined, { id, handle }: Addressee, post: string): string | undefined {
  switch (platform) {
    case 'x':
      return NUMBER.test(post)
        ? `https://x.com/${isHandleOfX({ id, handle }) ? handle : 'i'}/status/${post}`
        : undefined;
    case 'bluesky': {
      // A repost does not have a page.
      const [, author, key] = BLUESKY_POST.exec(post) ?? [];
      return author === undefined || key === undefined ? undefined : `https://bsky.app/profile/${author}/post/${key}`;
    }
    case 'mastodon':
      // Ids belong to the instance that was queried, which the dump does not contain.
      return undefined;
    case 'vk':
      return VK_POST.test(post) ? `https://vk.com/wall${post}` : undefined;
    case 'telegram':
      return TELEGRAM_HANDLE.test(handle) && NUMBER.test(post) ? `https://t.me/${handle}/${post}` : undefined;
    case 'weibo':
      if (NUMBER.test(post)) return `https://m.weibo.cn/detail/${post}`;
      return NUMBER.test(id) && WEIBO_POST.test(post) ? `https://weibo.com/${id}/${post}` : undefined;
    case undefined:
      return undefined;
  }
}

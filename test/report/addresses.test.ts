import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platformOf, postUrl, profileUrl } from '../../src/documents/addresses.js';
import type { Platform } from '../../src/documents/result.js';

const known = (handle: string, id = '') => ({ id, handle });
const HASH = '2f0a6b4a4b5b1a9f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a';
const DID = 'did:plc:z72i7hdynmk6r22z27h6tvur';

const of = (...platforms: (Platform | undefined)[]) =>
  platformOf({ inputs: platforms.map(inputOf), options: {}, accounts: [known('a', '1')] });
const inputOf = (platform: Platform | undefined) => (platform === undefined ? {} : { platform });

describe('the platform of a dump', () => {
  it('is that of its inputs, where all are of one', () => {
    expect(of('x')).toBe('x');
    expect(of('x', 'x')).toBe('x');
    expect(of('vk')).toBe('vk');
    expect(of('mastodon', 'x')).toBeUndefined();
    expect(of('x', undefined)).toBeUndefined();
    expect(of(undefined)).toBeUndefined();
  });

  it('is told by ids that one platform alone has', () => {
    expect(platformOf({ inputs: [{}], options: {}, accounts: [known('a.bsky.social', DID), known('', DID)] })).toBe(
      'bluesky',
    );
  });

  it('is not told where names are pseudonyms', () => {
    const options = { pseudonymized: true } as const;
    expect(platformOf({ inputs: [{ platform: 'x' }], options, accounts: [] })).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each<[Platform, string, string, string, string | undefined, string | undefined]>([
    ['x', '12', 'jack', '20', 'https://x.com/jack', 'https://x.com/jack/status/20'],
    ['x', '12', '', '20', 'https://x.com/i/user/12', 'https://x.com/i/status/20'],
    ['x', HASH, HASH, '20', undefined, 'https://x.com/i/status/20'],
    ['x', '01c8359e11459d7bb99d69393fa9c30a995872f8', 'u067b7eaa6940', '20', undefined, 'https://x.com/i/status/20'],
    ['x', 'jack', 'jack', 'h0123456789abcdef', 'https://x.com/jack', undefined],
    [
      'bluesky',
      DID,
      'bsky.app',
      `at://${DID}/app.bsky.feed.post/3l6oveex3ii2l`,
      'https://bsky.app/profile/bsky.app',
      `https://bsky.app/profile/${DID}/post/3l6oveex3ii2l`,
    ],
    ['bluesky', DID, '', `at://${DID}/app.bsky.feed.repost/3l6`, `https://bsky.app/profile/${DID}`, undefined],
    ['mastodon', '1', 'Gargron@mastodon.social', '99', 'https://mastodon.social/@Gargron', undefined],
    ['mastodon', '1', 'local', '99', undefined, undefined],
    ['vk', '1', 'durov', '1_45546', 'https://vk.com/durov', 'https://vk.com/wall1_45546'],
    ['vk', '-22822305', '', '-22822305_9', 'https://vk.com/club22822305', 'https://vk.com/wall-22822305_9'],
    ['telegram', '7', 'telegram', '83', 'https://t.me/telegram', 'https://t.me/telegram/83'],
    ['telegram', 'user7', '', '83', undefined, undefined],
    [
      'weibo',
      '1642634100',
      '',
      'Lz4ewbNcS',
      'https://weibo.com/u/1642634100',
      'https://weibo.com/1642634100/Lz4ewbNcS',
    ],
    [
      'weibo',
      '1642634100',
      '',
      '4712345678901234',
      'https://weibo.com/u/1642634100',
      'https://m.weibo.cn/detail/4712345678901234',
    ],
  ])('%s, id %s, handle %s, post %s', (platform, id, handle, post, profile, address) => {
    expect([profileUrl(platform, { id, handle }), postUrl(platform, { id, handle }, post)]).toEqual([profile, address]);
  });

  it('lead to the platform and nowhere else, whatever a dump says', () => {
    const hosts = /^https:\/\/(?:x\.com|bsky\.app|vk\.com|t\.me|weibo\.com|m\.weibo\.cn)\/[\w./:%~-]+$/u;
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\w./@:?#-]{1,20}$/u),
      fc.constantFrom('1', 'a/../b', '//evil.example', 'javascript:alert(1)', '1?x=1', 'a#b', `at://${DID}/x`),
    );
    const platform = fc.constantFrom<Platform>('x', 'bluesky', 'vk', 'telegram', 'weibo');
    const told = fc.check(
      fc.property(platform, text, text, text, (on, id, handle, post) => {
        const addresses = [profileUrl(on, { id, handle }), postUrl(on, { id, handle }, post)];
        return addresses.every((address) => address === undefined || hosts.test(address));
      }),
    );
    expect(told).toMatchObject({ failed: false });
  });
});

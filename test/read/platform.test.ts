import { describe, expect, it } from 'vitest';
import { generic } from '../../src/read/formats/generic.js';
import { DUMP_FORMATS } from '../../src/read/formats/index.js';
import { JSON_FORMATS } from '../../src/read/formats/json/index.js';
import { platformOfFormat } from '../../src/read/platform.js';

const platformOf = (name: string) => {
  const format = [...DUMP_FORMATS, ...JSON_FORMATS].find((each) => each.name === name);
  if (!format) throw new Error(`there is no format ${name}`);
  // Its columns tell nothing where the format is known.
  return platformOfFormat({ ...format, columns: {} }, { id: 'tweet_id' });
};

describe('the platform of a dump', () => {
  it.each([
    ['information-operations', 'x'],
    ['api-v1.1', 'x'],
    ['twint', 'x'],
    ['bluesky-posts', 'bluesky'],
    ['mastodon', 'mastodon'],
    ['vkontakte', 'vk'],
    ['brandwatch', undefined],
    ['4cat-any', undefined],
  ])('of the format %s is %s', (name, platform) => {
    expect(platformOf(name)).toBe(platform);
  });

  it('is told by the columns of a table of no known format', () => {
    expect(platformOfFormat(generic, { id: 'tweet_id' })).toBe('x');
    expect(platformOfFormat(generic, { handle: 'telegram_channel' })).toBe('telegram');
    expect(platformOfFormat(generic, { text: 'weibo_text' })).toBe('weibo');
    expect(platformOfFormat(generic, { text: '微博正文', retweeted_id: 'retweet_id' })).toBe('weibo');
    // As JSON of no known form has it.
    expect(platformOfFormat({ ...generic }, { id: 'tweet.id' })).toBe('x');
  });

  it.each<[string, Record<string, string>]>([
    ['nothing speaks of a platform', { id: 'id', text: 'text' }],
    ['several networks have screen names', { handle: 'user.screen_name', text: 'text' }],
    ['several networks have retweets', { retweeted_id: 'retweet_id', kind: 'is_retweet' }],
    ['several networks have channels', { handle: 'channel' }],
    ['columns speak of two', { text: 'tweet', handle: 'weibo_name' }],
  ])('is not told where %s: an address would lead to somebody else', (_, columns) => {
    expect(platformOfFormat(generic, columns)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { idDatingObstacles, type InputOrigin } from '../../src/dataset/creation-dates.js';
import type { Post } from '../../src/documents/post.js';
import { snowflake } from '../../src/simulate/platform-ids.js';
import { DAY, HOUR, measured, numberOf, post, type Said } from './posts.js';

const POSTED = Date.UTC(2017, 5, 1);
const OLD = ['25073877', '44196397', '500704345', '90000000', '300000001'];

/** A post of each of these accounts, an hour apart, with ids as the platform gives them. */
function posts(ids: readonly string[], over: (n: number) => Partial<Said> = () => ({})): Post[] {
  return ids.map((id, n) => {
    const time = POSTED + n * HOUR;
    return post({
      by: { id, handle: `h${n}`, displayName: `Name ${n}` },
      id: snowflake(time, n),
      time,
      text: `Words ${n}`,
      ...over(n),
    });
  });
}

/** An input of posts of X. */
const TWEETS = { platform: 'x' } as const;

function doubtOf(said: readonly Post[], origins: readonly InputOrigin[] = []): string | undefined {
  return idDatingObstacles({ ...measured(said), origins }).get(0);
}

describe('creation dates from account ids', () => {
  it('are read where nothing is stated, and never instead of what is', () => {
    const stated = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2010, 0, 1), source: 'dump' as const };
    const id = snowflake(Date.UTC(2016, 6, 1), 99);
    const said = [
      ...posts([...OLD, id]),
      post({
        by: { id: '200000001', handle: 'x', displayName: '', created: stated },
        id: snowflake(POSTED, 7),
        time: POSTED,
      }),
    ];
    const { accounts, creationGranularityMs } = measured(said);
    const sources = Object.fromEntries(accounts.id.map((each, a) => [each, accounts.createdSource[a]]));
    expect(sources).toEqual({
      ...Object.fromEntries(OLD.map((each) => [each, 'interpolated'])),
      [id]: 'snowflake',
      '200000001': 'dump',
    });
    const a = accounts.id.indexOf(id);
    expect([accounts.createdFrom[a], accounts.created[a], accounts.createdTo[a]]).toEqual(
      Array.from({ length: 3 }, () => Date.UTC(2016, 6, 1)),
    );
    const o = accounts.id.indexOf('500704345');
    expect(accounts.createdFrom[o]).toBeLessThanOrEqual(Date.parse('2012-02-23T11:25:09Z'));
    expect(accounts.createdTo[o]).toBeGreaterThanOrEqual(Date.parse('2012-02-23T11:25:09Z'));
    // As finely as the dump itself tells such dates: days.
    expect(creationGranularityMs).toBe(DAY);
  });

  it('drop the candidate that is later than the first of all posts', () => {
    const id = '2400000000';
    const at = (time: number, n: number): Post =>
      post({ by: { id, handle: 'h', displayName: '' }, id: snowflake(time, n), time });
    const wide = measured([at(POSTED, 1)]).accounts;
    const narrow = measured([at(POSTED, 1), at(Date.UTC(2014, 2, 15), 2)]).accounts;
    expect((wide.createdTo[0] ?? 0) - (wide.createdFrom[0] ?? 0)).toBeGreaterThan(10 * DAY);
    expect((narrow.createdTo[0] ?? 0) - (narrow.createdFrom[0] ?? 0)).toBeLessThan(5 * DAY);
  });

  it.each<readonly [string, readonly Post[], string]>([
    [
      'handles that are numbers',
      OLD.map((id, n) =>
        post({ by: { id, handle: id, displayName: '' }, id: snowflake(POSTED + n, n), time: POSTED + n }),
      ),
      'no-numbers',
    ],
    [
      'display names that are numbers',
      OLD.map((id, n) =>
        post({ by: { id, handle: '', displayName: id }, id: snowflake(POSTED + n, n), time: POSTED + n }),
      ),
      'no-numbers',
    ],
    ['identifiers of Bluesky', posts(['did:plc:aaaa', 'did:plc:bbbb']), 'no-numbers'],
    [
      'short hashes, of which some are all digits',
      posts(['1a2b3c4d', '12345678', 'ff001122', '99aa88bb', '87654321']),
      'no-numbers',
    ],
    ['people numbered by hand', posts(['1', '2', '3', '104', '1050']), 'made-up'],
    [
      'ids that a spreadsheet has rounded',
      posts(['822215679726100000', '922215679726100000', '722215679726100000', '742215679726100000']),
      'rounded',
    ],
    ['VKontakte: small numbers for posts', posts(OLD, (n) => ({ id: String(4000 + n) })), 'another-network'],
    // Mastodon: milliseconds << 16, as https://github.com/mastodon/mastodon (lib/mastodon/snowflake.rb) makes them.
    [
      'Mastodon: ids that tell another time',
      posts(OLD, (n) => ({ id: String(BigInt(POSTED + n * HOUR) << 16n) })),
      'another-network',
    ],
    [
      'Bluesky: addresses for posts',
      posts(OLD, (n) => ({ id: `at://did:plc:a/app.bsky.feed.post/${n}` })),
      'another-network',
    ],
    [
      'accounts younger than their posts',
      posts(['3200000000', '4200000000', '4500000000'], (n) => ({
        time: Date.UTC(2012, 0, 1 + n),
        id: snowflake(Date.UTC(2012, 0, 1 + n), n),
      })),
      'impossible',
    ],
  ])('are not read from %s', (_, said, doubt) => {
    expect(doubtOf(said)).toBe(doubt);
    expect(new Set(measured(said).accounts.createdSource)).toEqual(new Set(['none']));
  });

  it('are read beside hashes of 64 digits, where posts have no ids, and where one account cannot be', () => {
    const hash = '016d15c4a7a2a6eeeac43edbbd2552ae7ecd61f0a9a7c97281e7ae3601451f70';
    const mixed = measured(
      posts([...OLD, hash, hash.replaceAll('0', '9')], () => ({ id: null })),
      [TWEETS],
    );
    expect(mixed.accounts.id.filter((_, a) => mixed.accounts.createdSource[a] === 'interpolated')).toEqual(
      [...OLD].sort(),
    );
    const many = Array.from({ length: 30 }, (_, n) => String(100_000_001 + 7_000_003 * n));
    const one = measured(posts([...many, '123456789012', '822215679726100000']));
    expect(one.accounts.createdSource[numberOf(one, '123456789012')]).toBe('none');
    expect(one.accounts.createdSource[numberOf(one, '822215679726100000')]).toBe('none');
    expect(one.accounts.createdSource.filter((source) => source === 'interpolated')).toHaveLength(30);
  });

  it.each([
    ['nothing tells the platform', {}],
    ['it is of another network', { platform: 'vk' } as const],
  ])('are not read where posts have no ids and %s', (_, origin) => {
    const said = posts(OLD, () => ({ id: null }));
    const origins = [origin];
    expect(doubtOf(said, origins)).toBe('another-network');
    expect(doubtOf(said, [TWEETS])).toBeUndefined();
    expect(new Set(measured(said, origins).accounts.createdSource)).toEqual(new Set(['none']));
    expect(new Set(measured(said, [TWEETS]).accounts.createdSource)).toEqual(new Set(['interpolated']));
  });

  it('are decided for each input by itself', () => {
    const there = posts(['25073877', '44196397', '500704345']);
    const vk = posts(['300000001', '300000002', '300000003'], (n) => ({ id: String(4000 + n), input: 1 }));
    const { accounts } = measured([...there, ...vk]);
    expect(accounts.id.map((id, a) => `${id} ${accounts.createdSource[a]}`)).toEqual([
      '25073877 interpolated',
      '300000001 none',
      '300000002 none',
      '300000003 none',
      '44196397 interpolated',
      '500704345 interpolated',
    ]);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../src/documents/inspection.js';
import { FieldCoverageCounter } from '../../src/inspect/field-coverage.js';
import { inspect } from '../../src/inspect/inspect.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { renderInspection } from '../../src/report/inspection.js';
import { snowflake } from '../../src/simulate/platform-ids.js';
import { fileWith } from '../cli/run.js';
import { HOUR, post, START } from '../dataset/posts.js';

const TIME = Date.UTC(2014, 2, 1, 12);
const iso = (n: number): string => new Date(TIME + n * HOUR).toISOString();

/** Three people, four rows: one of them twice, one a retweet, one an answer. Account ids and post ids as the platform gave them. */
const ROWS = [
  'id,created_at,user_id,user_screen_name,text,mood',
  `${snowflake(TIME, 1)},${iso(0)},25073877,ann,"A thought of my own on #Topic https://t.co/abc",good`,
  `${snowflake(TIME + HOUR, 2)},${iso(1)},44196397,bob,"RT @ann: A thought of my own on #Topic https://t…",bad`,
  `${snowflake(TIME + HOUR, 2)},${iso(1)},44196397,bob,"RT @ann: A thought of my own on #Topic https://t…",bad`,
  `${snowflake(TIME + 2 * HOUR, 3)},${iso(2)},500704345,cid,"@ann what is this #topic about, and why today of all days?",`,
  '',
].join('\n');

function inspected(text: string): Promise<Inspection> {
  return inspect([fileWith(text)]);
}

const lacking = ({ signals }: Inspection, name: string): string | null | undefined =>
  signals.find(({ signal }) => signal === name)?.lacking;
const limitsIn = async (text: string): Promise<string[]> => (await inspected(text)).limits.map(({ limit }) => limit);

const openFiles = (): number => readdirSync('/proc/self/fd').length;

describe('inspect', () => {
  it('counts what posts hold, each of the right whole', async () => {
    const { dump, inputs } = await inspected(ROWS);
    expect(dump).toMatchObject({
      posts: 3,
      accounts: 3,
      from: iso(0),
      to: iso(2),
      resolutionSeconds: 3600,
      kinds: { original: 1, retweet: 1, quote: 0, reply: 1 },
      cutTexts: 1,
      shortenedLinks: 1,
      hashtags: [{ tag: 'Topic', posts: 3 }],
      creationDates: { dump: 0, snowflake: 0, interpolated: 3, none: 0 },
      creationResolutionSeconds: null,
      fields: {
        id: { posts: 3, of: 3 },
        accountId: { posts: 3, of: 3 },
        handle: { posts: 3, of: 3 },
        name: { posts: 0, of: 3 },
        created: { posts: 0, of: 3 },
        links: { posts: 1, of: 3 },
        client: { posts: 0, of: 3 },
        retweetedId: { posts: 0, of: 1 },
        replyTarget: { posts: 1, of: 1 },
      },
    });
    expect(inputs).toMatchObject([
      {
        format: 'generic',
        recognisedBy: [],
        rows: 4,
        posts: 3,
        skipped: { 'duplicate-row': 1 },
        accounts: 3,
        datesFromIds: null,
        columns: { account: 'user_id' },
        columnsLeft: ['mood'],
      },
    ]);
  });

  it('says which signals can be measured, on how many, and why not on the others', async () => {
    const found = await inspected(ROWS);
    expect(found.signals.map(({ signal, accounts }) => [signal, accounts])).toEqual(
      expect.arrayContaining([
        ['creation-cohort', 3],
        ['burst', 0],
        ['same-retweet', 1],
        ['same-link', 1],
        ['same-target', 1],
        ['same-moments', 3],
      ]),
    );
    expect(lacking(found, 'creation-cohort')).toBeNull();
    expect(lacking(found, 'burst')).toBe('nobody has two posts, or times are told too coarsely');
    expect(lacking(found, 'same-retweet')).toBe('the others retweet nothing');
    expect(found.judgeable).toBe(3);
  });

  it('says what the dump cannot show', async () => {
    expect(await limitsIn(ROWS)).toEqual([
      'removed',
      'sample',
      'few-accounts',
      'resolution',
      'estimated-dates',
      'retweeted-ids',
      'cut-texts',
      'shortened-links',
      'one-hashtag',
    ]);
    expect(await limitsIn('time,name,text\n2014-03-01 12:00:07,Ann,Words\n2014-03-01 13:00,Bob,Other words\n')).toEqual(
      [
        'removed',
        'sample',
        'few-accounts',
        'account-ids',
        'creation-dates',
        'retweets-unmarked',
        'post-ids',
        'judgeable',
      ],
    );
  });

  it.each([
    ['json-cases/reddit.jsonl', 'Reddit has no hashtags'],
    ['cases/reddit-table.csv', 'Reddit has no hashtags'],
    ['json-cases/youtube-api.json', 'comments have no retweets'],
    ['cases/youtube-data-tools.csv', 'comments have no retweets'],
    ['json-cases/tiktok-apify.json', 'who reposted a video'],
    ['json-cases/tiktok-research-page.json', 'who reposted a video'],
    ['json-cases/zeeschuimer-tiktok.jsonl', 'who reposted a video'],
    ['json-cases/zeeschuimer-instagram.jsonl', 'who reshared a post'],
    ['cases/apify-instagram.csv', 'who reshared a post'],
    ['cases/crowdtangle-instagram.csv', 'who reshared a post'],
  ])('says of %s what its platform does not have, and asks for no retweets', async (sample, says) => {
    const { limits } = await inspect([path.join(import.meta.dirname, '../read', sample)]);
    expect(limits.find(({ limit }) => limit === 'platform')?.says).toContain(says);
    expect(limits.map(({ limit }) => limit)).not.toContain('retweets-unmarked');
  });

  it('says by which columns a format is known, and why ids tell no dates', async () => {
    const { inputs } = await inspected(
      'tweetid,userid,user_screen_name,tweet_text,tweet_time\n1,2,ann,Words,2014-03-01 12:00\n',
    );
    expect(inputs).toMatchObject([
      {
        format: 'information-operations',
        recognisedBy: ['tweetid', 'tweet_text', 'tweet_time', 'user_screen_name'],
        datesFromIds: 'made-up',
      },
    ]);
  });

  it('says what had to be assumed or mended, and what was left', async () => {
    const plain = await inspected(ROWS);
    expect(plain.inputs).toMatchObject([
      { encoding: 'utf-8', encodingRepairs: 0, timeZoneAssumed: null, damagedIds: [], cutTexts: 1 },
    ]);
    const rounded = [
      'id,user_id,username,created_at,text',
      '1.2E+18,9.06E+17,ann,2014-03-01 12:00,привет всем',
      '1.2E+18,9.06E+17,bob,2014-03-01 13:00,и вам',
    ].join('\n');
    const page = renderInspection(await inspected(rounded), { width: 80, color: false });
    expect(page).toContain('Time zone assumed: UTC.');
    expect(page).toContain('Damaged ids: in user_id and id.');
    expect(page).toContain('Encoding repairs: none (utf-8).');
    const broken = fileWith(
      Buffer.concat([Buffer.from(`${rounded}\n1,2,cid,2014-03-01 13:00,`), Buffer.from([0xff, 0x20, 0xfe])]),
    );
    const { inputs } = await inspect([broken], { assumeTz: '+03:00' });
    expect(inputs).toMatchObject([{ encodingRepairs: 2, timeZoneAssumed: '+03:00', damagedIds: ['user_id', 'id'] }]);
    expect(renderInspection(await inspect([broken]), { width: 80, color: false })).toContain(
      'Encoding repairs: 2 (utf-8).',
    );
  });

  it('names the keys of JSON that nothing was read from, whole objects by their own', async () => {
    const line = {
      id: '12',
      time: '2014-03-01T12:00:00Z',
      text: 'Words',
      user: { screen_name: 'ann', mood: 'good' },
      place: { name: 'here', box: [{ x: 1 }] },
    };
    const { inputs } = await inspected(`${JSON.stringify(line)}\n${JSON.stringify({ ...line, id: '13', seen: 4 })}\n`);
    expect(inputs).toMatchObject([
      { format: 'generic', columns: { handle: 'user.screen_name' }, columnsLeft: ['user.mood', 'place', 'seen'] },
    ]);
  });

  it('takes several files for one conversation', async () => {
    const [a, b] = [fileWith(ROWS), fileWith(ROWS)];
    const { dump, inputs } = await inspect([a, b]);
    expect(dump.posts).toBe(3);
    expect(inputs.map(({ posts, skipped }) => [posts, skipped])).toEqual([
      [3, { 'duplicate-row': 1 }],
      [0, { 'duplicate-row': 1, 'repeated-id': 3 }],
    ]);
  });

  it('joins profiles', async () => {
    const users = fileWith('id,username,created_at\n25073877,ann,2010-05-06 07:08:09\n', 'users.csv');
    const { dump, profiles } = await inspect([fileWith(ROWS)], { users: [users] });
    expect(profiles).toMatchObject([{ path: users, accounts: 1 }]);
    expect(dump.creationDates).toEqual({ dump: 1, snowflake: 0, interpolated: 2, none: 0 });
  });

  it('joins profiles as analyze does: what the dump says of an account stays', async () => {
    const rows = [
      'id,created_at,user_id,user_screen_name,account_created_at,text',
      `1,${iso(0)},25073877,ann,2012-01-01,Some words`,
      `2,${iso(1)},25073877,ann,,Other words`,
      `3,${iso(2)},25073877,,,More words`,
      `4,${iso(3)},44196397,bob,,Words of bob`,
    ];
    const paths = [fileWith(rows.join('\n'))];
    const users = [fileWith('id,username,created_at\n25073877,ann,2010-05-06 07:08:09\n', 'users.csv')];
    const { dump, inputs } = await inspect(paths, { users });
    const { accounts, inputs: analyzed } = await analyze(paths, { users });
    expect(accounts.find(({ handle }) => handle === 'ann')?.createdAt).toBe('2012-01-01T00:00:00.000Z');
    expect(dump.creationDates.dump).toBe(1);
    expect(dump.creationResolutionSeconds).toBe(86_400);
    // A profile completes each post that does not say it itself.
    expect(dump.fields.created).toEqual({ posts: 3, of: 4 });
    expect(dump.fields.handle).toEqual({ posts: 4, of: 4 });
    expect(inputs[0]?.notes).toContain('Profiles were found for 1 of its 2 accounts.');
    expect(inputs[0]?.notes).toEqual(analyzed[0]?.notes);
  });

  it.skipIf(!existsSync('/proc/self/fd'))('leaves no file open', async () => {
    const file = fileWith(ROWS);
    const before = openFiles();
    for (let n = 0; n < 5; n++) await inspect([file]);
    expect(openFiles()).toBeLessThan(before + 5);
  });

  it('fails as analyze does', async () => {
    await expect(inspect(['/no/such/dump.csv'])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('HoldingsCount', () => {
  it.each([
    ['Words that go on…', 1],
    ['Words that go on… https://t.co/abcdefg', 1],
    ['Words that… go on', 0],
    ['Read this: example.org/a-long-path\u00a0…', 0],
    ['https://example.org/a\u00a0…', 0],
    ['x'.repeat(140), 1],
    ['👍'.repeat(140), 1],
    ['x'.repeat(139), 0],
  ])('%s: cut %d', (text, cut) => {
    const count = new FieldCoverageCounter();
    count.add(post({ by: 'a', text }));
    expect(count.result().cutTexts).toBe(cut);
  });

  it('has an empty account of no posts', () => {
    expect(new FieldCoverageCounter().result()).toMatchObject({ accounts: 0, from: null, to: null });
  });

  it('tells how finely times are told', () => {
    const count = new FieldCoverageCounter();
    count.add(post({ by: 'a', time: Math.floor(START / 60_000) * 60_000 }));
    expect(count.result().resolutionSeconds).toBeGreaterThanOrEqual(60);
    count.add(post({ by: 'a', time: START }));
    expect(count.result().resolutionSeconds).toBe(0.001);
  });
});

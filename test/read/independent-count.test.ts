import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/inspect/inspect.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { readFile } from './collect.js';
import { COUNTS, countOf } from './independent-count.js';
import { SHARED } from './real-dumps.js';

/** What a wrong reading in silence would change: the hour, the account, the text. */
describe('what analyze says of a sample is what another reader counts', () => {
  it.each(Object.keys(COUNTS))('%s', async (name) => {
    const path = join(import.meta.dirname, name);
    const options = optionsOf(path);
    const { dump } = await analyze([path], options);
    const {
      dump: { kinds },
    } = await inspect([path], options);
    const found = {
      posts: dump.posts,
      accounts: dump.accounts,
      from: dump.from,
      to: dump.to,
      retweets: kinds.retweet,
      hashtags: dump.hashtags.map(({ tag, posts }) => [tag.toLowerCase(), posts]),
    };
    expect(found).toEqual(countOf(name));
  });
});

function optionsOf(path: string): { map?: Record<string, string> } {
  const file = path.replace(/\.csv$/, '.options.json');
  return file !== path && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Of the same 600 posts of 288 accounts: what each shape has beside, creation dates and ids of retweeted posts. */
const COLLECTORS: Readonly<Record<string, readonly [created: number, retweetedIds: number]>> = {
  '4cat-telegram.csv': [0, 0],
  'apify-apidojo.csv': [288, 196],
  'apify-apidojo.json': [288, 196],
  'brightdata-x.json': [0, 0],
  'coortweet.csv': [0, 0],
  'mcl-facebook.csv': [0, 0],
  'reddit-arctic-shift.jsonl': [288, 0],
  'telegram-desktop-result.json': [0, 0],
  'telethon.jsonl': [0, 0],
  'tiktok-research-api.json': [0, 0],
  'youtube-data-tools-comments.csv': [0, 0],
  'zeeschuimer-truth.ndjson': [288, 0],
  'zeeschuimer-x.ndjson': [288, 196],
};

describe('what collectors give (../shared/data/collectors)', () => {
  it.skipIf(!existsSync(join(SHARED, 'collectors'))).each(Object.entries(COLLECTORS))(
    '%s',
    async (name, [created, retweetedIds]) => {
      const { posts } = await readFile(join(SHARED, 'collectors', name));
      expect({
        posts: posts.length,
        accounts: new Set(posts.map(({ account }) => account.id)).size,
        first: new Date(Math.min(...posts.map(({ time }) => time))).toISOString(),
        retweets: posts.filter(({ kind }) => kind === 'retweet').length,
        created: new Set(posts.flatMap(({ account }) => (account.created ? [account.id] : []))).size,
        retweetedIds: posts.filter(({ retweetedId }) => retweetedId !== undefined).length,
      }).toEqual({
        posts: 600,
        accounts: 288,
        first: '2014-02-26T09:05:48.000Z',
        retweets: 196,
        created,
        retweetedIds,
      });
    },
  );
});

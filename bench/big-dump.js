// Dumps too large for one simulation: blocks of 100,000 posts by 10,000 accounts, each simulated with its own seed,
// in the information-operations CSV format (English, about 310 bytes per row). Public and campaign are those of the
// `campaign` preset. Written block by block, so that the machine does not need memory for the whole dump.
import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scaleSimulation, simulate, simulationOptions, toCsv } from '../dist/simulate/index.js';
import { DAY } from '../dist/time/units.js';

export const BLOCK_POSTS = 100_000;

/** The path of a dump with this many posts in a folder; created if it does not exist. */
export function bigDump(folder, posts) {
  return inBlocks(path.join(folder, `${posts}.csv`), posts, (seed) =>
    scaleSimulation(simulationOptions('campaign', { seed, language: 'en', hashtag: '#StandTogether' }), 5),
  );
}

/** The same for a public without a push: 16,000 accounts per 100,000 posts. */
export function publicDump(folder, posts) {
  return inBlocks(path.join(folder, `${posts}-public.csv`), posts, (seed) =>
    simulationOptions('organic-only', {
      seed,
      language: 'en',
      hashtag: '#StandTogether',
      organic: { accounts: 16_000, posts: BLOCK_POSTS },
    }),
  );
}

function inBlocks(file, posts, optionsOf) {
  if (existsSync(file)) return file;
  const unfinished = `${file}.part`;
  writeFileSync(unfinished, '');
  for (let block = 0; block < posts / BLOCK_POSTS; block++) {
    const csv = toCsv(simulate(optionsOf(block + 1)).posts);
    appendFileSync(unfinished, block === 0 ? csv : csv.slice(csv.indexOf('\n') + 1));
  }
  renameSync(unfinished, file);
  return file;
}

/** Posts like those of `bigDump` in the form of the platform's API v2, one per line. */
export function jsonLinesDump(folder, posts) {
  const file = path.join(folder, `${posts}.jsonl`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.part`;
  writeFileSync(unfinished, '');
  for (let block = 0; block < posts / BLOCK_POSTS; block++) {
    const { posts: simulated } = simulate(
      scaleSimulation(simulationOptions('campaign', { seed: block + 1, language: 'en', hashtag: '#StandTogether' }), 5),
    );
    appendFileSync(unfinished, simulated.map((post) => `${JSON.stringify(apiPost(post))}\n`).join(''));
  }
  renameSync(unfinished, file);
  return file;
}

const REFERENCES = [
  ['retweeted', 'retweetedId'],
  ['quoted', 'quotedId'],
  ['replied_to', 'repliedId'],
];

function apiPost({ id, account, time, text, hashtags, links, language, client, repliedTo, ...references }) {
  return {
    id,
    author_id: account.id,
    created_at: new Date(time).toISOString(),
    text,
    lang: language,
    source: client,
    in_reply_to_user_id: repliedTo,
    referenced_tweets: REFERENCES.flatMap(([type, key]) =>
      references[key] === undefined ? [] : [{ type, id: references[key] }],
    ),
    entities: { hashtags: hashtags.map((tag) => ({ tag })), urls: links.map((url) => ({ expanded_url: url })) },
    author: {
      id: account.id,
      username: account.handle,
      name: account.displayName,
      created_at: account.created && new Date(account.created.from).toISOString(),
    },
  };
}

/**
 * Dumps that are extreme in one way each, for which simple methods would take a day: functions from the number of a
 * post to its values.
 */
export const PATHOLOGICAL = {
  'one text': (i) => ({
    account: i,
    time: i,
    text: 'The very same words again from everybody who is here today',
    created: i % 4000,
  }),
  'one account': (i) => ({
    account: i % 10 === 0 ? i : 1,
    time: i,
    text: `Words ${i} of one who never sleeps and always writes ${i * 7}`,
    created: i % 4000,
  }),
  'one day of creation': (i) => ({
    account: i,
    time: i,
    text: `A thought of mine number ${i} on ${i * 31}`,
    created: 1,
  }),
  'one second': (i) => ({
    account: i % (1 + i / 7),
    time: 1,
    text: `Something ${i % 1000} that a thousand say ${i % 13}`,
    created: i % 4000,
  }),
};

export function pathologicalDump(folder, name, posts) {
  const file = path.join(folder, `${name.replaceAll(' ', '-')}-${posts}.csv`);
  if (existsSync(file)) return file;
  const row = PATHOLOGICAL[name];
  writeFileSync(file, 'tweetid,userid,user_screen_name,account_creation_date,tweet_text,tweet_time,is_retweet\n');
  for (let at = 0; at < posts; at += BLOCK_POSTS) {
    const lines = Array.from({ length: Math.min(BLOCK_POSTS, posts - at) }, (_, k) => {
      const i = at + k;
      const { account, time, text, created } = row(i);
      return `${10n ** 17n + BigInt(i)},u${Math.floor(account)},u${Math.floor(account)},${day(created)},${text},${moment(time)},false\n`;
    });
    appendFileSync(file, lines.join(''));
  }
  return file;
}

const day = (days) => new Date(Date.UTC(2009, 0, 1) + days * DAY).toISOString().slice(0, 10);
const moment = (seconds) =>
  new Date(Date.UTC(2020, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

// Which hashtags of invented archives a scan lists: the rank of each push, what is listed without one, and the cost.
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toCsv } from '../dist/simulate/index.js';
import { conversationsOf } from './archive.js';
import { fixed, printTable } from './tables.js';
import { timed } from './timed.js';

const COMMAND = path.join(import.meta.dirname, '../bin/trend-audit.js');
const HASHTAGS = 1000;
const LISTED = new Set(['pushed', 'undecided']);

export async function run({ seeds = 1, from = 1, scale = 1 }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-scan-'));
  const rows = [];
  const costs = [];
  let [listed, wrong, others] = [0, 0, 0];
  try {
    for (let seed = from; seed < from + seeds; seed++) {
      const file = path.join(folder, 'archive.csv');
      const truth = await writeArchive(file, seed, Math.round(HASHTAGS * scale));
      const json = path.join(folder, 'scan.json');
      const scanned = timed(process.execPath, [COMMAND, 'scan', file, '-o', json, '--quiet']);
      const read = timed(process.execPath, [COMMAND, 'inspect', file, '--json', '--quiet']);
      const document = JSON.parse(readFileSync(json, 'utf8'));
      const pushers = new Set([...truth.values()].flatMap((each) => [...each.pushers]));
      rows.push(...pushRows(seed, document, truth));
      for (const { hashtag, standing, named } of document.hashtags) {
        if (!LISTED.has(standing)) continue;
        listed++;
        // Correct if any named account is a pusher, even if it pushed another hashtag and only uses this one.
        if (standing === 'undecided' ? !truth.get(hashtag)?.push : named.every(({ id }) => !pushers.has(id))) wrong++;
        others += named.filter(({ id }) => !pushers.has(id)).length;
      }
      costs.push([
        seed,
        document.archive.posts,
        document.archive.hashtags,
        ...[scanned, read].flatMap(({ wall, cpu, memory }) => [fixed(wall, 1), fixed(cpu, 1), fixed(memory, 0)]),
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  printTable(['seed', 'share that pushes', 'accounts', 'rank', 'standing', 'found', 'of whom pushers', 'p', 'q'], rows);
  console.log(`Listed: ${listed}, of which without a push: ${wrong}; accounts named that push nothing: ${others}.\n`);
  printTable(
    [
      'seed',
      'posts',
      'hashtags',
      'scan, s',
      'its CPU, s',
      'its memory, MB',
      'inspect, s',
      'its CPU, s',
      'its memory, MB',
    ],
    costs,
  );
}

/** Writes an archive; returns the truth on each of its conversations, by hashtag. */
async function writeArchive(file, seed, hashtags) {
  const out = createWriteStream(file);
  const truth = new Map();
  for (const { posts, ...conversation } of conversationsOf({ seed, hashtags })) {
    const csv = toCsv(posts);
    if (!out.write(truth.size === 0 ? csv : csv.slice(csv.indexOf('\n') + 1))) await once(out, 'drain');
    truth.set(conversation.hashtag, conversation);
  }
  out.end();
  await once(out, 'finish');
  return truth;
}

function pushRows(seed, { hashtags }, truth) {
  return hashtags.flatMap(({ hashtag, standing, size, named, p, q }, place) => {
    const { push = 0, accounts, pushers } = truth.get(hashtag) ?? {};
    if (push === 0) return [];
    return [
      [
        seed,
        fixed(push, 2),
        accounts,
        place + 1,
        standing,
        size,
        named.filter(({ id }) => pushers.has(id)).length,
        p,
        q,
      ],
    ];
  });
}

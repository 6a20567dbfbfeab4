import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readPosts } from '../dist/read/read.js';

const LABELS = '.labels.csv';

/** The labelled dumps of a folder (NAME.csv with NAME.labels.csv), by name; if there are none, prints a remark. */
export function labelledDumps(folder) {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(LABELS))
        .map((file) => file.slice(0, -LABELS.length))
    : [];
  if (names.length === 0)
    console.log(
      `Left out: no labelled dumps in ${folder} (name a folder of NAME.csv with NAME.labels.csv by --dumps).\n`,
    );
  return names
    .sort()
    .map((name) => ({ name, dump: path.join(folder, `${name}.csv`), labels: path.join(folder, name + LABELS) }));
}

export async function readDump(file) {
  const posts = [];
  for await (const batch of readPosts(file, 0, {})) posts.push(...batch);
  return posts;
}

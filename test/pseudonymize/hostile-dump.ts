/** A dump in which everything that can be a name is one: texts, links, objects, a column, a hashtag, the file. */

import { stringify } from 'csv-stringify/sync';
import { sample } from 'fast-check';
import { isTogether, syntheticPosts } from '../objects/synthetic-dump.js';
import { disguised } from './disguises.js';

export interface NamedAccount {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
}

const accountOf = (account: string): NamedAccount => {
  const number = Number(account.slice(1)) + (isTogether(account) ? 5000 : 0);
  return {
    id: String(710_000_000 + number * 7919),
    handle: `olya_${number.toString(7)}`,
    displayName: `Olya Kiseleva${number}`,
  };
};

const posts = syntheticPosts({ seed: 4, together: true });
const ids = [...new Set(posts.map(({ account }) => account))].sort();
export const HOSTILE_ACCOUNTS: readonly NamedAccount[] = ids.map(accountOf);
const leaders = ids.filter(isTogether).map(accountOf);
const [first, second, third] = leaders;

/** Called like the first account; the column of the objects is called like the second. */
export const HOSTILE_FILE = `${first?.handle}.csv`;
export const HOSTILE_COLUMN = second?.handle ?? '';

/** What a wave of posts has in common, and names others by. */
function waveText(wave: number): string {
  const other = leaders[wave % leaders.length] ?? accountOf('t1000');
  const next = HOSTILE_ACCOUNTS[(wave * 7) % HOSTILE_ACCOUNTS.length] ?? other;
  const [handle = '', name = '', id = ''] = [other.handle, next.displayName.toLowerCase(), next.id].map(
    (written, i) => sample(disguised(written), { numRuns: 1, seed: wave * 3 + i })[0] ?? '',
  );
  return `wave ${wave} everybody should read what ${name} says about @${handle} today https://x.com/${handle}/status/${500_000 + wave} and id ${id} #vote #${third?.handle} #peace`;
}

export function hostileDump(): string {
  const waves = new Map<string, number>();
  const rows = posts.map(({ id, account, created, time, text, imageHash }) => {
    const { id: user, handle, displayName } = accountOf(account);
    const wave = isTogether(account) && imageHash !== '' ? (waves.get(imageHash) ?? waves.size) : undefined;
    if (wave !== undefined) waves.set(imageHash, wave);
    const object = wave === undefined ? imageHash : (HOSTILE_ACCOUNTS[wave * 3]?.handle ?? '');
    const said =
      wave === undefined ? `${text} @${leaders[text.length % leaders.length]?.handle} #vote` : waveText(wave);
    return [id, user, handle, displayName, created, time, said, object];
  });
  return stringify(rows, {
    header: true,
    columns: [
      'id',
      'user_id',
      'user_screen_name',
      'user_display_name',
      'user_created_at',
      'created_at',
      'text',
      HOSTILE_COLUMN,
    ],
  });
}

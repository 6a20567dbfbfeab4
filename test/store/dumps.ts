/** Dumps for the tests of the store, made here: synthetic, with what makes reading hard. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Row {
  readonly id?: string;
  readonly userid: string;
  readonly handle: string;
  readonly time: string;
  readonly text: string;
  readonly created?: string;
}

const COLUMNS = ['id', 'user_id', 'username', 'display_name', 'created_at', 'text', 'account_created_at'] as const;

export function csvOf(said: readonly Row[], withIds = true): string {
  const cells = said.map(({ id = '', userid, handle, time, text, created = '' }) => [
    id,
    userid,
    handle,
    `${handle} O'Neil`,
    time,
    text,
    created,
  ]);
  const from = withIds ? 0 : 1;
  return [COLUMNS, ...cells]
    .map((row) =>
      row
        .slice(from)
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    )
    .join('\n')
    .concat('\n');
}

/** A file of these names in one new folder each; their paths. */
export function filesOf(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'trend-audit-dumps-'));
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
}

/** Rows by rule: who pushes copies a text within minutes, others write their own; handles change, and one hashtag is hostile. */
export function rows(
  count: number,
  { from = 0, ids = true }: { readonly from?: number; readonly ids?: boolean } = {},
): Row[] {
  return Array.from({ length: count }, (_, k): Row => {
    const n = from + k;
    const pushes = n % 4 === 0;
    const account = pushes ? n % 48 : 100 + ((n * 7919) % 173);
    const minute = pushes ? Math.floor(n / 48) * 31 + (n % 5) : (n * 37) % 4000;
    const time = new Date(Date.UTC(2024, 1, 3) + minute * 60_000 + ((n * 13) % 60) * 1000).toISOString();
    return {
      ...(ids ? { id: String(1_700_000_000_000_000_000n + BigInt(n)) } : {}),
      userid: String(9000 + account),
      handle: n % 50 === 0 ? `was_${account}` : `user_${account}`,
      time,
      text: pushes
        ? `#Trend ${['share', 'tell', 'say it to'][n % 3]} everybody you know about the park number ${Math.floor(n / 48)} https://example.org/p${n % 9}`
        : `${n % 3 === 0 ? '#trend' : '#Other'} words of my own ${n} ${n * 31} ${(n * 17) % 101} @user_${n % 60} 😀`,
      created:
        account % 3 === 0
          ? new Date(Date.UTC(2015 + (account % 8), account % 12, 1 + (account % 27))).toISOString()
          : '',
    };
  });
}

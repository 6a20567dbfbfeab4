import path from 'node:path';
import type { ProfileInput } from '../../documents/result.js';
import type { AnalyzeOptions } from '../../options.js';
import { ProfileIndex } from '../../read/profile-index.js';

/** Reads files of users, which complete the accounts of a store when it is used. Throws TrendAuditError. */
export async function readUsers(
  files: readonly string[],
  options: AnalyzeOptions,
): Promise<{ index: ProfileIndex | undefined; users: ProfileInput[] }> {
  if (files.length === 0) return { index: undefined, users: [] };
  const { readProfiles } = await import('../../read/read-profiles.js');
  const index = new ProfileIndex();
  const users = new Map<string, ProfileInput>();
  for (const file of files) {
    if (users.has(path.resolve(file))) continue;
    const { profiles, path: name, sha256, bytes } = await readProfiles(file, options);
    for (const profile of profiles) index.add(profile);
    users.set(path.resolve(file), { path: name, sha256, bytes, accounts: profiles.length });
  }
  return { index, users: [...users.values()] };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assertWithin, type Place } from '../open.js';
import { SCRIPT_PREFIX } from '../sniff.js';
import { compilePath } from './path.js';
import { isJsonObject, type JsonObject, parseJson } from './value.js';

/** Used as the owner of an archive without its account.js. */
export const UNKNOWN_OWNER: JsonObject = { accountId: 'archive-owner' };

/**
 * The owner according to account.js in the same folder of the archive; undefined if that file is missing or unusable.
 */
export async function findArchiveOwner(file: string, place: Place): Promise<JsonObject | undefined> {
  if (file === '-') return undefined;
  const account = path.join(path.dirname(file), 'account.js');
  try {
    await assertWithin(account, place);
    const text = await readFile(account, 'utf8');
    const value = parseJson(text.replace(/^\uFEFF/, '').replace(SCRIPT_PREFIX, ''));
    const [owner] = compilePath('account')(value);
    return isJsonObject(owner) && typeof owner['accountId'] === 'string' ? owner : undefined;
  } catch {
    return undefined;
  }
}

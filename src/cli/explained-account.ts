/** Decides which words after `explain` are dumps, and which is the account. */

import { existsSync } from 'node:fs';
import { TrendAuditError } from '../errors.js';
import { isAddress, noSuchFile } from '../read/open.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';
import { DUMP_EXTENSIONS } from './labelled-dumps.js';

export interface ExplainedAccount {
  readonly files: readonly string[];
  /** As it was typed. */
  readonly account: string;
}

/** A word that ends so is the name of a file, even if there is no such file. */
const DUMP_ENDING = new RegExp(`${DUMP_EXTENSIONS}$`, 'iu');

/**
 * With `--account` every word is a dump; without it, the only word that is not a file is the account, in any position.
 * Throws TrendAuditError where there is no such word, or more than one.
 * @param words at least one
 */
export function explainedAccount(
  words: readonly string[],
  flag: string | undefined,
  invocation: Invocation,
): ExplainedAccount {
  if (flag !== undefined) {
    if (flag.trim() === '') throw noAccount(words);
    return { files: words, account: flag };
  }
  const isFile = (word: string): boolean => word === '-' || existsSync(invocation.resolve(word));
  const files = words.filter(isFile);
  const others = words.filter((word) => !isFile(word));
  const missing = others.find(looksLikeFile) ?? (files.length === 0 ? others.find(isAddress) : undefined);
  if (missing !== undefined) throw noSuchFile(missing);
  const [account, another] = others;
  if (account === undefined) throw noAccount(words);
  if (files.length === 0)
    throw new TrendAuditError(
      'usage',
      another === undefined ? `'${account}' is not a file` : `neither '${account}' nor '${another}' is a file`,
      { hint: `name the dump and the account, as in ${PROGRAM} explain dump.csv ${account}` },
    );
  if (another !== undefined)
    throw new TrendAuditError(
      'usage',
      `neither '${account}' nor '${another}' is a file, and one account is explained`,
      {
        hint: `name one of them, or check the names of the dumps`,
      },
    );
  return { files, account };
}

/** The account in a store: no word is a dump. Throws TrendAuditError where there is no account, or more than one. */
export function accountInStore(
  words: readonly string[],
  flag: string | undefined,
  store: readonly string[],
): ExplainedAccount {
  const [account, another] = [...(flag === undefined ? [] : [flag]), ...words];
  if (account === undefined || account.trim() === '') throw noAccount([]);
  if (another === undefined) return { files: store, account };
  throw new TrendAuditError('usage', `'${account}' and '${another}' are both named, and one account is explained`, {
    hint: 'name one account; files and --from cannot be given together',
  });
}

/** Whether a word that is not a file looks like the name of one. */
function looksLikeFile(word: string): boolean {
  return !isAddress(word) && DUMP_ENDING.test(word);
}

function noAccount(words: readonly string[]): TrendAuditError {
  const what = words.length > 1 ? 'no account was named: all of these are files' : 'no account was named';
  return new TrendAuditError('usage', what, {
    hint:
      `name one by id or handle, as in ${PROGRAM} explain dump.csv some_handle; one that is called ` +
      'like a file, with --account',
  });
}

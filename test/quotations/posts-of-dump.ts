/** What every account of a dump wrote, read by csv-parse alone: nothing of the program has a hand in it. */

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export class PostsOfDump {
  /** Texts by the account's id. */
  readonly #texts = new Map<string, string[]>();
  readonly #normalised = new Map<string, readonly string[]>();

  constructor(file: string) {
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true });
    for (const row of rows) {
      const account = row['userid'] ?? row['user_id'] ?? '';
      const texts = this.#texts.get(account) ?? [];
      if (texts.length === 0) this.#texts.set(account, texts);
      texts.push(row['tweet_text'] ?? row['text'] ?? '');
    }
  }

  /** Whether the account wrote exactly this. */
  wrote(account: string, text: string): boolean {
    return this.#texts.get(account)?.includes(text) === true;
  }

  /** Whether one of these accounts wrote what is quoted: all of it, or, where it ends in …, its beginning. */
  quotes(accounts: readonly string[], quotation: string): boolean {
    const whole = normalise(quotation);
    const cut = quotation.trimEnd().endsWith('…') ? normalise(quotation.trimEnd().slice(0, -1)) : undefined;
    return accounts.some((account) =>
      this.#of(account).some(
        (text) => text === whole || (cut !== undefined && cut.length > 0 && text.startsWith(cut) && text !== cut),
      ),
    );
  }

  #of(account: string): readonly string[] {
    const known = this.#normalised.get(account);
    if (known) return known;
    const made = (this.#texts.get(account) ?? []).map(normalise);
    this.#normalised.set(account, made);
    return made;
  }
}

/**
 * Without white space, which outputs fold and wrap at (within an escape, too), and without what is shown as an escape (\u{202E}, \n) or is one:
 * the same is left out on both sides.
 */
function normalise(text: string): string {
  return text
    .replaceAll(/\s/gu, '')
    .replaceAll(/\\u\{[\dA-Fa-f]+\}|\\[nrt]/gu, '')
    .replaceAll(/[\\\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '');
}

export interface Quotation {
  readonly words: string;
  /** Whether one of the accounts that it is ascribed to wrote it. */
  readonly found: boolean;
}

/** Ends that are tried for one beginning: a post may hold quotation marks itself. */
const ENDS = 60;

/** Every “…” of a text, and every “ that is cut at an ellipsis, held against what these accounts wrote. */
export function quotationsIn(text: string, accounts: readonly string[], posts: PostsOfDump): Quotation[] {
  const all: Quotation[] = [];
  for (let from = text.indexOf('“'); from !== -1; from = text.indexOf('“', from)) {
    const ends = Array.from(text.slice(from).matchAll(/[”…]/gu), ({ index }) => from + index).slice(0, ENDS);
    const wordsTo = (end: number): string => text.slice(from + 1, text[end] === '…' ? end + 1 : end);
    // The longest first: the beginning of a quotation is one, too.
    const end = ends.toReversed().find((at) => posts.quotes(accounts, wordsTo(at)));
    const shown = end ?? ends.find((at) => text[at] === '”') ?? ends[0] ?? text.length;
    all.push({ words: wordsTo(shown), found: end !== undefined });
    from = shown + 1;
  }
  return all;
}

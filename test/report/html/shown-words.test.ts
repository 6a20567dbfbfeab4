import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ReportData } from '../../../src/documents/report-data.js';
import { collectReportData } from '../../../src/report/data/collect-report-data.js';
import { renderHtml } from '../../../src/report/html/index.js';
import { escapeControls } from '../../../src/text/escape-controls.js';
import { dumpOf } from '../../fixture-cases.js';

const DUMP = dumpOf('rossiya-svoih-ne-brosaet');
const PARTS: ReadonlySet<keyof ReportData> = new Set(['posts', 'ties']);

/** As words are compared: space is as the page has it. */
function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/gu, ' ').trim();
}

describe('the words that a report ascribes to an account', async () => {
  const { result, data } = await collectReportData([DUMP], {}, PARTS);
  const { document } = parseHTML(renderHtml(result, data));
  const rows: Record<string, string>[] = parse(readFileSync(DUMP), { columns: true, bom: true });
  const postOf = new Map(rows.map((row) => [row.tweetid ?? '', row]));
  // What stands where on the page: an address tells whose post, and which.
  const shown = [...document.querySelectorAll('.posts p[dir]')].map((words) => {
    const address = words.parentElement?.querySelector('a[rel]')?.getAttribute('href') ?? '';
    const [, handle, id] = /^https:\/\/x\.com\/(\w+)\/status\/(\d+)$/u.exec(address) ?? [];
    return { handle, id: id ?? '', words: plain(words.textContent) };
  });

  it('are to the letter a post of that account, with words marked or not', () => {
    expect(shown.length).toBeGreaterThan(300);
    const wrong = shown.filter(({ handle, id, words }) => {
      const row = postOf.get(id);
      return row?.user_screen_name !== handle || plain(escapeControls(row?.tweet_text ?? '')) !== words;
    });
    expect(wrong).toEqual([]);
  });

  it('are to the letter a post of that account where a group’s common texts are told, too', () => {
    const told = [...document.querySelectorAll('.shared li')].map((item) => {
      const [, handle, id] =
        /^https:\/\/x\.com\/(\w+)\/status\/(\d+)$/u.exec(item.querySelector('a[rel]')?.getAttribute('href') ?? '') ??
        [];
      return { handle, row: postOf.get(id ?? ''), words: plain(item.querySelector('p')?.textContent) };
    });
    expect(told.length).toBeGreaterThan(2);
    expect(
      told.filter(
        ({ handle, row, words }) =>
          row?.user_screen_name !== handle || plain(escapeControls(row?.tweet_text ?? '')) !== words,
      ),
    ).toEqual([]);
  });

  it('stand beside the words of the other account that the evidence names, and only where texts differ is a word marked', () => {
    const matches = [...document.querySelectorAll('.match')];
    expect(matches.length).toBeGreaterThan(100);
    for (const match of matches) {
      const own = match.closest('li')?.querySelector('div > p');
      const other = match.querySelector('p');
      const isSame = plain(own?.textContent) === plain(other?.textContent);
      expect(match.textContent.includes('the same to the letter')).toBe(isSame);
      expect(match.querySelectorAll('mark').length === 0 || !isSame).toBe(true);
    }
    expect(document.querySelectorAll('.match mark').length).toBeGreaterThan(10);
  });

  it('are told by every account that is called, with its own address', () => {
    const called = result.accounts.filter(({ verdict }) => verdict === 'coordinated');
    expect(called.filter(({ handle }) => !shown.some((post) => post.handle === handle))).toEqual([]);
  });
});

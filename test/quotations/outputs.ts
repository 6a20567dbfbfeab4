/** Every output of one dump, taken apart into what it quotes and whom it ascribes that to. */

import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import type { Explanation } from '../../src/documents/explanation.js';
import type { ReportData } from '../../src/documents/report-data.js';
import type { AccountResult, Result } from '../../src/documents/result.js';
import { renderClaims } from '../../src/report/claim.js';
import { renderExplanation } from '../../src/report/explanation.js';
import { renderFirstScreen } from '../../src/report/first-screen.js';
import { OUTPUT_FORMATS } from '../../src/report/formats/index.js';
import { renderSheet } from '../../src/report/sheet/index.js';
import { renderText } from '../../src/report/text.js';
import { type PostsOfDump, type Quotation, quotationsIn } from './posts-of-dump.js';

export interface Ascribed extends Quotation {
  /** As it was asked for: `md`, `explain`. */
  readonly output: string;
  readonly by: string;
}

/** What is quoted in everything that `analyze` prints or writes. */
export async function quotedByAnalyze(result: Result, data: ReportData, posts: PostsOfDump): Promise<Ascribed[]> {
  const written = async (name: string): Promise<string> => {
    const format = await OUTPUT_FORMATS.get(name)?.load();
    return [...(format?.render(result, data, { top: Infinity }) ?? [])].join('');
  };
  const quoted = new Collection(result, posts);
  for (const width of [80, 200]) {
    quoted.ofPage(`text ${width}`, renderText(result, { width, color: false, top: 0 }));
    quoted.ofPage(`first screen ${width}`, renderFirstScreen(result, { width, color: false, top: 0 }));
  }
  quoted.ofRows('plain', renderText(result, { width: 80, color: false, top: 0, plain: true }));
  for (const paragraph of [...renderClaims(result)].join('').split('\n')) quoted.ofSentence('claims', paragraph);
  quoted.ofJson('json', JSON.parse(await written('json')));
  for (const line of (await written('jsonl')).trimEnd().split('\n')) quoted.ofAccount('jsonl', JSON.parse(line));
  const rows: { readonly id: string; readonly says: string }[] = parse(await written('csv'), { columns: true });
  for (const { id, says } of rows) quoted.add('csv', asId(id, result), says.replace(/^'/u, ''));
  quoted.ofMarkdown('md', await written('md'));
  quoted.ofHtml('html', await written('html'));
  const xml = new DOMParser({ onError: () => {} }).parseFromString(await written('junit'), 'text/xml');
  for (const line of (xml.documentElement?.textContent ?? '').split('\n')) quoted.ofSentence('junit', line);
  const sarif: { runs: { results: { message: { text: string } }[] }[] } = JSON.parse(await written('sarif'));
  for (const { message } of sarif.runs.flatMap(({ results }) => results))
    quoted.ofSentence('sarif', message.text.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', ']('));
  for (const line of (await written('github')).split('\n'))
    quoted.ofSentence('github', line.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'));
  return quoted.all;
}

/** What is quoted in everything that `explain` prints or writes. */
export function quotedByExplain(explanation: Explanation, result: Result, posts: PostsOfDump): Ascribed[] {
  const quoted = new Collection(result, posts);
  const { id } = explanation.account;
  const exact = (by: string, words: string | null): void => {
    if (words !== null) quoted.all.push({ output: 'explain --json', by, words, found: posts.wrote(by, words) });
  };
  quoted.ofAccount('explain --json', explanation.account);
  for (const { says } of explanation.signals) quoted.add('explain --json', id, says ?? '');
  for (const { text } of explanation.posts) exact(id, text);
  for (const { kind, example } of explanation.shared) if (kind === 'text' || kind === 'retweet') exact(id, example);
  for (const { matches } of [...explanation.signals, ...explanation.shared])
    for (const { account, text } of matches) exact(account, text);
  for (const width of [60, 80, 200])
    quoted.ofCase(`explain ${width}`, id, renderExplanation(explanation, { width, color: false, top: 0 }));
  quoted.ofSheet('explain -o sheet.html', id, renderSheet(explanation));
  return quoted.all;
}

/** What a browser shows of an element: in a text area, too, it undoes the escaping, which this parser leaves. */
function shownIn(element: { readonly tagName: string; readonly textContent: string | null }): string {
  const text = element.textContent ?? '';
  if (element.tagName.toLowerCase() !== 'textarea') return text;
  return parseHTML(`<body><p>${text}</p></body>`).document.querySelector('p')?.textContent ?? '';
}

/** As much of an element as is needed here. */
interface Part {
  readonly id: string;
  readonly textContent: string | null;
  readonly parentElement: Part | null;
  querySelectorAll(selector: string): Iterable<Part>;
}

class Collection {
  readonly all: Ascribed[] = [];
  readonly #posts: PostsOfDump;
  readonly #members: ReadonlyMap<string, readonly string[]>;
  /** Ids by the names that outputs use. */
  readonly #ids: ReadonlyMap<string, string>;

  constructor({ accounts, groups }: Result, posts: PostsOfDump) {
    this.#posts = posts;
    this.#members = new Map(groups.map(({ id, accounts: members }) => [id, members]));
    this.#ids = new Map(
      accounts.flatMap(({ id, handle }) => [[id, id] as const, [handle === '' ? id : handle, id] as const]),
    );
  }

  add(output: string, by: string | readonly string[] | undefined, text: string): void {
    const accounts = by === undefined ? [] : typeof by === 'string' ? [by] : by;
    for (const each of quotationsIn(text, accounts, this.#posts))
      this.all.push({ output, by: accounts.join(' '), ...each });
  }

  ofAccount(output: string, { id, evidence }: AccountResult): void {
    for (const { says } of evidence) this.add(output, id, says);
  }

  ofJson(output: string, { accounts, groups }: Result): void {
    for (const account of accounts) this.ofAccount(output, account);
    for (const { says, accounts: members, shared } of groups) {
      this.add(output, members, says);
      for (const { kind, example, account } of shared)
        if (kind === 'text' || kind === 'retweet')
          this.all.push({ output, by: account, words: example, found: this.#posts.wrote(account, example) });
    }
  }

  /** A page for a terminal: a line that begins with one blank and a name is what the deeper ones below it are about. */
  ofPage(output: string, page: string): void {
    let about: readonly string[] = [];
    let text = '';
    const end = (): void => {
      this.add(output, about, text);
      text = '';
    };
    for (const line of page.split('\n')) {
      const [, name] = /^ (\S+)/u.exec(line) ?? [];
      if (name !== undefined) {
        end();
        const id = this.#ids.get(name);
        about = id === undefined ? (this.#members.get(name) ?? []) : [id];
      }
      text += `${line}\n`;
    }
    end();
  }

  ofRows(output: string, page: string): void {
    for (const row of page.split('\n')) {
      const [name = ''] = row.split('\t');
      this.add(output, this.#ids.get(name) ?? this.#members.get(name.split(' ')[0] ?? ''), row);
    }
  }

  /** `… @name (id) is likely coordinated …`, `… the account @name (id …) …`. */
  ofSentence(output: string, text: string): void {
    const [, handle, id] = /(?:@(\S+?)(?: \([^)]*\))?|account (\S+)) (?:is )?likely coordinated/u.exec(text) ?? [];
    this.add(output, this.#ids.get(handle ?? id ?? ''), text);
  }

  /** In a table, what is quoted stands as code in the last cell. */
  ofMarkdown(output: string, text: string): void {
    for (const row of text.split('\n').filter((line) => line.startsWith('| `'))) {
      const cells = row.split(/(?<!\\)\|/u).slice(1, -1);
      const by = this.#ids.get(codeIn(cells[0] ?? '')[0] ?? '');
      for (const words of codeIn(cells.at(-1) ?? ''))
        this.all.push({ output, by: by ?? '', words, found: this.#posts.quotes(by === undefined ? [] : [by], words) });
    }
  }

  /** What is quoted is ascribed to whom the smallest part of the page that names anybody names. */
  ofHtml(output: string, source: string): void {
    const { document } = parseHTML(source);
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').includes('“'));
      if (!own || element.closest('script, style, .posts')) continue;
      this.add(output, this.#namedAround(element), shownIn(element));
    }
    // Posts in a list are quotations without marks.
    for (const words of document.querySelectorAll('.posts li > p')) {
      const by = this.#namedAround(words);
      for (const line of words.querySelectorAll('br')) line.replaceWith(document.createTextNode(' '));
      const text = words.textContent ?? '';
      this.all.push({ output, by: by.join(' '), words: text, found: this.#posts.quotes(by, text) });
    }
  }

  #namedAround(element: Part): readonly string[] {
    for (let part: Part | null = element; part; part = part.parentElement) {
      const names = Array.from(part.querySelectorAll('code, .name, [id]')).flatMap((each) => {
        const id = this.#ids.get((each.textContent ?? '').trim());
        const group = this.#members.get(each.id);
        return [...(id === undefined ? [] : [id]), ...(group ?? [])];
      });
      if (names.length > 0) return [...new Set(names)];
    }
    return [];
  }

  /** Two posts stand side by side, or one above the other, each below its account's name; all else is about the account itself. */
  ofCase(output: string, id: string, page: string): void {
    let about: readonly [string, string | undefined] = [id, undefined];
    let columns: readonly [string, string] = ['', ''];
    const begin = (left: string, right?: string): void => {
      this.add(output, about[0], unmarked(columns[0]));
      this.add(output, about[1], unmarked(columns[1]));
      about = [left, right];
      columns = ['', ''];
    };
    for (const line of page.split('\n')) {
      const [left = '', right = ''] = line.split(/ │(?: |$)/u);
      const [one, other] = [this.#ids.get(left.trim()), this.#ids.get(right.trim())];
      const deep = left.startsWith('    ');
      if (deep && one !== undefined) begin(one, other);
      else if (deep ? !line.includes(' │') && about[1] !== undefined : about[0] !== id || about[1] !== undefined)
        begin(id);
      columns = [`${columns[0]}${left}\n`, `${columns[1]}${right}\n`];
    }
    begin(id);
  }

  ofSheet(output: string, id: string, source: string): void {
    const { document } = parseHTML(source);
    for (const post of document.querySelectorAll('.post')) {
      const by = this.#ids.get((post.querySelector('.by')?.textContent ?? '').trim());
      const words = post.querySelector('.words');
      for (const line of words?.querySelectorAll('br') ?? []) line.replaceWith(document.createTextNode(' '));
      this.add(output, by, words?.textContent ?? '');
      post.remove();
    }
    for (const sentence of document.querySelectorAll('p, li, blockquote'))
      this.add(output, id, sentence.textContent ?? '');
  }
}

/** Words that differ stand in ‹ ›. */
function unmarked(text: string): string {
  return text.replaceAll(/[‹›]/gu, '');
}

function codeIn(cell: string): string[] {
  return Array.from(cell.matchAll(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gu), ([, , words = '']) =>
    words.replaceAll('\\|', '|'),
  );
}

/** A cell of an id may begin with the apostrophe that keeps a spreadsheet from calculating. */
function asId(cell: string, { accounts }: Result): string {
  return accounts.some(({ id }) => id === cell) ? cell : cell.replace(/^'/u, '');
}

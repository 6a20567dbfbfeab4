/** What people and programs are shown, with hostile names, texts and columns: within its width, and without control characters. */

import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import type { CheckedDataset } from '../../../src/documents/check.js';
import {
  analyze,
  compare,
  type Comparison,
  explain,
  type Explanation,
  inspect,
  type Inspection,
  renderComparison,
  renderExplanation,
  renderFirstScreen,
  renderInspection,
  renderText,
  type Result,
} from '../../../src/index.js';
import { renderDataset, nameColumnWidth } from '../../../src/report/check/text.js';
import { OUTPUT_FORMATS } from '../../../src/report/formats/index.js';
import { displayWidth } from '../../../src/report/text-layout.js';
import { hold, NEXT, type Target, textsOf } from '../target.js';

const FORMATS = ['csv', 'gexf', 'graphml', 'junit', 'md', 'github', 'sarif', 'jsonl'];
const NARROWEST = 24;

interface Documents {
  readonly result: Result;
  readonly explanation: Explanation;
  readonly inspection: Inspection;
  readonly comparison: Comparison;
}

export const layout: Target = {
  seeds: () =>
    Array.from({ length: 16 }, (_, kind) =>
      Buffer.from(
        `${String.fromCharCode(kind * 9)}${String.fromCharCode(kind)}${['name', '東京の人 👩🏽\u200D🔬 🇷🇺', 'e\u0301\u200bx', 'क\u093e\u093e', '=1+1'].join(NEXT)}`,
      ),
    ),
  words: [
    [
      NEXT,
      '\\u001B[31m',
      '\\u0007',
      '\\u000A',
      '\\u000C',
      '\\u2028',
      '\\u202E',
      '\\uD800',
      '\\uFE0F',
      '\\u200D',
      '\\u0085',
    ],
    [
      '👩🏽‍🚀',
      '🇷🇺',
      '🏴\u{E0067}\u{E0062}\u{E007F}',
      '東京',
      'स्त्री',
      '\u1112\u1161\u11ab',
      'ﾊﾞ',
      'ا',
      '\u0600',
      '﷽',
      '𒐫',
      '\u0300\u0301\u0302',
    ],
    [
      '   ',
      'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      ' · ',
      '…',
      ']]>',
      '<b>',
      '&amp;',
      '::error::',
      '%0A',
      '"',
      '=cmd()',
      '|',
      '`',
      '\\',
    ],
  ],
  share: 1,
  changes: 8,
  longest: 800,
  run: async (bytes) => {
    const documents = withTexts(await (base ??= documentsOf()), textsOf(bytes.subarray(2)));
    const width = NARROWEST + (bytes[0] ?? 0);
    const kind = bytes[1] ?? 0;
    const options = { width, color: kind % 32 >= 16, top: kind % 64 >= 32 ? 0 : 3 };
    const views = [renderText, renderFirstScreen].map((render) => () => render(documents.result, options));
    const pages = [
      ...views,
      () => renderExplanation(documents.explanation, options),
      () => renderInspection(documents.inspection, options),
      () => renderComparison(documents.comparison, options),
    ];
    const page = pages[kind % 16];
    if (page) checkPage(page(), width);
    else if (kind % 16 < 8) {
      const plain = renderText(documents.result, { ...options, plain: true });
      checkSigns(plain, /[\n\t]/gu);
      checkSigns(checked(textsOf(bytes.subarray(2))), /\n/gu);
    } else await checkFormat(FORMATS[kind % 8] ?? '', documents.result);
  },
};

let base: Promise<Documents> | undefined;

async function documentsOf(): Promise<Documents> {
  const files = [resolve('fixtures/small-campaign/tweets.csv')];
  const result = await analyze(files);
  const [account] = result.accounts;
  return {
    result,
    explanation: await explain(files, account?.id ?? ''),
    inspection: await inspect(files),
    comparison: await compare([...files, resolve('fixtures/no-creation-dates/tweets.csv')]),
  };
}

/** Keys under which something stands that a dump or its name says. */
const FREE = new Set(
  'handle displayName text example says path file tag hashtag notes item columns columnsLeft recognisedBy'.split(' '),
);

function withTexts(documents: Documents, texts: readonly string[]): Documents {
  const ids = new Map(documents.result.accounts.map(({ id }, at) => [id, `${texts[at % texts.length] ?? ''} ${at}`]));
  let next = 0;
  const walk = (value: unknown, free: boolean): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? (free ? (texts[next++ % texts.length] ?? '') : value);
    if (Array.isArray(value)) return value.map((each) => walk(each, free));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, free || FREE.has(key))]));
  };
  return walk(documents, false) as Documents;
}

function checkPage(text: string, width: number): void {
  const shown = stripVTControlCharacters(text);
  checkSigns(shown, /\n/gu);
  for (const line of shown.split('\n'))
    hold(
      displayWidth(line) <= width,
      `a line of ${displayWidth(line)} cells on a page of ${width}: ${JSON.stringify(line)}`,
    );
}

/** Without these, and without what a terminal takes for a command or a direction. */
function checkSigns(text: string, but: RegExp): void {
  const [sign] =
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]/u.exec(
      text.replaceAll(but, ''),
    ) ?? [];
  hold(
    sign === undefined,
    `a sign that is not to be shown: U+${sign?.codePointAt(0)?.toString(16)} in ${JSON.stringify(text.slice(Math.max(0, text.indexOf(sign ?? '') - 60), text.indexOf(sign ?? '') + 20))}`,
  );
}

function checked(texts: readonly string[]): string {
  const [name = '', says = '', hint = '', file = '', handle = ''] = texts;
  const dataset: CheckedDataset = {
    name,
    files: [file],
    line: 3,
    outcome: 'error',
    accounts: null,
    expectations: 1,
    failures: [{ says, line: 4, place: { file, line: 5 } }],
    baseline: {
      file,
      line: 6,
      updated: false,
      changes: [{ kind: 'unflagged', id: handle, handle, before: 3, after: null, verdict: null }],
    },
    error: { says, hint, place: { file } },
  };
  return renderDataset(dataset, {
    color: false,
    plain: false,
    first: name,
    nameWidth: nameColumnWidth([name]),
    config: file,
  });
}

async function checkFormat(name: string, result: Result): Promise<void> {
  const format = await OUTPUT_FORMATS.get(name)?.load();
  hold(format !== undefined, `there is no format ${name}`);
  const text = [...format.render(result, { posts: [], ties: [], places: [] }, { top: 10 })].join('');
  if (name === 'csv') {
    const rows: string[][] = parse(text, { bom: true });
    hold(rows.length === result.accounts.length + 1, 'rows are missing, or too many');
  } else if (name === 'gexf' || name === 'graphml' || name === 'junit') {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
  } else if (name === 'sarif') JSON.parse(text);
  else if (name === 'jsonl') for (const line of text.trimEnd().split('\n')) JSON.parse(line);
  else if (name === 'github') checkSigns(text, /\n/gu);
}

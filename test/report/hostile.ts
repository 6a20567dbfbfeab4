/** A made-up result whose names and texts try everything that an output could do wrong. */

import type { ReportData } from '../../src/documents/report-data.js';
import type { Result } from '../../src/documents/result.js';
import { account, evidence, group, sample } from './sample-result.js';

const CONTROLS = String.fromCodePoint(...Array.from({ length: 32 }, (_, code) => code), 0x7f, 0x85);
export const NAMES: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.org","x")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  `controls${CONTROLS}`,
  'noncharacters\uFFFE\uFFFF\u{1FFFE}',
  'surrogates\uD800x\uDC00',
  '\u202Egnp.exe\u2066',
  'a | b \\| c \\\\| `` d ` e',
  '`',
  ']]> & "quoted" \'single\' &amp; -->',
  'line\nbreak\r\n| x | y |\ttab',
  'x'.repeat(300),
  '![p](http://example.org/p.png) [l](javascript:x) **b** @someone #1 https://example.org',
  '   ',
  '👩‍👩‍👧 🇷🇺 Ёлка',
];

const accounts = NAMES.map((name, n) =>
  account(`id ${name} ${n}`, 'coordinated', {
    handle: name,
    displayName: name,
    group: 'g1',
    posts: n + 1,
    evidence: [
      evidence(
        'same-text',
        'sharing',
        3,
        `wrote the same text as 3 accounts flagged here: “${name}” (nobody else did)`,
      ),
    ],
  }),
);
const ids = accounts.map(({ id }) => id).toSorted();

export const hostile: Result = {
  ...sample,
  accounts,
  groups: [
    group('g1', ids, `${ids.length} accounts that share 2 texts`, {
      shared: NAMES.map((example) => ({
        kind: 'text' as const,
        example,
        account: 'one',
        post: '1',
        accounts: 2,
        posts: 2,
        others: 0,
        from: sample.dump.from,
        to: sample.dump.to,
      })),
    }),
  ],
};

export const ties: ReportData['ties'] = ids.slice(1).flatMap((target, n) =>
  (['text', 'link'] as const).map((kind) => ({
    source: ids[n] ?? '',
    target,
    kind,
    weight: 1 + n,
    items: 1,
    firstAt: '2014-03-01T00:00:00.000Z',
    lastAt: '2014-03-02T00:00:00.000Z',
  })),
);

/** A line each. */
export const places: ReportData['places'] = ids.map((id, n) => ({ account: id, input: 0, line: n + 2 }));

/** Names without end: what is shown of them, that it is said, and how much of them is measured. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderFirstScreen } from '../../src/report/first-screen.js';
import { csvFormat } from '../../src/report/formats/csv.js';
import { githubFormat } from '../../src/report/formats/github.js';
import { jsonFormat } from '../../src/report/formats/json.js';
import { jsonlFormat } from '../../src/report/formats/jsonl.js';
import { mdFormat } from '../../src/report/formats/md.js';
import { sarifFormat } from '../../src/report/formats/sarif.js';
import { renderHtml } from '../../src/report/html/index.js';
import { wrap } from '../../src/report/text-layout.js';
import { renderText } from '../../src/report/text.js';
import { hostile, places, ties } from './hostile.js';

const measured = vi.hoisted(() => ({ units: 0 }));
vi.mock(import('string-width'), async (original) => {
  const { default: stringWidth } = await original();
  return {
    default: (text: string, options?: Parameters<typeof stringWidth>[1]) => {
      measured.units += text.length;
      return stringWidth(text, options);
    },
  };
});
beforeEach(() => {
  measured.units = 0;
});

const LENGTH = 20_000;
const NAME = '東'.repeat(LENGTH);
const long = {
  ...hostile,
  accounts: hostile.accounts.map((account, n) => ({ ...account, handle: `${NAME}${n}`, displayName: `${n}${NAME}` })),
};
const page = { width: 80, color: false, top: 0 };
const exhibits = { posts: [], ties, places };

it('measures each part of a word once', () => {
  expect(wrap(NAME, 40)).toHaveLength(LENGTH / 20);
  expect(measured.units).toBeLessThanOrEqual(3 * LENGTH);
});

const PAGES: readonly (readonly [string, () => string])[] = [
  ['first screen', () => renderFirstScreen(long, page)],
  ['page', () => renderText(long, page)],
  ['narrow page', () => renderText(long, { ...page, width: 50 })],
  ['html', () => renderHtml(long, exhibits)],
  ['md', () => [...mdFormat.render(long, exhibits, { top: Infinity })].join('')],
];

describe.each(PAGES)('%s', (_, render) => {
  it('shows 64 signs of a name at the most, says how many are cut, and measures little', () => {
    const text = render();
    expect(text).not.toContain('東'.repeat(65));
    expect(text).toContain('東…');
    const says = `${long.accounts.length} accounts have a name of more than 64 signs`;
    expect(text.replaceAll(/\s+/gu, ' ').split(says)).toHaveLength(2);
    expect(measured.units).toBeLessThan(100 * long.accounts.length * 64);
  });
});

it('cuts them in annotations', () => {
  expect([...githubFormat.render(long, exhibits, { top: Infinity })].join('')).not.toContain('東'.repeat(65));
});

it.each(Object.entries({ json: jsonFormat, jsonl: jsonlFormat, csv: csvFormat, sarif: sarifFormat }))(
  '%s has them whole',
  (_, { render }) => {
    const text = [...render(long, exhibits, { top: Infinity })].join('');
    for (const { handle } of long.accounts) expect(text).toContain(handle);
  },
);

it('says nothing of names that are not cut', () => {
  expect(renderText({ ...hostile, accounts: hostile.accounts.slice(0, 3) }, page)).not.toContain('signs');
});

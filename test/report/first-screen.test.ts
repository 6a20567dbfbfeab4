import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { FIRST_NAMES, renderFirstScreen } from '../../src/report/first-screen.js';
import { displayWidth } from '../../src/report/text-layout.js';
import { hostile } from './hostile.js';
import { account, evidence, group, onePost, quiet, sample } from './sample-result.js';

const at = (width: number) => ({ width, color: false, top: FIRST_NAMES });
const LONG = `wrote the same text as 12 likely coordinated accounts, the nearest 3 s apart: “${'and so on '.repeat(12)}end”`;
const reasons = [evidence('burst', 'posting', 3, '9 posts in 10 minutes'), evidence('same-text', 'sharing', 2, LONG)];
const called = Array.from({ length: 20 }, (_, n) =>
  account(`account_${n}`, 'coordinated', { evidence: reasons, group: 'g1', score: 99 - n }),
);
const busy: Result = {
  ...sample,
  accounts: [...called, account('loud', 'flooding', { reason: 'repetition', score: 26 })],
  groups: [
    group(
      'g1',
      called.map(({ id }) => id),
      '20 accounts that copy texts: 14 texts in common',
    ),
  ],
  summary: {
    ...sample.summary,
    accounts: { ...sample.summary.accounts, coordinated: 20, flooding: 1 },
    seenOnce: 3,
  },
};

const side = (says: string) => {
  const { ties: _ties, shared: _shared, ...rest } = group('g', [], '');
  const { posts, from, to, busiest, creation } = rest;
  return { accounts: 20, copiesPercent: 62.5, says, posts, from, to, busiest, creation };
};

describe('the first screen', () => {
  it('is some forty lines at 80 columns, with the answer before the first name', () => {
    const lines = renderFirstScreen(busy, at(80)).split('\n');
    expect(lines.length).toBeLessThanOrEqual(50);
    expect(lines.findIndex((line) => line.includes('likely coordinated'))).toBeLessThan(6);
    expect(lines.findIndex((line) => line.includes('account_0'))).toBeLessThan(24);
  });

  it.each([40, 80, 120, 200])('cuts nothing of a reason at %d columns', (width) => {
    const text = renderFirstScreen(busy, at(width));
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(LONG.replaceAll(/\s+/gu, ' '));
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('names the first ones, each with a reason that is about several accounts, and says how to see the rest', () => {
    const text = renderFirstScreen(busy, at(120));
    expect(text.match(/account_\d+ ·/gu)).toHaveLength(FIRST_NAMES);
    expect(text).not.toContain('9 posts in 10 minutes');
    expect(text).toContain('4 of 20');
    expect(text).toContain('--full');
    expect(text.replaceAll(/\s+/gu, ' ')).toContain('1 account repeats itself, alone');
    expect(text).toContain('3 more fit, seen once');
    expect(renderFirstScreen(busy, { ...at(120), top: 0 }).match(/account_\d+ ·/gu)).toHaveLength(20);
  });

  it('suggests a command with the options by which the dump was read', () => {
    const [input] = sample.inputs;
    const options = { ...sample.options, hashtag: 'крым', map: { time: 'Posted at' }, seed: 7 };
    const read: Result = { ...quiet, options, inputs: input ? [{ ...input, path: 'my dump.csv' }] : [] };
    expect(renderFirstScreen(read, at(200)).replaceAll(/\s+/gu, ' ')).toContain(
      "explain 'my dump.csv' ACCOUNT --hashtag крым --map 'time=Posted at' --seed 7;",
    );
  });

  it('names nobody where it cannot be told who pushed, and describes both sides', () => {
    const undecided: Result = {
      ...busy,
      accounts: called.map((each) => ({ ...each, verdict: 'unclear', reason: 'undecided' })),
      groups: [],
      summary: {
        ...busy.summary,
        accounts: { ...busy.summary.accounts, coordinated: 0, flooding: 0, unclear: 20 },
        seenOnce: 0,
        undecided: { reason: 'both-sides', sides: [side('20 accounts on the left'), side('30 on the right')] },
      },
    };
    const text = renderFirstScreen(undecided, at(80)).replaceAll(/\s+/gu, ' ');
    expect(text).toContain('We cannot tell who pushed, so nobody is named.');
    expect(text).toContain('One side: 20 accounts on the left. The other: 30 on the right.');
    expect(text).not.toContain('account_');
  });

  it('can do with nobody, and with one post', () => {
    for (const result of [quiet, onePost]) expect(renderFirstScreen(result, at(80))).toMatch(/^\S[^]*\n$/u);
  });

  it('obeys nothing that a dump says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 200 }), (width) => {
        expect(renderFirstScreen(hostile, { ...at(width), top: 0 })).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u);
      }),
      { numRuns: 10 },
    );
  });
});

import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/text-layout.js';
import { renderText } from '../../src/report/text.js';
import { account, evidence, group, onePost, quiet, sample } from './sample-result.js';

interface Made {
  readonly handle: string;
  readonly displayName: string;
  readonly says: string;
  readonly posts: number;
}

const resultOf = (made: readonly Made[]) => ({
  ...sample,
  options: { ...sample.options, hashtag: made[0]?.handle ?? '' },
  inputs: sample.inputs.map((input) => ({
    ...input,
    path: made[0]?.displayName ?? '',
    notes: made.map(({ says }) => says),
  })),
  accounts: made.map(({ handle, displayName, says, posts }, index) =>
    account(`id-${index}`, index % 3 === 2 ? 'organic' : 'coordinated', {
      handle,
      displayName,
      posts,
      group: posts % 2 === 0 ? null : `group-${index}`,
      createdAtSource: 'interpolated',
      evidence: [evidence('burst', 'posting', 1, says)],
    }),
  ),
  groups: made.map(({ says }, index) =>
    group(`g${index}`, [`id-${index}`], says, {
      shared: [
        {
          kind: 'text' as const,
          example: says,
          account: 'one',
          post: '1',
          accounts: 2,
          posts: 3,
          others: index,
          from: sample.dump.from,
          to: sample.dump.to,
        },
      ],
    }),
  ),
});

const plain = (width: number, top = 10) => ({ width, top, color: false });

describe('the page for a person', () => {
  it.each([50, 80, 200])('at %i columns', (width) => {
    expect(renderText(sample, plain(width))).toMatchSnapshot();
  });

  it('when nobody is coordinated and nothing is known of creation', () => {
    expect(renderText(quiet, plain(80))).toMatchSnapshot();
  });

  it('of a single post', () => {
    expect(renderText(onePost, plain(80))).toMatchSnapshot();
  });

  it('tells by colour nothing that it does not tell in words', () => {
    const coloured = renderText(sample, { width: 80, top: 10, color: true });
    expect(coloured).toContain('\u001B[');
    expect(stripVTControlCharacters(coloured)).toBe(renderText(sample, plain(80)));
  });

  it('speaks of one account in the singular', () => {
    const one = account('solo', 'coordinated', { posts: 9 });
    const counts = { coordinated: 1, flooding: 0, unclear: 0, organic: 0, insufficient: 0 };
    const text = renderText(
      { ...sample, accounts: [one], summary: { ...sample.summary, accounts: counts, expectedFalse: 0.04 } },
      plain(200),
    );
    expect(text).toContain(
      '1 account (4%) is likely coordinated (p = 0.0021); we expect fewer than one of them to be wrong. It wrote',
    );
  });

  it('never calls anybody what it cannot know', () => {
    expect(renderText(sample, plain(200, 0))).not.toMatch(/\b(bots?|trolls?|fakes?|paid)\b/iu);
  });

  it('says where in the file the skipped rows are', () => {
    const text = renderText(sample, plain(80));
    expect(text).toContain('4 rows with a time that cannot be read (lines 12, 19, 22, …)');
    expect(text).toContain('1 row with too few or too many columns (line 77)');
  });
});

describe('for any names, texts and widths', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constant('\u001B]0;x\u0007'),
  );
  const accounts = fc.array(fc.record({ handle: hostile, displayName: hostile, says: hostile, posts: fc.nat(1e6) }), {
    minLength: 1,
    maxLength: 12,
  });
  const width = fc.integer({ min: 24, max: 220 });

  it('no line is wider than the page, and no character moves the cursor', () => {
    fc.assert(
      fc.property(accounts, width, (made, cells) => {
        const text = renderText(resultOf(made), plain(cells, 0));
        expect(text.split('\n').filter((line) => displayWidth(line) > cells)).toEqual([]);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/u);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('columns stay aligned', () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const named = made.map((each) => ({ ...each, says: 'Here.' }));
        const lines = renderText(resultOf(named), plain(200, 0))
          .split('\n')
          .filter((line) => line.endsWith('  Here'));
        expect(new Set(lines.map(displayWidth)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('lists every coordinated account with --top 0', () => {
    const many = Array.from({ length: 250 }, (_, index) => account(`account_${index}_`, 'coordinated'));
    for (const cells of [50, 80, 200]) {
      const text = renderText({ ...sample, accounts: many }, plain(cells, 0));
      expect(many.filter(({ handle }) => !text.includes(handle))).toEqual([]);
      expect(renderText({ ...sample, accounts: many }, plain(cells, 7)).match(/account_\d+_/gu)?.length).toBe(7);
    }
  });
});

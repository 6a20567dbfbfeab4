import { describe, expect, it } from 'vitest';
import { baselineChanges, baselineOf, baselineText } from '../../src/check/baseline.js';
import { isWithin } from '../../src/check/bounds.js';
import { checkExpectations } from '../../src/check/check-expectations.js';
import { storedBaseline } from '../../src/check/stored-baseline.js';
import type { Expectation } from '../../src/documents/check.js';
import type { Result } from '../../src/documents/result.js';
import { account, sample } from '../report/sample-result.js';

const result: Result = {
  ...sample,
  inputs: sample.inputs.slice(0, 1).map((input) => ({
    ...input,
    rows: 110,
    posts: 90,
    skipped: { malformed: 3, 'bad-time': 2, 'duplicate-row': 10, 'outside-span': 5 },
  })),
  accounts: [
    account('1', 'coordinated', { handle: 'Anna', score: 91 }),
    account('2', 'unclear', { handle: 'boris', score: 40 }),
    account('3', 'organic', { handle: 'boris3' }),
  ],
  summary: { ...sample.summary, accounts: { coordinated: 1, flooding: 0, unclear: 1, organic: 1, insufficient: 7 } },
};
const said = (...expectations: Expectation[]): string[] =>
  checkExpectations(expectations, {
    result,
    labels: undefined,
    placeOf: (id) => ({ file: 'd.csv', line: Number(id) }),
  }).map(({ line, says, place }) => `${line} ${says}${place ? ` ${place.line ?? ''}` : ''}`);

describe('an expectation', () => {
  it('of a verdict is of accounts, or of a share of those judged', () => {
    expect(
      said(
        { kind: 'verdict', verdict: 'coordinated', bounds: { max: { percent: 33.4 } }, line: 1 },
        { kind: 'verdict', verdict: 'coordinated', bounds: { max: { percent: 33 } }, line: 2 },
        { kind: 'verdict', verdict: 'insufficient', bounds: { min: { percent: 70 }, max: { count: 7 } }, line: 3 },
        { kind: 'verdict', verdict: 'organic', bounds: { min: { count: 2 } }, line: 4 },
      ),
    ).toEqual([
      '2 coordinated: 1 of 3 accounts (33.3%), expected at most 33%',
      '4 organic: 1 of 3 accounts (33.3%), expected at least 2',
    ]);
  });

  it('of an account takes its id, or its handle however it is written', () => {
    expect(
      said(
        { kind: 'flagged', account: '@anna', line: 1 },
        { kind: 'notFlagged', account: '1', line: 2 },
        { kind: 'flagged', account: 'boris', line: 3 },
        { kind: 'notFlagged', account: 'boris', line: 4 },
        { kind: 'notFlagged', account: 'bori', line: 5 },
      ),
    ).toEqual([
      '2 1: likely coordinated, score 91, expected not likely coordinated 1',
      '3 boris: unclear, score 40, expected likely coordinated 2',
      '5 bori: no account of the dump has this id or handle (did you mean boris?), expected not likely coordinated',
    ]);
  });

  it('of bad rows counts what --max-bad-rows counts', () => {
    expect(
      said(
        { kind: 'badRows', bounds: { max: { percent: 5 } }, line: 1 },
        { kind: 'badRows', bounds: { max: { count: 4 } }, line: 2 },
      ),
    ).toEqual(['2 bad rows: 5 of 100 (5%), expected at most 4']);
  });

  it('of an indicator is of the figure in the result', () => {
    const { ctm } = result.traffic;
    expect(
      said({ kind: 'indicator', indicator: 'ctm', bounds: { min: { count: ctm }, max: { count: ctm } }, line: 1 }),
    ).toEqual([]);
    expect(said({ kind: 'indicator', indicator: 'ctm', bounds: { max: { count: ctm - 1 } }, line: 1 })).toEqual([
      `1 ctm: ${ctm}, expected at most ${ctm - 1}`,
    ]);
  });

  it('of a share holds exactly where floating point does not', () => {
    expect(isWithin({ min: { percent: 7 }, max: { percent: 7 } }, 7, 100)).toBe(true);
    expect(isWithin({ min: { percent: 0 } }, 0, 0)).toBe(true);
  });
});

describe('a baseline', () => {
  const before = {
    accounts: [
      { id: '1', handle: 'Anna', score: 90 },
      { id: '2', handle: 'boris', score: 70 },
      { id: '9', handle: 'gone', score: 60 },
    ],
  };

  it('is told account by account', () => {
    expect(baselineChanges(baselineOf(result), result, 0)).toEqual([]);
    expect(
      baselineChanges(before, result, 1).map(({ kind, id, before: was, after, verdict }) => [
        kind,
        id,
        was,
        after,
        verdict,
      ]),
    ).toEqual([
      ['unflagged', '2', 70, 40, 'unclear'],
      ['unflagged', '9', 60, null, null],
    ]);
    expect(baselineChanges(before, result, 0.9).map(({ kind, id }) => [kind, id])).toEqual([
      ['unflagged', '2'],
      ['unflagged', '9'],
      ['moved', '1'],
    ]);
    expect(
      baselineChanges({ accounts: [] }, result, 0).map(({ kind, id, handle, after }) => [kind, id, handle, after]),
    ).toEqual([['flagged', '1', 'Anna', 91]]);
  });

  it('is read again as it was written, an account a line', () => {
    const text = baselineText(before);
    expect(storedBaseline({ file: 'b.json', value: JSON.parse(text), lineOf: () => 1 })).toEqual(before);
    expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(3);
    expect(JSON.parse(baselineText({ accounts: [] }))).toEqual({ baseline: '1', accounts: [] });
    expect(() => storedBaseline({ file: 'b.json', value: { accounts: [] }, lineOf: () => 1 })).toThrow(
      'is not a baseline',
    );
  });
});

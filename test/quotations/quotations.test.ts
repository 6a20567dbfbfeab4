import { beforeAll, describe, expect, it } from 'vitest';
import { SMALL_DUMP } from '../fixture-cases.js';
import { misquoted, quotationsOf } from './check-dump.js';
import type { Ascribed } from './outputs.js';
import { PostsOfDump, quotationsIn } from './posts-of-dump.js';

let all: readonly Ascribed[] = [];
beforeAll(async () => void (all = await quotationsOf(SMALL_DUMP, 3)));

describe('every quotation of every output', { timeout: 120_000 }, () => {
  it('is of a post of the account that it is ascribed to', () => {
    expect(misquoted(all)).toEqual([]);
  });

  // Without this an output that is taken apart wrongly would have none, and pass.
  it.each([
    'text 200',
    'first screen 80',
    'plain',
    'claims',
    'json',
    'jsonl',
    'csv',
    'md',
    'html',
    'junit',
    'sarif',
    'github',
    'explain --json',
    'explain 60',
    'explain 80',
    'explain -o sheet.html',
  ])('is found in %s', (output) => {
    expect(all.filter((each) => each.output === output).length).toBeGreaterThan(2);
  });
});

describe('the search for misquotations', () => {
  const posts = new PostsOfDump(SMALL_DUMP);
  const [own, other] = ['2370113192', '2372715543'];
  const quoted = 'Из Уфы говорят: вся наша смена с теми, кому сейчас трудно, …';

  it.each([
    ['its own words, cut', own, `wrote “${quoted}” (nobody else did)`, true],
    ['words with a letter changed', own, `wrote “${quoted.replace('смена', 'смело')}” (nobody else did)`, false],
    ['words that are cut without a mark', own, `wrote “${quoted.slice(0, -2)}”`, false],
    ['the middle of a post', own, 'wrote “вся наша смена с теми, кому сейчас…”', false],
    ['another account’s words', other, 'wrote “Дед работал в Краснодаре, море было тёплое. нигде…”', false],
    ['nothing but a mark', own, 'wrote “…”', false],
  ])('finds %s', (_, account, text, found) => {
    expect(quotationsIn(text, [account], posts)).toEqual([expect.objectContaining({ found })]);
  });

  it('ascribes nothing to nobody', () => {
    expect(quotationsIn(`“${quoted}”`, [], posts)).toEqual([expect.objectContaining({ found: false })]);
  });
});

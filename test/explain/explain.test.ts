import { describe, expect, it } from 'vitest';
import { explainAccount } from '../../src/explain/explain.js';
import { analyzeSession } from '../../src/pipeline/analyze.js';
import { ingest } from '../../src/pipeline/ingest.js';
import { renderExplanation } from '../../src/report/explanation.js';
import { displayWidth } from '../../src/report/text-layout.js';
import { SIGNALS } from '../../src/signals/index.js';

const measured = await ingest(['fixtures/rossiya-svoih-ne-brosaet/tweets.csv'], {});
const result = await analyzeSession(measured);
const accused = await explainAccount(measured, 'sveta_babushka');
const cleared = await explainAccount(measured, 'kuban_5');

describe('the case of an account', { timeout: 60_000 }, () => {
  it.each([accused, cleared])('is what the analysis says of it', ({ account }) => {
    expect(account).toEqual(result.accounts.find(({ id }) => id === account.id));
  });

  it.each([accused, cleared])('has every signal, and a phrase for each that weighs', ({ signals }) => {
    const names = signals.map(({ signal }) => signal);
    expect(names.filter((name) => name !== 'second-occasion')).toEqual(SIGNALS.map(({ name }) => name));
    expect(names.includes('second-occasion')).toBe(signals === accused.signals);
    expect(signals.filter(({ weight, means }) => (means === null) !== (weight === null || weight === 0))).toEqual([]);
    expect(
      signals.filter(
        ({ weight, means }) => (weight ?? 0) < 0 && !/(no more than|less than|ordinary accounts)/u.test(means ?? ''),
      ),
    ).toEqual([]);
  });

  it('says what the reasons of the analysis say, signal by signal', () => {
    for (const { signal, weight, says, posts } of accused.account.evidence) {
      expect(accused.signals).toContainEqual(expect.objectContaining({ signal, weight, says, posts }));
    }
  });

  it('has what speaks against an account that is called, and for one that is not', () => {
    expect(accused.signals).toContainEqual(
      expect.objectContaining({
        signal: 'same-retweet',
        means: 'it mostly retweets what ordinary accounts retweet',
      }),
    );
    expect(cleared.signals.filter(({ weight, says }) => (weight ?? 0) > 0 && says !== null).length).toBeGreaterThan(0);
  });

  it.each([accused, cleared])('sums each family from its signals, within ±6', ({ families, signals }) => {
    for (const { family, weight } of families) {
      const sum = signals.reduce((total, each) => total + (each.family === family ? (each.weight ?? 0) : 0), 0);
      expect(weight).toBeCloseTo(Math.min(6, Math.max(-6, sum)), 1);
    }
  });

  it('decides again without each family and each signal', async () => {
    const leftOut = accused.without.map((each) => each.leftOut);
    expect(leftOut.slice(0, 3)).toEqual(['creation', 'posting', 'sharing']);
    expect(new Set(leftOut).size).toBe(leftOut.length);
    expect(accused.without).toContainEqual(
      expect.objectContaining({ leftOut: 'sharing', kind: 'family', verdict: 'organic', q: 1 }),
    );
    for (const { leftOut: name, verdict } of accused.without.slice(3, 6)) {
      const without = await analyzeSession({
        ...measured,
        fitted: measured.fitted.filter(({ signal }) => signal.name !== name),
      });
      expect(without.accounts.find(({ id }) => id === accused.account.id)?.verdict).toBe(verdict);
    }
  });

  it('stops where it is told to', async () => {
    const options = { signal: AbortSignal.abort(new Error('enough')) };
    await expect(explainAccount({ ...measured, options }, 'kuban_5')).rejects.toThrow('enough');
  });

  it('says what an account lacks that is not flagged, and nothing of one that is', async () => {
    expect(accused.lacks).toEqual([]);
    expect(cleared.lacks).toContainEqual({ kind: 'nothing', family: 'posting' });
    expect((await explainAccount(measured, 'mamochka5432')).lacks[0]).toEqual({ kind: 'by-chance' });
  });
});

describe('its page', () => {
  it.each([24, 50, 60, 80, 140, 200])('fits %i columns', (width) => {
    for (const each of [accused, cleared]) {
      const page = renderExplanation(each, { width, color: false, top: 0 });
      expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  });

  it.each([
    [
      'coordinated',
      null,
      0.0141,
      'kuban_5 is called likely coordinated in this dump: it acted along with others on two occasions of its own. If everyone at least this suspicious were named, about 1.41% of the names would be expected to be wrong',
    ],
    [
      'unclear',
      'one-occasion',
      0.03,
      'kuban_5 is unclear and is not called likely coordinated: acted along once only, or with one other only. Its q of 3% (the share of names to be expected wrong if everyone at least this suspicious were named) is within the 5% up to which an account is called, but a name takes more than that.',
    ],
    [
      'unclear',
      'by-chance',
      0.123,
      'kuban_5 is unclear and is not called likely coordinated: two kinds of evidence, but too many accounts show as much by chance. Its q of 12.3% (the share of names to be expected wrong if everyone at least this suspicious were named) is above the 5%',
    ],
    ['unclear', 'one-sign', 0.3, 'not called likely coordinated: one kind of evidence stands out. Its q of 30%'],
    [
      'flooding',
      'repetition',
      1,
      'kuban_5 repeats itself, alone: the same text again and again. Nobody in this dump acts along with it',
    ],
    ['organic', null, 1, 'No coordination was found on kuban_5, which does not clear it.'],
    ['insufficient', 'small-dump', 1, 'too little data to judge kuban_5: the dump is too small. In a dump of fewer'],
    ['insufficient', 'little-shown', 1, 'judge kuban_5: it shows too little. Fewer than two kinds of evidence'],
  ] as const)('begins with the verdict %s and its reason %s, at a q of %f', (verdict, reason, q, says) => {
    const page = renderExplanation(
      { ...cleared, account: { ...cleared.account, verdict, reason, q, evidence: [] } },
      { width: 80, color: false, top: 0 },
    );
    expect(page.replaceAll(/\s+/gu, ' ').slice(0, 500)).toContain(says);
    expect(page.includes('What is missing')).toBe(verdict !== 'coordinated');
  });
});

describe('its posts', () => {
  it('are all there, in the order of time, with texts', () => {
    expect(accused.posts).toHaveLength(accused.account.posts);
    expect(accused.posts.map(({ time }) => time)).toEqual(accused.posts.map(({ time }) => time).toSorted());
    expect(accused.posts.filter(({ retweet, text }) => !retweet && text === null)).toEqual([]);
  });

  it('stand beside at most three posts of others, one an account, with the time between', () => {
    expect(accused.shared.length).toBeGreaterThan(0);
    for (const { posts, matches, flagged } of accused.shared) {
      expect(matches).toHaveLength(Math.min(3, flagged));
      expect(new Set(matches.map(({ account }) => account)).size).toBe(matches.length);
      for (const { account, time, gapSeconds } of matches) {
        expect(account).not.toBe(accused.account.id);
        const gaps = posts.map((own) => (Date.parse(time) - Date.parse(own.time)) / 1000);
        expect(Math.min(...gaps.map(Math.abs))).toBe(Math.abs(gapSeconds));
      }
    }
  });

  it('are quoted to the letter beside what they share, with the other’s words and how alike they are', () => {
    const own = new Map(accused.posts.map(({ id, text }) => [id, text]));
    const words = accused.shared.filter(({ kind }) => kind === 'text' || kind === 'retweet');
    expect(words.length).toBeGreaterThan(3);
    for (const { example, posts } of words) expect(example).toBe(own.get(posts[0]?.id ?? ''));
    const matches = [...accused.shared, ...accused.signals].flatMap((each) => each.matches);
    for (const { ownPost, text, identical, similarity, url, post, handle } of matches) {
      expect(url).toBe(`https://x.com/${handle}/status/${post}`);
      const compared = similarity !== null;
      expect(identical).toBe(compared ? plain(text) === plain(own.get(ownPost) ?? null) : null);
    }
    expect(matches.filter(({ identical }) => identical === true).length).toBeGreaterThan(3);
    expect(matches.filter(({ identical }) => identical === false).length).toBeGreaterThan(3);
  });
});

function plain(text: string | null): string | undefined {
  return text?.replaceAll(/\s+/gu, ' ').trim();
}

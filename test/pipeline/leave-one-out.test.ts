import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/options.js';
import { decide } from '../../src/pipeline/decide.js';
import { fitSignals, type SessionData } from '../../src/pipeline/ingest.js';
import { isKept, leaveOneOut, partsOf } from '../../src/pipeline/leave-one-out.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { measured } from '../dataset/posts.js';

const namesOf = ({ fitted }: SessionData): string[] => fitted.map(({ signal }) => signal.name);

describe('the parts', () => {
  const signals = [
    { name: 'x', family: 'creation' },
    { name: 'y', family: 'sharing' },
    { name: 'z', family: 'sharing' },
  ] as const;

  it('leaves out each family, then each signal', () => {
    const without = partsOf(signals).map((part) => [
      part.leftOut,
      signals.filter((signal) => isKept(signal, part)).map(({ name }) => name),
    ]);
    expect(without).toEqual([
      ['creation', ['y', 'z']],
      ['sharing', ['x']],
      ['x', ['y', 'z']],
      ['y', ['x', 'z']],
      ['z', ['x', 'y']],
    ]);
  });
});

describe('leaving out', () => {
  const { posts } = simulate(
    simulationOptions('campaign', {
      seed: 1,
      organic: { accounts: 200, posts: 1200 },
      campaign: { accounts: 20, posts: 200 },
    }),
  );
  const dataset = measured(posts);
  const session: SessionData = { dataset, fitted: fitSignals(dataset), inputs: [], options: {} };
  const parts = partsOf(session.fitted.map(({ signal }) => signal));

  it('decides anew with what is kept', async () => {
    const found = await leaveOneOut(session, parts, ({ judged }, without) => ({
      verdicts: judged.verdicts,
      kept: namesOf(without),
    }));
    expect(found.map(([part]) => part)).toEqual(parts);
    for (const [part, { verdicts, kept }] of found) {
      const fitted = session.fitted.filter(({ signal }) => isKept(signal, part));
      expect(kept).toEqual(namesOf({ ...session, fitted }));
      expect(verdicts).toEqual(decide({ dataset, fitted }).judged.verdicts);
    }
  });

  it('asks a question once: a family of one signal is that signal', async () => {
    const asked: string[][] = [];
    const found = await leaveOneOut(session, parts, (_, without) => asked.push(namesOf(without)));
    expect(new Set(asked.map(String)).size).toBe(asked.length);
    const families = parts.map(({ family }) => family);
    // Once as a family, once as its only signal: the other families have several signals.
    const alone = [...new Set(families)].filter((family) => families.filter((each) => each === family).length === 2);
    expect(alone.length).toBeGreaterThan(0);
    expect(asked).toHaveLength(parts.length - alone.length);
    const told = new Map(found.map(([{ leftOut }, count]) => [leftOut, count]));
    for (const family of alone)
      expect(told.get(family)).toBe(
        told.get(parts.find((part) => part.kind === 'signal' && part.family === family)?.leftOut ?? ''),
      );
  });

  it('reports each part as a stage', async () => {
    const stages: Progress[] = [];
    const input = {
      path: '',
      sha256: '',
      bytes: 7,
      format: '',
      rows: 0,
      posts: 0,
      skipped: {},
      skippedAt: {},
      columns: {},
      notes: [],
    };
    const options = { onProgress: (progress: Progress) => stages.push(progress) };
    await leaveOneOut({ ...session, inputs: [input, input], options }, parts, () => undefined);
    expect(stages).toEqual(
      parts.map(({ leftOut }) => ({
        stage: `without ${leftOut}`,
        bytesRead: 14,
        bytesTotal: 14,
        posts: dataset.posts.count,
      })),
    );
  });

  it('stops between two decisions where it is told to', async () => {
    const controller = new AbortController();
    let decided = 0;
    const found = leaveOneOut({ ...session, options: { signal: controller.signal } }, parts, () => {
      if (++decided === 2) controller.abort(new Error('enough'));
    });
    await expect(found).rejects.toThrow('enough');
    expect(decided).toBe(2);
  });
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { buildResult } from '../../src/pipeline/build-result.js';
import { decide } from '../../src/pipeline/decide.js';
import { ingest, type Session } from '../../src/pipeline/ingest.js';
import { collectResultInputs, type ResultInputs } from '../../src/pipeline/result-inputs.js';

const DUMP = 'fixtures/rossiya-svoih-ne-brosaet/tweets.csv';

interface Kept extends Pick<Session, 'rereadPosts' | 'close'> {
  readonly resultInputs: ResultInputs;
}

/** What is kept of a session while its result is built, and what it was found by, held by nobody. */
async function decided(): Promise<{ readonly kept: Kept; readonly loose: Readonly<Record<string, WeakRef<object>>> }> {
  const session = await ingest([DUMP], {});
  const { dataset, fitted, rereadPosts, close } = session;
  const decision = decide(session);
  return {
    kept: { resultInputs: await collectResultInputs(session, decision), rereadPosts, close },
    loose: {
      items: new WeakRef(dataset.items),
      'items of texts': new WeakRef(dataset.items.text),
      texts: new WeakRef(dataset.posts.textCluster),
      signals: new WeakRef(fitted),
      fit: new WeakRef(decision.fit),
    },
  };
}

it('what posts say and share, and what a decision was made by, is let go before the result is built', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const { kept, loose } = await decided();
  for (let turn = 0; turn < 3; turn++) {
    // What a WeakRef was made of is held to the end of the turn.
    await new Promise(setImmediate);
    collectGarbage();
  }
  expect(Object.keys(loose).filter((name) => loose[name]?.deref() !== undefined)).toEqual([]);
  // Both are kept, and work.
  expect(buildResult(kept.resultInputs).summary.accounts.coordinated).toBeGreaterThan(0);
  expect((await kept.rereadPosts([0])).size).toBe(1);
  await kept.close();
});

import { describe, expect, it } from 'vitest';
import { compareDumps } from '../../src/compare/compare.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { dumpOf, fileWith } from '../cli/run.js';
import { SMALL_DUMP } from '../fixture-cases.js';

describe('compareDumps', () => {
  it('tells of each dump what its own analysis tells', async () => {
    const other = fileWith(dumpOf(40));
    const { dumps } = await compareDumps([SMALL_DUMP, other], { seed: 3 });
    for (const [index, file] of [SMALL_DUMP, other].entries()) {
      const { inputs, options, dump, summary, trend, traffic, groups } = await analyze([file], { seed: 3 });
      expect(dumps[index]).toEqual({
        file,
        day: null,
        inputs,
        options,
        dump,
        summary,
        trend,
        traffic,
        groups: { count: groups.length, largest: Math.max(0, ...groups.map(({ accounts }) => accounts.length)) },
      });
    }
  });

  it('names the accounts that are likely coordinated in several', async () => {
    const copy = fileWith(await import('node:fs').then(({ readFileSync }) => readFileSync(SMALL_DUMP)));
    const { recurring, dumps } = await compareDumps([SMALL_DUMP, fileWith(dumpOf(40)), copy]);
    expect(recurring).toHaveLength(dumps[0]?.summary.accounts.coordinated ?? -1);
    expect(new Set(recurring.map((account) => account.dumps.join()))).toEqual(new Set(['0,2']));
    expect(recurring.map(({ id }) => id)).toEqual(recurring.map(({ id }) => id).toSorted());
  });

  it('divides a dump into its days, those without posts left out, within the span that is asked for', async () => {
    // One post an hour from noon: 40 of them end on the next day but one.
    const gap = fileWith(
      dumpOf(40)
        .replaceAll(/^[^\n]*,2014-03-01T[^\n]*\n/gmu, '')
        .replaceAll('2014-03-02T', '2014-03-05T')
        .concat(dumpOf(3).split('\n').slice(1).join('\n')),
    );
    const { dumps } = await compareDumps([gap], { byDay: true });
    expect(dumps.map(({ day }) => day)).toEqual(['2014-03-01', '2014-03-05']);
    expect(dumps.reduce((sum, { dump }) => sum + dump.posts, 0)).toBe((await analyze([gap])).dump.posts);
    const part = await compareDumps([gap], {
      byDay: true,
      since: Date.UTC(2014, 2, 5, 3),
      until: Date.UTC(2014, 2, 5, 6),
    });
    expect(part.dumps.map(({ day, dump }) => [day, dump.posts])).toEqual([['2014-03-05', 3]]);
  });

  it('refuses years by the day', async () => {
    const years = fileWith('id,created_at,user,text\n1,2014-03-01 12:00,ann,a\n2,2016-03-01 12:00,bob,b\n');
    await expect(compareDumps([years], { byDay: true })).rejects.toMatchObject({
      code: 'usage',
      hint: 'choose up to 92 with --since and --until',
    });
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { compareDumps } from '../../src/compare/compare.js';
import { VERDICTS } from '../../src/documents/verdict.js';
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
        judged: 'alone',
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
    const copy = fileWith(readFileSync(SMALL_DUMP));
    const { recurring, dumps } = await compareDumps([SMALL_DUMP, fileWith(dumpOf(40)), copy]);
    expect(recurring).toHaveLength(dumps[0]?.summary.accounts.coordinated ?? -1);
    expect(new Set(recurring.map((account) => account.dumps.join()))).toEqual(new Set(['0,2']));
    expect(recurring.map(({ id }) => id)).toEqual(recurring.map(({ id }) => id).toSorted());
  });

  it('counts the verdicts of the whole dump by day', async () => {
    const whole = await analyze([SMALL_DUMP]);
    const { dumps, recurring } = await compareDumps([SMALL_DUMP], { byDay: true });
    const rows: Record<string, string>[] = parse(readFileSync(SMALL_DUMP, 'utf8'), { columns: true });
    const posts = rows.map((row) => [row['userid'] ?? '', row['tweet_time']?.slice(0, 10) ?? ''] as const);
    const verdictOf = new Map(whole.accounts.map(({ id, verdict }) => [id, verdict]));
    const days = [...new Set(posts.map(([, day]) => day))].sort();
    expect(days.length).toBeGreaterThan(2);
    expect(dumps.map(({ day }) => day)).toEqual(days);
    for (const { day, dump, summary, judged, groups, traffic } of dumps) {
      const authors = posts.flatMap(([id, its]) => (its === day ? [id] : []));
      for (const verdict of VERDICTS) {
        const those = authors.filter((id) => verdictOf.get(id) === verdict);
        expect([day, verdict, summary.posts[verdict], summary.accounts[verdict]]).toEqual([
          day,
          verdict,
          those.length,
          new Set(those).size,
        ]);
      }
      expect({ posts: dump.posts, accounts: dump.accounts, judged }).toEqual({
        posts: authors.length,
        accounts: new Set(authors).size,
        judged: 'whole',
      });
      expect([dump.from, dump.to].map((time) => time.slice(0, 10))).toEqual([day, day]);
      expect('hashtags' in dump).toBe(false);
      expect(Object.values(dump.creationDates).reduce((sum, count) => sum + count, 0)).toBe(dump.accounts);
      expect(groups.largest).toBe(
        Math.max(
          0,
          ...whole.groups
            .map(({ accounts }) => accounts.filter((id) => authors.includes(id)).length)
            .filter((active) => active > 1),
        ),
      );
      // The traffic of a day is that of its posts alone.
      expect(traffic.postsPerAccount).toBeCloseTo(authors.length / new Set(authors).size, 1);
    }
    const active = new Map<string, Set<string>>();
    for (const [id, day] of posts) active.set(id, (active.get(id) ?? new Set()).add(day));
    expect(new Set(recurring.map(({ id }) => id))).toEqual(
      new Set([...active].flatMap(([id, its]) => (its.size > 1 && verdictOf.get(id) === 'coordinated' ? [id] : []))),
    );
    expect(recurring.length).toBeGreaterThan(3);
  });

  it('with a day that is the whole dump, tells what the dump tells', async () => {
    const span = { since: Date.UTC(2014, 2, 1), until: Date.UTC(2014, 2, 2) };
    const [day, whole] = [
      (await compareDumps([SMALL_DUMP], { ...span, byDay: true })).dumps,
      (await compareDumps([SMALL_DUMP], span)).dumps[0],
    ];
    const { hashtags: _, ...dump } = whole?.dump ?? {};
    expect(day).toEqual([{ ...whole, day: '2014-03-01', judged: 'whole', dump }]);
  });

  it('analyses each day alone where that is asked for', async () => {
    const alone = await compareDumps([SMALL_DUMP], { byDay: true, eachDayAlone: true });
    for (const { day, summary, judged, traffic } of alone.dumps) {
      const since = Date.parse(`${day}T00:00:00Z`);
      const own = await analyze([SMALL_DUMP], { since, until: since + 86_400_000 });
      expect({ judged, summary, traffic }).toEqual({ judged: 'alone', summary: own.summary, traffic: own.traffic });
    }
    expect(alone.dumps.length).toBeGreaterThan(2);
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

  it('takes years by the day, and refuses to analyse each day of years alone', async () => {
    const years = fileWith('id,created_at,user,text\n1,2014-03-01 12:00,ann,a\n2,2016-03-01 12:00,bob,b\n');
    const { dumps } = await compareDumps([years], { byDay: true });
    expect(dumps.map(({ day, dump }) => [day, dump.posts])).toEqual([
      ['2014-03-01', 1],
      ['2016-03-01', 1],
    ]);
    await expect(compareDumps([years], { byDay: true, eachDayAlone: true })).rejects.toMatchObject({
      code: 'usage',
      hint: 'choose up to 92 with --since and --until',
    });
  });
});

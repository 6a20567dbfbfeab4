import { describe, expect, it } from 'vitest';
import { dumpOf, fileWith, trendAudit } from './run.js';

const dump = fileWith(dumpOf(40));

describe('inspect', () => {
  it('prints a page for a person: 80 columns and no colour into a pipe', async () => {
    const { code, stdout, stderr } = await trendAudit(['inspect', dump]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const says of [
      '40 posts · 7 accounts',
      'What posts hold',
      'stated (in hours)',
      'What can be measured',
      'What it cannot show',
    ])
      expect(stdout).toContain(says);
    expect(stdout).not.toContain('\u001B');
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes('dump.csv'))).toEqual([]);
  });

  it.each(['24', '50', '200'])('fits a page of %s columns', async (COLUMNS) => {
    const { stdout } = await trendAudit(['inspect', '-'], { env: { COLUMNS }, input: dumpOf(40) });
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS))).toEqual([]);
  });

  it('prints the same JSON twice, and only JSON', async () => {
    const [first, second] = [
      await trendAudit(['inspect', dump, '--json']),
      await trendAudit(['inspect', dump, '--json']),
    ];
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({
      schemaVersion: '1',
      tool: { name: 'trend-audit' },
      dump: { posts: 40, accounts: 7 },
    });
    expect(second.stdout).toBe(first.stdout);
  });

  it('reads columns and zones as it is told', async () => {
    const file = fileWith('when,who,said\n2014-03-01 12:00,ann,Words\n');
    const { stdout } = await trendAudit([
      'inspect',
      file,
      '--json',
      '--map',
      'time=when',
      '--map',
      'handle=who',
      '--map',
      'text=said',
      '--assume-tz',
      '+03:00',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      dump: { from: '2014-03-01T09:00:00.000Z' },
      options: { assumeTz: '+03:00', map: { time: 'when' } },
    });
  });

  it('shows what is hostile, and does not obey it', async () => {
    const { stdout } = await trendAudit([
      'inspect',
      fileWith('id,created_at,user,text,"\u001B[2J"\n1,2014-03-01 12:00,ann,"#a\u202Eb words",x\n'),
    ]);
    expect(stdout).not.toMatch(/[\u001B\u202E]/u);
  });

  it.each([
    [
      ['inspect'],
      'trend-audit: no file was named. Name one, as in trend-audit inspect dump.csv, or - to read standard input.',
    ],
    [['inspect', '/no/such/dump.csv'], 'trend-audit: /no/such/dump.csv: no such file.'],
    [['inspect', fileWith('')], 'is empty: 0 bytes.'],
    [['inspect', dump, '--top', '3'], "unknown option '--top'"],
  ])('%j ends with 2 and one line', async (args, says) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/);
  });
});

it('reads dates that do not tell which way round they are as it is told to', async () => {
  const rows = ['03/04/2014 12:00', '03/04/2014 13:00', '05/04/2014 13:00'].map(
    (time, n) => `${n},${time},ann${n},words`,
  );
  const doubtful = fileWith(`id,created_at,username,text\n${rows.join('\n')}\n`);
  const first = async (order: string): Promise<string> => {
    const { stdout } = await trendAudit(['analyze', doubtful, '--json', '--quiet', '--date-order', order]);
    const { dump: read }: { dump: { from: string } } = JSON.parse(stdout);
    return read.from;
  };
  expect(await first('day-first')).toBe('2014-04-03T12:00:00.000Z');
  expect(await first('month-first')).toBe('2014-03-04T12:00:00.000Z');
});

import { describe, expect, it } from 'vitest';
import { recordsOfFrame } from '../../src/read/json/reshape.js';
import { readText } from './collect.js';

const post = (id: number, more = ''): string =>
  `{"id":"${id}","username":"ann${id}","created_at":"2020-01-01T00:00:0${id}Z","text":"hello"${more}}`;
const nested = (open: string, close: string): string => `${open.repeat(20_000)}1${close.repeat(20_000)}`;

describe('JSON that is nested very deep', () => {
  it.each([
    ['lists', ',"more":', nested('[', ']')],
    ['wrapped dates', ',"id":', nested('{"$date":', '}')],
  ])('is one bad row where it has a line of its own: %s', async (_, key, value) => {
    const lines = [post(1), post(2, `${key}${value}`), post(3)];
    const { input, posts } = await readText(lines.join('\n'), { maxBadRows: 1 });
    expect(posts.map(({ id }) => id)).toEqual(['1', '3']);
    expect(input.skipped).toEqual({ malformed: 1 });
  });

  it('ends a list, and what was before it is read', async () => {
    const list = `[${post(1)},\n${post(2, `,"more":${nested('[', ']')}`)},\n${post(3)}]`;
    const { input, posts } = await readText(list, { maxBadRows: 1 });
    expect(posts.map(({ id }) => id)).toEqual(['1']);
    expect(input.notes.join(' ')).toContain('breaks off in line 2');
  });

  it('is read as ever where brackets stand in a text, or it is no deeper than 1,000', async () => {
    const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
    const { posts } = await readText(
      [post(1), post(2, `,"more":"\\"${'['.repeat(3000)}"`), post(3, `,"more":${deep}`)].join('\n'),
    );
    expect(posts).toHaveLength(3);
  });
});

it('makes no more keys of a row of a frame than it has cells', () => {
  const columns = Array.from({ length: 1000 }, (_, at) => `column ${at}`);
  const records = recordsOfFrame({ columns, data: [['a', 'b'], ['c'], null] });
  expect(records?.map((record) => Object.keys(record).length)).toEqual([2, 1, 0]);
});

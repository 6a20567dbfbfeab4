import { array, assert, property, string } from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { isMark, objectCell, objectValues } from '../../src/read/objects.js';
import { readFile, readText } from './collect.js';
import { temporaryFile } from './temporary.js';

const HEADER = 'id,user_id,created_at,text,image_hash,sound_id';

function table(...rows: readonly (readonly [image: string, sound: string])[]): string {
  const lines = rows.map(
    ([image, sound], at) => `9${at},7${at},2021-05-14 18:03:0${at},some words of post ${at},${image},${sound}`,
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

async function objectsOf(text: string, object: string | readonly string[]): Promise<unknown[]> {
  const { posts } = await readText(text, { map: { object } });
  return posts.map(({ objects }) => objects?.map(({ name, value }) => `${name}=${value}`));
}

describe('columns of objects', () => {
  it('give each its own objects, and empty cells none, however they say so', async () => {
    const text = table(['ab12', '77'], ['', '77'], ['nan', 'None'], ['null', '[]'], ['ab12', '']);
    expect(await objectsOf(text, ['image_hash', 'sound_id'])).toEqual([
      ['image_hash=ab12', 'sound_id=77'],
      ['sound_id=77'],
      undefined,
      undefined,
      ['image_hash=ab12'],
    ]);
  });

  it('may hold lists: JSON, as Python or R print them, or parted by |, each value once', async () => {
    const text = table(
      ['"[""ab, 1"", ""cd""]"', '1|2'],
      [`"['ab', 'cd']"`, '1 | 2 | 1'],
      ['"c(""ab"", ""cd"")"', '"My sound, by [me]"'],
    );
    expect(await objectsOf(text, ['image_hash', 'sound_id'])).toEqual([
      ['image_hash=ab, 1', 'image_hash=cd', 'sound_id=1', 'sound_id=2'],
      ['image_hash=ab', 'image_hash=cd', 'sound_id=1', 'sound_id=2'],
      ['image_hash=ab', 'image_hash=cd', 'sound_id=My sound, by [me]'],
    ]);
  });

  it('are read by no guess, and none where `object=` says so', async () => {
    const text = table(['ab12', '77']);
    const { posts, input } = await readText(text);
    expect(posts[0]).not.toHaveProperty('objects');
    expect(input.columns).not.toHaveProperty('object');
    expect(await objectsOf(text, '')).toEqual([undefined]);
  });

  it('are told in the account of the file, and are not among those that nothing is read from', async () => {
    const { input } = await readText(table(['ab12', '77']), { map: { object: ['sound_id', 'image_hash'] } });
    expect(input.columns['object']).toBe('sound_id, image_hash');
    expect(input.reading?.columnsLeft).toEqual([]);
  });

  it('are told in one order, whatever the order of columns and of --map', async () => {
    const text = table(['ab12', '77']);
    const turned = text.replace(/(image_hash|ab12),(sound_id|77)/g, '$2,$1');
    expect(turned).toContain('sound_id,image_hash');
    const first = await objectsOf(text, ['image_hash', 'sound_id']);
    expect(await objectsOf(turned, ['image_hash', 'sound_id'])).toEqual(first);
    expect(await objectsOf(text, ['sound_id', 'image_hash'])).toEqual(first);
  });

  it('are called as the user calls them, so that they are the same in files that spell them otherwise', async () => {
    const text = table(['ab12', '77']).replace('image_hash', 'Image Hash');
    expect(await objectsOf(text, 'image_hash')).toEqual([['image_hash=ab12']]);
    expect(await objectsOf(text, '5')).toEqual([['Image Hash=ab12']]);
  });

  it('may stand in place of a text', async () => {
    const { posts } = await readText('id,user_id,created_at,image_hash\n1,7,2021-05-14 18:03:07,ab12\n', {
      map: { object: 'image_hash' },
    });
    expect(posts).toMatchObject([{ text: '', objects: [{ name: 'image_hash', value: 'ab12' }] }]);
  });

  it('that the file does not have are an error with the nearest name', async () => {
    await expect(objectsOf(table(['ab12', '77']), ['image_hash', 'sound'])).rejects.toMatchObject({
      code: 'usage',
      message: '--map object: there is no column “sound”',
    });
  });
});

const record = (at: number, video: object): object => ({
  id: `9${at}`,
  user: { id: `7${at}` },
  created_at: `2021-05-14T18:03:0${at}Z`,
  text: `words ${at}`,
  video,
});

describe('objects elsewhere', () => {
  it('are found in JSON by paths, lists taken apart and numbers whole', async () => {
    const lines = [
      record(0, { music: { id: 6954097262190151681n.toString() }, frames: ['a|b', 'c'] }),
      record(1, { music: { id: null }, frames: [] }),
      record(2, { music: { id: 12 }, frames: ['["a|b"]'] }),
    ];
    const text = lines.map((each) => JSON.stringify(each)).join('\n');
    expect(await objectsOf(text, ['video.music.id', 'video.frames'])).toEqual([
      ['video.frames=a|b', 'video.frames=c', 'video.music.id=6954097262190151681'],
      undefined,
      ['video.frames=["a|b"]', 'video.music.id=12'],
    ]);
  });

  const file = temporaryFile('objects.parquet');

  it('are read from Parquet', async () => {
    const path = file(
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'tweetid', data: [1n, 2n], type: 'INT64' },
            { name: 'userid', data: [7n, 8n], type: 'INT64' },
            {
              name: 'tweet_time',
              data: [new Date('2021-05-14T18:03:07Z'), new Date('2021-05-14T18:03:08Z')],
              type: 'TIMESTAMP',
            },
            { name: 'tweet_text', data: ['one', 'two'], type: 'STRING' },
            { name: 'image_hash', data: ['ab12', ''], type: 'STRING' },
          ],
        }),
      ),
    );
    const { posts } = await readFile(path, { map: { object: 'image_hash' } });
    expect(posts.map(({ objects }) => objects)).toEqual([[{ name: 'image_hash', value: 'ab12' }], undefined]);
  });
});

describe('CooRTweet’s object_id', () => {
  it('is an object where it is an id, an address or a hashtag, and the text where it is words', async () => {
    const objects = [
      '1393265632211894282',
      'https://example.org/a',
      '#огни',
      '"Bring a candle, #lanterns"',
      '夜の川の灯り。',
    ];
    const rows = objects.map((object, at) => `${object},710000001${at},139326563221189428${at},162101538${at}`);
    const { posts } = await readText(['object_id,account_id,content_id,timestamp_share', ...rows].join('\n'));
    expect(posts.map(({ text, objects: found }) => [text, found?.map(({ value }) => value)])).toEqual([
      ['', ['1393265632211894282']],
      ['', ['https://example.org/a']],
      ['', ['#огни']],
      ['Bring a candle, #lanterns', undefined],
      ['夜の川の灯り。', undefined],
    ]);
    expect(posts[0]?.objects?.[0]?.name).toBe('object_id');
  });
});

describe('objectCell', () => {
  it('makes a cell that objectValues takes apart again', () => {
    const value = string({ minLength: 1, maxLength: 12 }).filter((each) => objectValues(each)[0] === each);
    assert(
      property(array(value, { maxLength: 4 }), (values) => {
        expect(objectValues(objectCell(values))).toEqual(values);
      }),
    );
  });
});

describe('isMark', () => {
  it.each(['ab12', 'https://a.example/b?c=d', '#тег', '＃タグ', ' 12 '])('%s is one', (cell) => {
    expect(isMark(cell)).toBe(true);
  });
  it.each(['two words', 'слово', '', '#тег и слово'])('“%s” is none', (cell) => {
    expect(isMark(cell)).toBe(false);
  });
});

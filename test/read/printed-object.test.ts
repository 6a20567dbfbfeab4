import { array, assert, boolean, constantFrom, dictionary, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrintedObject } from '../../src/read/cells/printed-object.js';

describe('objects printed as text', () => {
  it.each([
    [`{'id': 101, 'verified': False, 'url': None}`, { id: 101, verified: false, url: null }],
    [`{'name': "O'Neil", 'says': 'a \\'b\\' \\u041f \\xe9'}`, { name: "O'Neil", says: `a 'b' П é` }],
    [`{"id": 1300000000000000001, "tags": [{"text": "a"}]}`, { id: '1300000000000000001', tags: [{ text: 'a' }] }],
    [`[{'text': 'fest', 'indices': [3, 8]}, ]`, [{ text: 'fest', indices: [3, 8] }]],
    [
      `User(username='ann', id=12, created=datetime.datetime(2012, 3, 4, tzinfo=datetime.timezone.utc))`,
      { username: 'ann', id: 12, created: 'datetime.datetime(2012, 3, 4, tzinfo=datetime.timezone.utc)' },
    ],
    [`array(['a', 'b'], dtype=object)`, ['a', 'b']],
    [`[<ReferencedTweet id=12 type=quoted>]`, [{ id: '12', type: 'quoted' }]],
    [`{'when': Timestamp('2020-07-28 06:00:00')}`, { when: `Timestamp('2020-07-28 06:00:00')` }],
    [`('a' 'b', b'c')`, ['ab', 'c']],
  ])('%s', (cell, value) => {
    expect(parsePrintedObject(cell)).toEqual(value);
  });

  it.each([`{'id': 101`, `{'id': nobody}`, 'come (if you can)', `[1, 2] and more`, '', `f(`, '{'.repeat(100)])(
    '%s is none',
    (cell) => {
      expect(parsePrintedObject(cell)).toBeUndefined();
    },
  );

  const text = array(constantFrom('a', 'Ж', '"', "'", '\\', '\n', '{', '}', ',', ':', '#тег'), { maxLength: 8 }).map(
    (parts) => parts.join(''),
  );
  const object = dictionary(text, oneof(text, integer(), boolean(), array(text, { maxLength: 3 })), {
    maxKeys: 4,
    noNullPrototype: true,
  });

  it.each([
    ['JSON', JSON.stringify],
    ['the notation of Python', python],
  ])('come back as they were, from %s', (_, print) => {
    assert(
      property(object, (value) => {
        expect(parsePrintedObject(print(value))).toEqual(value);
      }),
    );
  });

  it('of any text end in a value or in none', () => {
    assert(property(string({ maxLength: 60 }), (noise) => void parsePrintedObject(`{${noise}`)));
  });
});

/** As Python's `repr` prints it. */
function python(value: unknown): string {
  if (typeof value === 'string')
    return `'${value
      .replaceAll('\\', '\\\\')
      .replaceAll("'", String.raw`\'`)
      .replaceAll('\n', String.raw`\n`)}'`;
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, part]) => `${python(key)}: ${python(part)}`)
      .join(', ')}}`;
  return value === true ? 'True' : value === false ? 'False' : String(value);
}

import {
  array,
  assert,
  constantFrom,
  integer,
  type JsonValue,
  jsonValue,
  property,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonConfig, parseYaml } from '../../src/cli/config-document.js';
import { TrendAuditError } from '../../src/errors.js';

function thrown(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

describe('parseJson', () => {
  it('reads any JSON as JSON.parse does', () => {
    assert(
      property(jsonValue({ noUnicodeString: false }), integer({ min: 0, max: 4 }), (value: JsonValue, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJsonConfig(text, 'a.json').value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('tells the line of each key, and of each element of a list', () => {
    const keys = uniqueArray(string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 8 });
    assert(
      property(keys, array(integer(), { minLength: 1 }), constantFrom(1, 2, '\t'), (names, list, indent) => {
        const value = { list, within: Object.fromEntries(names.map((name) => [`k${name}`, [name]])) };
        const { lineOf } = parseJsonConfig(JSON.stringify(value, null, indent), 'a.json');
        // Line 1 opens, `list` stands on line 2, an element a line follows, and a line that closes.
        expect(list.map((_, index) => lineOf(['list', index]))).toEqual(list.map((_, index) => 3 + index));
        expect(lineOf(['within'])).toBe(list.length + 4);
        expect(names.map((name) => lineOf(['within', `k${name}`, 'none']))).toEqual(
          names.map((_, index) => list.length + 5 + 3 * index),
        );
      }),
    );
  });

  it.each([
    ['a comma too many', '{\n  "a": [\n    {"b": {"c": 1,}}\n  ]\n}\n', 3],
    ['a comma too many in a list', '{"a": [\n1,\n]}\n', 3],
    ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', 3],
    ['a comment', '[\n  1,\n  // two\n  2\n]', 3],
    ['a comment at the end', '{"a": 1}\n# two\n', 2],
    ['a key without quotes', '{\n  a: 1\n}', 2],
    ['single quotes', '{\n  "a": 1,\n  "b": \'c\'\n}', 3],
    ['a misspelt word', '{\n  "a": 1,\n  "b": tru,\n  "c": 2\n}', 3],
    ['a number of another notation', '{\n  "a": 1,\n  "b": 0x10\n}', 3],
    ['a line break in a text', '{\n  "a": "b\nc"\n}', 2],
    ['an escape of another notation', '{\n  "a": "\\x41"\n}', 2],
    ['a value too few', '{\n  "a":\n}', 3],
    ['two documents', '{"a": 1}\n{"b": 2}\n', 2],
    ['no end', '{\n  "a": [\n    1\n', 3],
    ['YAML', 'a: 1\nb: 2\n', 1],
  ])('refuses %s at its line', (_, text, line) => {
    const error = thrown(() => parseJsonConfig(text, 'a.json'));
    expect(error).toBeInstanceOf(TrendAuditError);
    expect(error).toMatchObject({
      code: 'malformed',
      message: expect.stringMatching(/^is not valid JSON: [A-Z][^\n]*[^.\s]$/u),
      file: 'a.json',
      line,
      hint: expect.stringMatching(/^fix it there/u),
    });
    // Where it is, the line says; and a text may be long.
    expect(error).not.toMatchObject({ message: expect.stringMatching(/position|is not valid JSON: .*is not valid/u) });
  });

  it.each([
    ['{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}', 'the key "a" is given twice', 4],
    ['{"x": [\n{"a": {"b": 1,\n"b": 2}}]}', 'the key "b" is given twice', 3],
    ['{\n"say \\"hi\\"": 1,\n"say \\"hi\\"": 2}', 'the key "say \\"hi\\"" is given twice', 3],
  ])('refuses a key that is there twice: %j', (text, message, line) => {
    expect(thrown(() => parseJsonConfig(text, 'a.json'))).toMatchObject({ code: 'malformed', message, line });
  });
});

describe('parseYaml', () => {
  it('tells the line of each key, those that an alias brings too', () => {
    const { value, lineOf } = parseYaml('# first\na:\n  - b: &x\n      c: 1\n  - b: *x\n', 'a.yaml');
    expect(value).toEqual({ a: [{ b: { c: 1 } }, { b: { c: 1 } }] });
    expect(lineOf([])).toBe(2);
    expect(lineOf(['a', 1, 'b'])).toBe(5);
    expect(lineOf(['a', 1, 'b', 'c'])).toBe(4);
    expect(lineOf(['a', 7])).toBe(2);
  });

  it('lets Node warn of nothing, which would quote the text as it is', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): number => warnings.push(warning);
    process.on('warning', note);
    expect(parseYaml('? [a, \u202Eb]\n: c\n', 'a.yaml').value).toEqual({ '[ a, \u202Eb ]': 'c' });
    // Node tells warnings after this turn.
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

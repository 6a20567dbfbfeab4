import { Command } from 'commander';
import {
  array,
  assert,
  type Arbitrary,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  nat,
  oneof,
  property,
  record,
  stringMatching,
  tuple,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOptions, analyzeOptions, type TypedOptions } from '../src/cli/command-options.js';
import { RESULT_OPTIONS, type ResultOptions } from '../src/documents/options.js';
import { TrendAuditError } from '../src/errors.js';
import { checkOptions, FLAG_OPTIONS, flagOf, resolveOptions, typedOptions } from '../src/options.js';

/** What the command makes of these words. */
function typed(words: readonly string[]): ReturnType<typeof analyzeOptions> {
  const command = addOptions(new Command()).exitOverride();
  return analyzeOptions(command.parse([...words], { from: 'user' }).opts<TypedOptions>());
}

const word = stringMatching(/^[a-zа-я][a-z0-9_./]{0,8}$/u);
const given: Arbitrary<ResultOptions> = record(
  {
    hashtag: word,
    since: integer({ min: 0, max: 1.6e12 }),
    until: integer({ min: 1.7e12, max: 2e12 }),
    map: tuple(
      dictionary(word, word, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      oneof(
        constant({}),
        record({ object: word }),
        record({ object: uniqueArray(word, { minLength: 2, maxLength: 3 }) }),
      ),
    ).map(([fields, objects]) => ({ ...fields, ...objects })),
    users: array(word, { minLength: 1, maxLength: 3 }),
    assumeTz: constantFrom('UTC', 'Europe/Moscow', '+05:30'),
    dateOrder: constantFrom('day-first', 'month-first'),
    noHeader: boolean(),
    sheet: word,
    records: word,
    maxBadRows: double({ min: 0.001, max: 1, noNaN: true }).map((share) => Number(share.toFixed(3))),
    encoding: word,
    seed: nat(),
  },
  { requiredKeys: [] },
).filter((options) => Object.keys(options).length > 0);

describe('options', () => {
  it('typed again as a result tells them give the same result options', () => {
    assert(
      property(given, (options) => {
        const resolved = resolveOptions(options);
        expect(resolveOptions(typed(typedOptions(resolved)))).toEqual(resolved);
      }),
    );
  });

  it('that are not given are told by their defaults, in the order of the table', () => {
    const resolved = resolveOptions({});
    expect(Object.keys(resolved)).toEqual(Object.keys(RESULT_OPTIONS));
    expect(resolved).toEqual({
      hashtag: null,
      since: null,
      until: null,
      map: null,
      users: null,
      assumeTz: 'UTC',
      dateOrder: null,
      noHeader: false,
      sheet: null,
      records: null,
      maxBadRows: 0.1,
      encoding: null,
      seed: 1,
    });
    expect(typedOptions(resolved)).toEqual([]);
  });

  it('have a moment in the zone that is assumed, wherever that is typed', () => {
    const moscow = { since: Date.UTC(2014, 2, 4, 20), until: Date.UTC(2014, 2, 5, 20), assumeTz: 'Europe/Moscow' };
    const span = ['--since', '2014-03-05', '--until', '2014-03-05'];
    expect(typed([...span, '--assume-tz', 'Europe/Moscow'])).toEqual(moscow);
    expect(typed(['--assume-tz', 'Europe/Moscow', ...span])).toEqual(moscow);
  });

  it('are called as they were given where they contradict each other', () => {
    const empty = { since: 2, until: 1 };
    expect(() => checkOptions(empty)).toThrow('since is not before until');
    expect(() => checkOptions(empty, (name) => `--${name}`)).toThrow('--since is not before --until');
  });

  it('are refused where there is no such option, or no such value', () => {
    const misspelled: object = { sede: 1 };
    expect(() => checkOptions(misspelled)).toThrow(TrendAuditError);
    expect(() => checkOptions({ seed: 1.5 })).toThrow('the option seed is 1.5');
    const twice = { map: { time: ['a', 'b'] } };
    expect(() => checkOptions(twice)).toThrow('the option map');
    expect(() => checkOptions({ map: { object: [] } })).toThrow('the option map');
    expect(() => checkOptions({ map: { object: ['image_hash', 'sound_id'] } })).not.toThrow();
  });

  it('have flags of their own', () => {
    expect(new Set(FLAG_OPTIONS.map(flagOf)).size).toBe(FLAG_OPTIONS.length);
  });
});

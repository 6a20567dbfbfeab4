/** The reading options with which loads were read. */

import type { Input } from '../../documents/result.js';
import { TrendAuditError } from '../../errors.js';
import { type AnalyzeOptions, READING_OPTIONS, type ResultOptions, resolve } from '../../options.js';
import { outOfRange } from '../../stats/array-access.js';
import type { Load } from './loads.js';
import type { StoredInput } from './selection.js';

/** The options that all loads have in common. `withLoadNotes` states different ones for each input. */
export function sharedOptions(loads: readonly Load[]): ResultOptions {
  const [first, ...others] = loads;
  if (!first) return {};
  return Object.fromEntries(
    Object.entries(first.options).filter(([name, value]) =>
      others.every(
        ({ options }) =>
          JSON.stringify(Object.entries(options).find(([other]) => other === name)?.[1]) === JSON.stringify(value),
      ),
    ),
  );
}

/**
 * Adds notes to inputs: on the folder in which they were found, and on their reading options if these differ between
 * loads.
 */
export function withLoadNotes(inputs: readonly Input[], stored: readonly StoredInput[]): Input[] {
  const shared = JSON.stringify(sharedOptions([...new Set(stored.map(({ load }) => load))]));
  return inputs.map((input, place) => {
    const { load, input: loaded } = stored[place] ?? outOfRange();
    const differs = JSON.stringify(load.options) !== shared;
    const how = Object.entries(resolve(load.options, Object.keys(load.options).filter(isReadingOption)))
      .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
      .join(', ');
    return {
      ...input,
      notes: [
        ...input.notes,
        ...loaded.folderNotes,
        ...(differs ? [`When it was loaded, it was read with ${how || 'the default options'}.`] : []),
      ],
    };
  });
}

function isReadingOption(name: string): name is Exclude<(typeof READING_OPTIONS)[number], 'maxBytes'> {
  return name !== 'maxBytes' && READING_OPTIONS.some((each) => each === name);
}

/** Throws TrendAuditError if options for reading files are given: these were given when the files were loaded. */
export function assertNotReading(options: AnalyzeOptions): void {
  const given = READING_OPTIONS.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new TrendAuditError('usage', `the option ${given} is about reading files, and a store was filled earlier`, {
    hint: 'leave it out here, and use it with trend-audit load',
  });
}

/** Parsers of flag values that are not in the table of options. */

import { InvalidArgumentError } from 'commander';
import type { Threshold } from '../check/threshold.js';
import { VERDICTS } from '../documents/verdict.js';
import { InvalidValueError, OPTION_KINDS, parseCount as parseWholeNumber, type Typing } from '../option-kinds.js';
import { suggest } from '../text/suggest.js';

/** Adapts a parser to commander: it takes commander's arguments and throws commander's error. */
export function argument<Value>(
  parse: (text: string, typing: Typing) => Value,
): (text: string, before?: unknown) => Value {
  return (text, before) => {
    try {
      return parse(text, { before });
    } catch (error) {
      if (!(error instanceof InvalidValueError)) throw error;
      throw new InvalidArgumentError(error.message);
    }
  };
}

export const parseCountArgument = argument((text) => parseWholeNumber(text));
export const parseShare = argument((text) => OPTION_KINDS.share.parse(text));
export const parseHashtag = argument((text) => OPTION_KINDS.hashtag.parse(text));
/** Adds one file to those given before. */
export const collectFile = argument((text, typing) => OPTION_KINDS.files.parse(text, typing));

/** Parses points of a score, 0 to 100. */
export function parsePoints(text: string): number {
  const points = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(points <= 100)) throw new InvalidArgumentError('Give points from 0 to 100.');
  return points;
}

/** Adds one `verdict`, `verdict=N` or `verdict=N%` to those given before. */
export function collectThreshold(text: string, before: readonly Threshold[] = []): readonly Threshold[] {
  const [name = '', ...rest] = text.trim().split('=');
  const verdict = VERDICTS.find((each) => each === name);
  if (verdict === undefined) {
    const near = suggest(name, VERDICTS);
    throw new InvalidArgumentError(
      `${near === undefined || name === '' ? '' : `Did you mean ${near}? `}Verdicts are ${VERDICTS.join(', ')}.`,
    );
  }
  const [, digits, sign] = /^(\d+(?:\.\d+)?)\s?(%?)$/.exec(rest.length === 0 ? '0' : rest.join('=').trim()) ?? [];
  const most = Number(digits ?? Number.NaN);
  if (sign === '%' ? most > 100 : !Number.isSafeInteger(most))
    throw new InvalidArgumentError(
      'Give a whole number of accounts or a share of them, such as coordinated=10 or coordinated=5%.',
    );
  return [...before, { verdict, ...(sign === '%' ? { mostPercent: most } : { most }) }];
}

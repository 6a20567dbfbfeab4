/** Values of options, from what was typed. */

import { InvalidArgumentError } from 'commander';
import type { Threshold } from '../check/threshold.js';
import { VERDICTS } from '../documents/evidence.js';
import { suggest } from '../text/suggest.js';

/** `10%` or `0.1`, as a share from 0 to 1. */
export function parseShare(text: string): number {
  const [, digits, sign] = /^(\d+(?:\.\d+)?|\.\d+)\s?(%?)$/.exec(text.trim()) ?? [];
  const share = Number(digits) / (sign === '%' ? 100 : 1);
  if (digits === undefined || share > 1) throw new InvalidArgumentError('Give a share such as 10% or 0.1.');
  return share;
}

export function parseCount(text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(count)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return count;
}

/** Points of a score. */
export function parsePoints(text: string): number {
  const points = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(points <= 100)) throw new InvalidArgumentError('Give points from 0 to 100.');
  return points;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** `500M`, `20G`, `1.5 GiB` or a number of bytes, as bytes; a unit is 1024 of the one before. */
export function parseBytes(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s?([kmgt]?)(?:i?b)?$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN));
  if (!Number.isSafeInteger(bytes) || bytes < 1)
    throw new InvalidArgumentError('Give a number of bytes such as 500M or 20G.');
  return bytes;
}

/** `#tag` or `tag`; what a hashtag may hold is the reader's business. */
export function parseHashtag(text: string): string {
  const tag = text.trim();
  if (/^[#＃]?$/u.test(tag))
    throw new InvalidArgumentError("Give a hashtag such as '#tag' (in quotes, for a shell takes # for a comment).");
  if (/\s/u.test(tag)) throw new InvalidArgumentError('A hashtag has no spaces.');
  return tag;
}

/** Adds one more file. */
export function collectFile(text: string, before: readonly string[] = []): readonly string[] {
  if (text === '' || text === '-') throw new InvalidArgumentError('Give the name of a file.');
  return [...before, text];
}

/** Adds one `field=column` to those given before. */
export function collectMapping(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf('=');
  const [field, column] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || field === '' || column === '')
    throw new InvalidArgumentError('Give a field and the column that holds it, such as time=created_at.');
  if (Object.hasOwn(before, field)) throw new InvalidArgumentError(`The field ${field} is given twice.`);
  return { ...before, [field]: column };
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

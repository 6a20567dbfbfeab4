/** What the result is based on: the files, which rows were skipped and why, the creation dates, the time zone. */

import type { Input, Result } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, joinList, formatNumber, withFullStop } from '../text/format.js';
import type { TextPage } from './page.js';
import { skippedClauses } from './skip-reasons.js';
import { wrapParagraph } from './text-layout.js';

const FILES_SHOWN = 10;

/** The section on what was read: the files, their rows, skipped rows, creation dates and time zone. */
export function inputsSection(result: Result, page: TextPage): string[] {
  const files = result.inputs.slice(0, page.most === Infinity ? Infinity : FILES_SHOWN);
  const more = result.inputs.length - files.length;
  return [
    page.strong('Read'),
    ...files.flatMap((input) => file(input, page)),
    ...(more > 0 ? [page.quiet(` and ${formatCount(more, 'more file')}; all: --top 0`)] : []),
    ...[
      creationDates(result),
      clock(result),
      ...(result.accounts.some(({ verdict }) => verdict === 'coordinated')
        ? ['The score (0 to 100) ranks accounts; it is not a probability.']
        : []),
    ].flatMap((text) => wrapParagraph(text, page.prose, { first: ' ', indent: '   ' })),
  ];
}

function file(input: Input, page: TextPage): string[] {
  const skipped = Object.values(input.skipped).reduce((sum, rows) => sum + rows, 0);
  const rest = skipped === 0 ? 'nothing skipped' : `${formatNumber(skipped)} skipped:`;
  return [
    ...wrapParagraph(
      `${escapeControls(input.path)}: ${formatCount(input.rows, 'row')}, ${formatCount(input.posts, 'post')}, ${rest}`,
      page.prose,
      { first: ' ', indent: '   ' },
    ),
    ...skippedClauses(input).flatMap((text) => wrapParagraph(text, page.prose, { first: '   ', indent: '     ' })),
    ...input.notes.flatMap((note) =>
      wrapParagraph(withFullStop(escapeControls(note)), page.prose, { first: '   ', indent: '     ' }),
    ),
  ];
}

function creationDates({ dump }: Result): string {
  const { dump: stated, snowflake, interpolated, none } = dump.creationDates;
  if (stated + snowflake + interpolated === 0) return 'No account has a creation date.';
  const parts = [
    [stated, 'stated'],
    [snowflake, 'from ids'],
    [interpolated, 'estimated from ids (~)'],
    [none, 'unknown'],
  ] as const;
  return `Creation dates: ${joinList(parts.filter(([accounts]) => accounts > 0).map(([accounts, how]) => `${formatNumber(accounts)} ${how}`))}.`;
}

/** The time zone; whether the times of a file have an offset is in its notes. */
function clock({ options }: Result): string {
  const zone = options.assumeTz;
  return typeof zone === 'string' && zone !== 'UTC'
    ? `All times are UTC; those without an offset were read as ${escapeControls(zone)} (--assume-tz).`
    : 'All times are UTC.';
}

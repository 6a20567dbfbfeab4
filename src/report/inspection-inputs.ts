/** What each file is: how it was recognised, what was read from it and what was not. */

import type { IdDates, InputInspection, Inspection } from '../documents/inspection.js';
import { escapeControls } from '../text/escape-controls.js';
import { granularityName } from '../text/format-durations.js';
import { formatCount, joinList, formatNumber, withFullStop } from '../text/format.js';
import { formatTimeSpan } from '../time/format-dates.js';
import { shownId } from './cut-names.js';
import type { TextPage } from './page.js';
import { skippedClauses } from './skip-reasons.js';
import { joinFacts, wrapParagraph, wrap } from './text-layout.js';

/** Maximum number of columns shown by which a format was recognised: a few are enough. */
const COLUMNS_SHOWN = 6;
/** Maximum number of unused columns shown: there may be hundreds; the JSON has all. */
const COLUMNS_LEFT_SHOWN = 20;

const DATES: Readonly<Record<Exclude<IdDates, null>, string>> = {
  'no-numbers': 'they are not the platform’s numbers',
  rounded: 'they have been rounded',
  'made-up': 'most are so small that they were numbered by hand',
  'another-network': 'nothing shows that they are X’s: the ids of its posts do not tell their time, or it has none',
  impossible: 'too many would be younger than their own posts',
};

/** For each file, and each file of profiles, a section on how it was read. */
export function inputSections(
  { inputs, profiles }: Pick<Inspection, 'inputs' | 'profiles'>,
  page: TextPage,
): string[][] {
  const section = (path: string, texts: readonly string[]): string[] => [
    ...wrap(path === '-' ? 'Standard input' : escapeControls(path), page.width).map(page.strong),
    ...texts.flatMap((text) => wrapParagraph(withFullStop(text), page.prose, { first: ' ', indent: '   ' })),
  ];
  return [
    ...inputs.map((input) =>
      section(input.path, [...about(input), ...read(input), ...input.notes.map(escapeControls)]),
    ),
    ...profiles.map(({ path, accounts }) =>
      section(path, [`profiles of ${formatCount(accounts, 'account')}, joined to the posts`]),
    ),
  ];
}

function about({ format, recognisedBy, accounts, from, to, resolutionSeconds }: InputInspection): string[] {
  const span = from === null || to === null ? [] : [formatTimeSpan(from, to, resolutionSeconds)];
  return [
    `${escapeControls(format)}, ${recognisedAs(recognisedBy)}`,
    ...joinFacts(
      [formatCount(accounts, 'account'), ...span, `times in ${granularityName(resolutionSeconds)}`],
      Infinity,
    ),
  ];
}

function recognisedAs(recognisedBy: readonly string[]): string {
  if (recognisedBy.length === 0)
    return 'no known format: columns were found by the names that people usually give them';
  return `known by ${shortened(recognisedBy, COLUMNS_SHOWN)}`;
}

function shortened(columns: readonly string[], most: number): string {
  const rest = columns.length - most;
  const shown = columns.slice(0, rest > 1 ? most : columns.length).map(shownId);
  return joinList(rest > 1 ? [...shown, `${formatNumber(rest)} more`] : shown);
}

function read(input: InputInspection): string[] {
  const { rows, posts, columns, columnsLeft, datesFromIds } = input;
  const skipped = skippedClauses(input);
  const used = Object.entries(columns).map(([field, column]) =>
    column === field ? field : `${field} = ${shownId(column)}`,
  );
  return [
    `${formatCount(rows, 'row')}, ${formatCount(posts, 'post')}, ` +
      `${skipped.length === 0 ? 'nothing skipped' : `skipped: ${skipped.join('; ')}`}`,
    `Used: ${escapeControls(used.join(', '))}`,
    ...(columnsLeft.length === 0 ? [] : [`Unused columns: ${shortened(columnsLeft, COLUMNS_LEFT_SHOWN)}`]),
    `Encoding repairs: ${input.encodingRepairs === 0 ? 'none' : formatNumber(input.encodingRepairs)} ` +
      `(${escapeControls(input.encoding)})`,
    `Time zone assumed: ${input.timeZoneAssumed === null ? 'none, every time names its own' : escapeControls(input.timeZoneAssumed)}`,
    `Damaged ids: ${input.damagedIds.length === 0 ? 'none' : `in ${escapeControls(joinList(input.damagedIds))}`}`,
    `Cut texts: ${input.fields.text.of === 0 && input.posts > 0 ? 'not known' : input.cutTexts === 0 ? 'none' : `${formatNumber(input.cutTexts)} of ${formatNumber(input.fields.text.of)}`}`,
    ...(datesFromIds === null || input.fields.created.posts === input.fields.created.of
      ? []
      : [`Account ids tell no creation dates: ${DATES[datesFromIds]}`]),
  ];
}

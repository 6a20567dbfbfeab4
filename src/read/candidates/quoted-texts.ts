/**
 * Finds columns with the text of a quoted or answered post that a tool also joined to the text of the post itself:
 * otherwise these words would be quoted as the account's own.
 */

import { placeOfQuoted } from '../own-part.js';
import { type ColumnChoice, quoteName } from './column-choice.js';
import type { ColumnValues } from './column-values.js';

/** Names of columns with a text of another post. */
const OF_OTHERS =
  /quot|(?:^|[^a-z])qt(?:[^a-z]|$)|repl[iy]|parent|embed|nested|forward|zitat|zitier|(?:^|[^a-z])cita|citation|цитат|引用|인용|اقتباس|alıntı/i;

/** This many rows must have the words of the column within a longer text: one may do so by chance. */
const ENOUGH = 2;

/** Takes the columns whose words are to be taken out of the texts, with a note on them. */
export function takeQuotedTexts(choice: ColumnChoice): void {
  const { places, plan, notes } = choice;
  const [at] = places.text ?? [];
  if (at === undefined || places.quoted_text || plan.mapped.has('text') || plan.mapped.has('quoted_text')) return;
  const text = choice.column(at);
  const columns = choice
    .columnsExcept(new Set([at]))
    .filter((column) => OF_OTHERS.test(column.name) && areWithin(column, text));
  if (columns.length === 0) return;
  places.quoted_text = columns.map((column) => column.at);
  notes.push(
    `${quoteName(text)} also has the words of other posts, which ${columns.map(quoteName).join(', ')} ` +
      `${columns.length === 1 ? 'has' : 'have'} alone: they were taken out of it, as they are not the account's own.`,
  );
}

/** Whether the texts contain the cells of a column and more, and are seldom the same as these. */
function areWithin(column: ColumnValues, text: ColumnValues): boolean {
  let [within, same] = [0, 0];
  column.cells.forEach((cell, row) => {
    const whole = text.cells[row] ?? '';
    const place = cell === '' ? undefined : placeOfQuoted(whole, cell);
    if (!place) return;
    if (place.from === 0 && place.to === whole.length) same++;
    else within++;
  });
  return within >= ENOUGH && within >= same;
}

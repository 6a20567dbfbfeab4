import { formatNumber, plural } from '../../text/format.js';
import type { Rounding } from '../rounded-ids.js';

/** The cause of rounded ids, for a note. */
export function madeBy({ byFloats }: Rounding): string {
  return byFloats ? 'floating point numbers make them (multiples of 128 and more)' : 'spreadsheets make them';
}

/** The note on a column in which only a few ids cannot be used. */
export function fewNote(name: string, { rounded, of }: Rounding): string {
  return (
    `${formatNumber(rounded)} of ${formatNumber(of)} ids in ${name} may be rounded ` +
    `and ${plural(rounded, 'is', 'are')} not used.`
  );
}

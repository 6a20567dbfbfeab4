/** Reads the time of day from a separate column: `06:00:07`, `6:00 PM`, `06.00.07`, `060007`, or only an hour. */

const USUAL = /^\d{1,2}:\d{2}/;
const DOTTED = /^(\d{1,2})[.h](\d{2})(?:[.m](\d{2})s?)?$/;
const COMPACT = /^(\d{2})(\d{2})(\d{2})?$/;

/** The time of day in a form that can follow a date; '' if the cell is not a time of day. */
export function clockText(cell: string): string {
  if (USUAL.test(cell)) return cell;
  if (/^\d{1,2}$/.test(cell)) return Number(cell) < 24 ? `${cell}:00` : '';
  const [, hour = '', minute = '', second = '00'] = DOTTED.exec(cell) ?? COMPACT.exec(cell) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? `${hour}:${minute}:${second}`
    : '';
}

/** A date with its time of day appended. */
export function withClock(date: string, clock: string): string {
  if (clock === '' || date === '' || date.includes(':')) return date;
  const day = /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : date;
  return `${day} ${clockText(clock) || clock}`;
}

/**
 * Dates in other languages, scripts and notations: `28 de julio de 2020, 06:00`, `2018年10月09日 11:04`, `٢٠٢٠-٠٧-٢٨`,
 * `2021-04-03 09:15:00 EDT`, `Timestamp('2020-07-28 06:00:00')`. Strict: a value with an unknown word is not read.
 */

import { DAY_HALVES, IGNORED_WORDS, MONTHS, PERSIAN_MONTHS, zoneMinutes } from './calendar-words.js';
import type { DayOrder } from './day-order.js';
import { fromPersian } from './persian-calendar.js';
import { withPlainDigits } from './plain-digits.js';
import { MINUTE } from './units.js';

/** The parts of a date; months from 1, `offset` in milliseconds east of UTC, undefined where there is none. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly offset: number | undefined;
}

/** Longer texts are not dates. */
const LONGEST = 120;

/**
 * The date within a printed date object of a programming language; other text is returned unchanged, without its
 * quotes.
 */
function withoutConstructor(text: string): string {
  const call = /^(?:[\w.]*\.)?(Timestamp|datetime64|datetime|date|ISODate|Date|DateTime|parse)\s*\((.*)\)$/s.exec(text);
  if (call === null) return text.replace(/^(["'])(.*)\1$/s, '$2').replace(/^\/Date\((\d+)\)\/$/, '$1');
  const [, , within = ''] = call;
  const quoted = /^\s*(["'])(.*?)\1/s.exec(within)?.[2];
  if (quoted !== undefined) return quoted.replace(/(\.\d{3})\d+/, '$1');
  const numbers = /^\s*(\d{4}(?:\s*,\s*\d+)*)/.exec(within)?.[1]?.split(',').map(Number);
  if (numbers === undefined) return /^\s*\d{10,13}\s*$/.test(within) ? within.trim() : text;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, micro = 0] = numbers;
  const clock = `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}.${String(Math.floor(micro / 1000)).padStart(3, '0')}`;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${clock}${zoneWithin(within) ?? ''}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/**
 * The offset in arguments such as `tzinfo=datetime.timezone.utc`; `?` for an unknown zone, so that the date is not
 * read.
 */
function zoneWithin(arguments_: string): string | undefined {
  const zone = /tz(?:info)?\s*=\s*(.*)$/s.exec(arguments_)?.[1];
  if (zone === undefined || zone.startsWith('None')) return undefined;
  const delta = /timedelta\((?:days=|)(?:(-?\d+)(?:,\s*(?:seconds=)?|(?=\))))?(?:seconds=)?(\d+)?\)/.exec(zone);
  const seconds = delta
    ? Number(delta[1] ?? 0) * 86_400 + Number(delta[2] ?? 0)
    : Number(/tzoffset\([^,)]*,\s*(-?\d+)\)/.exec(zone)?.[1] ?? Number.NaN);
  if (!Number.isNaN(seconds)) {
    const minutes = Math.abs(seconds) / 60;
    return `${seconds < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  }
  return /utc/i.test(zone) ? 'Z' : ' ?';
}

/** Normalizes notation: `a.m.` as one word, CJK units as separators, parts separated by spaces. */
function simplified(value: string): string {
  return (
    withPlainDigits(value)
      .toLowerCase()
      .replaceAll('i\u0307', 'i')
      .replace(/\b([ap])\s?\.\s?m\b\.?/g, '$1m')
      .replace(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?/, '$1-$2-$3 ')
      .replace(
        /(\d{1,2})\s*[時时시点點]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/,
        (_, hour: string, minute: string, second = '0') => ` ${hour}:${minute.padStart(2, '0')}:${second} `,
      )
      // `9. 11. 2023`: this notation always has the day first.
      .replace(/^(\d{1,2})\. (\d{1,2})\. ?(\d{4})(?=\s|$)/, '$3-$2-$1')
      .replace(
        /^(\d{4})_(\d{2})_(\d{2})(?:[_t ](\d{2})[_-](\d{2})(?:[_-](\d{2}))?)?$/,
        (_, year: string, month: string, day: string, hour?: string, minute = '00', second = '00') =>
          `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute}:${second}`}`,
      )
      .replace(/^(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})\.?(?=\s|$)/, '$1-$2-$3')
      .replace(
        /\((?:[月火水木金土日一二三四五六월화수목금토일]|星期.|周.)\)|(?:星期|周)[一二三四五六日]|[月火水木金土日]曜日?|[월화수목금토일]요일/gu,
        ' ',
      )
      .replace(/([上下]午|午[前後]|凌晨|早上|晚上|清晨|傍晚|中午|오[전후])/g, ' $1 ')
      // `09mar2023:18:40:05` of SAS and Stata.
      .replace(/^(\d{1,2})([a-z]{3})(\d{4})(?:[:\s]\s*|$)/, '$1 $2 $3 ')
      .replace(/^(\d{1,2}\/\p{L}+\/\d{4}):/u, '$1 ')
      .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
      .replace(/(\d{1,2})h(\d{2})\b/g, '$1:$2')
      .replace(/[,·|]|(?<=\d)t(?=\d)|\s-\s/g, ' ')
      .replace(/(\d)([ap]m)\b/g, '$1 $2')
  );
}

type Found = { -readonly [Key in keyof DateParts]?: DateParts[Key] } & {
  half?: 'am' | 'pm';
  persian?: boolean;
};

/** The parts of a date; undefined where any word in it is unknown. */
export function readWordedDate(value: string, order: DayOrder): DateParts | undefined {
  if (value.length > LONGEST) return undefined;
  const text = simplified(withoutConstructor(value.trim()));
  const found: Found = {};
  const numbers: string[] = [];
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (takeDate(word, order, found) || takeClock(word, found)) continue;
    if (/^\d{1,2}\.?$|^\d{4}$/.test(word)) {
      numbers.push(word.replace('.', ''));
      continue;
    }
    // `28-jul-2020`
    const hyphened = /^(\d{1,2})[-/](\p{L}+)[-/](\d{4}|\d{2})$/u.exec(word);
    if (hyphened) {
      numbers.push(hyphened[1] ?? '', hyphened[3]?.length === 2 ? `20${hyphened[3]}` : (hyphened[3] ?? ''));
      if (!takeWord(hyphened[2] ?? '', found)) return undefined;
      continue;
    }
    // Names of two words for months and halves of the day.
    const two = `${word} ${words[at + 1] ?? ''}`.replaceAll('.', '');
    if (two.includes(' ') && (MONTHS.has(two) || DAY_HALVES.has(two)) && takeWord(two, found)) {
      at++;
      continue;
    }
    if (!takeWord(word.replaceAll('.', ''), found) && !takeWord(word.replaceAll('.', ' ').trim(), found))
      return undefined;
  }
  return complete(found, numbers);
}

function takeDate(word: string, order: DayOrder, found: Found): boolean {
  const first = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(word);
  const last = first ? null : /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(word);
  if (found.day !== undefined || found.month !== undefined || (!first && !last)) return false;
  if (first) [found.year, found.month, found.day] = [Number(first[1]), Number(first[3]), Number(first[4])];
  else if (last) {
    const [a, b] = [Number(last[1]), Number(last[3])];
    found.year = Number(last[4]) + (last[4]?.length === 2 ? 2000 : 0);
    [found.day, found.month] = order === 'day-first' ? [a, b] : [b, a];
  }
  return true;
}

function takeClock(word: string, found: Found): boolean {
  const m =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{1,2})(?:[.,](\d{1,9}))?)?(z|[a-z]{3,4}|(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?)?$/.exec(
      word,
    );
  if (!m || found.hour !== undefined) {
    const offset = /^(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?$/.exec(word);
    if (!offset || found.hour === undefined) return false;
    found.offset = minutesOf(offset[1], offset[2], offset[3]);
    return true;
  }
  const named = m[5] === undefined ? undefined : m[6] === undefined ? zoneMinutes(m[5]) : 0;
  if (m[5] !== undefined && named === undefined) return false;
  [found.hour, found.minute, found.second] = [Number(m[1]), Number(m[2]), Number(m[3] ?? 0)];
  found.ms = Number((m[4] ?? '').slice(0, 3).padEnd(3, '0'));
  if (m[6] !== undefined) found.offset = minutesOf(m[6], m[7], m[8]);
  else if (named !== undefined) found.offset = named * MINUTE;
  return true;
}

function minutesOf(sign = '+', hours = '0', minutes = '0'): number {
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

function takeWord(word: string, found: Found): boolean {
  if (word === '') return true;
  const month = MONTHS.get(word);
  const half = DAY_HALVES.get(word);
  const persian = PERSIAN_MONTHS.get(word);
  const zone = zoneMinutes(word);
  if (month !== undefined) {
    // `mar 28 jul` is a Tuesday in July: `mar` may be a weekday.
    if (found.month !== undefined && word !== 'mar' && found.month !== 3) return false;
    if (found.month === undefined || word !== 'mar') found.month = month;
  } else if (persian !== undefined && found.month === undefined) {
    found.month = persian;
    found.persian = true;
  } else if (half !== undefined && found.half === undefined) found.half = half;
  else if (zone !== undefined && found.offset === undefined) found.offset = zone * MINUTE;
  else return IGNORED_WORDS.has(word);
  return true;
}

function complete(found: Found, numbers: readonly string[]): DateParts | undefined {
  if (found.day === undefined) {
    if (found.month === undefined || numbers.length !== 2) return undefined;
    const [first, second] = numbers.map(Number);
    const yearAt = numbers[0]?.length === 4 ? 0 : numbers[1]?.length === 4 ? 1 : -1;
    if (yearAt < 0 || first === undefined || second === undefined) return undefined;
    [found.year, found.day] = yearAt === 0 ? [first, second] : [second, first];
  } else if (numbers.length > 0) return undefined;
  let { year = 0, month = 0, day = 0, hour = 0 } = found;
  if (found.persian === true || (year >= 1300 && year < 1500)) {
    const gregorian = fromPersian(year, month, day);
    if (gregorian === undefined) return undefined;
    ({ year, month, day } = gregorian);
  }
  if (found.half !== undefined) {
    // Japanese counts the hours of each half from 0.
    if (hour > 12 && found.half === 'am') return undefined;
    if (hour <= 12) hour = (hour % 12) + (found.half === 'pm' ? 12 : 0);
  }
  const { minute = 0, second = 0, ms = 0, offset } = found;
  return { year, month, day, hour, minute, second, ms, offset };
}

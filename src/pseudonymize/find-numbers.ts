/** Telephone numbers and long numbers in a folded text: digits of any script are ASCII there. */

const SEPARATOR = String.raw`[ \t.\-–/]`;
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\p{M}\p{N}_]|\d[.,])`;

/** How people write numbers with signs between the digits; a date, an amount or a version is none of these. */
const TELEPHONES: readonly string[] = [
  // +7 (912) 345-67-89, 00 49 30 123456: 8 to 15 digits (E.164).
  String.raw`(?<=\+ ?|${NOT_IN_NUMBER}00 ?)\(?\d(?:[ \t().\-–/]{0,3}\d){7,14}`,
  // 8 (912) 345-67-89, 7 912 345 67 89.
  String.raw`${NOT_IN_NUMBER}[78]${SEPARATOR}?\(?\d{3}\)?${SEPARATOR}?\d{3}${SEPARATOR}?\d{2}${SEPARATOR}?\d{2}`,
  // 1-212-555-0123, 212-555-0123.
  String.raw`${NOT_IN_NUMBER}(?:1${SEPARATOR})?\d{3}(?:-\d{3}-|\.\d{3}\.| \d{3}[ \-])\d{4}`,
  // 912 345-67-89, 345-67-89.
  String.raw`${NOT_IN_NUMBER}(?:\d{3}[ \-]\d{3}[ \-]\d{2}[ \-]\d{2}|\d{3}-\d{2}-\d{2})`,
  // (495) 123 45 67.
  String.raw`\(\d{2,5}\)${SEPARATOR}?\d{2,4}(?:${SEPARATOR}?\d{2,4}){1,3}`,
  // 01 23 45 67 89, 030-123-4567: the same sign between all groups.
  String.raw`${NOT_IN_NUMBER}0\d{1,4}(?<sign>[ .\-])\d{2,4}(?:\k<sign>\d{2,4}){2,4}`,
  // 4276 1234 5678 9012: of a bank card.
  String.raw`${NOT_IN_NUMBER}\d{4}(?<card>[ \-])\d{4}\k<card>\d{4}\k<card>\d{4}`,
];
/** Of 8 digits or more: somebody's id or telephone, known or not. */
const LONG = String.raw`\d{8,}`;
const NUMBER = new RegExp(`${TELEPHONES.map((each) => `(?:${each})(?![.,]?\\d)`).join('|')}|${LONG}`, 'gu');

export interface FoundNumber {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** The first number that begins at the unit `at` or after it. */
export function findNumber(text: string, at: number): FoundNumber | undefined {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [found] = match;
  return { from: match.index, to: match.index + found.length, digits: found.replaceAll(/\D/gu, '') };
}

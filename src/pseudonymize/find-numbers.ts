/** Finds telephone numbers and long numbers in a folded text, in which the digits of any script are ASCII. */

const SEPARATOR = String.raw`[ \t.\-–/]`;
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\p{M}\p{N}_]|\d[.,])`;

/** How people write numbers with signs between the digits; dates, amounts and versions do not match. */
const TELEPHONES: readonly string[] = [
  // +7 (912) 345-67-89, 00 49 30 123456: 8 to 15 digits (E.164).
  String.raw`(?<=\+ ?|${NOT_IN_NUMBER}00 ?)\(?[1-9](?:[ \t().\-–/]{0,3}\d){7,14}`,
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
  // 030 1234567.
  String.raw`${NOT_IN_NUMBER}0\d{2,4}[ \-\/]\d{5,8}`,
  // 4276 1234 5678 9012: a bank card number, recognised by its check digit.
  String.raw`${NOT_IN_NUMBER}\d{4}(?<card>[ \-])\d{4}\k<card>\d{4}\k<card>\d{4}`,
];
/** At least 8 digits: an account id or a telephone number, known or not. */
const LONG = String.raw`\d{8,}`;
const NUMBER = new RegExp(`${TELEPHONES.map((each) => `(?:${each})(?![.,]?\\d)`).join('|')}|${LONG}`, 'gu');

export interface FoundNumber {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** The first number that begins at index `at` or later. */
export function findNumber(text: string, at: number): FoundNumber | undefined {
  NUMBER.lastIndex = at;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const [found] = match;
    const digits = found.replaceAll(/\D/gu, '');
    if (match.groups?.['card'] === undefined || hasCheckDigit(digits))
      return { from: match.index, to: match.index + found.length, digits };
    // A telephone number may begin inside it.
    NUMBER.lastIndex = match.index + 1;
  }
  return undefined;
}

/** Luhn's check (ISO/IEC 7812): every second digit from the right is doubled, and its digits are added. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 1; i <= digits.length; i++) {
    const digit = Number(digits.at(-i)) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

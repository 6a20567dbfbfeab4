/**
 * The file has impossible sizes, is too large to be decoded here, or has content that the library cannot read. The
 * message includes the place.
 */
export class DecodingError extends Error {
  override readonly name = 'DecodingError';
  readonly kind: 'damaged' | 'too-large' | 'unreadable';

  constructor(message: string, kind: DecodingError['kind'] = 'damaged') {
    super(message);
    this.kind = kind;
  }
}

/** Checks a number that was read from a file. Throws DecodingError unless it is an integer from 0 to `most`. */
export function checkedLength(claimed: unknown, most: number, what: string): number {
  const number = typeof claimed === 'bigint' ? Number(claimed) : claimed;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new DecodingError(
    `${what} is given as ${String(claimed)}, and cannot be ` +
      `${typeof number === 'number' && number > most ? `above ${most}` : 'so'}`,
  );
}

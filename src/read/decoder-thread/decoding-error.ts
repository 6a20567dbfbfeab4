/**
 * A file claims what it cannot hold, holds more than is decoded here, or has what the library cannot read; with the
 * place.
 */
export class DecodingError extends Error {
  override readonly name = 'DecodingError';
  readonly kind: 'damaged' | 'too-large' | 'unreadable';

  constructor(message: string, kind: DecodingError['kind'] = 'damaged') {
    super(message);
    this.kind = kind;
  }
}

/**
 * A number that a file claims, whatever it was decoded to. Throws DecodingError unless it is a whole one from 0 to
 * `most`.
 */
export function checkedLength(claimed: unknown, most: number, what: string): number {
  const number = typeof claimed === 'bigint' ? Number(claimed) : claimed;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new DecodingError(
    `${what} is given as ${String(claimed)}, and cannot be ` +
      `${typeof number === 'number' && number > most ? `above ${most}` : 'so'}`,
  );
}

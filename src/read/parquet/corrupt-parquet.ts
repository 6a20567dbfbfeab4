/** What a file claims and cannot hold; what is more than is decoded here; or what the library cannot read, with its place. */
export class CorruptParquetError extends Error {
  override readonly name = 'CorruptParquetError';
  readonly kind: 'damaged' | 'too-large' | 'unreadable';

  constructor(message: string, kind: CorruptParquetError['kind'] = 'damaged') {
    super(message);
    this.kind = kind;
  }
}

/** A number that a file claims, whatever it was decoded to. Throws CorruptParquetError unless it is a whole one from 0 to `most`. */
export function checkedLength(claimed: unknown, most: number, what: string): number {
  const number = typeof claimed === 'bigint' ? Number(claimed) : claimed;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new CorruptParquetError(
    `${what} is given as ${String(claimed)}, and cannot be ${typeof number === 'number' && number > most ? `above ${most}` : 'so'}`,
  );
}

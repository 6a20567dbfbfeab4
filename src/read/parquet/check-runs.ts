import type { DataReader } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { checkedLength, DecodingError } from '../decoder-thread/decoding-error.js';

/** Runs may exceed the remaining values: bit-packed values come in groups, in parquet-mr up to 63 times 8 values. */
const PADDING = 512;

/**
 * Checks the runs of Parquet's run-length encoding (parquet-format, Encodings.md) against the number of values: five
 * bytes may claim a run of two billion, which the library would write out before checking. Throws DecodingError, or
 * RangeError if the bytes end before the runs do.
 */
export function checkRuns(view: DataView, width: number, count: number): void {
  checkedLength(width, 32, 'the number of bits of a value');
  const reader: DataReader = { view, offset: 0 };
  for (let seen = 0; seen < count;) {
    const header = readVarInt(reader);
    const half = header >>> 1;
    const packed = (header & 1) === 1;
    const run = packed ? half * 8 : half;
    if (run > count + PADDING) throw new DecodingError(`a run claims ${run} of ${count} values`);
    reader.offset += packed ? half * width : Math.ceil(width / 8);
    seen += run;
  }
}

/**
 * Checks the lengths in DELTA_BYTE_ARRAY: each value states how many bytes it shares with the beginning of the
 * previous one, so few bytes may claim ever longer values. `most` is the maximum total in bytes. Throws
 * DecodingError.
 */
export function checkPrefixes(view: DataView, count: number, most: number): void {
  const reader: DataReader = { view, offset: 0 };
  const [prefixes, suffixes] = [new Int32Array(count), new Int32Array(count)];
  deltaBinaryUnpack(reader, count, prefixes);
  deltaBinaryUnpack(reader, count, suffixes);
  let before = 0;
  let all = 0;
  for (const [index, suffix] of suffixes.entries()) {
    before =
      checkedLength(prefixes[index], before, 'the length that a value shares with the one before') +
      checkedLength(suffix, view.byteLength, 'the length of a value');
    all = checkedLength(all + before, most, 'the length of all values of a page');
  }
}

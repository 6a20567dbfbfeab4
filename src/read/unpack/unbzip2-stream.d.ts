/** Types for the used parts of unbzip2-stream. */
declare module 'unbzip2-stream/lib/bit_iterator.js' {
  export interface BitReader {
    (bits: number | null): number | undefined;
    readonly bytesRead: number;
  }
  export default function bitIterator(nextBuffer: () => Uint8Array | undefined): BitReader;
}

declare module 'unbzip2-stream/lib/bzip2.js' {
  import type { BitReader } from 'unbzip2-stream/lib/bit_iterator.js';

  const bzip2: {
    /** Reads the header of a stream; returns its block size in units of 100,000 bytes. */
    header(bits: BitReader): number;
    /** Decodes a block; returns the checksum of the stream so far, or null at its end. Throws for damaged input. */
    decompress(
      bits: BitReader,
      push: (byte: number) => void,
      buffer: Int32Array,
      size: number,
      crc: number,
    ): number | null;
  };
  export default bzip2;
}

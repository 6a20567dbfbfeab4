import type { Look } from './look.js';

/** The same text as UTF-8 bytes without a byte order mark. UTF-8 passes as it is. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>, { encoding, bom }: Look): AsyncGenerator<Buffer> {
  let leave = bom;
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of chunks) {
    const rest = leave > 0 ? chunk.subarray(leave) : chunk;
    leave = Math.max(0, leave - chunk.length);
    if (rest.length === 0) continue;
    yield decoder ? Buffer.from(decoder.decode(rest, { stream: true })) : Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength);
  }
  const last = decoder?.decode();
  if (last) yield Buffer.from(last);
}

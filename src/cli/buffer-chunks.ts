/** Pieces are gathered to this many characters before they are written: a system call for each line would take its time. */
const CHUNK_CHARS = 65_536;

/** The same text in pieces of about `CHUNK_CHARS` characters. */
export function* bufferChunks(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK_CHARS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

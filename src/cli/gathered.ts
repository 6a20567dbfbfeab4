/** Pieces are gathered to this many characters before they are written: a system call for each line would take its time. */
const GATHERED = 65_536;

/** The same text in pieces of about `GATHERED` characters. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < GATHERED) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

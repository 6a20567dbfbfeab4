import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CorruptArchiveError } from '../unpack/corrupt-archive.js';

/** Callbacks for the XML of a part. Names have no prefix: `x:row` is `row`. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Real workbooks have less than a tenth of this depth; deeper nesting would be an attempt to fill memory. */
const MAX_DEPTH = 100;

/**
 * Parses a part of a workbook chunk by chunk, in constant memory. Entities declared by the document are an error, so
 * nothing can expand. Yields after each chunk, once its tags were reported.
 *
 * @throws CorruptArchiveError if it is not well-formed
 */
export async function* parseXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  let depth = 0;
  parser.on('error', (error) => {
    throw new MalformedXmlError(error.message);
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (++depth > MAX_DEPTH) throw new MalformedXmlError('it is nested too deeply');
    handlers.open(withoutPrefix(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(withoutPrefix(name));
  });
  if (handlers.text) parser.on('text', handlers.text);
  try {
    for await (const chunk of chunks) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw error instanceof MalformedXmlError ? new CorruptArchiveError(false) : error;
  }
}

/** Parses a whole part. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const piece of parseXml(chunks, handlers)) void piece;
}

class MalformedXmlError extends Error {
  override readonly name = 'MalformedXmlError';
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

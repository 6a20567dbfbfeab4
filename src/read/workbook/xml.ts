import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CorruptArchiveError } from '../unpack/corrupt-archive.js';

/** What is told of a part as it is read. Names come without their prefix: `x:row` is `row`. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** No part of a workbook nests a tenth as deep: deeper is made to fill memory. */
const MAX_DEPTH = 100;

/**
 * Reads a part of a workbook, piece by piece, in constant memory. Entities that a document declares itself are not
 * known and end it, so nothing can expand. Pauses after each piece, once its tags were told.
 *
 * @throws CorruptArchiveError where it is not well formed
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

/** Reads a whole part. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const piece of parseXml(chunks, handlers)) void piece;
}

class MalformedXmlError extends Error {
  override readonly name = 'MalformedXmlError';
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

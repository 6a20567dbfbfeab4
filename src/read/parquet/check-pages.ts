import type { ColumnMetaData, Compressors, DataReader, PageHeader, SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath, isFlatColumn } from 'hyparquet/src/schema.js';
import { checkedLength, DecodingError } from '../decoder-thread/decoding-error.js';
import { checkPrefixes, checkRuns } from './check-runs.js';

/** The longest array that V8 surely stores as one block of memory; writers make pages of about 20,000 values. */
const MAX_PAGE_VALUES = 2 ** 24;
/** Writers make pages of about 1 MB; a file with one page per column may have pages of several hundred MB. */
const MAX_PAGE_BYTES = 2 ** 30;

export interface Page {
  /** Offset of its header in the file. */
  readonly offset: number;
  /** Size in bytes, including its header. */
  readonly size: number;
  readonly values: number;
}

export interface Pages {
  /** The data pages. */
  readonly pages: readonly Page[];
  /** Unpacked size in bytes of all pages, including the dictionary. */
  readonly unpacked: number;
}

/** A column in a row group, and what is needed to read it. */
export interface Column {
  readonly meta: ColumnMetaData;
  readonly tree: SchemaTree;
  readonly compressors: Compressors;
  /** Called for each page, to report progress. */
  readonly beat: () => void;
}

/**
 * Checks the page headers of a column against the available bytes and the footer's number of values, and the runs in
 * the pages against the headers. The library trusts both and loops as often as they state. Throws DecodingError, or
 * the library's error for unreadable bytes. `start` is the offset of the bytes in the file.
 */
export function checkPages({ meta, tree, compressors, beat }: Column, bytes: ArrayBuffer, start: number): Pages {
  const path = getTreePath(tree, meta.path_in_schema);
  const levels = { repetition: getMaxRepetitionLevel(path), definition: getMaxDefinitionLevel(path) };
  const flat = isFlatColumn(path);
  const view = new DataView(bytes);
  const reader: DataReader = { view, offset: 0 };
  const pages: Page[] = [];
  let left = Number(meta.num_values);
  let unpacked = 0;
  // Walks the pages as the library does: it reads nested columns to the end of the bytes.
  while (reader.offset < view.byteLength - 1) {
    if (flat && left === 0) break;
    const { offset } = reader;
    const header = parquetHeader(reader);
    const packed = new Uint8Array(
      bytes,
      reader.offset,
      checkedLength(header.compressed_page_size, view.byteLength - reader.offset, 'the size of a page'),
    );
    const size = checkedLength(header.uncompressed_page_size, MAX_PAGE_BYTES, 'the unpacked size of a page');
    reader.offset += packed.length;
    unpacked += size;
    beat();
    // Each entry of a dictionary takes at least one byte.
    if (header.dictionary_page_header)
      checkedLength(header.dictionary_page_header.num_values, size, 'the number of entries of a dictionary');
    const values = checkedLength(
      header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? 0,
      left,
      'the number of values of a page',
    );
    if (values > MAX_PAGE_VALUES)
      throw new DecodingError(`a page holds ${values} values, more than ${MAX_PAGE_VALUES}`, 'too-large');
    left -= values;
    if (header.type === 'DATA_PAGE') checkPage(header, packed, meta, levels, compressors);
    else if (header.type === 'DATA_PAGE_V2') checkPageV2(header, packed, meta, levels, compressors);
    if (header.type !== 'DICTIONARY_PAGE') pages.push({ offset: start + offset, size: reader.offset - offset, values });
  }
  if (left > 0) throw new DecodingError(`its pages lack ${left} of ${meta.num_values} values`);
  return { pages, unpacked };
}

interface Levels {
  readonly repetition: number;
  readonly definition: number;
}

function checkPage(
  header: PageHeader,
  packed: Uint8Array,
  meta: ColumnMetaData,
  levels: Levels,
  compressors: Compressors,
): void {
  const { num_values: count = 0, encoding = 'PLAIN' } = header.data_page_header ?? {};
  if (levels.repetition === 0 && levels.definition === 0 && encoding === 'PLAIN') return;
  const page = decompressPage(packed, header.uncompressed_page_size, meta.codec, compressors);
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const repetition = withLength(view);
  if (levels.repetition > 0) checkRuns(repetition, bits(levels.repetition), count);
  const rest = levels.repetition > 0 ? after(repetition, view) : view;
  if (levels.definition === 0) return checkValues(rest, count, encoding, meta);
  const definition = withLength(rest);
  checkRuns(definition, bits(levels.definition), count);
  checkValues(after(definition, rest), present(definition, levels.definition, count), encoding, meta);
}

function checkPageV2(
  header: PageHeader,
  packed: Uint8Array,
  meta: ColumnMetaData,
  levels: Levels,
  compressors: Compressors,
): void {
  const v2 = header.data_page_header_v2;
  if (!v2) return;
  const count = v2.num_values;
  checkedLength(v2.num_rows, count, 'the number of rows of a page');
  const repetition = checkedLength(v2.repetition_levels_byte_length, packed.length, 'the size of levels');
  const definition = checkedLength(v2.definition_levels_byte_length, packed.length - repetition, 'the size of levels');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (levels.repetition > 0) checkRuns(part(view, 0, repetition), bits(levels.repetition), count);
  if (levels.definition > 0) checkRuns(part(view, repetition, definition), bits(levels.definition), count);
  const inPage = count - checkedLength(v2.num_nulls, count, 'the number of nulls of a page');
  const bytes = packed.subarray(repetition + definition);
  const unpacked = checkedLength(
    header.uncompressed_page_size - repetition - definition,
    MAX_PAGE_BYTES,
    'the unpacked size of a page',
  );
  if (v2.encoding === 'PLAIN') return;
  const page = v2.is_compressed === false ? bytes : decompressPage(bytes, unpacked, meta.codec, compressors);
  checkValues(new DataView(page.buffer, page.byteOffset, page.byteLength), inPage, v2.encoding, meta);
}

/** Checks only encodings in which few bytes can claim many values. In the others each value has its own bytes. */
function checkValues(view: DataView, count: number, encoding: string, { type }: ColumnMetaData): void {
  if (encoding === 'DELTA_BYTE_ARRAY') checkPrefixes(view, count, MAX_PAGE_BYTES);
  else if (encoding === 'RLE' && type === 'BOOLEAN') checkRuns(withLength(view), 1, count);
  else if ((encoding.endsWith('_DICTIONARY') || encoding === 'RLE') && view.byteLength > 0)
    checkRuns(part(view, 1, view.byteLength - 1), view.getUint8(0), count);
}

/** The number of values that are not null, from the definition levels: values below the highest level are null. */
function present(definition: DataView, highest: number, count: number): number {
  const found = new Uint8Array(count);
  readRleBitPackedHybrid({ view: definition, offset: 0 }, bits(highest), found, definition.byteLength);
  let full = 0;
  for (const level of found) if (level === highest) full++;
  return full;
}

/** The bytes after a 4-byte length. */
function withLength(view: DataView): DataView {
  const length = view.byteLength < 4 ? 0 : view.getUint32(0, true);
  return part(view, Math.min(4, view.byteLength), length);
}

function after(inner: DataView, view: DataView): DataView {
  const end = inner.byteOffset + inner.byteLength - view.byteOffset;
  return part(view, end, view.byteLength - end);
}

function part(view: DataView, from: number, length: number): DataView {
  return new DataView(
    view.buffer,
    view.byteOffset + from,
    checkedLength(length, view.byteLength - from, 'the size of a part of a page'),
  );
}

/** The number of bits for numbers up to `highest`. */
function bits(highest: number): number {
  return 32 - Math.clz32(highest);
}

import type { Entry } from 'yauzl';
import { TrendAuditError } from '../../errors.js';
import type { Row } from '../row.js';
import { ZipArchive } from '../unpack/archive.js';
import { CorruptArchiveError } from '../unpack/corrupt-archive.js';
import { type NumberKind, numberKind } from './cell-format.js';
import { SharedStrings } from './shared-strings.js';
import { readSheetRows } from './sheet-rows.js';
import { readXml } from './xml.js';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The name of its part in the archive. */
  readonly part: string;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** An .xlsx file (ECMA-376) with its sheets and rows. It must be closed after use. */
export class Workbook {
  readonly #archive: ZipArchive;
  readonly #parts: ReadonlyMap<string, Entry>;
  /** Called with the number of unpacked bytes before they are held; throws if there are too many. */
  readonly #take: (bytes: number) => void;
  #sheets: readonly Sheet[] = [];
  #strings: SharedStrings | undefined;
  #kinds: readonly NumberKind[] = [];
  #from1904 = false;

  private constructor(archive: ZipArchive, parts: ReadonlyMap<string, Entry>, take: (bytes: number) => void) {
    this.#archive = archive;
    this.#parts = parts;
    this.#take = take;
  }

  /**
   * @param name the name given by the user, for errors
   * @param take called with the number of unpacked bytes before they are held; throws if there are too many
   * @throws CorruptArchiveError, or TrendAuditError for another kind of document
   */
  static async open(path: string, name: string, take: (bytes: number) => void): Promise<Workbook> {
    const archive = await ZipArchive.open(path, name);
    const parts = new Map<string, Entry>();
    for (const entry of archive.entries) {
      // Part names are case-insensitive (ECMA-376 part 2, 6.2.2.3) and must be unique: a second part could hide the
      // first.
      const key = entry.fileName.toLowerCase();
      if (parts.has(key)) {
        archive.close();
        throw new CorruptArchiveError(false);
      }
      parts.set(key, entry);
    }
    const workbook = new Workbook(archive, parts, take);
    try {
      await workbook.#open(name);
      return workbook;
    } catch (error) {
      workbook.close();
      throw error;
    }
  }

  /** The sheets in order, visible ones before hidden ones. */
  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** Number of bytes of the file that were read so far. */
  get bytesRead(): number {
    return this.#archive.bytesRead;
  }

  /** The rows of a sheet: see `readSheetRows`. */
  rows({ part }: Sheet): AsyncGenerator<Row[]> {
    return readSheetRows(this.#read(part), {
      strings: this.#strings,
      kinds: this.#kinds,
      from1904: this.#from1904,
      take: this.#take,
    });
  }

  close(): void {
    this.#strings?.close();
    this.#archive.close();
  }

  async #open(file: string): Promise<void> {
    const main = relationOf(await this.#relations(''), 'officeDocument')?.target ?? 'xl/workbook.xml';
    if (!/\bxl\/.*\.xml$/i.test(main) && !this.#parts.has('xl/workbook.xml')) throw notWorkbook(main, file);
    const relations = await this.#relations(main);
    const sheets: Sheet[] = [];
    await readXml(this.#read(main), {
      open: (name, { date1904, name: title = '', state, ...others }) => {
        if (name === 'workbookPr') this.#from1904 = date1904 === '1' || date1904 === 'true';
        if (name !== 'sheet') return;
        const id = Object.entries(others).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        const relation = relations.get(id);
        // A sheet may also be a chart, which has no cells.
        if (relation?.type === 'worksheet')
          sheets.push({ name: title, hidden: state !== undefined && state !== 'visible', part: relation.target });
      },
    });
    this.#sheets = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
    const styles = relationOf(relations, 'styles');
    if (styles) this.#kinds = await this.#readStyles(styles.target);
    const strings = relationOf(relations, 'sharedStrings');
    if (strings) this.#strings = await SharedStrings.read(this.#read(strings.target));
  }

  async #readStyles(part: string): Promise<NumberKind[]> {
    const codes = new Map<number, string>();
    const kinds: NumberKind[] = [];
    let within = false;
    await readXml(this.#read(part), {
      open: (name, { numFmtId = '0', formatCode }) => {
        if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
        else if (name === 'cellXfs') within = true;
        else if (name === 'xf' && within) kinds.push(numberKind(Number(numFmtId), codes.get(Number(numFmtId))));
      },
      close: (name) => {
        if (name === 'cellXfs') within = false;
      },
    });
    return kinds;
  }

  /** The relations of a part, by id; '' is the whole file. */
  async #relations(part: string): Promise<Map<string, Relation>> {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const relations = new Map<string, Relation>();
    const own = `${folder}_rels/${part.slice(folder.length)}.rels`;
    if (!this.#parts.has(own.toLowerCase())) return relations;
    await readXml(this.#read(own), {
      open: (name, { Id: id, Type: type = '', Target: target, TargetMode: mode }) => {
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
        relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: resolvePart(folder, target) });
      },
    });
    return relations;
  }

  async *#read(part: string): AsyncGenerator<Uint8Array> {
    const entry = this.#parts.get(part.toLowerCase());
    if (!entry || entry.isEncrypted()) throw new CorruptArchiveError(false);
    yield* this.#archive.read(entry, this.#take);
  }
}

function relationOf(relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined {
  return [...relations.values()].find((relation) => relation.type === type);
}

/** Resolves a relative part name: `../media/x` in `xl/worksheets/` gives `xl/media/x`. */
function resolvePart(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}

function notWorkbook(main: string, file: string): TrendAuditError {
  const [what, hint] = main.endsWith('.bin')
    ? ['is a binary workbook (.xlsb), which is not supported', 'save it as .xlsx']
    : ['is a document of an office program, not a workbook', 'give the dump of posts itself'];
  return new TrendAuditError('not-text', what, { file, hint });
}

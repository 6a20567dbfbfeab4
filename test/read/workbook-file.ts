import { zip } from './zip.js';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetXml {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  /** The `si` elements. */
  readonly strings?: string;
  /** Codes of number formats; style n + 1 has the n-th. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  /** Parts that take the place of those made here, or stand beside them. */
  readonly parts?: Readonly<Record<string, string>>;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relations(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** The parts of an .xlsx file, written by hand from the standard: no library that reads them has a part in it. */
export function workbook({ sheets, strings, formats = [], from1904, parts = {} }: WorkbookXml): Buffer {
  const custom = formats.map((format, at) => ({ id: typeof format === 'number' ? format : 164 + at, format }));
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('') +
        relation('styles', 'styles', '/xl/styles.xml') +
        (strings === undefined ? '' : relation('strings', 'sharedStrings', 'sharedStrings.xml')),
    ),
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${custom
      .filter(({ format }) => typeof format === 'string')
      .map(({ id, format }) => `<numFmt numFmtId="${id}" formatCode="${format}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${custom
      .map(({ id }) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>` }),
    ...parts,
  };
  return zip(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
}

/** A row of texts that stand in their cells. */
export function textRow(cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`).join('')}</row>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Examines the beginning of a file: whether it is JSON, and otherwise whether it is a known non-table format. */

import { parseJson } from './json/value.js';

export interface UnsupportedFile {
  readonly code: 'not-text' | 'unknown-format';
  readonly what: string;
  readonly hint: string;
}

/** Formats of other programs, by their first bytes, with instructions to convert them. */
const BINARY_FORMATS: readonly { readonly begins: readonly string[]; readonly what: string; readonly hint: string }[] =
  [
    {
      begins: ['X\n\0\0\0', 'RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n'],
      what: 'data of R',
      hint: `write a CSV: Rscript -e "write.csv(readRDS('FILE'), 'dump.csv', row.names = FALSE)"`,
    },
    {
      begins: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
      what: 'a pickle of Python',
      hint:
        'write a CSV, of a file that you trust: python3 -c "import pandas; ' +
        `pandas.read_pickle('FILE').to_csv('dump.csv', index=False)"`,
    },
    {
      begins: ['ARROW1', 'FEA1'],
      what: 'a Feather or Arrow file',
      hint: `write a CSV: python3 -c "import pandas; pandas.read_feather('FILE').to_csv('dump.csv', index=False)"`,
    },
    {
      begins: ['$FL2', '$FL3'],
      what: 'data of SPSS',
      hint: `write a CSV: python3 -c "import pandas; pandas.read_spss('FILE').to_csv('dump.csv', index=False)"`,
    },
    {
      begins: ['<stata_dta>'],
      what: 'data of Stata',
      hint: `write a CSV: python3 -c "import pandas; pandas.read_stata('FILE').to_csv('dump.csv', index=False)"`,
    },
  ];

function hasSign(head: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, at) => head[at] === letter.charCodeAt(0));
}

/** What a file is if it is clearly not a text table; undefined if it may be one. `head` is UTF-8. */
export function detectUnsupported(head: Uint8Array): UnsupportedFile | undefined {
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  const format = BINARY_FORMATS.find(({ begins }) => begins.some((sign) => hasSign(head, sign)));
  if (format) return { code: 'not-text', what: `is ${format.what}, not text`, hint: format.hint };
  if (head.includes(0) || odd > head.length / 50)
    return { code: 'not-text', what: 'is binary, not text', hint: 'give a dump of posts as CSV' };
  const start = new TextDecoder().decode(head.subarray(0, 400)).trimStart();
  if (/^(?:\{\s*"|\{\s*\}|\[\s*[{\]]|window\.YTD|while\s*\(1\)|\[\s*$)/.test(start))
    return {
      code: 'unknown-format',
      what: 'looks like JSON, not like a table',
      hint: 'convert it to CSV, for example with twarc2 csv or jq',
    };
  if (/^(?:-- |\/\*!|CREATE TABLE|INSERT INTO|PRAGMA |BEGIN TRANSACTION|SET \w+ ?=|DROP TABLE)/i.test(start))
    return {
      code: 'unknown-format',
      what: 'is a dump of a database, as SQL',
      hint:
        'load it and give the database: sqlite3 dump.db < FILE; of MySQL or PostgreSQL write the table ' +
        'of posts as CSV',
    };
  if (/^<(?:!doctype|html|\?xml|rss|feed)/i.test(start))
    return {
      code: 'unknown-format',
      what: 'looks like a web page or XML, not like a table',
      hint: 'give a dump of posts as CSV',
    };
  return undefined;
}

/**
 * The layout of a JSON text: one value per line, or multi-line values (perhaps only one), or a list printed by
 * Python.
 */
export type JsonLayout = 'lines' | 'document' | 'printed-list';

/**
 * The beginning of a script that contains JSON: an assignment (`window.YTD.tweets.part0 =` of a user's own archive,
 * `var tweets =`), a function call (`callback(`), or a prefix that prevents other sites from running it (`)]}'`,
 * `for(;;);`).
 */
export const SCRIPT_PREFIX =
  /^\s*(?:\/\*\*\/\s*)?(?:\)\]\}'?,?\s*|(?:for\s*\(;;\)|while\s*\(1\))\s*;\s*|export\s+default\s+|(?:(?:export\s+)?(?:var|let|const)\s+)?[A-Za-z_$][\w$.]{0,99}\s*=\s*|[A-Za-z_$][\w$.]{0,99}\s*\(\s*)(?=[[{])/;
/** The end of such a script. */
export const SCRIPT_END = /\s*\)?\s*;?\s*$/;

const JSON_START = /^\s*\x1e?\s*(?:\{\s*(?:["}]|$)|\{'|\[\s*(?:[[{"\d\]]|$))/;

/** The JSON layout of a file with this beginning; undefined if it is not JSON. */
export function sniffJson(head: string): JsonLayout | undefined {
  // Removes a byte order mark and blank lines: before a long run of these, the pattern would take quadratic time.
  const text = head.trimStart();
  const script = SCRIPT_PREFIX.exec(text);
  if (script && JSON_START.test(text.slice(script[0].length))) return 'document';
  if (/^\[\s*\{'/.test(text)) return 'printed-list';
  if (!JSON_START.test(text)) return undefined;
  if (text.trimStart().startsWith('[')) return 'document';
  const lines = text.split(/\r?\n/);
  // The last line may continue beyond the head. A single line is kept, whatever its length.
  const whole = lines.length === 1 ? lines : lines.slice(0, -1);
  const first = whole.filter((line) => line.trim() !== '').slice(0, 20);
  // In a document, some lines may be whole objects too: but not the first line, and only few without a comma at the
  // end.
  if (text.startsWith("{'")) return 'lines';
  // Several objects in one line, without a separator.
  if (lines.length === 1 && !isObject(text) && /\}\s*\{\s*"/.test(text)) return 'document';
  const areLines =
    first.length > 0 &&
    (isObject((first[0] ?? '').replace(/,\s*$/, '')) || first.filter(isObject).length * 2 > first.length);
  return lines.length === 1 || areLines ? 'lines' : 'document';
}

function isObject(line: string): boolean {
  if (!/^\s*\{.*\}\s*$/.test(line)) return false;
  try {
    parseJson(line);
    return true;
  } catch {
    return false;
  }
}

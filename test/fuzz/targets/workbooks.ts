/** Parts of a workbook, packed anew: so that damage gets past the sums of the archive. */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outcome } from '../../read/mutations.js';
import { readZip, zip } from '../../read/zip.js';
import { hold, NEXT, type Target } from '../target.js';
import { MOST_UNPACKED } from './readers.js';

const PARTS = [
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  '_rels/.rels',
];

export const workbooks: Target = {
  seeds: function* () {
    for (const name of ['openpyxl', 'xlsxwriter']) {
      const parts = readZip(readFileSync(resolve('test/read/packed-cases', `${name}.xlsx`)));
      const texts = PARTS.map((part) => parts[part]?.toString() ?? '');
      // Of the sheet its beginning: the rest is more of the same, and takes its time each time.
      yield Buffer.from(texts.map((text) => text.replace(/<row r="8".*(?=<\/sheetData>)/su, '')).join(NEXT));
    }
  },
  words: [
    [
      NEXT,
      '<row>',
      '</row>',
      '<row r="3" hidden="1">',
      '<c r="XFD1048576" t="s"><v>0</v></c>',
      '<c t="inlineStr"><is><t>a</t></is></c>',
      '<c t="n" s="1"><v>41696.5</v></c>',
      '<c t="d"><v>2014-02-26T12:00:00</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<v>-1</v>',
      '<v>1e308</v>',
      '<si><t xml:space="preserve"> a_x000D_</t></si>',
      '<r><t>a</t></r>',
      '<rPh><t>a</t></rPh>',
      '&#0;',
      '&lt;',
      '&a;',
      '<!DOCTYPE a [<!ENTITY a "b">]>',
      '<![CDATA[a]]>',
      ' date1904="1"',
      ' state="hidden"',
      'formatCode="[$-F800]yyyy\\ &quot;d&quot;"',
      'numFmtId="14"',
      'Target="../../a.xml"',
      'Target="xl/workbook.xml"',
    ],
  ],
  share: 1,
  changes: 40,
  longest: 32 * 1024,
  run: async (bytes, scratch) => {
    const parts = bytes.toString('latin1').split(NEXT);
    const named = PARTS.flatMap((name, at): [string, Buffer][] =>
      parts[at] === undefined ? [] : [[name, Buffer.from(parts[at], 'latin1')]],
    );
    writeFileSync(scratch, zip({ '[Content_Types].xml': Buffer.from('<Types/>'), ...Object.fromEntries(named) }));
    const how = await outcome(scratch, 1, { maxBytes: MOST_UNPACKED });
    hold(how === 'read' || how === 'refused', how);
  },
};

/**
 * Draws the layers of src as a figure in docs/architecture.md, from the list that defines the import rules:
 *
 *   node scripts/make-layers.js
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FILE_READERS, LAYERS, PROCESS_READERS } from '../.dependency-cruiser.mjs';

const FILE = path.join(import.meta.dirname, '../docs/architecture.md');
const [START, END] = ['<!-- layers -->\n', '<!-- end of layers -->'];

function marked(name) {
  return `${name}${FILE_READERS.includes(name) ? '*' : ''}${PROCESS_READERS.includes(name) ? '†' : ''}`;
}

/** The layers as the lines of a box, the highest first, with marks on those that may access files or the process. */
export function layersFigure() {
  const rows = [...LAYERS].reverse().map((layer) => layer.map(marked).join('   '));
  const width = Math.max(...rows.map((row) => row.length));
  const rule = '─'.repeat(width + 2);
  const boxes = rows.map((row) => `│ ${row.padEnd(width)} │`).join(`\n├${rule}┤\n`);
  return `\`\`\`\n┌${rule}┐\n${boxes}\n└${rule}┘\n * may touch files and the network   † may know the process\n\`\`\`\n`;
}

/** The document with the figure updated. */
export function withFigure(text) {
  const from = text.indexOf(START) + START.length;
  return `${text.slice(0, from)}${layersFigure()}${text.slice(text.indexOf(END))}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, withFigure(readFileSync(FILE, 'utf8')));

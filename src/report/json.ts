import { safeJson } from '../text/safe-json.js';

/**
 * A document for programs, in pieces: two spaces of indent, one newline at the end, as `JSON.stringify` has it. An element
 * of a list at a time: a document of a million accounts is longer than a string may be, and none of it is kept.
 */
export function* jsonPieces(document: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${before}\n  ${safeJson(name)}: `;
    if (Array.isArray(value)) yield* list(value);
    else yield indented(value, '  ');
    before = ',';
  }
  yield '\n}\n';
}

function* list(elements: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const element of elements) {
    yield `${before}\n    ${indented(element, '    ')}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

/** As `JSON.stringify` has it at this depth. A line break in a text is written as \n, so all that are there are its own. */
function indented(value: unknown, indent: string): string {
  return safeJson(value, 2).replaceAll('\n', `\n${indent}`);
}

import { safeJson } from '../text/safe-json.js';

/**
 * A document for programs, in pieces: two spaces of indent, one newline at the end, as `JSON.stringify` has it. An
 * element of a list at a time: a document of a million accounts is longer than a string may be, and none of it is kept.
 */
export function* jsonPieces(document: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${before}\n  ${safeJson(name)}: `;
    if (Array.isArray(value)) yield* list(value);
    else yield indented(value, 1);
    before = ',';
  }
  yield '\n}\n';
}

function* list(elements: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const element of elements) {
    yield `${before}\n    ${indented(element, 2)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

/** As `JSON.stringify` has it within so many lists: their brackets and line breaks are cut off. */
function indented(value: unknown, depth: 1 | 2): string {
  return depth === 1 ? safeJson([value], 2).slice(4, -2) : safeJson([[value]], 2).slice(10, -6);
}

import { safeJson } from '../text/safe-json.js';

/**
 * A JSON document in pieces, formatted like `JSON.stringify` with an indent of two spaces, with a newline at the end.
 * Each element of a list is a piece: a document of a million accounts would exceed the maximum length of a string.
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

/** A value as `JSON.stringify` formats it inside `depth` lists, without the brackets and line breaks of these lists. */
function indented(value: unknown, depth: 1 | 2): string {
  return depth === 1 ? safeJson([value], 2).slice(4, -2) : safeJson([[value]], 2).slice(10, -6);
}

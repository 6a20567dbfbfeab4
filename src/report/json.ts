import type { Result } from '../result.js';

/** The document for programs: two spaces of indent, one newline at the end, the same bytes for the same result. */
export function renderJson(result: Result): string {
  return [...jsonPieces(result)].join('');
}

/** The same, an element of a list at a time: a document of a million accounts is longer than a string may be. */
export function* jsonPieces(result: Result): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(result)) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) yield* list(value);
    else yield indented(value, '  ');
    before = ',';
  }
  yield '\n}\n';
}

function* list(elements: readonly unknown[]): Generator<string> {
  for (const [index, element] of elements.entries()) yield `${index === 0 ? '[' : ','}\n    ${indented(element, '    ')}`;
  yield '\n  ]';
}

/** As `JSON.stringify` has it at this depth. A line break in a text is written as \n, so all that are there are its own. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}

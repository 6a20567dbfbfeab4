import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');

/** Names that several files export, and why they may. */
const SHARED: Readonly<Record<string, string>> = {
  analyze: 'the function of the library, and the stage that it calls',
  explain: 'the function of the library, and the stage that it calls',
  inspect: 'the function of the library, and the stage that it calls',
  scan: 'the function of the library, and the stage that it calls',
  evaluate: 'the function of the library, and what it asks of each dump',
  CompareOptions: 'the options of the library, and those of them that the stage takes',
  EvaluateOptions: 'the options of the library, and those of them that the stage takes',
  ScanOptions: 'the options of the library, and those of them that the stage takes',
  LabelledDump: 'one type, stated again where the library exports it: its declarations reach into no stage',
};

/**
 * Words that mean nothing to a reader who knows the field: they were names here, for an estimate that converges, a hard
 * assignment, a posterior, a cache, the clip of a log ratio, an account that shares an item, a time bin.
 */
const PRIVATE = [
  'again',
  'bearer',
  'bearers',
  'beside',
  'borne',
  'exactly',
  'loudest',
  'moments',
  'remember',
  'remembered',
  'settle',
  'settled',
  'stranger',
  'strangers',
  'stricter',
  'suspect',
  'suspects',
  'tell',
  'telling',
  'tells',
  'told',
  'whoever',
];

/** Words that say something as a part of a name, and nothing as the whole of one. */
const NOT_ALONE = ['all', 'beside', 'few', 'first', 'known', 'most', 'only', 'others', 'same', 'some', 'words'];

interface Exported {
  readonly name: string;
  readonly file: string;
}

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|const|let|interface|type|enum) ([\w$]+)/gmu;

function exportsOf(file: string): Exported[] {
  const names = Array.from(readFileSync(join(SRC, file), 'utf8').matchAll(EXPORT), ([, name = '']) => name);
  return [...new Set(names)].map((name) => ({ name, file }));
}

/** `sameText` and `SAME_TEXT` are "same" and "text". */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, '_')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}

function isPrivate({ name }: Exported): boolean {
  const words = wordsOf(name);
  return words.some((word) => PRIVATE.includes(word)) || (words.length === 1 && NOT_ALONE.includes(words[0] ?? ''));
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const EXPORTED = FILES.flatMap(exportsOf);

describe('exported names', () => {
  const files = new Map<string, string[]>();
  for (const { name, file } of EXPORTED) files.set(name, [...(files.get(name) ?? []), file]);
  const several = [...files].filter(([, places]) => places.length > 1).map(([name]) => name);

  it('are found', () => {
    expect(EXPORTED).toContainEqual({ name: 'analyze', file: 'index.ts' });
    expect(EXPORTED).toContainEqual({ name: 'MAX_LOG_RATIO', file: join('signals', 'constants.ts') });
    expect(EXPORTED.length).toBeGreaterThan(1_000);
  });

  it('stand for one thing each', () => {
    expect(several.toSorted()).toEqual(Object.keys(SHARED).toSorted());
  });

  it('are words of the field', () => {
    expect(EXPORTED.filter(isPrivate)).toEqual([]);
  });

  it('are taken apart into words', () => {
    expect(wordsOf('LOUDEST_FAMILY')).toEqual(['loudest', 'family']);
    expect(wordsOf('tellHTMLText2')).toEqual(['tell', 'html', 'text2']);
    expect(wordsOf('BearersAmong')).toEqual(['bearers', 'among']);
  });
});

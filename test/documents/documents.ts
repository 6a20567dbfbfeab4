/** The documents of the repository, taken apart: examples, headings, links, words set as code. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, type Token, walkTokens } from 'marked';

export const ROOT = path.join(import.meta.dirname, '../..');

/** Every document that a stranger reads, by its name from the root. */
export const DOCUMENTS: readonly string[] = [
  ...['', 'docs', 'bench', '.github', '.github/ISSUE_TEMPLATE'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.posix.join(folder, name)),
  ),
  'test/read/README.md',
];

export function textOf(document: string): string {
  return readFileSync(path.join(ROOT, document), 'utf8');
}

/** The source files in which the library's functions are defined. Their doc comments are documents, too. */
export const LIBRARY: readonly string[] = [
  'src/index.ts',
  ...[...textOf('src/index.ts').matchAll(/^export \{[^}]*\} from '\.\/(.+)\.js';$/gmu)].map(
    ([, name = '']) => `src/${name}.ts`,
  ),
];

export interface Block {
  readonly document: string;
  /** Line of the fence. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** Why it is not run, as the comment `<!-- not run: why -->` before the fence says. */
  readonly notRun: string | undefined;
}

/** The fenced blocks of a document, or of the doc comments of a source file. */
export function blocksOf(document: string): Block[] {
  const text = document.endsWith('.ts') ? textOf(document).replaceAll(/^ \* ?/gmu, '') : textOf(document);
  return [...text.matchAll(/^(?:<!-- not run: (.+) -->\n)?```(\w*)\n(.*?)^```$/gmsu)].map((match) => {
    const [, notRun, language = '', code = ''] = match;
    return { document, line: text.slice(0, match.index).split('\n').length, language, code, notRun };
  });
}

/** All blocks of one language in all documents and in the doc comments of the library, with where each stands. */
export function blocksIn(language: string): (Block & { readonly at: string })[] {
  return [...DOCUMENTS, ...LIBRARY]
    .flatMap(blocksOf)
    .filter((block) => block.language === language)
    .map((block) => ({ ...block, at: `${block.document}:${block.line}` }));
}

function tokensOf(document: string): Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(textOf(document)), (token) => void tokens.push(token));
  return tokens;
}

/** Where links and pictures lead. */
export function linksOf(document: string): string[] {
  return tokensOf(document).flatMap((token) =>
    token.type === 'link' || token.type === 'image' ? [String(token['href'])] : [],
  );
}

/** What is set as code within the text. */
export function codeSpansOf(document: string): string[] {
  return tokensOf(document).flatMap((token) => (token.type === 'codespan' ? [String(token['text'])] : []));
}

/** What may follow # in a link to the document: its headings as GitHub names them, and the ids that it sets itself. */
export function anchorsOf(document: string): Set<string> {
  const anchors = new Set([...textOf(document).matchAll(/<a id="([^"]+)">/gu)].map(([, id = '']) => id));
  for (const token of tokensOf(document)) {
    if (token.type !== 'heading') continue;
    const slug = slugOf(String(token['text']));
    let name = slug;
    for (let times = 1; anchors.has(name); times++) name = `${slug}-${times}`;
    anchors.add(name);
  }
  return anchors;
}

/** A heading in lower case, without what is no letter, number, mark, hyphen or underscore, and with hyphens for spaces. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

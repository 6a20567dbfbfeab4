import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { definitionsOf } from '../../src/cli/definitions.js';
import { buildProgram } from '../../src/cli/program.js';
import { SIGNALS } from '../../src/signals/index.js';
import { NOWHERE } from '../cli/run.js';
import { anchorsOf, codeSpansOf, DOCUMENTS, linksOf, ROOT, textOf } from './documents.js';

const isAddress = (link: string): boolean => /^(?:https?|mailto):/u.test(link);

/** The file that a link leads to, from the root, and the place in it. */
function targetOf(document: string, link: string): { readonly file: string; readonly anchor: string | undefined } {
  const [name = '', anchor] = link.split('#');
  return {
    file: name === '' ? document : path.posix.join(path.posix.dirname(document), decodeURIComponent(name)),
    anchor,
  };
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links to files that are there, and to places in them', (document) => {
    const wrong = linksOf(document)
      .filter((link) => !isAddress(link))
      .filter((link) => {
        const { file, anchor } = targetOf(document, link);
        if (!existsSync(path.join(ROOT, file))) return true;
        return anchor !== undefined && !anchorsOf(file).has(decodeURIComponent(anchor));
      });
    expect(wrong).toEqual([]);
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const document of reached)
      for (const link of linksOf(document)) {
        const { file } = targetOf(document, link);
        if (!isAddress(link) && file.endsWith('.md')) reached.add(file);
      }
    expect(DOCUMENTS.filter((document) => !document.startsWith('.github/') && !reached.has(document))).toEqual([]);
  });

  it.each(DOCUMENTS)('%s names files of the repository that are there', (document) => {
    const named = codeSpansOf(document).filter((span) =>
      /^(?:src|test|docs|bench|scripts|fixtures|bin)\/[\w./-]*$/u.test(span),
    );
    // What is written in capitals, such as NAME, stands for something else.
    const missing = named.filter((span) => !/[A-Z]{4}/u.test(span) && !existsSync(path.join(ROOT, span)));
    expect(missing).toEqual([]);
  });

  it.each(DOCUMENTS)('%s names scripts of npm that are there', (document) => {
    const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
    );
    const named = [...textOf(document).matchAll(/\bnpm run ([\w:]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  // Flags of other programs stand in the other documents.
  it.each(DOCUMENTS.filter((name) => !/^(?:bench|\.github)\/|fuzzing|releasing|CONTRIBUTING/u.test(name)))(
    '%s names flags that are there',
    (document) => {
      const flags = new Set(
        definitionsOf(buildProgram(NOWHERE)).flatMap(({ flags: own }) => own.map(({ long }) => long)),
      );
      const named = codeSpansOf(document).flatMap((span) => /^--[a-z][a-z-]*/u.exec(span) ?? []);
      expect(named.filter((flag) => !flags.has(flag))).toEqual([]);
    },
  );
});

describe('docs/your-dump.md', () => {
  it('lists messages that the program has', () => {
    const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8'))
      .join('\n');
    const [, section = ''] = textOf('docs/your-dump.md').split('| message |');
    const [table = ''] = section.split('\n\n');
    // What differs from case to case stands for … in it.
    const messages = [...table.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, message = '']) => message);
    expect(messages.length).toBeGreaterThan(10);
    const unknown = messages.filter((message) => message.split(/ ?\(?…\)? ?/u).some((part) => !sources.includes(part)));
    expect(unknown).toEqual([]);
  });
});

describe('docs/method.md', () => {
  it('tells every signal', () => {
    const spans = new Set(codeSpansOf('docs/method.md'));
    expect(SIGNALS.map(({ name }) => name).filter((name) => !spans.has(name))).toEqual([]);
  });
});

describe('CITATION.cff', () => {
  it('has what a citation needs, and the version of the package', () => {
    const citation: unknown = parse(textOf('CITATION.cff'));
    const { version, license }: { readonly version: string; readonly license: string } = JSON.parse(
      textOf('package.json'),
    );
    expect(citation).toMatchObject({
      'cff-version': '1.2.0',
      title: 'trend-audit',
      message: expect.any(String),
      authors: expect.any(Array),
      version,
      license,
    });
  });
});

describe('the workflow', () => {
  it('runs everything on each Node that is promised', () => {
    const workflow: unknown = parse(textOf('.github/workflows/ci.yml'));
    expect(workflow).toMatchObject({
      permissions: { contents: 'read' },
      jobs: { test: { strategy: { matrix: { node: [20, 22, 24] } }, steps: expect.any(Array) } },
    });
    expect(textOf('.github/workflows/ci.yml')).toContain('- run: bash .ci/run');
  });
});

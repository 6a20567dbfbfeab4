import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VERSIONED, withVersion } from '../../scripts/set-version.js';
import { VERSION } from '../../src/documents/version.js';
import { textOf } from '../documents/documents.js';

const json = (file: string): unknown => JSON.parse(textOf(file));
const [CODE = '', CITATION = '', CHANGELOG = ''] = VERSIONED;
const released = (file: string): string => withVersion(file, textOf(file), '9.8.7', '2031-05-06');

describe('the version', () => {
  it('is the same wherever it is stated', () => {
    const version = VERSION;
    expect(json('package.json')).toMatchObject({ version });
    expect(json('package-lock.json')).toMatchObject({ version, packages: { '': { version } } });
    expect(parse(textOf(CITATION))).toMatchObject({ version });
  });

  it('has a part of the changelog, or is to have one', () => {
    const headings = [...textOf(CHANGELOG).matchAll(/^## \[(.+?)\](?: - \d{4}-\d{2}-\d{2})?$/gmu)].map(
      ([, name]) => name,
    );
    expect(['Unreleased', VERSION]).toEqual(expect.arrayContaining(headings.slice(0, 2)));
    expect(headings[0]).toBe('Unreleased');
  });

  it('is set everywhere by one step', () => {
    expect(VERSIONED).toEqual(['src/documents/version.ts', 'CITATION.cff', 'CHANGELOG.md']);
    expect(released(CODE)).toContain("export const VERSION = '9.8.7';");
    expect(released(CITATION)).toContain('\nversion: 9.8.7\ndate-released: 2031-05-06\n');
    const again = withVersion(CITATION, released(CITATION), '9.9.0', '2031-07-08');
    expect(again.match(/^date-released: .*$/gmu)).toEqual(['date-released: 2031-07-08']);
    expect(released(CHANGELOG)).toContain('\n## [Unreleased]\n\n## [9.8.7] - 2031-05-06\n\n### Added\n');
  });

  it.each(VERSIONED)('is not set silently where %s states none', (file) => {
    expect(() => withVersion(file, '', '9.8.7', '2031-05-06')).toThrow(`${file} states no version`);
  });
});

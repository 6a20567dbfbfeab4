import { describe, expect, it } from 'vitest';
import { escapeControls, escapeSteering } from '../../src/text/escape-controls.js';
import { breakCommandLine, breakCommandLines } from '../../src/text/runner-commands.js';
import { safeJson } from '../../src/text/safe-json.js';

describe('commands of CI runners', () => {
  it.each([
    ['x ##vso[task.setvariable variable=a]b', 'x #\\u{23}vso[task.setvariable variable=a]b'],
    ['##[group]', '#\\u{23}[group]'],
    ["##teamcity[message text='a']", "#\\u{23}teamcity[message text='a']"],
    ['###[error]', '##\\u{23}[error]'],
    ['## Heading [link]', '## Heading [link]'],
    ['::error file=a::b', '\\u{3A}:error file=a::b'],
    [' \u3000\t::stop-commands::x', ' \u3000\t\\u{3A}:stop-commands::x'],
    ['\u001B[1m::error::x', '\u001B[1m\\u{3A}:error::x'],
    ['std::vector', 'std::vector'],
  ])('%j', (line, broken) => {
    expect(breakCommandLine(line)).toBe(broken);
    expect(breakCommandLine(broken)).toBe(broken);
  });

  it('are broken in every line, and in what is escaped', () => {
    expect(breakCommandLines('a\n::b\n##[c]')).toBe('a\n\\u{3A}:b\n#\\u{23}[c]');
    expect(escapeControls('##vso[x]')).toBe('#\\u{23}vso[x]');
    expect(escapeSteering('a\n::b ##[c]')).toBe('a\n\\u{3A}:b #\\u{23}[c]');
  });
});

it('shows in a cell what steers, and keeps line breaks, joiners that are needed and variation selectors', () => {
  expect(escapeSteering('a\u202Eb\u200Bc\u{E0041}\u2066\u001B\u009B\u007F')).toBe(
    'a\\u{202E}b\\u{200B}c\\u{E0041}\\u{2066}\\u{1B}\\u{9B}\\u{7F}',
  );
  const kept =
    'a\tb\r\nc می\u200Cخواهم क्\u200Dष 👨\u200D👩\u200D👧 ☺\uFE0E 葛\u{E0100} 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
  expect(escapeSteering(kept)).toBe(kept);
});

it('writes JSON that steers nothing and says the same', () => {
  const value = { 'a\u009B': ['\u007F', '##vso[x] ###[y] ## z[', '\u0080', 'é \u00A0'] };
  const text = safeJson(value, 2);
  expect(text).not.toMatch(/[\u007F-\u009F]|##\w*\[/u);
  expect(text).toContain('\\u009b');
  expect(text).toContain('é \u00A0');
  expect(JSON.parse(text)).toEqual(value);
});

it('writes JSON that other parsers read where half an emoji stands in a text, a name or a key', () => {
  const value = { 'k\uD83D': ['a\uD83D', '\uDE00', '\\ud83d', '\\\uD83D', '😀', '\uDE00\uD83D'] };
  const text = safeJson(value, 2);
  expect(JSON.parse(text)).toEqual({ 'k�': ['a�', '�', '\\ud83d', '\\�', '😀', '��'] });
  expect(JSON.parse(JSON.stringify(JSON.parse(text)))).toEqual(JSON.parse(text));
  expect(text).not.toMatch(/(?<!\\)\\ud/u);
});

it('shows no more marks upon a letter than text has that is safe to stream', () => {
  expect(escapeControls(`e${'\u0301'.repeat(30)}x`)).toBe(`e${'\u0301'.repeat(30)}x`);
  expect(escapeControls(`e${'\u0301'.repeat(31)}x`)).toBe(`e${'\u0301'.repeat(30)}…x`);
});

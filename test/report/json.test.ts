import { expect, it } from 'vitest';
import { jsonPieces } from '../../src/report/json.js';
import { sample } from './sample-result.js';

const whole = (document: object): string => [...jsonPieces(document)].join('');

it('is the document, indented, with one newline at the end', () => {
  const text = whole(sample);
  expect(JSON.parse(text)).toEqual(sample);
  expect(text).toMatch(/^\{\n {2}"schemaVersion": "2",\n[^]*[^\n]\n$/u);
});

it('lets no escape character through', () => {
  expect(whole(sample)).not.toContain('\u001B');
});

it('is written an account at a time, to the same bytes as at once', () => {
  const odd = {
    ...sample,
    groups: [],
    accounts: sample.accounts.map((account) => ({ ...account, displayName: '"\n}\u2028,\r' })),
  };
  for (const result of [sample, odd]) expect(whole(result)).toBe(`${JSON.stringify(result, null, 2)}\n`);
  expect([...jsonPieces(sample)].length).toBeGreaterThan(sample.accounts.length);
});

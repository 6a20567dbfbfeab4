import { expect, it } from 'vitest';
import { renderJson } from '../../src/report/index.js';
import { sample } from './sample-result.js';

it('is the document, indented, with one newline at the end', () => {
  const text = renderJson(sample);
  expect(JSON.parse(text)).toEqual(sample);
  expect(text).toMatch(/^\{\n {2}"schemaVersion": "1",\n[^]*[^\n]\n$/u);
});

it('lets no escape character through', () => {
  expect(renderJson(sample)).not.toContain('\u001B');
});

import { describe, expect, it } from 'vitest';
import { evidenceLines } from '../../src/report/evidence-lines.js';
import { evidence } from './sample-result.js';

const cohort = evidence('creation-cohort', 'creation', 4, 'Created within a day of five others.');
const burst = evidence('burst', 'posting', 1, 'Wrote 14 posts in 10 minutes');
const copies = evidence('same-text', 'sharing', 3, 'Wrote the same text as nine others: “All of us are with you”');

describe('why', () => {
  it('gives each reason a line, the most telling first', () => {
    expect(evidenceLines([burst, cohort, copies], 40, 3)).toEqual([
      '· Created within a day of five others',
      '· Wrote the same text as nine others:…',
      '· Wrote 14 posts in 10 minutes',
    ]);
  });

  it('gives the lines to spare to those that need them', () => {
    expect(evidenceLines([burst, copies], 40, 3)).toEqual([
      '· Wrote the same text as nine others:',
      '  “All of us are with you”',
      '· Wrote 14 posts in 10 minutes',
    ]);
  });

  it('counts what it leaves out', () => {
    expect(evidenceLines([burst, cohort, copies], 42, 1)).toEqual(['· Created within a day of five… (2 more)']);
    expect(evidenceLines([], 42, 3)).toEqual([]);
  });
});

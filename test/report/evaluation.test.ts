import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ablation, DumpEvaluation, Evaluation, LabelledAccount } from '../../src/documents/evaluation.js';
import { renderEvaluation } from '../../src/report/evaluation.js';
import { jsonPieces } from '../../src/report/json.js';
import { displayWidth } from '../../src/report/text-layout.js';
import { escapeControls } from '../../src/text/escape-controls.js';
import { account, evidence, sample } from './sample-result.js';

const between = (value: number) => ({ value, low: value - 0.05, high: value + 0.02 });
const NONE = { value: null, low: null, high: null };

const part = (leftOut: string, kind: Ablation['kind'], family: Ablation['family'], recall: number): Ablation => ({
  leftOut,
  kind,
  family,
  called: 9,
  hits: 8,
  auc: 0.9,
  averagePrecision: 0.8,
  precision: null,
  recall,
  falsePositiveRate: 0.001,
  change: {
    called: -30,
    hits: -29,
    auc: -0.071,
    averagePrecision: -0.1,
    precision: null,
    recall: recall - 0.8,
    falsePositiveRate: 0,
  },
});

const mistake = (id: string, label: LabelledAccount['label'], more: Partial<LabelledAccount>): LabelledAccount => ({
  ...account(id, label === 'organic' ? 'coordinated' : 'organic'),
  label,
  ...more,
});

function dumpOf(path: string, name: string, says: string): DumpEvaluation {
  return {
    inputs: sample.inputs.map((input) => ({ ...input, path })),
    labels: `${path}.labels`,
    options: sample.options,
    cautions: [],
    accounts: { coordinated: 1048, organic: 12_860, unlabelled: 3, absent: 1 },
    quality: {
      precision: between(0.95),
      recall: between(0.8),
      f1: between(0.87),
      falsePositiveRate: between(0.06),
      auc: between(0.971),
      averagePrecision: NONE,
    },
    confusion: {
      coordinated: { coordinated: 838, organic: 44 },
      flooding: { coordinated: 0, organic: 0 },
      unclear: { coordinated: 100, organic: 400 },
      organic: { coordinated: 110, organic: 12_416 },
      insufficient: { coordinated: 0, organic: 0 },
    },
    ablation: [
      part('creation', 'family', 'creation', 0.2),
      part('sharing', 'family', 'sharing', 0),
      part('creation-cohort', 'signal', 'creation', 0.2),
      part('same-text', 'signal', 'sharing', 0.8),
    ],
    mistakes: {
      called: [
        mistake(name, 'organic', {
          score: 88.5,
          q: 0.031,
          evidence: [evidence('burst', 'posting', 2, says), evidence('cohort', 'creation', 1, 'Created with others.')],
        }),
      ],
      missed: [
        mistake('lost', 'coordinated', { score: 1.2 }),
        mistake('half', 'coordinated', {
          verdict: 'unclear',
          score: 40,
          evidence: [evidence('burst', 'posting', 2, says)],
        }),
      ],
    },
  };
}

function evaluationOf(dumps: readonly DumpEvaluation[]): Evaluation {
  const [first] = dumps;
  if (!first) throw new Error('no dump');
  const macro = {
    called: 882,
    hits: 838,
    auc: 0.971,
    averagePrecision: null,
    precision: 0.95,
    recall: 0.8,
    falsePositiveRate: 0.003,
  };
  return {
    schemaVersion: '2',
    tool: { name: 'trend-audit', version: '0.1.0' },
    dumps,
    overall: {
      dumps: dumps.length,
      macro,
      pooled: first.quality,
      confusion: first.confusion,
      ablation: first.ablation,
    },
  };
}

const one = evaluationOf([dumpOf('dumps/first.csv', 'slava', 'Wrote 14 of its 61 posts within 10 minutes.')]);
const three = evaluationOf(
  ['first', 'the-second-one-has-a-long-name-in-it', 'third'].map((name) =>
    dumpOf(`dumps/${name}.csv`, 'slava', 'Wrote much.'),
  ),
);

describe('the page of an evaluation', () => {
  it.each([50, 80, 140])('of one dump at %i columns', (width) => {
    expect(renderEvaluation(one, { width, color: false })).toMatchSnapshot();
  });

  it.each([50, 80])('of several dumps at %i columns', (width) => {
    expect(renderEvaluation(three, { width, color: false })).toMatchSnapshot();
  });

  it('tells nothing by colour alone', () => {
    const coloured = renderEvaluation(one, { width: 80, color: true });
    expect(coloured).toContain('\u001B[');
    expect(stripVTControlCharacters(coloured)).toBe(renderEvaluation(one, { width: 80, color: false }));
  });

  it('leaves out what was not asked for', () => {
    const brief = renderEvaluation(
      evaluationOf([{ ...dumpOf('a.csv', 'x', 'y'), ablation: [], mistakes: { called: [], missed: [] } }]),
      { width: 80, color: false },
    );
    expect(brief).not.toContain('Decided again');
    expect(brief).not.toContain('lowest score');
  });

  it('calls nobody a bot, a troll or a fake', () => {
    expect(
      renderEvaluation(one, { width: 80, color: false }) + renderEvaluation(three, { width: 80, color: false }),
    ).not.toMatch(/\b(?:bots?|trolls?|fakes?|paid)\b/iu);
  });

  it('escapes whatever a dump says, and stays within the page', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u001B', '\u202E', '\u200B', '\n', '🇷🇺', '漢', 'e\u0301'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.integer({ min: 24, max: 160 }), (path, name, says, width) => {
        const several = evaluationOf([dumpOf(path, name, says), dumpOf('b.csv', 'x', 'y')]);
        for (const evaluation of [evaluationOf([dumpOf(path, name, says)]), several]) {
          const page = renderEvaluation(evaluation, { width, color: false });
          expect(page.split('\n').filter((line) => escapeControls(line) !== line)).toEqual([]);
          expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('the document for programs is the evaluation', () => {
  expect(JSON.parse([...jsonPieces(three)].join(''))).toEqual(three);
});

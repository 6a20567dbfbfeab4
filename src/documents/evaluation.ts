/** The document that `evaluate --json` prints. Names and meaning are a contract: add, never change. */

import type { Family } from './evidence.js';
import type { AccountResult, Input, Result } from './result.js';
import type { Verdict } from './verdict.js';

export const EVALUATION_SCHEMA_VERSION = '2';

/** What is known about an account. */
export type Label = 'coordinated' | 'organic';
export const LABELS: readonly Label[] = ['coordinated', 'organic'];

/** A figure and its 95% interval; null where it cannot be computed (no account was called, or a label is missing). */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How well the verdict `coordinated` agrees with the label. All values are from 0 to 1. */
export interface CallQuality {
  /** Of the accounts called likely coordinated, the share labelled coordinated. */
  readonly precision: Estimate;
  /** Of the accounts labelled coordinated, the share called likely coordinated. */
  readonly recall: Estimate;
  /** Harmonic mean of precision and recall. */
  readonly f1: Estimate;
  /** Of the accounts labelled organic, the share called likely coordinated. */
  readonly falsePositiveRate: Estimate;
}

export interface Quality extends CallQuality {
  /** Area under the receiver operating characteristic of the score. */
  readonly auc: Estimate;
  /** Area under the precision–recall curve of the score, as average precision. */
  readonly averagePrecision: Estimate;
}

/** Number of accounts by verdict and label. */
export type Confusion = Readonly<Record<Verdict, Readonly<Record<Label, number>>>>;

/** The figures without their intervals. */
export interface Figures {
  /** Number of accounts called likely coordinated, and of those that are also labelled coordinated. */
  readonly called: number;
  readonly hits: number;
  readonly auc: number | null;
  readonly averagePrecision: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly falsePositiveRate: number | null;
}

/** The figures when one signal, or a whole family of signals, is left out. */
export interface Ablation extends Figures {
  readonly leftOut: string;
  readonly kind: 'family' | 'signal';
  readonly family: Family;
  /**
   * The figure without it minus the figure of the full model: below 0 where it contributes (for false positives: above
   * 0).
   */
  readonly change: Figures;
}

export interface LabelledAccount extends AccountResult {
  readonly label: Label;
}

/** The accounts whose verdict or score contradicts their label most, the worst first. */
export interface Mistakes {
  /** Labelled organic, called likely coordinated. */
  readonly called: readonly LabelledAccount[];
  /** Labelled coordinated, not called likely coordinated. */
  readonly missed: readonly LabelledAccount[];
}

/** How accurate the verdicts on one dump are. */
export interface DumpEvaluation {
  readonly inputs: readonly Input[];
  /** The file with the labels. */
  readonly labels: string;
  readonly options: Result['options'];
  readonly cautions: readonly string[];
  readonly accounts: {
    readonly coordinated: number;
    readonly organic: number;
    /** Accounts of the dump without a label: not included in any figure. */
    readonly unlabelled: number;
    /** Labels that do not match an account of the dump. */
    readonly absent: number;
  };
  readonly quality: Quality;
  readonly confusion: Confusion;
  /** Families, then signals, in the order of the program; empty if not requested. */
  readonly ablation: readonly Ablation[];
  readonly mistakes: Mistakes;
}

/** The same for all dumps together. */
export interface OverallEvaluation {
  readonly dumps: number;
  /** Means over the dumps in which the figure can be computed; sums of `called` and `hits`. */
  readonly macro: Figures;
  /** Computed from the accounts of all dumps together. */
  readonly pooled: CallQuality;
  readonly confusion: Confusion;
  /** As `macro`, but with pooled precision, because precision is undefined for a dump without called accounts. */
  readonly ablation: readonly Ablation[];
}

/** What `evaluate --json` prints. */
export interface Evaluation {
  readonly schemaVersion: typeof EVALUATION_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly dumps: readonly DumpEvaluation[];
  readonly overall: OverallEvaluation;
}

/** The document that `evaluate --json` prints. Names and meaning are a contract: add, never change. */

import type { Family } from './evidence.js';
import type { AccountResult, Input, Result } from './result.js';
import type { Verdict } from './verdict.js';

export const EVALUATION_SCHEMA_VERSION = '2';

/** What somebody who knows says of an account. */
export type Label = 'coordinated' | 'organic';
export const LABELS: readonly Label[] = ['coordinated', 'organic'];

/** A figure and its 95% interval; null where it cannot be had (nobody was called, nobody bears one of the labels). */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How well the verdict `coordinated` meets the label. All from 0 to 1. */
export interface CallQuality {
  /** Of the accounts called likely coordinated, the share labelled so. */
  readonly precision: Estimate;
  /** Of the accounts labelled coordinated, the share called so. */
  readonly recall: Estimate;
  /** Harmonic mean of the two. */
  readonly f1: Estimate;
  /** Of the accounts labelled organic, the share called likely coordinated. */
  readonly falsePositiveRate: Estimate;
}

export interface Quality extends CallQuality {
  /** Of the score: area under the receiver operating characteristic. */
  readonly auc: Estimate;
  /** Of the score: area under the precision–recall curve, as average precision. */
  readonly averagePrecision: Estimate;
}

/** Accounts by verdict and label. */
export type Confusion = Readonly<Record<Verdict, Readonly<Record<Label, number>>>>;

/** The figures without their intervals. */
export interface Figures {
  /** Accounts called likely coordinated, and how many of them are labelled so. */
  readonly called: number;
  readonly hits: number;
  readonly auc: number | null;
  readonly averagePrecision: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly falsePositiveRate: number | null;
}

/** What is left when one signal, or a whole family of them, is left out. */
export interface Ablation extends Figures {
  readonly leftOut: string;
  readonly kind: 'family' | 'signal';
  readonly family: Family;
  /**
   * The figure without it less the figure with everything: below 0 where it contributes (for false positives: above).
   */
  readonly change: Figures;
}

export interface LabelledAccount extends AccountResult {
  readonly label: Label;
}

/** The verdicts that contradict their label the most, the worst first. */
export interface Mistakes {
  /** Labelled organic, called likely coordinated. */
  readonly called: readonly LabelledAccount[];
  /** Labelled coordinated, not called so. */
  readonly missed: readonly LabelledAccount[];
}

/** How right the verdicts on one dump are. */
export interface DumpEvaluation {
  readonly inputs: readonly Input[];
  /** The file that the labels came from. */
  readonly labels: string;
  readonly options: Result['options'];
  readonly cautions: readonly string[];
  readonly accounts: {
    readonly coordinated: number;
    readonly organic: number;
    /** In the dump and without a label: left out of every figure. */
    readonly unlabelled: number;
    /** Labels that name no account of the dump. */
    readonly absent: number;
  };
  readonly quality: Quality;
  readonly confusion: Confusion;
  /** Families, then signals, in the order of the program; empty where it was not asked for. */
  readonly ablation: readonly Ablation[];
  readonly mistakes: Mistakes;
}

/** The same over all dumps together. */
export interface OverallEvaluation {
  readonly dumps: number;
  /** Means over the dumps in which the figure can be had; sums of `called` and `hits`. */
  readonly macro: Figures;
  /** Over the accounts of all dumps together. */
  readonly pooled: CallQuality;
  readonly confusion: Confusion;
  /** As `macro`, but with the pooled precision: it is undefined on a dump in which nobody is called. */
  readonly ablation: readonly Ablation[];
}

/** What `evaluate --json` prints. */
export interface Evaluation {
  readonly schemaVersion: typeof EVALUATION_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly dumps: readonly DumpEvaluation[];
  readonly overall: OverallEvaluation;
}

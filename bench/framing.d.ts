/** For the tests, which decide a few of them. */

import type { InventedCase } from './scenarios.js';

export interface Framing {
  readonly public?: number;
  readonly framed?: number;
  readonly posts?: number;
  readonly followers?: number;
  readonly followed?: number;
  readonly each?: number;
  readonly delay?: number;
  readonly way?: string;
  readonly own?: boolean;
  readonly popular?: number;
  readonly together?: boolean;
  readonly times?: number;
}

/** By name. */
export const FRAMINGS: Readonly<Record<string, Framing>>;

/** Those who are framed are of kind `v`, those who follow them `c`. */
export function framingOf(name: string, seed: number, special?: Framing): InventedCase;

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

/** All framings by name. */
export const FRAMINGS: Readonly<Record<string, Framing>>;

/** The framed accounts have kind `v`, their followers kind `c`. */
export function framingOf(name: string, seed: number, special?: Framing): InventedCase;

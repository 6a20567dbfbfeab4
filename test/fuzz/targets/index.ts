import type { Target } from '../target.js';
import { config } from './config.js';
import { decoders } from './decoders.js';
import { hashtags } from './hashtags.js';
import { layout } from './layout.js';
import { planted } from './planted.js';
import { readers } from './readers.js';
import { workbooks } from './workbooks.js';

/** By name, and as the folders of the corpus are called. */
export const TARGETS: ReadonlyMap<string, Target> = new Map(
  Object.entries({ readers, workbooks, decoders, hashtags, layout, config, planted }),
);

export function targetOf(name: string): Target {
  const target = TARGETS.get(name);
  if (!target) throw new Error(`there is no target ${name}: ${[...TARGETS.keys()].join(', ')}`);
  return target;
}

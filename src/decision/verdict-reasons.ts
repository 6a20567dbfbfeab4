import type { VerdictReason } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import type { FloodingFinding } from './flooding.js';
import type { JudgedPush } from './judge-push.js';
import { UNCLEAR_FDR } from './partial-conjunction-test.js';

/** The final results for every account. */
interface JudgedDump extends Pick<JudgedPush, 'judged' | 'repeated' | 'tested' | 'withheld'> {
  readonly flooding: ReadonlyMap<number, FloodingFinding>;
  readonly isSmall: boolean;
}

/** The reason for a verdict; null if the verdict needs no further reason. */
export function reasonOf(
  a: number,
  { judged, repeated, tested, withheld, flooding, isSmall }: JudgedDump,
): VerdictReason | null {
  switch (judged.verdicts[a] ?? outOfRange()) {
    case 'coordinated':
    case 'organic':
      return null;
    case 'insufficient':
      return isSmall ? 'small-dump' : 'little-shown';
    case 'flooding':
      return flooding.get(a)?.reason ?? null;
    case 'unclear':
      return withheld.get(a) ?? whyUnclear(a, { repeated, tested });
  }
}

/** Each step adds a requirement; the first one that the account does not meet is the reason. */
function whyUnclear(a: number, { repeated, tested }: Pick<JudgedPush, 'repeated' | 'tested'>): VerdictReason {
  if (repeated.verdicts[a] === 'coordinated') return 'one-family';
  if (tested.verdicts[a] === 'coordinated') return 'one-occasion';
  return (tested.q[a] ?? outOfRange()) <= UNCLEAR_FDR ? 'by-chance' : 'one-sign';
}

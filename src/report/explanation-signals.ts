/** What each signal says of an account: for it, against it, nothing, or not measured. */

import type { Explanation, SignalContribution } from '../documents/explanation.js';
import { withoutFullStop, joinList, formatEstimate } from '../text/format.js';
import type { TextPage } from './page.js';
import { signalName } from './signal-names.js';
import { wrapParagraph, wrap } from './text-layout.js';

/** A section for each side, the weightiest first; that against it even where there is nothing. */
export function signalSections({ signals }: Explanation, page: TextPage): string[][] {
  const heading = (text: string): string[] => wrap(text, page.width).map(page.strong);
  const side = (sign: 1 | -1): SignalContribution[] =>
    signals
      .filter(({ weight }) => weight !== null && Math.sign(weight) === sign)
      .sort((x, y) => Math.abs(y.weight ?? 0) - Math.abs(x.weight ?? 0));
  const nothing = (text: string): string[] => wrapParagraph(text, page.prose, { indent: ' ' });
  const [supporting, opposing] = [side(1), side(-1)];
  const silent = signals.filter(({ weight }) => weight === 0).map(({ signal }) => signalName(signal));
  const unmeasured = signals.filter(({ weight }) => weight === null).map(({ signal }) => signalName(signal));
  return [
    [
      ...heading('What speaks for it'),
      ...(supporting.length === 0
        ? nothing('Nothing.')
        : supporting.flatMap((each) => entry(each, withoutFullStop(each.says ?? each.means ?? ''), page))),
    ],
    [
      ...heading('What speaks against it'),
      ...(opposing.length === 0
        ? nothing('No signal does.')
        : opposing.flatMap((each) => entry(each, againstText(each), page))),
    ],
    [
      ...(silent.length === 0
        ? []
        : wrapParagraph(`Neither way: ${joinList(silent)}.`, page.prose, { indent: '   ', first: ' ' })),
      ...(unmeasured.length === 0
        ? []
        : wrapParagraph(`Not measured: ${joinList(unmeasured)}.`, page.prose, { indent: '   ', first: ' ' })),
    ],
  ];
}

/** What was seen is said too, where something was: it did not weigh. */
function againstText({ means, says }: SignalContribution): string {
  return `${withoutFullStop(means ?? '')}${says === null ? '' : ` (seen: ${withoutFullStop(says)})`}`;
}

function entry({ signal, family, weight }: SignalContribution, text: string, page: TextPage): string[] {
  return [
    ...wrap(`${weightOf(weight ?? 0)} ${signalName(signal)} (${family}; ${odds(weight ?? 0)})`, page.width - 1).map(
      (line) => ` ${line}`,
    ),
    ...wrapParagraph(text, page.prose, { indent: '   ' }),
  ];
}

/** `+1.25`, `−0.40`. */
export function weightOf(weight: number): string {
  const size = Math.abs(weight).toFixed(2);
  return weight === 0 ? size : `${weight < 0 ? '−' : '+'}${size}`;
}

/** A weight in nats as odds: `3.5 to 1 for`, `2 to 1 against`. */
export function odds(weight: number): string {
  const ratio = Math.exp(Math.abs(weight));
  if (ratio < 1.05) return 'even';
  const told = formatEstimate(ratio).replace(/\.0$/u, '');
  return `${told} to 1 ${weight < 0 ? 'against' : 'for'}`;
}

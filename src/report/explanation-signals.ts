/**
 * What each signal contributes to the case of an account: evidence for coordination, against it, none, or not measured.
 */

import type { Explanation, SignalContribution } from '../documents/explanation.js';
import { escapeControls } from '../text/escape-controls.js';
import { withFullStop, withoutFullStop, joinList } from '../text/format.js';
import { pairLines, postLines } from './explanation-posts.js';
import { matchedPosts } from './matched-posts.js';
import type { TextPage } from './page.js';
import { FAMILY_TITLES, signalTitle, typicalityText } from './signal-titles.js';
import { wrapParagraph, wrap } from './text-layout.js';

/** Maximum number of own posts shown for a finding without matching posts of others. */
const OWN_SHOWN = 3;

/** The signals that are evidence for its taking part (1) or against it (−1), largest weight first. */
export function signalsOnSide({ signals }: Explanation, sign: 1 | -1): SignalContribution[] {
  return signals
    .filter(({ weight }) => weight !== null && Math.sign(weight) === sign)
    .sort((x, y) => Math.abs(y.weight ?? 0) - Math.abs(x.weight ?? 0));
}

/** A section for each side, even if there is no evidence on it, and one for the signals without weight. */
export function signalSections(explanation: Explanation, page: TextPage): string[][] {
  const section = (title: string, sign: 1 | -1, nothing: string): string[] => {
    const all = signalsOnSide(explanation, sign);
    return [
      ...wrap(title, page.width).map(page.strong),
      ...(all.length === 0
        ? wrapParagraph(nothing, page.prose, { indent: ' ' })
        : all.flatMap((each) => entry(each, explanation, page))),
    ];
  };
  return [
    section('What speaks for coordination', 1, 'Nothing.'),
    section('What speaks against it', -1, 'No signal does.'),
    silentSignals(explanation).flatMap((line) => wrapParagraph(line, page.prose, { indent: '   ', first: ' ' })),
  ];
}

/** Which signals have no weight either way, and which could not be measured. */
export function silentSignals({ signals }: Explanation): string[] {
  const silent = signals.filter(({ weight }) => weight === 0).map(({ signal }) => signalTitle(signal));
  const unmeasured = signals.filter(({ weight }) => weight === null).map(({ signal }) => signalTitle(signal));
  return [
    ...(silent.length === 0 ? [] : [`No weight either way: ${joinList(silent)}.`]),
    ...(unmeasured.length === 0 ? [] : [`Not measured: ${joinList(unmeasured)}.`]),
  ];
}

/** A signal's finding as a sentence, escaped. For evidence against, its meaning comes first. */
export function findingText({ means, says, weight }: SignalContribution): string {
  const seen = says === null ? '' : withoutFullStop(says);
  const text =
    (weight ?? 0) > 0
      ? seen || withoutFullStop(means ?? '')
      : `${withoutFullStop(means ?? '')}${seen === '' ? '' : ` (seen: ${seen})`}`;
  return withFullStop(text.charAt(0).toUpperCase() + text.slice(1));
}

/** `Same text: 55 times more typical of coordinated accounts (what it shares with others)`. */
function findingTitle({ signal, family, weight }: SignalContribution, explanation: Explanation): string {
  const title = escapeControls(signalTitle(signal));
  return (
    `${title.charAt(0).toUpperCase()}${title.slice(1)}: ${typicalityText(weight ?? 0, explanation)} ` +
    `(${FAMILY_TITLES[family]})`
  );
}

/** The account's own posts that show a finding without matching posts of others. */
export function ownPostsOf({ matches, posts }: SignalContribution, explanation: Explanation): Explanation['posts'] {
  if (matches.length > 0) return [];
  const ids = new Set(posts);
  return explanation.posts.filter(({ id }) => ids.has(id)).slice(0, OWN_SHOWN);
}

function entry(signal: SignalContribution, explanation: Explanation, page: TextPage): string[] {
  const [nearest] = matchedPosts(signal.matches, explanation);
  return [
    ...wrapParagraph(findingTitle(signal, explanation), page.width, { first: ' ', indent: '   ' }).map(page.strong),
    ...wrapParagraph(findingText(signal), page.prose, { indent: '   ' }),
    ...(nearest ? pairLines(nearest, explanation, page) : []),
    ...ownPostsOf(signal, explanation).flatMap((post) =>
      postLines(post, explanation.dump.resolutionSeconds, {
        ...page,
        prose: page.prose - 3,
        width: page.width - 3,
      }).map((line) => `   ${line}`),
    ),
  ];
}

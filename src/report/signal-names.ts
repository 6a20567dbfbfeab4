import { visible } from '../text/visible.js';

/** What each signal is called where accounts are counted by it. */
const SIGNAL_NAMES: ReadonlyMap<string, string> = new Map([
  ['creation-cohort', 'created together with others'],
  ['burst', 'many posts within minutes'],
  ['repeats', 'the same text again and again'],
  ['same-retweet', 'the same retweets as others'],
  ['same-text', 'the same texts as others'],
  ['same-link', 'the same links as others'],
  ['same-target', 'the same accounts addressed as by others'],
  ['same-moments', 'the same moments as others'],
]);

/** A signal that this page does not know keeps its own name. */
export function signalName(signal: string): string {
  return SIGNAL_NAMES.get(signal) ?? visible(signal).replaceAll('-', ' ');
}

import type { Family } from '../documents/evidence.js';
import type { Explanation } from '../documents/explanation.js';
import { formatEstimate } from '../text/format.js';
import { signalName } from './signal-names.js';

/** Titles of signals whose names alone are not clear to a reader. */
const TITLES: Readonly<Record<string, string>> = {
  'creation-cohort': 'created when the others were',
  'quick-succession': 'posts soon after the others',
  'same-moments': 'active when the others are',
  'same-tags': 'same combination of hashtags',
  'same-target': 'mentioned the same account',
  'same-retweet': 'retweeted the same post',
  'same-text': 'same text',
  'second-occasion': 'acted along a second time',
  burst: 'posts in bursts',
  'repeated-text': 'repeats its own text',
};

/** The title of a signal for readers: what it looks at. */
export function signalTitle(signal: string): string {
  return Object.hasOwn(TITLES, signal) ? (TITLES[signal] ?? '') : signalName(signal);
}

/** The kinds of evidence, as titles for readers. */
export const FAMILY_TITLES: Readonly<Record<Family, string>> = {
  creation: 'when it was created',
  posting: 'how it posts by itself',
  sharing: 'what it shares with others',
};

/** A weight in nats: `55 times more typical of coordinated accounts`; of suspected ones if nobody is called. */
export function typicalityText(weight: number, { called }: Pick<Explanation, 'called'>): string {
  const { times, whom } = likelihood(weight, called);
  return times === undefined ? `about as typical of ${whom}` : `${times} times more typical of ${whom}`;
}

/** The same in a cell: `coordinated accounts, 55 times`. */
export function typicalCell(weight: number, { called }: Pick<Explanation, 'called'>): string {
  const { times, whom } = likelihood(weight, called);
  return times === undefined ? 'neither' : `${whom}, ${times} times`;
}

function likelihood(weight: number, called: Explanation['called']): { readonly times?: string; readonly whom: string } {
  const ratio = Math.exp(Math.abs(weight));
  if (ratio < 1.05) return { whom: 'ordinary accounts' };
  const suspects = called === 'likely coordinated' ? 'coordinated' : 'suspected';
  return {
    times: formatEstimate(ratio).replace(/\.0$/u, ''),
    whom: `${weight < 0 ? 'ordinary' : suspects} accounts`,
  };
}

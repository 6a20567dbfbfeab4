import type { Dataset } from '../../src/dataset/dataset.js';
import type { Post } from '../../src/documents/post.js';
import type { Posterior } from '../../src/signals/signal.js';
import { DAY, HOUR, MINUTE, post, type Said, START } from '../dataset/posts.js';

export const PEOPLE = 80;
export const MEMBERS = 12;

export interface Story {
  /** When account n was created; the public is 0 … PEOPLE − 1, the members follow. */
  readonly created?: (n: number) => number | undefined;
  /** What account n says in its post k, over what anybody would. */
  readonly said?: (n: number, k: number) => Partial<Said>;
  readonly posts?: number;
}

export const isMember = (n: number): boolean => n >= PEOPLE;

/** People who write their own words at their own times, and members who do the same but for what the story tells. */
export function conversation({ created = everyMonth, said = () => ({}), posts = 5 }: Story = {}): Post[] {
  return Array.from({ length: PEOPLE + MEMBERS }, (_, n) => {
    const at = created(n);
    const account = {
      id: `a${String(n).padStart(3, '0')}`,
      handle: `h${n}`,
      displayName: '',
      ...(at === undefined ? {} : { created: { from: at, to: at, source: 'dump' as const } }),
    };
    return Array.from({ length: posts }, (__, k) =>
      post({
        by: account,
        time: START + ((n * 7919 + k * 104_729) % 10_007) * MINUTE,
        text: ownWords(n, k),
        ...said(n, k),
      }),
    );
  }).flat();
}

/** The members as a verdict would suspect them. */
export function suspicion({ accounts }: Dataset): Posterior {
  const probability = Float64Array.from(accounts.id, (id) => (isMember(Number(id.slice(1))) ? 0.95 : 0.03));
  return { probability, prevalence: MEMBERS / (PEOPLE + MEMBERS) };
}

/** Ten words that nobody else writes, without a digit. */
export function ownWords(n: number, k: number): string {
  return Array.from({ length: 10 }, (_, i) => letters(1000 * n + 20 * k + i)).join(' ');
}

function letters(value: number): string {
  return `я${[...String(value)].map((digit) => 'абвгдежзик'.charAt(Number(digit))).join('')}`;
}

/** One account a month, the members' months far from each other. */
function everyMonth(n: number): number {
  return START - ((n * 57) % (PEOPLE + MEMBERS)) * 30 * DAY - n * HOUR;
}

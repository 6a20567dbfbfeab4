import { describe, expect, it } from 'vitest';
import { hardAssignment } from '../../src/decision/fit-mixture.js';
import type { Reason } from '../../src/decision/rank-evidence.js';
import { SecondOccasions } from '../../src/decision/second-occasion.js';
import type { Post } from '../../src/documents/post.js';
import { occasionsWithin } from '../../src/groups/occasions.js';
import { HOUR, measured, MINUTE, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const MEMBERS = ['m0', 'm1', 'm2', 'm3'];
const FIRST = 'we all stand together with our own people today';
const SECOND = 'nobody is going to be left behind by us ever';
const strangers = Array.from({ length: 40 }, (_, n) =>
  post({ by: `s${n}`, text: ownWords(n, 0), time: START + n * MINUTE }),
);

/** All members say one thing, some of them another one so many hours later; m0 in its own spelling. */
function conversation(hours: number, again: readonly string[]): Post[] {
  return [
    ...strangers,
    ...MEMBERS.map((by, n) => post({ by, text: FIRST, time: START + n * MINUTE })),
    ...again.map((by, n) =>
      post({ by, text: by === 'm0' ? `${SECOND} #mine` : SECOND, time: START + hours * HOUR + n * MINUTE }),
    ),
  ];
}

function reasonFor(posts: readonly Post[], counted: readonly string[]): Reason | undefined {
  const m = measured(posts);
  const members = Uint8Array.from(m.accounts.id, (id) => Number(MEMBERS.includes(id)));
  const flagged = hardAssignment(
    counted.map((id) => numberOf(m, id)),
    m.accounts.count,
  );
  const second = new SecondOccasions(m, { members, occasions: occasionsWithin(m, members) }, flagged);
  const reason = second.reasonOf(numberOf(m, 'm0'), 0.01);
  expect(second.has(numberOf(m, 'm0'))).toBe(reason !== undefined);
  return reason;
}

const told = { quoted: SECOND, called: 'likely coordinated', likeness: undefined };

describe('SecondOccasions', () => {
  it('tells when, with how many who are counted, and quotes its own post', () => {
    const reason = reasonFor(conversation(30, ['m0', 'm1', 'm2']), MEMBERS);
    expect(reason?.says(told)).toMatch(
      /^on another occasion, 30 h from the first, wrote the same text as 2 likely coordinated accounts, the nearest 1 min apart: “nobody is .*” \(nobody else did\)$/u,
    );
    expect(reason).toMatchObject({ family: 'sharing', comparesTexts: true, figures: { accounts: 2, others: 0 } });
    expect(reason?.matches).toHaveLength(2);
    expect(reason?.example).toEqual({ of: 'post', post: reason?.posts[0] });
  });

  it('calls those unclear who are not counted, where no other was with it', () => {
    const reason = reasonFor(conversation(30, ['m0', 'm1', 'm2']), ['m0', 'm3']);
    expect(reason?.says(told)).toContain('as 2 unclear accounts');
  });

  it('is none within the hour, and none where nobody of the set was with it', () => {
    expect(reasonFor(conversation(0.5, ['m0', 'm1', 'm2']), MEMBERS)).toBeUndefined();
    expect(reasonFor(conversation(30, ['m0', 's1']), MEMBERS)).toBeUndefined();
  });
});

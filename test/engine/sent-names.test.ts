import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameReceiver, NameSender } from '../../src/engine/files/sent-names.js';

const account = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  handle: fc.constantFrom('', 'ann', 'Ann', 'bob'),
  displayName: fc.constantFrom('', 'Ann Lee', 'Bob'),
});
type Account = Record<'id' | 'handle' | 'displayName', string>;

const columnsOf = (accounts: readonly Account[]): Record<keyof Account, string[]> => ({
  id: accounts.map(({ id }) => id),
  handle: accounts.map(({ handle }) => handle),
  displayName: accounts.map(({ displayName }) => displayName),
});

describe('the names of accounts between threads', () => {
  it('arrive as they were sent, however few are remembered', () => {
    fc.assert(
      fc.property(fc.array(fc.array(account)), fc.integer({ min: 1, max: 6 }), (batches, most) => {
        const sender = new NameSender(most);
        const receiver = new NameReceiver();
        for (const batch of batches) {
          const sent = structuredClone(sender.send(columnsOf(batch)));
          expect(receiver.receive(sent)).toEqual(columnsOf(batch));
        }
      }),
    );
  });

  it('are sent again only if they have changed', () => {
    const sender = new NameSender();
    const ann = { id: '1', handle: 'ann', displayName: 'Ann Lee' };
    const bob = { id: '2', handle: 'bob', displayName: 'Bob' };
    const sent = [
      [ann, bob],
      [bob, ann],
      [{ ...ann, handle: 'ann2' }, bob],
    ].map((batch) => sender.send(columnsOf(batch)));
    expect(sent.map(({ added }) => added.id)).toEqual([['1', '2'], [], ['1']]);
    expect(sent.map(({ numbers }) => [...numbers])).toEqual([
      [0, 1],
      [1, 0],
      [2, 1],
    ]);
  });
});

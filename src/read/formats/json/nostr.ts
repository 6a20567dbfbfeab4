import type { JsonFormat } from './json-format.js';

/**
 * Events of Nostr; those of kind 1 are posts. Its tags are lists of a name and a value, and repeat what is in the
 * text.
 */
export const nostr: JsonFormat = {
  name: 'nostr',
  writtenBy: 'Nostr, events of relays',
  recognisedBy: ['pubkey', 'created_at', 'kind', 'sig'],
  only: { kind: ['1'] },
  columns: { id: 'id', account: 'pubkey', time: 'created_at', text: 'content' },
};

import { describe, expect, it } from 'vitest';
import { findAccount } from '../../src/explain/find-account.js';
import { ingest } from '../../src/pipeline/ingest.js';
import { fileWith } from '../cli/run.js';

const rows = [
  ['11', 'Anna_K', 'words of one'],
  ['12', 'boris', 'words of another'],
  ['13', 'ANNA_K', 'words of a third'],
  ['14', '12', 'words of one whose handle is an id'],
].map(([id, handle, text], index) => `${100 + index},${id},${handle},2014-03-01 12:0${index}:00,${text}`);
const { dataset } = await ingest(
  [fileWith(['tweetid,userid,user_screen_name,tweet_time,tweet_text', ...rows, ''].join('\n'))],
  {},
);
const idOf = (wanted: string): string | undefined => dataset.accounts.id[findAccount(dataset, wanted)];

describe('findAccount', () => {
  it.each([
    ['11', '11'],
    ['boris', '12'],
    ['@Boris', '12'],
    ['12', '12'],
    ['@12', '14'],
    [' boris ', '12'],
    ['https://x.com/Boris', '12'],
    ['https://twitter.com/boris/status/439298569845917067?s=20', '12'],
    ['x.com/boris/', '12'],
    ['https://www.twitter.com/i/user/14', '14'],
    ['https://twitter.com/intent/user?user_id=11', '11'],
    ['https://bsky.app/profile/boris', '12'],
    ['https://mastodon.example/@Boris', '12'],
  ])('%s is the account %s: an id exactly, or a handle in any case', (wanted, id) => {
    expect(idOf(wanted)).toBe(id);
  });

  it('says so where a handle fits several accounts, with their ids', () => {
    expect(() => idOf('anna_k')).toThrow(/^2 accounts have the handle anna_k: 11, 13$/u);
  });

  it.each([
    ['bors', 'did you mean boris?'],
    ['somebody_else_entirely', 'give an id or a handle as the dump has it; trend-audit analyze DUMP --json lists all'],
  ])('%s is nobody, and it says what to do', (wanted, hint) => {
    expect(() => idOf(wanted)).toThrow(expect.objectContaining({ name: 'TrendAuditError', code: 'usage', hint }));
  });
});

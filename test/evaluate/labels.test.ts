import { describe, expect, it } from 'vitest';
import { TrendAuditError } from '../../src/errors.js';
import { joinLabels } from '../../src/evaluate/join-labels.js';
import { readLabels } from '../../src/evaluate/labels.js';
import { fileWith } from '../cli/run.js';
import { account } from '../report/sample-result.js';

const read = (content: string | Uint8Array) => readLabels(fileWith(content, 'labels.csv'));

describe('labels', () => {
  it('are joined by id, else by handle in any case and with or without @', async () => {
    const labels = await read('userid,label\n12,coordinated\n@Anna_K,organic\n99,organic\n');
    const dump = [
      account('12', 'coordinated', { handle: 'someone' }),
      account('7', 'organic', { handle: 'anna_k' }),
      account('8', 'organic', { handle: '' }),
    ];
    const { accounts, unlabelled, absent } = joinLabels(dump, labels);
    expect(accounts.map(({ id, label }) => [id, label])).toEqual([
      ['12', 'coordinated'],
      ['7', 'organic'],
    ]);
    expect({ unlabelled, absent }).toEqual({ unlabelled: 1, absent: 1 });
  });

  it.each([
    ['usual names and a column more', 'Label;notes;Screen Name\ncoordinated;x;a\nOrganic;y;B\n'],
    ['a column called coordinated', 'user_id,coordinated\na,1\nb,0\n'],
    ['words for yes and no', 'account,is_coordinated\na,TRUE\nb,no\n'],
    ['the same label twice', 'userid,label\na,coordinated\nb,organic\na,coordinated\n'],
    ['UTF-16', Buffer.from('\uFEFFuserid,label\na,coordinated\nb,organic\n', 'utf16le')],
  ])('%s', async (_, content) => {
    const { accounts } = joinLabels([account('a', 'organic'), account('b', 'organic')], await read(content));
    expect(accounts.map(({ label }) => label)).toEqual(['coordinated', 'organic']);
  });

  it('go by the id where an account has the handle of another', async () => {
    const labels = await read('userid,handle,label\n1,x,coordinated\n2,y,organic\n');
    const { accounts } = joinLabels(
      [account('1', 'organic', { handle: 'y' }), account('2', 'organic', { handle: 'x' })],
      labels,
    );
    expect(accounts.map(({ label }) => label)).toEqual(['coordinated', 'organic']);
  });

  it.each([
    ['nothing', '', 'empty', undefined],
    ['a header alone', 'userid,label\n', 'empty', undefined],
    ['no header', '12,coordinated\n13,organic\n', 'missing-column', 1],
    ['no account', 'name,label\nx,organic\n', 'missing-column', 1],
    ['a label of another kind', 'userid,label\n1,organic\n2,bot\n', 'malformed', 3],
    ['yes in a column called label', 'userid,label\n1,yes\n', 'malformed', 2],
    ['an empty label', 'userid,label\n1,\n', 'malformed', 2],
    ['a row without an account', 'userid,label\n,organic\n', 'malformed', 2],
    ['two labels for one account', 'userid,label\n1,organic\n1,coordinated\n', 'malformed', 3],
    ['a quote that never ends', 'userid,label\n"1,organic\n2,organic\n', 'malformed', 2],
  ])('%s is an error that says where and what to do', async (_, content, code, line) => {
    const error = await read(content).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(TrendAuditError);
    expect(error).toMatchObject({
      code,
      line,
      file: expect.stringContaining('labels.csv'),
      hint: expect.stringMatching(/\w/),
    });
  });

  it('of other accounts are an error', async () => {
    const labels = await read('userid,label\n1,organic\n');
    expect(() => joinLabels([account('a', 'organic')], labels)).toThrow(
      'none of its 1 labels names an account of the dump, such as a',
    );
  });
});

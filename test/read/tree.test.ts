import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.js';
import { placeInTree } from '../../src/read/tree.js';
import { SMALL_DUMP } from '../fixture-cases.js';

const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'trend-audit-tree-')));
const root = path.join(top, 'root');
for (const folder of ['root/a/b', 'root/.git', 'root/sub/.Git', 'root-beside', 'out'])
  mkdirSync(path.join(top, folder), { recursive: true });
for (const file of ['root/a/f', 'root/..f', 'root/.github', 'root/.git/config', 'root-beside/f', 'out/f'])
  writeFileSync(path.join(top, file), '');
for (const [name, target] of [
  ['in', 'a'],
  ['in-and-out', 'a/out'],
  ['a/out', '../../out'],
  ['whole', path.join(top, 'out')],
  ['up', '..'],
  ['nowhere', 'none'],
  ['loop', 'loop'],
  ['git', '.git'],
] as const)
  symlinkSync(target, path.join(root, name));
symlinkSync('root', path.join(top, 'alias'));

describe('a file is in a folder', () => {
  it.each([
    ['', 'inside'],
    ['a/f', 'inside'],
    ['..f', 'inside'],
    ['.github', 'inside'],
    ['none/none', 'inside'],
    ['a/../a/f', 'inside'],
    ['in/f', 'inside'],
    ['up/root/a/f', 'inside'],
    ['..', 'outside'],
    ['../root-beside/f', 'outside'],
    ['../none', 'outside'],
    ['a/out/f', 'outside'],
    ['a/out/none', 'outside'],
    ['in-and-out/f', 'outside'],
    ['whole', 'outside'],
    ['up', 'outside'],
    ['nowhere', 'outside'],
    ['nowhere/f', 'outside'],
    ['loop', 'outside'],
    ['.git', 'git'],
    ['.git/config', 'git'],
    ['.GIT/config', 'git'],
    ['.git /config', 'git'],
    ['git/config', 'git'],
    ['sub/.Git/none', 'git'],
  ])('%s: %s', async (file, place) => {
    for (const from of [root, path.join(top, 'alias')])
      expect(await placeInTree(path.join(from, file), root)).toBe(place);
    expect(await placeInTree(path.join(root, file), path.join(top, 'alias'))).toBe(place);
  });

  it('where the system finds it there, whatever links the name goes through', async () => {
    const step = constantFrom('a', 'b', 'f', 'in', 'up', 'out', 'whole', 'root', '..', '.', 'in-and-out', 'none');
    const names: string[] = [];
    assert(property(array(step, { maxLength: 5 }), (steps) => void names.push(path.join(root, ...steps))));
    for (const name of names) {
      const real = ((): string | undefined => {
        try {
          return realpathSync.native(name);
        } catch {
          return undefined;
        }
      })();
      if (real === undefined) continue;
      const inside = real === root || real.startsWith(`${root}/`);
      expect([name, await placeInTree(name, root)]).toEqual([name, inside ? 'inside' : 'outside']);
    }
  });
});

describe('the library', () => {
  it('reads nothing out of the folder that it is told', async () => {
    cpSync(SMALL_DUMP, path.join(root, 'dump.csv'));
    cpSync(SMALL_DUMP, path.join(top, 'out', 'dump.csv'));
    const read = (file: string): Promise<unknown> => analyze([file], { cwd: root, within: root, workers: 0 });
    await expect(read('dump.csv')).resolves.toHaveProperty('schemaVersion');
    for (const file of ['../out/dump.csv', 'whole/dump.csv', 'whole', '..', path.join(top, 'out/dump.csv')])
      await expect(read(file)).rejects.toMatchObject({ code: 'not-readable', file });
  });
});

/** Where a configuration is looked for, and whose is taken. */

import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, assert, boolean, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyNotTaken } from '../../src/cli/find-config.js';
import { trendAudit } from './run.js';

const CONFIG = 'trend-audit.config.json';
const CONTENT = JSON.stringify({ datasets: [{ name: 'a', files: 'a.csv', baseline: 'b.json' }] });

/** A new folder with these files and folders (which end in `/`). */
function place(...names: readonly string[]): string {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'trend-audit-find-')));
  for (const name of names) {
    mkdirSync(path.join(top, name.endsWith('/') ? name : path.dirname(name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path.join(top, name), name.includes('trend-audit') ? CONTENT : '{}');
  }
  return top;
}

/** Which is found from a folder; or the error. */
async function found(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, stdout, stderr } = await trendAudit(['check', '--print-config'], { cwd, env });
  if (code !== 0) return stderr;
  const { config }: { config: string } = JSON.parse(stdout);
  return path.resolve(cwd, config);
}

const NONE = expect.stringContaining('no configuration: there is no trend-audit.config.json');

describe('a configuration is looked for', () => {
  it('in the folders above, the nearest first', async () => {
    const top = place(CONFIG, 'a/b/c/', `a/${CONFIG}`);
    expect(await found(path.join(top, 'a/b/c'))).toBe(path.join(top, 'a', CONFIG));
    expect(await found(top)).toBe(path.join(top, CONFIG));
  });

  it.each([['.git/HEAD'], ['.git']])('as far as the root of the repository: %s', async (git) => {
    const top = place(CONFIG, 'repo/sub/', `repo/${git}`);
    expect(await found(path.join(top, 'repo/sub'))).toEqual(NONE);
    writeFileSync(path.join(top, 'repo', CONFIG), CONTENT);
    expect(await found(path.join(top, 'repo/sub'))).toBe(path.join(top, 'repo', CONFIG));
  });

  it('as far as the home folder', async () => {
    const top = place(CONFIG, 'home/sub/');
    const home = path.join(top, 'home');
    expect(await found(path.join(home, 'sub'), { HOME: home })).toEqual(NONE);
    expect(await found(path.join(home, 'sub'), { HOME: path.join(top, 'elsewhere') })).toBe(path.join(top, CONFIG));
    writeFileSync(path.join(home, CONFIG), CONTENT);
    expect(await found(path.join(home, 'sub'), { HOME: home })).toBe(path.join(home, CONFIG));
  });

  it('past a package.json that says nothing of it, is broken, or is too large', async () => {
    const top = place(CONFIG, 'a/b/c/');
    writeFileSync(path.join(top, 'a/b/c/package.json'), '{');
    writeFileSync(path.join(top, 'a/b/package.json'), '{"constructor": 1}');
    writeFileSync(path.join(top, 'a/package.json'), `{"trend-audit": {}}${' '.repeat(2 ** 20)}`);
    expect(await found(path.join(top, 'a/b/c'))).toBe(path.join(top, CONFIG));
  });

  it('and a folder of its name is said to be one', async () => {
    expect(await found(place(`${CONFIG}/`))).toContain(`${CONFIG}: is a directory, not a file.`);
  });
});

describe('a configuration above is not taken', () => {
  it('where every user may write, unless it is named or in a repository', async () => {
    const top = place(CONFIG, 'sub/');
    const sub = path.join(top, 'sub');
    for (const shared of [top, path.join(top, CONFIG)]) {
      chmodSync(shared, shared === top ? 0o1777 : 0o666);
      expect(await found(sub)).toBe(
        `trend-audit: ../${CONFIG}: was found and is not used: every user of this machine may write there. If you trust it, name it: trend-audit check ../${CONFIG}.\n`,
      );
      expect((await trendAudit(['check', '--print-config', `../${CONFIG}`], { cwd: sub })).code).toBe(0);
      expect(await found(top)).toBe(path.join(top, CONFIG));
      chmodSync(shared, shared === top ? 0o700 : 0o600);
    }
    chmodSync(path.join(top, CONFIG), 0o666);
    mkdirSync(path.join(top, '.git'));
    expect(await found(sub)).toBe(path.join(top, CONFIG));
  });

  it.runIf(process.getuid?.() === 0)("where it is another user's", async () => {
    const top = place(CONFIG, 'sub/');
    chownSync(path.join(top, CONFIG), 12_345, 12_345);
    for (const cwd of [top, path.join(top, 'sub')])
      expect(await found(cwd)).toContain('was found and is not used: it belongs to another user.');
    // As a container sees what is mounted into it.
    chownSync(top, 12_345, 12_345);
    expect(await found(top)).toBe(path.join(top, CONFIG));
  });

  it('where file or folder are of neither the user, the system, nor the owner of the working directory', () => {
    const uid = integer({ min: 0, max: 4 });
    assert(
      property(
        uid,
        uid,
        array(uid, { maxLength: 2 }),
        boolean(),
        boolean(),
        (file, folder, users, open, mayBeShared) => {
          const mode = open ? 0o100666 : 0o100644;
          const why = whyNotTaken({ uid: file, mode }, { uid: folder, mode: 0o40755 }, { users, mayBeShared });
          const trusted = [file, folder].every((each) => each === 0 || users.includes(each));
          expect(why === undefined).toBe(trusted && (!open || mayBeShared));
        },
      ),
    );
  });
});

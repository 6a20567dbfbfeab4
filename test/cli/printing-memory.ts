/** How much memory printing takes. */

import { execFile } from 'node:child_process';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { sample } from '../report/sample-result.js';

const DIST = pathToFileURL(join(import.meta.dirname, '../../dist/')).href;

/** Prints a result of so many accounts, each made when it is its turn; tells the most memory that this took, in bytes. */
const script = join(mkdtempSync(join(tmpdir(), 'trend-audit-memory-')), 'print.mjs');
writeFileSync(
  script,
  `import { OUTPUT_FORMATS } from '${DIST}report/formats/index.js';
import { Invocation } from '${DIST}cli/invocation.js';
const [, , format, count] = process.argv;
const sample = ${JSON.stringify(sample)};
class Accounts extends Array {
  *[Symbol.iterator]() {
    for (let n = 0; n < Number(count); n++) yield { ...sample.accounts[n % sample.accounts.length], id: String(n) };
  }
}
const { render } = await OUTPUT_FORMATS.get(format).load();
const { stdin, stdout, stderr, env } = process;
const invocation = new Invocation({ stdin, stdout, stderr, env, cwd: process.cwd() });
await invocation.print(render({ ...sample, accounts: Accounts.from([0]) }, { posts: [], ties: [] }, { top: 10 }));
process.stderr.write(String(process.resourceUsage().maxRSS * 1024));
`,
);

async function printed(format: string, accounts: number): Promise<{ readonly bytes: number; readonly memory: number }> {
  const { stdout, stderr } = await promisify(execFile)('bash', [
    '-c',
    '"$@" | wc -c',
    'bash',
    process.execPath,
    script,
    format,
    String(accounts),
  ]);
  return { bytes: Number(stdout), memory: Number(stderr) };
}

/** Prints so many accounts, and a tenth of them. */
export function takesNoMoreMemory(format: string, accounts: number): void {
  it('takes no more memory for ten times the accounts', async () => {
    const [few, many] = [await printed(format, accounts / 10), await printed(format, accounts)];
    expect(many.bytes / few.bytes).toBeGreaterThan(9);
    expect(many.bytes).toBeGreaterThan(100e6);
    // What is left is the collector's own way of letting young objects lie for a while.
    expect(many.memory - few.memory).toBeLessThan(many.bytes / 4);
  });
}

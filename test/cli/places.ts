/** Places where the same command must print the same. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileWith, type Ran } from './run.js';

/**
 * Node reads the clock through its own means: to set it back takes privileges, so the program is lied to. A proxy leaves
 * `Date.prototype` as it is; a class that extends Date would not have its methods as its own.
 */
const SLOW_CLOCK = fileWith(
  `const Real = Date;
const now = () => Real.now() - 1e12;
globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made === Date ? Real : made),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});`,
  'clock.cjs',
);

export const PLACES: readonly Readonly<Record<string, string>>[] = [
  { TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8', NODE_OPTIONS: `--require ${SLOW_CLOCK}` },
];

export interface Visit {
  /** The hour and minute of 1970 there, how a number is written, and the year. */
  readonly place: readonly (string | number)[];
  readonly ran: readonly Ran[];
}

/** Runs the commands in a process whose zone, language and clock are these. */
export async function visit(env: Readonly<Record<string, string>>, commands: readonly Command[]): Promise<Visit> {
  const script = join(import.meta.dirname, 'run-in-place.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(commands)], {
    env,
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout);
}

export type Command = readonly string[];

/** Every command that prints times, orders or numbers, of a dump and of one of its accounts; `config` is for `check`. */
export function commandsOn(dump: string, account: string, config: string): Command[] {
  const span = ['--since', '2014-03-01', '--until', '2014-03-02'];
  const commands = [
    ['analyze', dump, '--json', '--since', '2014-02-28'],
    ['analyze', dump, '--full', '--top', '0'],
    ['analyze', dump, '--format', 'html'],
    ['inspect', dump, '--json'],
    ['explain', dump, '--account', account, '--json'],
    ['compare', dump, '--by-day', ...span],
    ['check', config, '--allow-outside'],
    ['simulate', '--seed', '7', '--scale', '0.05', '--labels', '/dev/null', '--force'],
  ];
  return commands.map((command) => [...command, '--quiet']);
}

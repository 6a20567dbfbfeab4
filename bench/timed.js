import { spawnSync } from 'node:child_process';

/** Wall and CPU seconds and peak memory (MB) of a process, by GNU time. */
export function timed(program, args) {
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '\n%e %U %S %M', program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  const [wall, user, system, kilobytes] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, memory: (kilobytes * 1024) / 1e6 };
}

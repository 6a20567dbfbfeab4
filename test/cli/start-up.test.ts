import { expect, it } from 'vitest';
import { fileWith, asProcess } from './run.js';

/** Makes Node write the address of each module that it looks for to standard error. */
function reportModules(): string {
  const hooks = fileWith(
    `import { writeSync } from 'node:fs';
export async function resolve(name, context, next) {
  const found = await next(name, context);
  writeSync(2, found.url + '\\n');
  return found;
}
`,
    'hooks.mjs',
  );
  return fileWith(
    `import { register } from 'node:module';
register(${JSON.stringify(`file://${hooks}`)});
`,
    'register.mjs',
  );
}

it('loads no library for dates until it knows what is asked', async () => {
  const NODE_OPTIONS = `--import ${reportModules()}`;
  const dump = fileWith('id,created_at,user,text\n1,2014-03-01T12:00:00Z,a,Some words\n');
  const [version, analysis] = await Promise.all([
    asProcess(['--version'], { env: { NODE_OPTIONS } }),
    asProcess(['analyze', dump, '--json', '--quiet'], { env: { NODE_OPTIONS } }),
  ]);
  expect([version.code, analysis.code]).toEqual([0, 0]);
  expect(version.stderr).toContain('/commander/');
  expect(version.stderr).not.toContain('date-fns');
  expect(analysis.stderr).toContain('/date-fns/');
});

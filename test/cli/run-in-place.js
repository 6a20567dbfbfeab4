/**
 * Runs commands of the built program one after the other, as a process in surroundings of its own: `node run-in-place.js JSON`,
 * a list of lists of arguments. Prints what the process thinks of its place, and what each command printed.
 */
import { Readable, Writable } from 'node:stream';
import { run } from '../../dist/cli/run.js';

function collected() {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

const place = [new Date(0).getHours(), new Date(0).getMinutes(), (1234.5).toLocaleString(), new Date().getFullYear()];
const ran = [];
for (const args of JSON.parse(process.argv[2])) {
  const [stdout, stderr] = [collected(), collected()];
  const io = { stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream, env: {}, cwd: process.cwd() };
  ran.push({ code: await run(args, io), stdout: stdout.text(), stderr: stderr.text() });
}
process.stdout.write(JSON.stringify({ place, ran }));

// Runs all benches, or only the named ones: `npm run bench -- NAME [flags]`. They are described in README.md in this
// folder.
import { parseArgs } from 'node:util';

const BENCHES = {
  null: () => import('./null.js'),
  simulations: () => import('./simulations.js'),
  labelled: () => import('./labelled.js'),
  ablation: () => import('./ablation.js'),
  ratio: () => import('./ratio.js'),
  stages: () => import('./stages.js'),
  million: () => import('./million.js'),
  mutations: () => import('./mutations.js'),
  stress: () => import('./stress.js'),
  scenarios: () => import('./scenarios.js'),
  framing: () => import('./framing.js'),
  scan: () => import('./scan.js'),
  publics: () => import('./publics.js'),
  subsamples: async () => ({ run: (await import('./stress.js')).runSubsamples }),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dumps: { type: 'string' },
    seeds: { type: 'string' },
    permutations: { type: 'string' },
    runs: { type: 'string' },
    from: { type: 'string' },
    scale: { type: 'string' },
  },
});

const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const stranger = names.find((name) => !Object.hasOwn(BENCHES, name));
const notNumber = ['seeds', 'permutations', 'runs', 'from', 'scale'].find(
  (name) => values[name] !== undefined && !(Number(values[name]) > 0),
);

if (stranger !== undefined || notNumber !== undefined) {
  console.error(
    stranger === undefined
      ? `--${notNumber} wants a number above 0`
      : `there is no bench ${stranger}; there are ${Object.keys(BENCHES).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  for (const name of names) {
    console.log(`## ${name}\n`);
    const { run } = await BENCHES[name]();
    await run(flags());
  }
}

/** The flags as numbers; a missing flag is left to the default of the bench. */
function flags() {
  const { dumps, ...counts } = values;
  return {
    dumps: dumps ?? '../shared/data/labelled',
    ...Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)])),
  };
}

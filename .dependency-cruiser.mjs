/**
 * The layering of src. Imports run one way: a folder sees the layers above its own line and no other. Folders on one line do
 * not see each other.
 */
export const LAYERS = [
  ['documents'],
  ['errors'],
  ['stats'],
  ['time'],
  ['text'],
  ['option-kinds'],
  ['options'],
  ['read', 'dataset', 'simulate'],
  ['engine', 'signals'],
  ['groups', 'trend'],
  ['decision'],
  ['pipeline'],
  ['compare', 'evaluate', 'explain', 'inspect', 'pseudonymize', 'scan'],
  ['report'],
  ['check'],
  ['cli', 'index'],
];

/** The folders that may touch files and the network, and those that may know the process. */
export const FILE_READERS = ['read', 'engine', 'cli'];
export const PROCESS_READERS = ['read', 'cli'];

/** Files and folders of src, as a pattern. */
const within = (names) => `^src/(${names.join('|')})(/|\\.ts$)`;

const oneWay = LAYERS.flatMap((layer, depth) =>
  layer.map((name) => {
    const unseen = [...layer.filter((other) => other !== name), ...LAYERS.slice(depth + 1).flat()];
    return {
      name: `${name}-sees-what-stands-above`,
      severity: 'error',
      from: { path: within([name]) },
      to: { path: within(unseen.length > 0 ? unseen : ['nothing']) },
    };
  }),
);

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...oneWay,
    {
      name: 'documents-import-nothing',
      severity: 'error',
      from: { path: within(['documents']) },
      to: { pathNot: within(['documents']) },
    },
    {
      name: 'stats-import-nothing',
      severity: 'error',
      from: { path: within(['stats']) },
      to: { path: '^src/', pathNot: within(['stats']) },
    },
    {
      name: 'reports-see-documents-only',
      severity: 'error',
      from: { path: '^src/report/', pathNot: '^src/report/data/' },
      to: { path: '^src/', pathNot: '^src/(documents|stats|text|time|report)/|^src/(errors|options)\\.ts$' },
    },
    {
      name: 'results-are-all-that-pseudonymize-sees',
      severity: 'error',
      from: { path: within(['pseudonymize']) },
      to: { path: '^src/', pathNot: '^src/(documents|text|pseudonymize)/' },
    },
    {
      name: 'engines-are-known-by-their-seam',
      severity: 'error',
      from: { path: '^src/', pathNot: within(['engine']) },
      to: { path: '^src/engine/[^/]+/' },
    },
    {
      name: 'only-read-engine-and-cli-touch-files',
      severity: 'error',
      from: { path: '^src/', pathNot: within(FILE_READERS) },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https)$' },
    },
    {
      name: 'only-read-and-cli-know-the-process',
      severity: 'error',
      from: { path: '^src/', pathNot: within(PROCESS_READERS) },
      to: { path: '^(node:)?(process|child_process|tty|readline|os)$' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src/' },
      // What a store needs is for its users to install: here it is there for the tests.
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer'] },
    },
    {
      name: 'not-unlisted',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
    },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
};

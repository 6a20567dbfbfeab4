import { configureGlobal } from 'fast-check';

/**
 * The same examples in every run, so that a failure is of the change at hand. FC_SEED looks at others, and the same again:
 * `FC_SEED=7 npx vitest run test/text`.
 */
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_140_301) });

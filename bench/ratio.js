// The claims at other ratios of their two thresholds, on simulated campaigns: THRESHOLD_RATIO in
// src/decision/partial-conjunction-test.ts. Second occasions, which add to the second half, are left out.
import { nullPosterior } from '../dist/decision/fit-mixture.js';
import {
  FALSE_DISCOVERY_RATE,
  nanToOne,
  stratifiedEmpiricalPValues,
} from '../dist/decision/partial-conjunction-test.js';
import { decide } from '../dist/pipeline/decide.js';
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { partialConjunctionQValues } from '../dist/stats/partial-conjunction.js';
import { sessionOf } from './decide.js';
import { fixed, meanOf, printTable } from './tables.js';

const RATIOS = [0.5, 1, 2, 4, 8, 16];

export async function run({ seeds = 10 }) {
  const runs = Array.from({ length: seeds }, (_, i) =>
    halves(simulate(simulationOptions('campaign', { seed: i + 1 }))),
  );
  console.log(
    `Claims at the nominal ${FALSE_DISCOVERY_RATE}, by how many times smaller the p-value of sharing must be; ${seeds} campaigns.\n`,
  );
  printTable(
    ['ratio', 'recall', 'precision'],
    RATIOS.map((ratio) => {
      const figures = runs.map((each) => figuresAt(each, ratio));
      return [
        fixed(ratio, 1),
        meanOf(figures.map(({ recall }) => recall)),
        meanOf(figures.map(({ precision }) => precision)),
      ];
    }),
  );
}

/** For each account, the p-values of the two halves of the claim, and whether it takes part. */
function halves({ posts, labels }) {
  const session = sessionOf(posts);
  const { families, claims, posterior, strata } = decide(session).fit;
  const background = nullPosterior(families, posterior.prevalence);
  const itself = claims.creation.map((value, a) => Math.max(0, value || 0) + (claims.posting[a] || 0));
  return {
    sharing: stratifiedEmpiricalPValues(claims.sharing, background, strata).map(nanToOne),
    itself: stratifiedEmpiricalPValues(itself, background, strata).map(nanToOne),
    member: session.dataset.accounts.id.map((id) => labels.get(id) === 'coordinated'),
  };
}

function figuresAt({ sharing, itself, member }, ratio) {
  const claimed = [...partialConjunctionQValues(sharing, itself, ratio)].map((rate) => rate <= FALSE_DISCOVERY_RATE);
  const hits = claimed.filter((claim, a) => claim && member[a]).length;
  return { recall: hits / member.filter(Boolean).length, precision: hits / claimed.filter(Boolean).length };
}

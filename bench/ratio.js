// How much stricter sharing is best held than the rest: THRESHOLD_RATIO of src/decision/partial-conjunction-test.ts, on simulated campaigns.
import { nullPosterior, fitMixture } from '../dist/decision/fit-mixture.js';
import {
  FALSE_DISCOVERY_RATE,
  nanToOne,
  stratifiedEmpiricalPValues,
} from '../dist/decision/partial-conjunction-test.js';
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
    `Claims at the nominal ${FALSE_DISCOVERY_RATE}, by how much less probable by chance sharing has to be than the rest; ${seeds} campaigns.\n`,
  );
  printTable(
    ['times stricter', 'recall', 'precision'],
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

/** The p-values of the two halves of the claim, and who takes part. */
function halves({ posts, labels }) {
  const { dataset, fitted } = sessionOf(posts);
  const { families, claims, posterior, strata } = fitMixture(fitted, dataset);
  const background = nullPosterior(families, posterior.prevalence);
  const itself = claims.creation.map((value, a) => Math.max(0, value || 0) + (claims.posting[a] || 0));
  return {
    sharing: stratifiedEmpiricalPValues(claims.sharing, background, strata).map(nanToOne),
    itself: stratifiedEmpiricalPValues(itself, background, strata).map(nanToOne),
    member: dataset.accounts.id.map((id) => labels.get(id) === 'coordinated'),
  };
}

function figuresAt({ sharing, itself, member }, ratio) {
  const claimed = [...partialConjunctionQValues(sharing, itself, ratio)].map((rate) => rate <= FALSE_DISCOVERY_RATE);
  const hits = claimed.filter((claim, a) => claim && member[a]).length;
  return { recall: hits / member.filter(Boolean).length, precision: hits / claimed.filter(Boolean).length };
}

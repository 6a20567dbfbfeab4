// How much stricter sharing is best held than the rest: the constant STRICTER of src/verdict/claim.ts, on simulated campaigns.
import { simulate, simulationOptions } from '../dist/simulate/index.js';
import { conjunctionRate } from '../dist/stats/conjunction-rate.js';
import { FALSE_DISCOVERY_RATE, known, tail } from '../dist/verdict/claim.js';
import { backgroundOf, settle } from '../dist/verdict/settle.js';
import { measurePosts } from './decide.js';
import { fixed, meanOf, printTable } from './tables.js';

const RATIOS = [0.5, 1, 2, 4, 8, 16];

export async function run({ seeds = 10 }) {
  const runs = Array.from({ length: seeds }, (_, i) => halves(simulate(simulationOptions('campaign', { seed: i + 1 }))));
  console.log(`Claims at the nominal ${FALSE_DISCOVERY_RATE}, by how much less probable by chance sharing has to be than the rest; ${seeds} campaigns.\n`);
  printTable(
    ['times stricter', 'recall', 'precision'],
    RATIOS.map((ratio) => {
      const figures = runs.map((each) => figuresAt(each, ratio));
      return [fixed(ratio, 1), meanOf(figures.map(({ recall }) => recall)), meanOf(figures.map(({ precision }) => precision))];
    }),
  );
}

/** The p-values of the two halves of the claim, and who takes part. */
function halves({ posts, labels }) {
  const { measurements, signals } = measurePosts(posts);
  const { families, claims, membership, peers } = settle(signals, measurements);
  const background = backgroundOf(families, membership.share);
  const itself = claims.creation.map((value, a) => Math.max(0, value || 0) + (claims.posting[a] || 0));
  return {
    sharing: tail(claims.sharing, background, peers).map(known),
    itself: tail(itself, background, peers).map(known),
    member: measurements.accounts.id.map((id) => labels.get(id) === 'coordinated'),
  };
}

function figuresAt({ sharing, itself, member }, ratio) {
  const claimed = [...conjunctionRate(sharing, itself, ratio)].map((rate) => rate <= FALSE_DISCOVERY_RATE);
  const hits = claimed.filter((claim, a) => claim && member[a]).length;
  return { recall: hits / member.filter(Boolean).length, precision: hits / claimed.filter(Boolean).length };
}

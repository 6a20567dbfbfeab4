/**
 * How the result was obtained, so that others can repeat it: the method in words, parameters, files with their hashes.
 */

import type { Input, Result } from '../../documents/result.js';
import { typedOptions } from '../../options.js';
import { formatCount, formatNumber, withFullStop } from '../../text/format.js';
import { quoteForShell } from '../shell-words.js';
import { skippedClauses } from '../skip-reasons.js';
import { html, type SafeHtml, isolate } from './markup.js';

/** Maximum number of files shown; the JSON has all. */
const FILES_SHOWN = 200;

const METHOD: readonly (readonly [string, string])[] = [
  [
    'Two sides, learned from the dump',
    'A model with two classes, members and everybody else, is estimated from this dump in turns ' +
      '(expectation–maximisation over a naive Bayes model), with each account left out of what it is ' +
      'compared with. No weight is trained on other dumps.',
  ],
  [
    'Creation',
    'Accounts made together, beyond what this dump’s own background of creation dates within half a ' +
      'year lets expect. Accounts made because of the event are part of that background.',
  ],
  [
    'Posting',
    'What one account does by itself: bursts beyond the hashtag’s own traffic at that time, the same ' +
      'or nearly the same text again, hidden or look-alike characters.',
  ],
  [
    'Sharing',
    'What several accounts do together: the same retweeted post, text (near copies included), link, ' +
      'combination of hashtags or mentioned account, soon after each other, at the same times. An item ' +
      'counts by the share of members among the other accounts that share it, compared with their ' +
      'share of all posts at the times when it was posted: a viral retweet, a headline or a news spike ' +
      'makes nobody suspicious.',
  ],
  [
    'Which side pushed',
    'The model splits a dump in two. The side that pushed is the more concentrated one: in creation ' +
      'dates, in time, and in copies and repeated joint actions. A set of accounts is accepted if it ' +
      'stands out in two of these so much that at most one in a hundred simulated publics has such a ' +
      'set. If none is accepted, or if we cannot say which of two sides pushed, nobody is named.',
  ],
  [
    'The claim',
    'Likely coordinated means evidence of at least two of these kinds (creation, posting, sharing), ' +
      'one of them sharing, or of sharing on two occasions three hours or more apart. That claim is itself ' +
      'tested (a partial conjunction p-value, Benjamini & Heller 2008), each account being compared ' +
      'with accounts of like activity from the background. The false discovery rate over all accounts ' +
      'is held at 5%, as estimated from those that pass one half of the test and fail the other. q is ' +
      'the smallest rate at which an account would still be called: if everyone with that q or less ' +
      'were named, about that share would be wrong.',
  ],
  [
    'Withheld',
    'An account is not called coordinated if it acted together with fewer than two others, or on one ' +
      'occasion only; nor if it was always or surprisingly often the first, because the others may ' +
      'have copied it. A group that amplifies one account or a few, posts the templates of a service ' +
      'or looks like the outlets of one publisher is named only if its accounts were also created ' +
      'close together. A group that follows a public appeal to copy is never named. A group of fewer ' +
      'than eight is named only if its ties are stronger than chance explains between any two accounts ' +
      'of the dump.',
  ],
  [
    'Groups',
    'Communities (Louvain, seeded) of accounts tied by rare items; strongly tied communities are ' +
      'merged. The weight of a tie is the sum of ln(accounts / accounts that share the item) over the ' +
      'items that both accounts share.',
  ],
  ['Score', '0 to 100, for ranking only. It is not a probability.'],
];

/** The section on the method: how verdicts are reached, how to repeat the result, which files were read. */
export function methodSection(result: Result): SafeHtml {
  const { tool, inputs, options, profiles = [] } = result;
  return html`<section aria-labelledby="method">
<h2 id="method">Method, and how to repeat it</h2>
<dl class="method">${METHOD.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
<div class="two"><div><h3>Repeat it</h3>
<p>${tool.name} ${tool.version} on the files below gives this result again, to the byte, on any machine; <code>--json</code> prints all of it. All times are UTC.</p>
<pre><code>${command(result)}</code></pre>
<h3>Files</h3>
${inputs.slice(0, FILES_SHOWN).map(file)}
${inputs.length > FILES_SHOWN ? html`<p>and ${formatCount(inputs.length - FILES_SHOWN, 'more file')}: see the JSON.</p>` : ''}
${profiles.map(({ path, sha256, bytes, accounts }) => html`<dl class="file"><dt>${isolate(path)}</dt><dd>${formatCount(accounts, 'profile')}, ${formatNumber(bytes)} bytes</dd><dd>SHA-256 <code>${sha256}</code></dd></dl>`)}
</div><div><h3>Parameters</h3>
<div class="scroll" tabindex="0" role="region" aria-label="Parameters"><table class="plain"><thead><tr><th scope="col">parameter</th><th scope="col">value</th></tr></thead><tbody>${Object.entries(options).map(([name, value]) => html`<tr><th scope="row"><code>${name}</code></th><td>${value === null ? html`<span class="quiet">none</span>` : isolate(typeof value === 'object' ? JSON.stringify(value) : String(value))}</td></tr>`)}</tbody></table></div></div></div>
</section>
`;
}

function file(input: Input): SafeHtml {
  const skipped = skippedClauses(input);
  return html`<dl class="file"><dt>${isolate(input.path)}</dt><dd>${formatNumber(input.bytes)} bytes, read as ${input.format}: ${formatCount(input.rows, 'row')}, ${formatCount(input.posts, 'post')}${skipped.length === 0 ? '; nothing skipped' : html`; skipped: ${skipped.join('; ')}`}</dd><dd>SHA-256 <code>${input.sha256}</code></dd>${input.notes.map((note) => html`<dd><bdi>${withFullStop(note)}</bdi></dd>`)}</dl>`;
}

function command({ tool, inputs, options }: Result): string {
  const files = inputs.slice(0, FILES_SHOWN).map(({ path }) => path);
  const words = [...files, ...typedOptions(options)].map(quoteForShell);
  return [tool.name, 'analyze', ...words, '-o', 'report.html'].join(' ');
}

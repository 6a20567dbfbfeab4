/** The result as one page that opens from disk, loads nothing, and is complete without its script. */

import type { ReportData } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { accountTables } from './accounts.js';
import { SVG_PATTERNS } from './colors.js';
import { creationFigures } from './creation.js';
import { groupSection } from './groups.js';
import { html, SafeHtml } from './markup.js';
import { methodSection } from './method.js';
import { pageHead } from './page-head.js';
import { buildPageIndex } from './page-index.js';
import { overviewPicture } from './picture.js';
import { SCRIPT } from './script.js';
import { PAGE_STYLE } from './style.js';
import { answerMarkup, limitsMarkup, masthead, nameOfConversation } from './summary.js';
import { trafficMarkup } from './traffic.js';
import { trendMarkup } from './trend.js';

/**
 * With more posts than this, the page is laid out while it is scrolled, and opens three times as fast. Not with fewer,
 * because a screenshot of a whole page lacks what was never on the screen.
 */
const LARGE = 4_000;

/** The whole page; the same bytes for the same result. `exhibits` needs posts and ties. */
export function renderHtml(result: Result, exhibits: ReportData): string {
  const shown = buildPageIndex(result, exhibits);
  const { tool } = result;
  return html`${pageHead({ title: `${nameOfConversation(result)}: coordinated activity`, tool, style: PAGE_STYLE, script: SCRIPT })}<body>
<a class="skip" href="#main">To the text</a>
${SVG_PATTERNS}
${masthead(result)}<nav aria-label="Contents"><ul>
${result.timeline.length < 2 ? '' : html`<li><a href="#picture">Picture</a></li>`}<li><a href="#accounts">Accounts</a></li>${result.groups.length === 0 ? '' : html`<li><a href="#groups">Groups</a></li>`}<li><a href="#story">Story</a></li><li><a href="#method">Method</a></li>
</ul></nav>
<main id="main"${exhibits.posts.length > LARGE ? html` class="large"` : ''}>
${answerMarkup(result)}<section aria-labelledby="time">
<h2 id="time" class="unseen">The picture</h2>
${overviewPicture(shown, exhibits)}</section>
<section aria-labelledby="accounts">
<h2 id="accounts">The accounts, and why</h2>
${limitsMarkup()}${accountTables(shown)}</section>
${groupSection(shown, exhibits)}<section aria-labelledby="story">
<h2 id="story">How it went</h2>
${trendMarkup(result)}<h3 id="cohorts">When the accounts were created</h3>
${creationFigures(shown)}${trafficMarkup(result)}</section>
${methodSection(result)}</main>
<footer><p>${tool.name} ${tool.version} · likely coordinated activity in this dump, at a false discovery rate of 5%</p></footer>
<script>${new SafeHtml(SCRIPT)}</script>
</body>
</html>
`.source;
}

import type { Result } from '../documents/result.js';
import { cutNames } from './cut-names.js';
import { answerSection, countsSection, titleSection } from './headline.js';
import { inputsSection } from './inputs.js';
import { joinSections, type TextOptions, createPage } from './page.js';
import { floodingSection, groupsSection, coordinatedSection, organicSection, unclearSection } from './sections.js';
import { trafficSection } from './traffic.js';
import { trendSection } from './trend.js';

/**
 * Renders a result for people, as `analyze --full` prints it: the answer, the trend, the accounts with their evidence,
 * and the files.
 *
 * @returns lines of text; it ends in a newline
 * @example
 * ```js
 * import { analyze, renderText } from 'trend-audit';
 *
 * const result = await analyze(['fixtures/small-campaign/tweets.csv']);
 * console.log(renderText(result, { width: 80, color: false, top: 3 }).split('\n')[0]);
 * //→ #РоссияСвоихНеБросает
 * ```
 */
export function renderText(result: Result, options: TextOptions): string {
  const page = createPage(options);
  return joinSections(
    [
      titleSection,
      answerSection,
      countsSection,
      trendSection,
      coordinatedSection,
      groupsSection,
      floodingSection,
      unclearSection,
      organicSection,
      trafficSection,
      inputsSection,
      ({ accounts }: Result) => cutNames(accounts, page),
    ].map((section) => section(result, page)),
    page,
  );
}

/** The answer alone, for the end of a page that is longer than the screen. Ends in a newline. */
export function renderAnswer(result: Result, options: Omit<TextOptions, 'top'>): string {
  const page = createPage({ ...options, top: 0 });
  return joinSections([answerSection(result, page)], page);
}

import type { Result } from '../result.js';
import { answer, tally, title } from './headline.js';
import { finish, type TextOptions, layOut } from './page.js';
import { groups, likelyCoordinated, organic, unclear } from './sections.js';
import { sources } from './sources.js';
import { story } from './story.js';
import { traffic } from './traffic.js';

/** The page for a person: the answer, its story, then who and why, then what it rests on. Ends in a newline. */
export function renderText(result: Result, options: TextOptions): string {
  const page = layOut(options);
  return finish([title, answer, tally, story, likelyCoordinated, groups, unclear, organic, traffic, sources].map((section) => section(result, page)), page);
}

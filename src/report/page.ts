import { Chalk } from 'chalk';
import { breakCommandLine } from '../text/runner-commands.js';

/** How a page of text is laid out. */
export interface TextOptions {
  /** Maximum width of a line, in terminal cells. */
  readonly width: number;
  readonly color: boolean;
  /** How many accounts each list shows; 0 shows all. */
  readonly top: number;
  /**
   * For screen readers and programs that read columns: tables as tab-separated rows; nothing is wrapped, cut, drawn or
   * coloured.
   */
  readonly plain?: boolean;
}

/** The properties of a page that its sections need. */
export interface TextPage {
  readonly width: number;
  /** The width of running text: lines as long as a wide terminal are hard to read. */
  readonly prose: number;
  /** Maximum number of entries that a list shows. */
  readonly most: number;
  /** Whether a record is a block of lines, not a row of a table. */
  readonly narrow: boolean;
  /** Whether a record is a row with tabs, and a paragraph one line. */
  readonly plain: boolean;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly alarming: (text: string) => string;
}

const NARROWEST = 24;
const WIDEST_PROSE = 110;

/** Below this width, a table would be cut too much to be useful. */
const NARROW = 60;

/**
 * The measures and colours of a page of text. Widths are in terminal cells; a plain page has no limit and no colours.
 */
export function createPage({ width, color, top, plain = false }: TextOptions): TextPage {
  const chalk = new Chalk({ level: color && !plain ? 1 : 0 });
  const cells = plain ? Infinity : Math.max(NARROWEST, width);
  return {
    width: cells,
    prose: plain ? Infinity : Math.min(cells, WIDEST_PROSE),
    most: top === 0 ? Infinity : top,
    narrow: cells < NARROW,
    plain,
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    alarming: (text) => chalk.yellow(text),
  };
}

/**
 * The page as one text, with a blank line between sections; empty sections are left out, and no line is a command to a
 * CI runner. Ends in a newline.
 */
export function joinSections(sections: readonly (readonly string[])[], { plain }: TextPage): string {
  // A plain page has no indents and bullets, which are only visual.
  const shown = (line: string): string => breakCommandLine(plain ? line.replace(/^ *(?:· )?/u, '') : line);
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(shown).join('\n'))
    .join('\n\n')}\n`;
}

import { Chalk } from 'chalk';

export interface TextOptions {
  /** Cells in a line; nothing is printed beyond. */
  readonly width: number;
  readonly color: boolean;
  /** How many accounts each list shows; 0 shows all. */
  readonly top: number;
}

/** What a section has to know of the page that it stands on. */
export interface Page {
  readonly width: number;
  /** The width of running text: lines as long as a wide terminal are hard to read. */
  readonly prose: number;
  /** How many entries a list shows, at the most. */
  readonly most: number;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly alarming: (text: string) => string;
}

const NARROWEST = 24;
const WIDEST_PROSE = 110;

/** Below this width an account is a block of lines, not a row of a table. */
export const NARROW = 60;

export function layOut({ width, color, top }: TextOptions): Page {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const cells = Math.max(NARROWEST, width);
  return {
    width: cells,
    prose: Math.min(cells, WIDEST_PROSE),
    most: top === 0 ? Infinity : top,
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    alarming: (text) => chalk.yellow(text),
  };
}

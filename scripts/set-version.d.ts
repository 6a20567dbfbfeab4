/** The files that state the version. */
export const VERSIONED: readonly string[];

/** The text of one of these files with a new version. Throws if the text does not state a version where it should. */
export function withVersion(file: string, text: string, version: string, date: string): string;

/** The figure of the layers, in a code fence. */
export function layersFigure(): string;

/** The document with the figure updated. */
export function withFigure(text: string): string;

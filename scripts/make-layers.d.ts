/** The figure of the layers, in a fence. */
export function layersFigure(): string;

/** The document with the figure as it is to be. */
export function withFigure(text: string): string;

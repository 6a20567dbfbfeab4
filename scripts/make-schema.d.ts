/** The text of schema.json, made from the types of the printed documents. */
export function makeSchema(): string;

/** The text of config.schema.json. */
export function makeConfigSchema(): string;

/** The text of schema.json, made from the types of what is printed. */
export function makeSchema(): string;

/** The text of config.schema.json. */
export function makeConfigSchema(): string;

/** The text of schema.json, made from the types of what is printed. */
export function makeSchema(): string;

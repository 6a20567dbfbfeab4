import type { Pseudonyms } from './pseudonyms.js';

/** What becomes of each field of T: nothing compiles while a field is not mentioned. */
export type FieldRules<T> = {
  readonly [Field in keyof T]-?: (value: T[Field] & ({} | null), names: Pseudonyms) => T[Field];
};

/** The fields as the rules have them; those that are not there stay away. */
export function applyRules<T extends object>(value: T, rules: FieldRules<T>, names: Pseudonyms): T {
  const changed = { ...value };
  for (const field in rules) {
    const old = value[field];
    if (old !== undefined) changed[field] = rules[field](old, names);
  }
  return changed;
}

/** A field that holds no name. */
export function keepValue<V>(value: V): V {
  return value;
}

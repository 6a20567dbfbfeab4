import type { Pseudonyms } from './pseudonyms.js';

/** A rule for each field of T: the code does not compile if a field is missing. */
export type FieldRules<T> = {
  readonly [Field in keyof T]-?: (value: T[Field] & ({} | null), names: Pseudonyms) => T[Field];
};

/** Applies the rules to all fields; absent fields stay absent. */
export function applyRules<T extends object>(value: T, rules: FieldRules<T>, names: Pseudonyms): T {
  const changed = { ...value };
  for (const field in rules) {
    const old = value[field];
    if (old !== undefined) changed[field] = rules[field](old, names);
  }
  return changed;
}

/** The rule for a field that does not contain names. */
export function keepValue<V>(value: V): V {
  return value;
}

import type { Join, JsonFormat } from '../formats/json/json-format.js';
import { compilePath, compileTemplate } from './path.js';
import { isJsonObject, type JsonObject, ownProperty } from './value.js';

/** Whether something has all by which a format is recognised, in itself or where its fields are. */
export function matcher({
  recognisedBy,
  within = '',
}: Pick<JsonFormat, 'recognisedBy' | 'within'>): (record: unknown) => boolean {
  const paths = recognisedBy.map(compilePath);
  const inner = compilePath(within);
  const has = (value: unknown): boolean => paths.every((at) => at(value).length > 0);
  return (record) => has(record) || (within !== '' && inner(record).some(has));
}

/** The posts in a value of a file, with what the page has for them joined in; the value itself where it holds none. */
export function extractRecords(format: JsonFormat): (value: unknown) => readonly unknown[] {
  const fits = matcher(format);
  const lists = (format.posts ?? ['']).map(compilePath);
  const joins = (format.joins ?? []).map(compileJoin);
  return (value) => {
    for (const at of lists) {
      const records = at(value);
      if (!records.some(fits)) continue;
      for (const join of joins) join(value, records);
      return records;
    }
    return [value];
  };
}

function compileJoin({ each = '', by, list, key, as }: Join): (page: unknown, records: readonly unknown[]) => void {
  const [parts, ask, answers, keyOf] = [
    compilePath(each),
    compileTemplate(by),
    compilePath(list),
    compileTemplate(key),
  ];
  return (page, records) => {
    const known = new Map<string, JsonObject>();
    for (const answer of answers(page)) {
      const [name] = keyOf(answer);
      if (name !== undefined && isJsonObject(answer)) known.set(name, answer);
    }
    if (known.size === 0) return;
    for (const part of records.flatMap((record) => parts(record))) {
      const found = known.get(ask(part)[0] ?? '');
      if (found === undefined || found === part || !isJsonObject(part)) continue;
      if (as !== undefined) part[as] ??= found;
      else for (const name of Object.keys(found)) if (!Object.hasOwn(part, name)) part[name] = ownProperty(found, name);
    }
  };
}

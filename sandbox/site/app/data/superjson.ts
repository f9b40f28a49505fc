/** superjson's shape: plain JSON, and the paths of what was more than that. */
type Superjson = { json: unknown; meta?: { values: { [path: string]: string[] }; v: number } };

/** Writes `value` as superjson does: dates as ISO text, their paths in `meta.values`. */
export function toSuperjson(value: unknown): Superjson {
  const values: { [path: string]: string[] } = {};
  const json = plain(value, [], values);
  return Object.keys(values).length ? { json, meta: { values, v: 1 } } : { json };
}

function plain(value: unknown, path: string[], values: { [path: string]: string[] }): unknown {
  if (value instanceof Date) {
    values[path.map(part => part.replaceAll('.', '\\.')).join('.')] = ['Date'];
    return value.toISOString();
  }
  if (Array.isArray(value)) return value.map((item, index) => plain(item, [...path, String(index)], values));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, plain(item, [...path, name], values)]));
}

/** Reads what {@link toSuperjson} wrote: the dates are dates again. */
export function reviveDates<T>(encoded: unknown): T {
  const { json, meta } = JSON.parse(JSON.stringify(encoded));
  for (const [path, kinds] of Object.entries(meta?.values ?? {})) {
    if (!Array.isArray(kinds) || kinds[0] !== 'Date') continue;
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    let holder = json;
    for (const part of parts) holder = holder[part];
    holder[last] = new Date(holder[last]);
  }
  return json;
}

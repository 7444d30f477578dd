/** The keys of the one LevelDB. A table's name has no `~`, so no prefix contains another. */
export const keyspace = {
  table: (name: string) => `table~${name}`,
  /** How the keys of all items begin. */
  items: 'item~',
  item: (table: string, key = '') => `item~${table}~${key}`,
  index: (table: string, index: string, key = '') => `index-global~${table}~${index}~${key}`,
  requestToken: (token: string) => `token~${token}`,
} as const;

/** The keys that begin with `prefix`. */
export const under = (prefix: string) => ({ gte: prefix, lt: `${prefix}\u{10ffff}` });

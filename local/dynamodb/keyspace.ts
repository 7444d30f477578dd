/** Where things lie in the one LevelDB. A table's name holds no `~`, so no prefix holds another. */
export const keyspace = {
  table: (name: string) => `table~${name}`,
  item: (table: string, key = '') => `item~${table}~${key}`,
  index: (kind: IndexKind, table: string, index: string, key = '') =>
    `index-${kind}~${table}~${index}~${key}`,
  tag: (table: string, name = '') => `tag~${table}~${name}`,
  timeToLive: (table: string) => `ttl~${table}`,
  requestToken: (token: string) => `token~${token}`,
} as const;

export type IndexKind = 'local' | 'global';

/** The keys that begin with `prefix`. */
export const under = (prefix: string) => ({ gte: prefix, lt: `${prefix}\u{10ffff}` });

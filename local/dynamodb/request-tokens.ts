import { createHash } from 'node:crypto';
import { idempotentParameterMismatch } from './errors.ts';
import { keyspace, under } from './keyspace.ts';
import type { Level } from './level.ts';
import { openView, type View } from './view.ts';

/** How long a ClientRequestToken is remembered after its transaction, in ms: ten minutes. */
const tokenLifetime = 10 * 60 * 1000;

interface Known {
  fingerprint: string;
  at: number;
}

export interface RequestTokens {
  /**
   * Whether the transaction of this token is done already.
   * @throws IdempotentParameterMismatchException if it was another one
   */
  isDone(view: View, token: string, fingerprint: string): Promise<boolean>;
  /** Notes the token in the transaction's own batch, so that a crash cannot separate them. */
  note(view: View, token: string, fingerprint: string): void;
}

/** The tokens of the last ten minutes, which survive a restart. */
export const loadRequestTokens = async (
  level: Level,
  now: () => number,
): Promise<RequestTokens> => {
  const prefix = keyspace.requestToken('');
  const known: [string, number][] = [];
  for await (const [key, value] of openView(level).entries(under(prefix))) {
    known.push([key.slice(prefix.length), (value as Known).at]);
  }
  const notedAt = new Map(known.sort((a, b) => a[1] - b[1]));
  const isOld = (at: number) => at <= now() - tokenLifetime;

  return {
    async isDone(view, token, fingerprint) {
      const noted = (await view.get(keyspace.requestToken(token))) as Known | undefined;
      if (!noted || isOld(noted.at)) return false;
      if (noted.fingerprint !== fingerprint) throw idempotentParameterMismatch();
      return true;
    },
    note(view, token, fingerprint) {
      for (const [old, at] of notedAt) {
        if (!isOld(at)) break;
        notedAt.delete(old);
        view.del(keyspace.requestToken(old));
      }
      // Deleted first, so that the map stays in order of time.
      notedAt.delete(token);
      notedAt.set(token, now());
      view.put(keyspace.requestToken(token), { fingerprint, at: now() } satisfies Known);
    },
  };
};

const inOrder = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The same for the same actions, in whatever order a client writes the members of an object. */
export const fingerprintOf = (body: unknown): string => {
  const actions = typeof body === 'object' && body && 'TransactItems' in body && body.TransactItems;
  return createHash('sha256').update(JSON.stringify(actions, inOrder)).digest('base64url');
};

import { keyOfCursor, openCursor, sealCursor } from '../../shared/domain/cursor.ts';
import { newestVersion, versionToUse } from '../../shared/domain/kit.ts';
import type { KeysFor } from '../../shared/domain/link-token.ts';
import type { Bound } from '../../shared/table/client.ts';
import { KitPlace, type listKits as list } from '../../shared/table/kit-list.ts';

interface Deps {
  list: Bound<typeof list>;
  linkKeys: KeysFor;
}

interface Asked {
  archived: 'true' | 'false';
  limit: number;
  cursor?: string | undefined;
}

/** One page of the kits in use, or of those archived. @throws AppError invalid_cursor */
export const listKits = async (deps: Deps, { archived, limit, cursor }: Asked) => {
  // Without a cursor nothing waits for them.
  const finding = deps.linkKeys(keyOfCursor(cursor));
  const query = `list-kits archived=${archived}`;
  const after = cursor ? KitPlace.parse(openCursor(await finding, query, cursor)) : null;
  const [keys, { kits, next }] = await Promise.all([
    finding,
    deps.list({ archived: archived === 'true', limit, after }),
  ]);
  return {
    items: kits.map((kit) => {
      const { version, status, questions: question_count } = newestVersion(kit);
      const approved_version = versionToUse(kit, true)?.version ?? null;
      return { ...kit, version, status, question_count, approved_version };
    }),
    next_cursor: next && sealCursor(keys, query, next),
  };
};

import { createClient } from '../../../client/client.ts';
import { renewing } from '../../../client/session.ts';
import type { Client } from '../../../client/types.ts';
import { administrator } from '../../../local/administrator.ts';
import type { Stage } from './stage.ts';

/** The API of a stack as its administrator, in a session of its own. */
export const apiOf = ({ stack }: Pick<Stage, 'stack'>): Client => {
  const base_url = stack.url;
  const session = renewing(() => createClient({ base_url }).login(administrator));
  return createClient({ base_url, session });
};

import { endpoints } from '../../shared/contract/endpoints.ts';
import { commonHeaders } from '../../shared/http/statuses.ts';
import { type Check, ok } from '../finding.ts';
import { lackingIn, wrongHeaders } from '../headers.ts';
import type { Site } from '../site.ts';

/** An answer of a function, one of the authorizer and one of the gateway. */
const paths = [endpoints.readHealth.path, endpoints.listKits.path, '/api/doctor/no-such-address/'];

/** Whether nothing of the API is cached, guessed at or passed on. */
export const apiHeaders: Check<Site> = {
  name: 'API headers',
  run: async (site) => {
    const lacking: string[] = [];
    for (const path of paths)
      lacking.push(...lackingIn(site, await site.send(path), commonHeaders));
    return lacking.length === 0
      ? ok('Answers and errors are not cached, and do not pass on their address')
      : wrongHeaders('The headers of the API are wrong', lacking);
  },
};

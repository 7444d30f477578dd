import { type Check, ok, wrong } from '../finding.ts';
import { came, refuses, type Site } from '../site.ts';

/** Whether an address that does not exist says so as every error does. */
export const unknownPath: Check<Site> = {
  name: 'unknown path',
  run: async ({ send }) => {
    const reply = await send('/api/doctor/no-such-address/');
    if (refuses(reply, 404, 'not_found')) return ok('404 in the form of every error');
    return wrong(
      `An address of the API that does not exist answers ${came(reply)}, not 404 with code not_found`,
      'Deploy this version again: the gateway’s own answers or its catch-all route are missing',
    );
  },
};

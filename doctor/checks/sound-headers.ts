import { randomUUID } from 'node:crypto';
import { soundHeaders } from '../../shared/http/page-headers.ts';
import { type Check, ok, wrong } from '../finding.ts';
import { lackingIn, wrongHeaders } from '../headers.ts';
import { came, type Site } from '../site.ts';

/** Whether sound has an address of its own. A stranger knows no sound, so none is what is asked for. */
export const soundHeadersCheck: Check<Site> = {
  name: 'sound headers',
  run: async (site) => {
    const reply = await site.send(`/media/tts/q_0_${randomUUID()}.mp3`);
    if (reply.status !== 404 && reply.status !== 403) {
      return wrong(
        `Sound that does not exist answers ${came(reply)}`,
        'Deploy again: the route of /media/ is wrong',
      );
    }
    const lacking = lackingIn(site, reply, soundHeaders);
    return lacking.length === 0
      ? ok('Sound is served apart, and does not pass on its address')
      : wrongHeaders('The headers of sound are wrong', lacking);
  },
};

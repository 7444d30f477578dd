import { endpoints } from '../../shared/contract/endpoints.ts';
import { type Check, notChecked, Obstacle, ok, wrong } from '../finding.ts';
import { came, type Site } from '../site.ts';

const leads = 'Serve it over https only: candidates’ links must not cross a network unencrypted';

/** Whether what is sent in clear goes nowhere. */
export const plainHttp: Check<Site> = {
  name: 'http to https',
  run: async ({ url, isLocal, send }) => {
    if (url.protocol === 'http:') {
      return isLocal
        ? ok('Plain http is fine on this machine')
        : wrong('This is plain http', leads);
    }
    if (url.port) {
      return notChecked('The port for plain http is not known', 'Give an address without a port');
    }
    const plain = `http://${url.host}`;
    try {
      const page = await send(`${plain}/interview.html`);
      const to = URL.parse(page.headers.get('location') ?? '', plain);
      if (to?.protocol !== 'https:') {
        return wrong(`The page by plain http is not sent on to https: ${came(page)}`, leads);
      }
      const api = await send(`${plain}${endpoints.readHealth.path}`);
      // A redirect of the API would be no better: what was sent is sent in clear by then.
      return api.status < 400
        ? wrong(`The API answers to plain http: ${came(api)}`, leads)
        : ok('The page is sent on to https, and the API refuses plain http');
    } catch (error) {
      if (error instanceof Obstacle) return ok('Nothing answers to plain http');
      throw error;
    }
  },
};

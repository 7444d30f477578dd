import { endpoints } from '../../shared/contract/endpoints.ts';
import { type Check, ok, wrong } from '../finding.ts';
import { came, errorOf, jsonOf, type Site } from '../site.ts';

const { path, response } = endpoints.readHealth;

/** Whether Talaro answers at the address; without that, nothing else can be checked. */
export const reachable: Check<Site> = {
  name: 'reachable',
  run: async ({ url, send }) => {
    const reply = await send(path);
    const to = URL.parse(reply.headers.get('location') ?? '', url);
    if (reply.status >= 300 && reply.status < 400 && to) {
      return wrong(
        `${url.host} sends callers on to ${to.origin}`,
        `If that is the deployment: --url ${to.origin}; candidates’ links must lead there too`,
      );
    }
    if (reply.status >= 500) {
      const id = errorOf(reply)?.request_id;
      return wrong(
        `${url.host} answers, but with an error of the server: ${came(reply)}`,
        `Look at the access log and at the log of read-health${id ? ` for request ${id}` : ''}; after a deployment that failed, deploy again`,
      );
    }
    if (reply.status !== 200 || !response.safeParse(jsonOf(reply)).success) {
      return wrong(
        `Something answers at ${url.host}, but it is not Talaro: ${came(reply)}`,
        'Compare the address with the output Url of the deployment',
      );
    }
    return ok(`Talaro answers at ${url.origin}`);
  },
};

import { randomBytes, randomUUID } from 'node:crypto';
import { type EndpointRow, needsLogin } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { type Check, ok, wrong } from '../finding.ts';
import { listed } from '../listed.ts';
import { came, refuses, type Site } from '../site.ts';

const rows: readonly EndpointRow[] = Object.values(endpoints);

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

/** An access token like Cognito's, that nobody has signed. */
const unsigned = (alg: string): string => {
  const claims = {
    sub: randomUUID(),
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    'cognito:groups': ['admin'],
    exp: Math.floor(Date.now() / 1000) + 3600,
  };
  return `${part({ alg, kid: 'doctor' })}.${part(claims)}`;
};

const credentials = (): [how: string, headers: Record<string, string>][] => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  return [
    ['without a token', {}],
    [
      'with a forged token',
      bearer(`${unsigned('RS256')}.${randomBytes(256).toString('base64url')}`),
    ],
    ['with an unsigned token', bearer(`${unsigned('none')}.`)],
  ];
};

/** No body and ids of nothing: even a route without its authorizer could create or change nothing. */
export const adminRoutes: Check<Site> = {
  name: 'admin routes',
  run: async ({ send }) => {
    const admin = rows.filter(({ access }) => needsLogin(access));
    const tries = admin.flatMap((row) =>
      credentials().map(([how, headers]) => ({ row, how, headers })),
    );
    const seen = await mapConcurrently(tries, async ({ row: { method, path }, how, headers }) => {
      const reply = await send(
        path.replaceAll(/\{\w+\}/g, () => randomUUID()),
        { method, headers },
      );
      return refuses(reply, 401, 'unauthorized')
        ? []
        : [`${method} ${path} ${how}: ${came(reply)}`];
    });
    const open = seen.flat();
    if (open.length === 0) {
      return ok(
        `All ${admin.length} refuse callers with no token, a forged one and an unsigned one`,
      );
    }
    return wrong(
      `Not refused with 401 as they must be: ${listed(open)}`,
      'Treat it as open to everyone: deploy this version again, and check again before the deployment is used',
    );
  },
};

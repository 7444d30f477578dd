import { endpoints } from '../shared/contract/endpoints.ts';
import { Obstacle } from './finding.ts';
import { came, contentOf, errorOf, type Site } from './site.ts';

export interface Credentials {
  email: string;
  password: string;
}

const { path, method, response } = endpoints.login;

/** By the code of the refusal. */
const remedies: Readonly<Record<string, string>> = {
  invalid_credentials:
    'Check address and password; after several wrong ones Cognito waits up to 15 minutes, and a temporary password ends after 7 days: see docs/troubleshooting.md',
  new_password_required:
    'Log in once with new_password, as the output Step2Login says, then check with your own password',
  throttled: 'Wait five minutes, then try again',
};

/** Logs in. @returns the access token. @throws Obstacle */
export const logIn = async ({ send }: Site, credentials: Credentials): Promise<string> => {
  const reply = await send(path, { method, body: credentials });
  if (reply.status === 200) return contentOf(response, reply).access;
  const refusal = errorOf(reply);
  throw new Obstacle(
    `The login is refused: ${refusal?.error ?? came(reply)}`,
    remedies[refusal?.code ?? ''] ?? 'Look at the log of login',
  );
};

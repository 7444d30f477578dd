import { randomBytes, randomUUID } from 'node:crypto';
import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { type Check, ok, wrong } from '../finding.ts';
import { listed } from '../listed.ts';
import { came, type Site } from '../site.ts';

const rows: readonly EndpointRow[] = Object.values(endpoints);

/** The same bytes for every token that is not genuine, so that nobody learns which interviews exist. */
const refusal = '{"error":"Invalid interview token","code":"link_invalid"}';

/** Everything that any of them asks for; each takes what it knows. */
const bodyWith = (link_token: string) => ({
  interview_id: randomUUID(),
  session_id: randomUUID(),
  question_id: randomUUID(),
  link_token,
  response_text: 'The doctor asks whether this is refused',
  text: 'The doctor asks whether this is refused',
  message: 'The doctor asks whether this is refused',
  kind: 'other',
  version: 1,
});

const forged = () => Buffer.concat([Buffer.of(1, 1), randomBytes(80)]).toString('base64url');

/** Whether tokens that nobody made are refused, and tell nothing. */
export const candidateRoutes: Check<Site> = {
  name: 'candidate routes',
  run: async ({ send }) => {
    const candidate = rows.filter(({ access }) => access === 'candidate');
    // Few: twenty refusals within five minutes raise the alarm LinksRefused.
    const tries = [
      ...candidate.map((row) => ({ row, how: 'a forged token', token: forged() })),
      { row: endpoints.viewInterview, how: 'a malformed token', token: 'no-token' },
    ];
    const seen = await mapConcurrently(tries, async ({ row, how, token }) => {
      const { method, path } = row;
      const reply = await send(path.replace('{token}', token), {
        method,
        ...(row.body && { body: bodyWith(token) }),
      });
      const isRefused = reply.status === 401 && reply.body.toString() === refusal;
      return isRefused ? [] : [`${method} ${path} with ${how}: ${came(reply)}`];
    });
    const different = seen.flat();
    if (different.length === 0) {
      return ok(`All ${candidate.length} refuse malformed and forged tokens, in the same words`);
    }
    return wrong(
      `Not refused with 401 in the words that all of them have: ${listed(different)}`,
      'For 5xx look at the logs of these functions and at the secret with the link keys; for anything else deploy this version again',
    );
  },
};

import { issueTokenEndpoint } from '../../shared/contract/endpoints/issue-token.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { connectMachines, issueToken } from '../../shared/users/client-token.ts';

const cognito = connectMachines();

export const handler = endpoint(issueTokenEndpoint, async ({ body }) => ({
  ...(await issueToken(cognito, body)),
  token_type: 'Bearer',
}));

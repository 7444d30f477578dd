import { beforeAll, expect, it } from 'vitest';
import { type Synthesized, synthesize } from './synthesized.ts';

let data: Synthesized;
let app: Synthesized;
beforeAll(async () => {
  ({ data, app } = await synthesize({ apiClients: 'ats,crm:read' }));
});

it('a machine client has a secret, its scopes, and no way to log a person in', () => {
  const clients = ['ats', 'crm'].map((name) => data.at(`ApiClients/${name}`));

  const all = {
    GenerateSecret: true,
    ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AccessTokenValidity: 1,
    TokenValidityUnits: { AccessToken: 'hours' },
  };
  expect(clients).toMatchObject([
    { ...all, ClientName: 'ats', AllowedOAuthScopes: ['talaro/read', 'talaro/write'] },
    { ...all, ClientName: 'crm', AllowedOAuthScopes: ['talaro/read'] },
  ]);
});

it('the scopes exist before a client that has them', () => {
  const [[id] = ['']] = Object.entries(
    data.template.findResources('AWS::Cognito::UserPoolResourceServer'),
  );
  const clients = Object.entries(data.template.findResources('AWS::Cognito::UserPoolClient'));

  const server = data.at('ApiClients/Server');

  expect(server).toMatchObject({ Identifier: 'talaro' });
  expect(JSON.stringify(server.Scopes)).toMatch(/"ScopeName":"read".*"ScopeName":"write"/);
  for (const [name, { DependsOn }] of clients) {
    if (name.startsWith('ApiClients')) expect(DependsOn).toEqual([id]);
  }
});

it('the outputs say how to read a secret, and contain none', () => {
  const outputs = JSON.stringify([data.template.findOutputs('*'), app.template.findOutputs('*')]);

  expect(outputs).toContain('describe-user-pool-client');
  expect(outputs).toContain('crm (talaro/read): ');
  // The attribute of the template that is the secret itself.
  expect(outputs).not.toMatch(/GetAtt":\["ApiClients/);
});

it('nothing in the other stack refers to a client, so that each can be taken away', () => {
  const imports = JSON.stringify(app.template.toJSON());

  expect(imports).not.toContain('ApiClients');
});

it('a deployment without machine clients has their scopes, since none could be added after the last client went', async () => {
  const { data: without } = await synthesize();

  expect(without.at('ApiClients/Server')).toEqual(data.at('ApiClients/Server'));
  expect(without.template.findOutputs('MachineClients')).toEqual({});
});

import { CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  CfnUserPoolClient,
  CfnUserPoolResourceServer,
  type UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { machineScopes } from '../shared/http/caller.ts';
import type { ApiClient } from './settings.ts';

export interface ApiClientsProps {
  pool: UserPool;
  clients: readonly ApiClient[];
}

const does = { read: 'Read', write: 'Do what a recruiter may' } as const;

/**
 * The machine clients of a deployment: Cognito app clients with a secret, which get tokens by
 * GetClientToken. They survive the stack, so that programs go on with their ids; see ADR 019. The
 * scopes exist without clients too: a second resource server of that name could not be made.
 */
export class ApiClients extends Construct {
  constructor(scope: Construct, id: string, { pool, clients }: ApiClientsProps) {
    super(scope, id);
    const { userPoolId } = pool;
    // A scope is `<identifier>/<name>`.
    const [identifier = ''] = machineScopes.read.split('/');
    const server = new CfnUserPoolResourceServer(this, 'Server', {
      userPoolId,
      identifier,
      name: identifier,
      scopes: Object.entries(does).map(([scopeName, scopeDescription]) => ({
        scopeName,
        scopeDescription,
      })),
    });
    const made = clients.map(({ name, scopes }) => {
      const client = new CfnUserPoolClient(this, name, {
        userPoolId,
        clientName: name,
        generateSecret: true,
        // The only flow of a client that has it; the L2 construct does not know it.
        explicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'],
        allowedOAuthFlowsUserPoolClient: true,
        allowedOAuthFlows: ['client_credentials'],
        allowedOAuthScopes: [...scopes],
        accessTokenValidity: 1,
        tokenValidityUnits: { accessToken: 'hours' },
      });
      client.addResourceDependency(server);
      Validations.of(client).acknowledge({
        id: 'CloudFormation-Validate::W3030',
        reason:
          'The check’s list of flows is older than ALLOW_CLIENT_TOKEN_AUTH, which AWS’s own template for GetClientToken sets.',
      });
      return { client, told: `${name} (${scopes.join(' ')}): ${client.ref}` };
    });
    for (const part of [server, ...made.map(({ client }) => client)]) {
      part.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
    if (made.length === 0) return;
    // In this stack: an export of an id would keep its client from ever being taken away.
    const stack = Stack.of(this);
    new CfnOutput(stack, 'MachineClients', {
      value: `${made.map(({ told }) => told).join(', ')}. To read a secret: aws cognito-idp describe-user-pool-client --region ${stack.region} --user-pool-id ${userPoolId} --client-id <id> --query UserPoolClient.ClientSecret --output text`,
    });
  }
}

import { readFileSync } from 'node:fs';
import { UpdateUserPoolRequest$ } from '@aws-sdk/client-cognito-identity-provider';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ApiCalls } from '../../infra/api-calls.ts';
import { Protection } from '../../infra/protection.ts';
import { flags, resourcesOf, type Synthesized, synthesize } from './synthesized.ts';

let app: Synthesized;
let data: Synthesized;
let withClient: Synthesized;
beforeAll(async () => {
  ({ app, data } = await synthesize({ adminEmail: 'ada@example.com' }));
  ({ data: withClient } = await synthesize({ apiClients: 'ats' }));
});

const retained = (template: Template) =>
  resourcesOf(template).filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete');

/** What identifies each kept resource to an import. Source: the primary identifiers of its type. */
const identifiers: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': ['UserPoolId'],
  'AWS::Cognito::UserPoolClient': ['UserPoolId', 'ClientId'],
  'AWS::Cognito::UserPoolGroup': ['UserPoolId', 'GroupName'],
  'AWS::Cognito::UserPoolResourceServer': ['UserPoolId', 'Identifier'],
  'AWS::DynamoDB::GlobalTable': ['TableName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::SecretsManager::Secret': ['Id'],
};

const Call = z.object({
  service: z.string(),
  action: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  physicalResourceId: z.object({ id: z.string() }),
});
const Properties = z.object({
  Update: z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) }),
});

/** The one call of a type, with references as `<id>`, and the id and dependencies of its resource. */
const callOf = (template: Template, type: string) => {
  const [found] = resourcesOf(template).filter(([, { Type }]) => Type === type);
  if (!found) throw new Error(`There is no ${type}`);
  const [id, { Properties: properties, DependsOn }] = found;
  const [, parts] = Properties.parse(properties).Update['Fn::Join'];
  const text = parts.map((part) =>
    typeof part === 'string' ? part : z.object({ Ref: z.string() }).parse(part).Ref,
  );
  return { id, after: DependsOn, ...Call.parse(JSON.parse(text.join(''))) };
};

const propertiesAt = (template: Template, type: string) =>
  resourcesOf(template).find(([, { Type }]) => Type === type)?.[1].Properties ?? {};

describe('When the stacks are destroyed', () => {
  it('table, accounts with groups, clients and scopes, link keys and sound stay, but not if their first deployment fails', () => {
    const kept = retained(data.template);

    const policies = kept.map(([, { DeletionPolicy, UpdateReplacePolicy }]) => [
      DeletionPolicy,
      UpdateReplacePolicy,
    ]);

    expect(kept.map(([, { Type }]) => Type).sort()).toEqual([
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolClient',
      'AWS::Cognito::UserPoolGroup',
      'AWS::Cognito::UserPoolGroup',
      'AWS::Cognito::UserPoolResourceServer',
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
    ]);
    for (const [deleted, replaced] of policies) {
      expect([deleted, replaced]).toEqual(['RetainExceptOnCreate', 'Retain']);
    }
  });

  it('nothing in the data stack goes, except for what makes calls during a deployment', () => {
    const kept = retained(data.template).map(([id]) => id);

    const going = resourcesOf(data.template).filter(([id]) => !kept.includes(id));

    const types = new Set(going.map(([, { Type }]) => Type.replace(/^Custom::.*/, 'a call')));
    expect([...types].sort()).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::Lambda::Function',
      'AWS::Logs::LogGroup',
      'a call',
    ]);
  });

  it('nothing of the other stack stays, except for the account’s role for API logs', () => {
    const kept = retained(app.template).map(([, { Type }]) => Type);

    expect(kept.sort()).toEqual(['AWS::ApiGateway::Account', 'AWS::IAM::Role']);
  });

  it('what stays can be taken back with the mapping that docs/deployment.md shows', () => {
    const [, docs = ''] = readFileSync('docs/deployment.md', 'utf8').split('kept.json');
    const mappings = [...docs.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
      z.record(z.string(), z.record(z.string(), z.string())).parse(JSON.parse(json)),
    );

    const shown = mappings.map((mapping) =>
      Object.entries(mapping).map(([id, keys]) => [id, Object.keys(keys)]),
    );

    const wanted = ({ template }: Synthesized) =>
      retained(template).map(([id, { Type }]) => [id, identifiers[Type]]);
    expect(shown[0]?.sort()).toEqual(wanted(data).sort());
    // The second has what machine clients add.
    expect(shown.flat().sort()).toEqual(wanted(withClient).sort());
    expect(shown).toHaveLength(2);
  });

  it('machine clients with their scopes stay in the same way', () => {
    const kept = retained(withClient.template).filter(([id]) => id.startsWith('ApiClients'));

    expect(kept.map(([, { Type }]) => Type).sort()).toEqual([
      'AWS::Cognito::UserPoolClient',
      'AWS::Cognito::UserPoolResourceServer',
    ]);
    for (const [, { DeletionPolicy, UpdateReplacePolicy }] of kept) {
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    }
    const { after } = callOf(withClient.template, 'Custom::ProtectUsers');
    expect(after).toEqual(expect.arrayContaining(kept.map(([id]) => id)));
  });
});

describe('The table', () => {
  it('has the indexes of the lists, deletes what has expired, and can be restored to any point in time', () => {
    const table = propertiesAt(data.template, 'AWS::DynamoDB::GlobalTable');

    expect(table).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: ['gsi1', 'gsi2'].map((IndexName) => ({
        IndexName,
        KeySchema: [
          { AttributeName: `${IndexName}pk`, KeyType: 'HASH' },
          { AttributeName: `${IndexName}sk`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
      TimeToLiveSpecification: { AttributeName: 'expires_at_s', Enabled: true },
      Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    });
  });
});

describe('Deletion protection', () => {
  it('is in no resource, where it would stop the rollback of a first deployment that fails', () => {
    const template = JSON.stringify([
      propertiesAt(data.template, 'AWS::DynamoDB::GlobalTable'),
      propertiesAt(data.template, 'AWS::Cognito::UserPool'),
    ]);

    expect(template).not.toContain('DeletionProtection');
  });

  it('is what the stack’s last two steps switch on, after everything that could fail', () => {
    const pool = callOf(data.template, 'Custom::ProtectUsers');
    const table = callOf(data.template, 'Custom::ProtectTable');

    const others = resourcesOf(data.template)
      .filter(([, { Type }]) => Type.startsWith('Custom::') || identifiers[Type])
      .map(([id]) => id)
      .filter((id) => id !== pool.id && id !== table.id);
    expect(pool.after).toEqual(expect.arrayContaining(others));
    expect(table.after).toEqual([pool.id]);
    expect(table).toMatchObject({
      action: 'UpdateTable',
      parameters: { TableName: expect.stringMatching(/^Table/), DeletionProtectionEnabled: true },
    });
  });

  it('changes nothing else in the pool, of which the call resets whatever it leaves out', () => {
    const { action, parameters } = callOf(data.template, 'Custom::ProtectUsers');
    const pool = propertiesAt(data.template, 'AWS::Cognito::UserPool');

    const { Schema, UsernameAttributes, UsernameConfiguration, ...settings } = pool;

    expect(action).toBe('UpdateUserPool');
    expect(parameters).toEqual({
      ...settings,
      UserPoolId: expect.stringMatching(/^AuthUsers/),
      DeletionProtection: 'ACTIVE',
    });
    expect([Schema, UsernameAttributes, UsernameConfiguration]).not.toContain(undefined);
  });

  it('names only fields that the call knows, at every depth', () => {
    const { parameters } = callOf(data.template, 'Custom::ProtectUsers');

    expect(unknownFields(UpdateUserPoolRequest$, parameters)).toEqual([]);
    expect(unknownFields(UpdateUserPoolRequest$, { Policies: { Length: 1 } })).toEqual([
      'Policies.Length',
    ]);
  });

  it('is switched on again whenever the template changes the resource', () => {
    const before = protectedStack({ timeToLiveAttribute: 'expires', email: 'one' });
    const after = protectedStack({ timeToLiveAttribute: 'ttl', email: 'two' });

    for (const type of ['Custom::ProtectUsers', 'Custom::ProtectTable']) {
      const ids = [before, before, after].map(
        (template) => callOf(template, type).physicalResourceId.id,
      );
      expect(ids[0]).toBe(ids[1]);
      expect(ids[0]).not.toBe(ids[2]);
    }
  });
});

const protectedStack = ({
  timeToLiveAttribute,
  email,
}: {
  timeToLiveAttribute: string;
  email: string;
}) => {
  const stack = new Stack(new App({ context: flags() }), 'stack');
  new Protection(stack, 'Protection', {
    calls: new ApiCalls(stack, 'Calls'),
    pool: new UserPool(stack, 'Users', { userInvitation: { emailSubject: email } }),
    table: new TableV2(stack, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      timeToLiveAttribute,
    }),
    after: [],
  });
  return Template.fromStack(stack);
};

/** A structure in the SDK's schemas: its kind (3), namespace, name, traits, members and their schemas. */
const Structure = z.tuple(
  [z.literal(3), z.string(), z.string(), z.unknown(), z.array(z.string()), z.array(z.unknown())],
  z.unknown(),
);

const unknownFields = (schema: unknown, value: unknown, path: string[] = []): string[] => {
  const structure = Structure.safeParse(typeof schema === 'function' ? schema() : schema).data;
  const fields = z.record(z.string(), z.unknown()).safeParse(value).data;
  if (!structure || !fields) return [];
  const [, , , , members, schemas] = structure;
  return Object.entries(fields).flatMap(([name, inner]) =>
    members.includes(name)
      ? unknownFields(schemas[members.indexOf(name)], inner, [...path, name])
      : [[...path, name].join('.')],
  );
};

import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { functionFolders } from '../../infra/bundle.ts';
import { EndpointFunction } from '../../infra/endpoint-function.ts';
import { grantModels, modelRights } from '../../infra/model.ts';
import type { EndpointRow, Use } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { evaluationQueue } from '../../shared/contract/evaluation-queue.ts';
import { sweep } from '../../shared/contract/sweep.ts';
import { unknownModel } from '../../shared/interviewer/models.ts';
import { type FunctionFacts, functionAt } from './functions.ts';
import { flags, type Synthesized, synthesize } from './synthesized.ts';

const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const reading = ['dynamodb:GetItem', 'dynamodb:Query'];
const writing = ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'];

const people = (...names: string[]) => names.map((name) => `cognito-idp:${name}`);
const changing = people(
  'AdminAddUserToGroup',
  'AdminGetUser',
  'AdminListGroupsForUser',
  'AdminRemoveUserFromGroup',
  'AdminUpdateUserAttributes',
);

/** The actions that each use must allow, written a second time on purpose. */
const actionsOf: Record<Use, string[]> = {
  'table:read': reading,
  'table:write': writing.map((name) => `dynamodb:${name}`),
  'table:list': ['dynamodb:Query'],
  'link-keys': ['secretsmanager:GetSecretValue'],
  'base-url': ['ssm:GetParameter'],
  model: ['bedrock:InvokeModel'],
  voice: ['polly:SynthesizeSpeech', 's3:GetObject', 's3:PutObject'],
  'queue:send': ['sqs:SendMessage'],
  'sound:erase': ['s3:DeleteObject'],
  sweeping: [],
  'next-step': [],
  notice: [],
  'approved-kits': [],
  users: [],
  'users:list': people('ListUsers', 'ListUsersInGroup'),
  'users:invite': [...changing, ...people('AdminCreateUser')],
  'users:update': [
    ...changing,
    ...people('AdminDisableUser', 'AdminEnableUser', 'AdminUserGlobalSignOut', 'ListUsersInGroup'),
  ],
};

/** The resources at which each service's rights must end. */
const placeOf: Record<string, RegExp> = {
  bedrock: /(inference-profile|foundation-model)\/[a-z.]*anthropic\.claude-haiku-5-5"/,
  'cognito-idp': /^\{"Fn::ImportValue":"talaro-data:ExportsOutputFnGetAttAuthUsers\w+Arn\w+"\}$/,
  dynamodb:
    /^(\{"Fn::Join":\["",\[)?\{"Fn::ImportValue":"talaro-data:ExportsOutputFnGetAttTable\w+Arn\w+"\}(,"\/index\/gsi[12]"\]\]\})?$/,
  logs: /^\{"Fn::GetAtt":\["\w+Log\w+","Arn"\]\}$/,
  polly: /^"\*"$/,
  s3: /VoiceAudio\w+Arn\w+"\},"\/(cache|media\/tts)\/\*"\]\]\}$/,
  secretsmanager: /LinkKeysSecret/,
  sqs: /EvaluationsQueue/,
  ssm: /:parameter\/talaro\/base-url"/,
};

/** The actions that Lambda needs to read a queue for a function. */
const polling = [
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ReceiveMessage',
];

let app: Synthesized;
beforeAll(async () => {
  ({ app } = await synthesize());
});

const rows: readonly EndpointRow[] = Object.values(endpoints);
const paths = [
  ...rows.map(({ folder, uses }) => ({ path: `Api/${folder}`, uses, more: [] as string[] })),
  {
    path: `Evaluations/${evaluationQueue.folder}`,
    uses: evaluationQueue.uses,
    more: polling.map((name) => `sqs:${name}`),
  },
  { path: `Sweep/${sweep.folder}`, uses: sweep.uses, more: [] },
];

const granted = ({ statements }: FunctionFacts) =>
  [...new Set(statements.flatMap(({ actions }) => actions))].sort();

describe('Rights', () => {
  it.each(paths)('of $path are those of its row, and no others', ({ path, uses, more }) => {
    const wanted = [...log, ...more, ...uses.flatMap((use) => actionsOf[use])];

    const actions = granted(functionAt(app, path));

    expect(actions).toEqual([...new Set(wanted)].sort());
  });

  it.each(paths)('of $path are limited to the resource that each is for', ({ path }) => {
    const { statements } = functionAt(app, path);

    const outside = statements.flatMap(({ actions, resources }) =>
      resources.filter((resource) =>
        actions.some((action) => !placeOf[action.split(':')[0] ?? '']?.test(resource)),
      ),
    );

    expect(outside).toEqual([]);
  });

  it('never have a wildcard in an action, and allow only speech on every resource', () => {
    const statements = paths.flatMap(({ path }) => functionAt(app, path).statements);

    const broad = statements.filter(
      ({ actions, resources }) =>
        actions.some((action) => action.includes('*')) || resources.includes('"*"'),
    );

    expect(new Set(broad.flatMap(({ actions }) => actions))).toEqual(
      new Set(['polly:SynthesizeSpeech']),
    );
  });

  it('are never shared: each function has a role of its own', async () => {
    const folders = await functionFolders();

    const roles = new Set(
      paths.map(({ path }) => JSON.stringify(app.at(`${path}/Function/Resource`).Role)),
    );

    expect(roles.size).toBe(folders.length);
  });

  it('let API Gateway call the functions of its routes, by one role, and nobody else', () => {
    const called = rows.map(({ folder }) => folder.replaceAll('-', '')).sort();

    const { AssumeRolePolicyDocument: trust, Policies: policies } = app.at('Api/Caller/Resource');

    expect(JSON.stringify(trust)).toContain('{"Service":"apigateway.amazonaws.com"}');
    expect(policies).toEqual([
      {
        PolicyName: 'calls',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'lambda:InvokeFunction',
              Resource: called.map((name) => ({
                'Fn::GetAtt': [expect.stringMatching(new RegExp(`^Api${name}Function`)), 'Arn'],
              })),
            },
          ],
        },
      },
    ]);
    // The schedule's.
    app.template.resourceCountIs('AWS::Lambda::Permission', 1);
  });

  it('let nothing but spoken questions be deleted', () => {
    for (const path of [`Sweep/${sweep.folder}`, 'Api/erase-interview']) {
      const own = functionAt(app, path).statements.filter(({ actions }) =>
        actions.some((action) => action.startsWith('s3:')),
      );

      expect(own.map(({ actions }) => actions)).toEqual([['s3:DeleteObject']]);
      expect(own[0]?.resources.join()).toMatch(/"\/media\/tts\/\*"\]\]\}$/);
    }
  });

  it('let objects be read from the cache only, which is where questions are copied from', () => {
    const { statements } = functionAt(app, 'Api/generate-link');

    const read = statements.filter(({ actions }) => actions.includes('s3:GetObject'));

    expect(read.flatMap(({ resources }) => resources)).toEqual([
      expect.stringContaining('"/cache/*"'),
    ]);
  });
});

describe('Rights to a model', () => {
  const stack = new Stack(new App({ context: flags() }), 'stack', {
    env: { account: '111122223333', region: 'eu-central-1' },
  });
  const resourcesOf = (id: string) =>
    modelRights(stack, id)
      .flatMap(({ resources }) => resources)
      .map((arn) => arn.replace(/^arn:[^:]+:bedrock:/, ''));

  it('through a global profile cover the profile, the model here, and the model without a region', () => {
    const resources = resourcesOf('global.anthropic.claude-haiku-5-5');

    expect(resources).toEqual([
      'eu-central-1:111122223333:inference-profile/global.anthropic.claude-haiku-5-5',
      'eu-central-1::foundation-model/anthropic.claude-haiku-5-5',
      '::foundation-model/anthropic.claude-haiku-5-5',
    ]);
  });

  it('through a European profile cover the model in its regions and in no others', () => {
    const resources = resourcesOf('eu.anthropic.claude-sonnet-5-5');

    const regions = resources.slice(1).map((arn) => arn.split(':')[0]);
    expect(regions).toContain('eu-west-3');
    expect(regions.every((region) => region?.startsWith('eu-'))).toBe(true);
  });

  it('without a profile cover the model here', () => {
    const resources = resourcesOf('amazon.nova-lite-v1:0');

    expect(resources).toEqual(['eu-central-1::foundation-model/amazon.nova-lite-v1:0']);
  });

  it.each([
    ['an ARN', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0'],
    ['an invalid id', 'nova'],
  ])('are refused for %s', (_what, id) => {
    expect(() => modelRights(stack, id)).toThrow('is not the id of a model');
  });

  it('do not allow the model outside its profile', () => {
    const [profile, models] = modelRights(stack, 'global.anthropic.claude-haiku-5-5');

    expect(models?.conditions).toEqual({
      StringEquals: { 'bedrock:InferenceProfileArn': profile?.resources[0] },
    });
  });

  it('through an application inference profile end at that profile', () => {
    const arn = 'arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/ab12cd';

    const [profile, models] = modelRights(stack, arn);

    expect(profile?.resources).toEqual([arn]);
    expect(models?.conditions).toEqual({ StringEquals: { 'bedrock:InferenceProfileArn': arn } });
  });

  it('include the guardrail if there is one, and say what models accept', () => {
    const fn = new EndpointFunction(stack, 'infra', { description: '', bundles: 'tests' });
    const model = 'global.anthropic.claude-haiku-5-5';

    grantModels(stack, {
      questionModel: model,
      evaluationModel: model,
      guardrail: 'abc123:2',
      dailyBudgetUsd: 1,
      modelCapabilities: { 'zai.glm-5': { ...unknownModel, tool_use: true } },
    })(fn);

    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: [
        Match.objectLike({
          PolicyDocument: {
            Statement: Match.arrayWith([
              Match.objectLike({
                Action: 'bedrock:ApplyGuardrail',
                Resource: 'arn:aws:bedrock:eu-central-1:111122223333:guardrail/abc123',
              }),
            ]),
          },
        }),
      ],
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          GUARDRAIL: 'abc123:2',
          MODEL_CAPABILITIES: Match.stringLikeRegexp('"zai.glm-5":.*"tool_use":true'),
        },
      },
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { queues } from '../../doctor/checks/evaluation-queue.ts';
import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { evaluationQueue } from '../../shared/contract/evaluation-queue.ts';
import { sweep } from '../../shared/contract/sweep.ts';
import { readLinkKeys } from '../../shared/domain/link-token.ts';
import { recruiterGroups } from '../../shared/http/caller.ts';
import { functionAt } from './functions.ts';
import { propertiesOf, type Synthesized, synthesize } from './synthesized.ts';

const endpointRows: readonly EndpointRow[] = Object.values(endpoints);

let app: Synthesized;
let data: Synthesized;
beforeAll(async () => {
  ({ app, data } = await synthesize({
    adminEmail: 'ada@example.com',
    alarmEmail: 'ops@example.com',
    soundDays: '7',
    retentionDays: '180',
  }));
});

describe('What must not be kept forever', () => {
  it('includes logs: each has a retention period', () => {
    const groups = [
      ...propertiesOf(app, 'AWS::Logs::LogGroup'),
      ...propertiesOf(data, 'AWS::Logs::LogGroup'),
    ];

    expect(groups.length).toBeGreaterThan(
      propertiesOf(app, 'AWS::ApiGateway::GatewayResponse').length,
    );
    for (const group of groups) expect(group.RetentionInDays).toBe(90);
  });

  it('includes spoken texts, which can be close to a résumé', () => {
    const [bucket] = propertiesOf(data, 'AWS::S3::Bucket');

    const rules: { Prefix?: string; ExpirationInDays?: number; Status: string }[] =
      bucket.LifecycleConfiguration.Rules;

    const days = rules.map(({ Prefix, ExpirationInDays, Status }) => [
      Prefix,
      ExpirationInDays,
      Status,
    ]);
    expect(days).toContainEqual(['cache/', 30, 'Enabled']);
    expect(days).toContainEqual(['media/tts/', 7, 'Enabled']);
  });

  it('includes the log of the CDK’s function that empties the bucket of pages', () => {
    const handler = app.at('Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler');

    expect(handler.LoggingConfig).toEqual({
      LogGroup: { Ref: expect.stringContaining('EmptyingLog') },
    });
  });

  it('includes the pages: their bucket is emptied and goes with its stack', () => {
    const [pages] = Object.values(app.template.findResources('AWS::S3::Bucket'));
    const [emptied] = propertiesOf(app, 'Custom::S3AutoDeleteObjects');

    expect(pages?.DeletionPolicy).toBe('Delete');
    expect(emptied.BucketName).toEqual({ Ref: expect.stringContaining('SitePages') });
  });
});

describe('Link keys', () => {
  it('are created by the stack, in the form that the functions read', () => {
    const [secret] = propertiesOf(data, 'AWS::SecretsManager::Secret');
    const { SecretStringTemplate, GenerateStringKey, PasswordLength } = secret.GenerateSecretString;

    const made = {
      ...JSON.parse(SecretStringTemplate),
      [GenerateStringKey]: 'x'.repeat(PasswordLength),
    };

    expect(PasswordLength).toBeGreaterThanOrEqual(64);
    expect(readLinkKeys(JSON.stringify(made)).current).toBe(1);
  });
});

describe('Accounts', () => {
  it('are created by admins only, and log in with e-mail and password', () => {
    const [pool] = propertiesOf(data, 'AWS::Cognito::UserPool');
    const [client] = propertiesOf(data, 'AWS::Cognito::UserPoolClient');

    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameAttributes: ['email'],
    });
    expect(client).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      AllowedOAuthFlowsUserPoolClient: false,
    });
  });

  it('have the groups that the functions require', () => {
    const groups = propertiesOf(data, 'AWS::Cognito::UserPoolGroup').map(
      ({ GroupName }) => GroupName,
    );

    expect(groups.sort()).toEqual([...recruiterGroups].sort());
  });

  it('begin with the admin that the deployment names, who is in the group of admins', () => {
    const calls = [
      ...propertiesOf(data, 'Custom::InviteAdmin'),
      ...propertiesOf(data, 'Custom::AddToAdmins'),
    ];

    const text = JSON.stringify(calls);

    expect(calls).toHaveLength(2);
    expect(text).toContain('ada@example.com');
    expect(text).toContain('\\"GroupName\\":\\"admin\\"');
  });
});

describe('Late evaluations', () => {
  it('are processed one at a time, tried eight times, and then kept two weeks for a person', () => {
    const queue = app.at('Evaluations/Queue/Resource');
    const deadLetterQueue = app.at('Evaluations/DeadLetters/Resource');
    const [mapping] = propertiesOf(app, 'AWS::Lambda::EventSourceMapping');

    expect(queue).toMatchObject({
      MessageRetentionPeriod: evaluationQueue.retention,
      RedrivePolicy: { maxReceiveCount: evaluationQueue.maxReceiveCount },
      SqsManagedSseEnabled: true,
    });
    expect(evaluationQueue).toMatchObject({ maxReceiveCount: 8, deadLetterRetention: 14 * 86_400 });
    // What AWS recommends, so that no message is delivered twice at once.
    expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * evaluationQueue.timeout);
    expect(deadLetterQueue).toMatchObject({
      MessageRetentionPeriod: evaluationQueue.deadLetterRetention,
      SqsManagedSseEnabled: true,
    });
    expect(mapping).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: evaluationQueue.concurrency },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('wait in queues that the doctor finds by the names that CloudFormation gives them', () => {
    const made = Object.entries(app.template.findResources('AWS::SQS::Queue'));

    for (const start of Object.values(queues)) {
      const found = made.filter(([logicalId]) => logicalId.startsWith(start));
      expect(found.map(([, { Properties }]) => Properties.QueueName)).toEqual([undefined]);
    }
  });

  it('may be queued again while over budget', () => {
    const fn = app.at('Evaluations/evaluate-interview/Function/Resource');

    expect(fn.RecursiveLoop).toBe('Allow');
  });
});

describe('The sweep of interviews', () => {
  it('runs every five minutes, is over before it runs again, and is not tried twice', () => {
    const [rule] = propertiesOf(app, 'AWS::Events::Rule');
    const [invoked] = propertiesOf(app, 'AWS::Lambda::EventInvokeConfig');

    expect(rule).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0 } }],
    });
    expect(invoked).toMatchObject({ MaximumRetryAttempts: 0 });
    expect(sweep.timeout).toBeLessThan(sweep.every);
    expect(functionAt(app, `Sweep/${sweep.folder}`).timeout).toBe(sweep.timeout);
  });

  it('knows after how long it seals and erases', () => {
    const { variables } = functionAt(app, `Sweep/${sweep.folder}`);

    expect(variables).toMatchObject({ SEAL_AFTER_HOURS: '24', RETENTION_DAYS: '180' });
  });
});

describe('Functions', () => {
  it('with our own code run on Node 24 and arm64, with 512 MB', () => {
    const handlers = [...endpointRows, evaluationQueue, sweep].map(
      ({ folder }) => `${folder}.handler`,
    );

    const ours = propertiesOf(app, 'AWS::Lambda::Function').filter(({ Handler }) =>
      handlers.includes(Handler),
    );

    expect(ours).toHaveLength(handlers.length);
    for (const fn of ours) {
      expect(fn).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: 512,
      });
    }
  });
});

describe('Templates', () => {
  it('contain ASCII only: CloudFormation turns other characters into question marks', () => {
    const text = JSON.stringify([app.template.toJSON(), data.template.toJSON()]);

    expect(text.match(/[^\x20-\x7e]+/g)).toBeNull();
  });

  it('say after a deployment where it is and how to log in', () => {
    const outputs = JSON.stringify(app.template.findOutputs('*'));

    expect(outputs).toContain('mailed to ada@example.com');
    expect(outputs).toContain('/console/ and choose your own');
    expect(outputs).toMatch(/Bedrock/);
  });
});

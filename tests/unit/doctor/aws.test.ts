import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { expect, it } from 'vitest';
import { inAws } from '../../../doctor/aws.ts';
import { nowhere, script } from '../../support/scripted-client.ts';
import { findingsWith } from './fake-talaro.ts';

const names = ['alarms', 'queue age', 'dead letters'];

type Answers = Record<string, (input: object) => object>;

const scripted = (answers: Answers) => {
  const client = new CloudWatchClient(nowhere);
  client.middlewareStack.add(
    script((command, input) => answers[command]?.(input)),
    { step: 'initialize', priority: 'high' },
  );
  return client;
};

const queue = (name: string) => ({ Dimensions: [{ Name: 'QueueName', Value: name }] });
const quiet = { AlarmName: 'talaro-app-WatchDeadLetters1-A', StateValue: 'OK' };
const values = { age: 0, failing: 0, deadLetters: 0 };
const reporting = (given: Partial<typeof values>) => ({
  DescribeAlarmsCommand: () => ({ MetricAlarms: [quiet] }),
  ListMetricsCommand: () => ({
    Metrics: [
      queue('other-app-EvaluationsQueue1-B'),
      queue('talaro-app-EvaluationsDeadLetters1-B'),
      // Of a deployment that was destroyed.
      queue('talaro-app-EvaluationsQueue1-A'),
      queue('talaro-app-EvaluationsQueue1-B'),
    ],
  }),
  GetMetricStatisticsCommand: (input: object) => {
    const { age, failing, deadLetters } = { ...values, ...given };
    const asked = JSON.stringify(input);
    if (asked.includes('Queue1-A')) return {};
    if (asked.includes('"Namespace":"talaro-app"')) return { Datapoints: [{ Maximum: failing }] };
    return { Datapoints: [{ Maximum: asked.includes('AgeOfOldest') ? age : deadLetters }] };
  },
});

const found = async (answers: Answers) => {
  const watched = { client: scripted(answers), name: 'talaro', now: () => Date.UTC(2026, 10, 26) };
  const findings = await findingsWith((answer) => answer, { inAws: inAws(watched, false) });
  return findings.filter(({ check }) => names.includes(check));
};

it('is content with quiet alarms and a queue that moves', async () => {
  const findings = await found(reporting({ age: 240 }));

  expect(findings.map(({ verdict, says }) => [verdict, says])).toEqual([
    ['ok', 'None of 1 is ringing'],
    ['ok', 'The oldest evaluation waits for 4 min'],
    ['ok', 'No evaluation was given up'],
  ]);
});

it('names alarms that ring in their own words, evaluations that wait and those given up', async () => {
  const ringing = { ...quiet, StateValue: 'ALARM', AlarmDescription: 'An evaluation failed.' };

  const findings = await found({
    ...reporting({ age: 7200, deadLetters: 3 }),
    DescribeAlarmsCommand: () => ({ MetricAlarms: [quiet, ringing] }),
  });

  expect(findings.map(({ verdict, says }) => [verdict, says])).toEqual([
    ['wrong', 'talaro-app-WatchDeadLetters1-A: An evaluation failed.'],
    ['wrong', 'The oldest evaluation has waited for 120 min'],
    ['wrong', 'Evaluations that were given up after eight attempts: 3'],
  ]);
});

it('sees an evaluation that fails again and again, which the queue does not count', async () => {
  const [, age] = await found(reporting({ failing: 2160 }));

  expect(age).toMatchObject({
    verdict: 'wrong',
    says: 'The oldest evaluation has waited for 36 min',
  });
});

it('says if there is no such deployment, or nothing is known of its queues', async () => {
  const findings = await found({
    DescribeAlarmsCommand: () => ({ MetricAlarms: [] }),
    ListMetricsCommand: () => ({ Metrics: [queue('other-app-EvaluationsQueue1-B')] }),
  });

  expect(findings.map(({ verdict }) => verdict)).toEqual(['wrong', 'not_checked', 'not_checked']);
  expect(findings[0]?.says).toBe('No alarm is named talaro-app-…');
});

it('says what to do if AWS refuses, without the words of the SDK', async () => {
  const denied = Object.assign(new Error('User: arn:aws:iam::1:user/x'), { name: 'AccessDenied' });
  const refusing = () => denied;

  const findings = await found({
    DescribeAlarmsCommand: refusing,
    ListMetricsCommand: refusing,
  });

  for (const finding of findings) {
    expect(finding).toMatchObject({
      verdict: 'not_checked',
      says: 'CloudWatch cannot be asked (AccessDenied)',
      remedy: expect.stringContaining('cloudwatch:DescribeAlarms'),
    });
  }
});

it('without credentials says how to have it checked', async () => {
  const findings = await findingsWith((answer) => answer, { credentials: null });

  const open = findings.filter(({ verdict }) => verdict === 'not_checked');
  expect(open.map(({ check }) => check)).toEqual(['model', 'voice', ...names]);
  expect(open).toEqual(
    open.map(() => expect.objectContaining({ remedy: expect.stringMatching(/^Give --/) })),
  );
});

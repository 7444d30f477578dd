import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { logQueries } from '../../infra/log-queries.ts';
import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { evaluationQueue } from '../../shared/contract/evaluation-queue.ts';
import { sweep } from '../../shared/contract/sweep.ts';
import { type Synthesized, synthesize } from './synthesized.ts';

const rows: readonly Pick<EndpointRow, 'folder' | 'uses'>[] = [
  ...Object.values(endpoints),
  evaluationQueue,
  sweep,
];

let app: Synthesized;
let data: Synthesized;
beforeAll(async () => {
  ({ app, data } = await synthesize({ alarmEmail: 'ops@example.com', dailyBudgetUsd: '25' }));
});

const runbook = readFileSync('docs/operations.md', 'utf8');

const resources = (type: string) => Object.entries(app.template.findResources(type));
const propertiesOf = (type: string) => resources(type).map(([, { Properties }]) => Properties);
const Alarm = z.looseObject({ AlarmDescription: z.string(), AlarmActions: z.array(z.unknown()) });
/** The alarms by their names, which are those of their constructs. */
const alarms = () =>
  Object.fromEntries(
    resources('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => {
      const name = /^Watch(\w+)[0-9A-F]{8}$/.exec(id)?.[1] ?? '';
      return [name, Alarm.parse(Properties)] as const;
    }),
  );
const filtersOf = (metric: string) =>
  propertiesOf('AWS::Logs::MetricFilter').filter(
    ({ MetricTransformations: [made] }) => made.MetricName === metric,
  );
const using = (use: EndpointRow['uses'][number]) =>
  rows.filter(({ uses }) => uses.includes(use)).map(({ folder }) => folder.replaceAll('-', ''));
const logsOf = (filters: { LogGroupName: { Ref: string } }[]) =>
  filters.map(
    ({ LogGroupName }) =>
      /^(?:Api|Evaluations|Sweep)(\w+)Log/.exec(LogGroupName.Ref)?.[1] ?? 'none',
  );

describe('An alarm', () => {
  it('says what it means for people and where the runbook has its section, and each section has one', () => {
    const [, part = ''] = runbook.split(/^## Alarms$/m);
    const sections = [...(part.split(/^## /m)[0] ?? '').matchAll(/^### (.+)$/gm)].map(
      ([, name]) => name,
    );

    expect(Object.keys(alarms()).toSorted()).toEqual(sections.toSorted());
    for (const [name, { AlarmDescription }] of Object.entries(alarms())) {
      expect(AlarmDescription).toMatch(/^[A-Z].{40,}\. What to do: /);
      expect(AlarmDescription).toMatch(new RegExp(`docs/operations\\.md#${name.toLowerCase()}$`));
    }
  });

  it('is mailed, and is about one metric, for which CloudWatch charges', () => {
    const made = Object.values(alarms());

    for (const alarm of made) {
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm).not.toHaveProperty('Metrics');
    }
  });

  it('may be mailed: the topic lets CloudWatch publish', () => {
    const [policy] = propertiesOf('AWS::SNS::TopicPolicy');

    expect(policy.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });

  it('is raised at its threshold, and not where nothing is reported', () => {
    const told = Object.entries(alarms()).map(([name, alarm]) => {
      const { MetricName, Statistic, Period, Threshold } = alarm;
      return [name, MetricName, Statistic, Period, Threshold];
    });

    expect(told.toSorted()).toEqual([
      ['BudgetReached', 'SpentToday', 'Maximum', 3600, 25],
      ['Crashes', 'Crashes', 'Sum', 300, 1],
      ['DeadLetters', 'ApproximateNumberOfMessagesVisible', 'Maximum', 300, 1],
      ['EvaluationsCrash', 'Errors', 'Sum', 300, 1],
      ['EvaluationsLate', 'EvaluationsLate', 'Maximum', 900, 1800],
      ['EvaluationsNotQueued', 'EvaluationsNotQueued', 'Sum', 300, 1],
      ['EvaluationsNotRead', 'ApproximateAgeOfOldestMessage', 'Maximum', 300, 1800],
      ['InterviewsOverdue', 'InterviewsOverdue', 'Minimum', 1800, 1],
      ['LinksRefused', 'LinksRefused', 'Sum', 300, 20],
      ['ServerErrors', '5XXError', 'Sum', 300, 5],
      ['SweepCrash', 'Errors', 'Sum', 1800, 3],
      ['Throttled', 'Throttled', 'Sum', 300, 20],
    ]);
    for (const alarm of Object.values(alarms())) {
      expect(alarm).toMatchObject({
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        EvaluationPeriods: 1,
        TreatMissingData: 'notBreaching',
      });
    }
  });

  it('is on for as long as an evaluation goes on failing', () => {
    const { visibilityTimeout, maxReceiveCount } = evaluationQueue;

    expect(visibilityTimeout).toBeLessThanOrEqual(900);
    expect((maxReceiveCount - 1) * visibilityTimeout).toBeGreaterThan(1800);
  });

  it.each([
    ['DeadLetters', 'EvaluationsDeadLetters'],
    ['EvaluationsNotRead', 'EvaluationsQueue'],
  ])('%s is about the right queue', (name, queue) => {
    expect(alarms()[name]).toMatchObject({
      Dimensions: [{ Value: { 'Fn::GetAtt': [expect.stringContaining(queue), 'QueueName'] } }],
    });
  });

  it.each([
    ['EvaluationsNotQueued', '{ $.message = "evaluation not queued" }', '1', using('queue:send')],
    [
      'EvaluationsLate',
      '{ $.message = "late evaluation failed" }',
      '$.waiting_s',
      ['evaluateinterview'],
    ],
    ['InterviewsOverdue', '{ $.message = "interviews swept" }', '$.overdue', ['sweepinterviews']],
    ['SpentToday', '{ $.message = "spent today" }', '$.usd', using('model')],
    ['Crashes', '{ ($.status = "5*") && ($.error != "-") }', '1', ['Access']],
    [
      'LinksRefused',
      '{ ($.status = "401") && ($.route = "/api/ai-interview/public/*") }',
      '1',
      ['Access'],
    ],
    ['Throttled', '{ $.status = "429" }', '1', ['Access']],
  ])(
    '%s is counted in the lines that say so, of every log that has them',
    (name, pattern, value, logs) => {
      const filters = filtersOf(name);

      expect(logsOf(filters).toSorted()).toEqual(logs.toSorted());
      for (const { FilterPattern, MetricTransformations } of filters) {
        expect(FilterPattern).toBe(pattern);
        expect(MetricTransformations).toMatchObject([{ MetricValue: value }]);
      }
    },
  );

  it('counts in a metric without dimensions, so that no id ever becomes the name of one', () => {
    const made = propertiesOf('AWS::Logs::MetricFilter').flatMap(
      (filter) => filter.MetricTransformations,
    );

    expect(made.filter((one) => 'Dimensions' in one)).toEqual([]);
    expect(new Set(made.map(({ MetricNamespace }) => MetricNamespace))).toEqual(
      new Set(['talaro-app']),
    );
  });

  it('counts log lines by what is written there', () => {
    const sources = sourcesOf();
    const patterns = propertiesOf('AWS::Logs::MetricFilter').map(
      ({ FilterPattern }) => FilterPattern,
    );

    const messages = patterns.flatMap((pattern) => /\$\.message = "(.+)"/.exec(pattern)?.[1] ?? []);

    expect(new Set(messages).size).toBe(4);
    for (const message of messages) expect(sources).toContain(`'${message}'`);
  });
});

const sourcesOf = () =>
  globSync('{functions,shared}/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe('A saved query', () => {
  it('asks for words that the functions write', () => {
    const sources = sourcesOf();
    const asked = Object.values(logQueries).flatMap((lines) => [
      ...lines.join().matchAll(/"([^"<]{2,})"/g),
    ]);

    const unknown = asked.map(([, word]) => word).filter((word) => !sources.includes(`${word}`));

    expect(asked.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });

  it('covers the logs of all functions and the access log, of which there may be fifty', () => {
    const queries = propertiesOf('AWS::Logs::QueryDefinition');

    expect(queries).toHaveLength(Object.keys(logQueries).length);
    for (const { LogGroupNames, Name } of queries) {
      expect(LogGroupNames).toHaveLength(rows.length + 1);
      expect(LogGroupNames.length).toBeLessThanOrEqual(50);
      expect(Name).toMatch(/^talaro-app\//);
    }
  });
});

describe('The dashboard', () => {
  it('shows every alarm, what is waiting, what was spent, and who is under way, and no whole line', () => {
    const [board] = z
      .array(
        z.object({
          DashboardBody: z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
        }),
      )
      .parse(propertiesOf('AWS::CloudWatch::Dashboard'));
    const [, parts] = board?.DashboardBody['Fn::Join'] ?? [];

    const text = parts?.map((part) => (typeof part === 'string' ? part : 'reference')).join('');

    const { widgets } = JSON.parse(text ?? '');
    expect(widgets).toHaveLength(7);
    expect(widgets[0].properties.alarms).toHaveLength(Object.keys(alarms()).length);
    for (const shown of [
      'SpentToday',
      'ApproximateAgeOfOldestMessage',
      'EvaluationsLate',
      'count_distinct(interview_id)',
      'pct(duration_ms, 95)',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).not.toMatch(/@message|request_id/);
  });
});

describe('The runbook', () => {
  it('lets in as much as the API does when a restore is over', () => {
    const [stage] = propertiesOf('AWS::ApiGateway::Stage');
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = stage.MethodSettings[0];

    expect(runbook).toContain(`rateLimit,value=${rate}`);
    expect(runbook).toContain(`burstLimit,value=${burst}`);
  });

  it('finds each resource by a start of its logical id that no other of its kind has', () => {
    const named = [...runbook.matchAll(/\$\(named talaro-(app|data) (\w+) ([\w:]+)\)/g)];

    const found = named.map(([line, stack, start = '', type = '']) => {
      const { template } = stack === 'app' ? app : data;
      const ids = Object.keys(template.findResources(type)).filter((id) => id.startsWith(start));
      return [line, ids.length];
    });

    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(([, ids]) => ids !== 1)).toEqual([]);
  });
});

import { Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { lateFailed, notQueued } from '../shared/contract/evaluation-queue.ts';
import { sweptInterviews } from '../shared/contract/sweep.ts';
import { spentToday } from '../shared/interviewer/budget.ts';
import type { EndpointFunction } from './endpoint-function.ts';
import type { Evaluations } from './evaluations.ts';
import { logMetric } from './log-metrics.ts';

/** What there is to watch. */
export interface Watched {
  api: RestApi;
  accessLog: ILogGroup;
  functions: readonly EndpointFunction[];
  /** Those that call the model. */
  spenders: readonly EndpointFunction[];
  evaluations: Evaluations;
  /** The function that reads their queue. */
  reader: EndpointFunction;
  /** The function that ends interviews on a schedule. */
  sweeper: EndpointFunction;
  dailyBudgetUsd: number;
}

export interface Watching {
  metric: IMetric;
  threshold: number;
  /** What it means for people. docs/operations.md has a section of the alarm's name. */
  impact: string;
}

const period = Duration.minutes(5);
const halfAnHour = Duration.minutes(30).toSeconds();
const logsOf = (functions: readonly EndpointFunction[]) =>
  functions.map((fn) => fn.function.logGroup);

/**
 * Every alarm, by its name. One metric each: CloudWatch charges by metric, and a sum over the errors of
 * all functions would cost as much as thirty alarms. After a crash the gateway's own error is in the access
 * log; an error that a function handles itself is not.
 */
export const alarmsOf = (watched: Watched): Readonly<Record<string, Watching>> => {
  const { api, accessLog, spenders, evaluations, reader, sweeper, dailyBudgetUsd } = watched;
  const { queue, deadLetters, senders } = evaluations;
  const logs = [accessLog];
  return {
    DeadLetters: {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        period,
        statistic: 'Maximum',
      }),
      threshold: 1,
      impact:
        'An evaluation failed eight times and is not tried again. The answers are safe; recruiters see no score.',
    },
    EvaluationsLate: {
      metric: logMetric({
        name: 'EvaluationsLate',
        logs: logsOf([reader]),
        pattern: `{ $.message = "${lateFailed}" }`,
        value: '$.waiting_s',
        // It is tried every twelve minutes: the alarm stays on meanwhile.
        period: Duration.minutes(15),
      }),
      threshold: halfAnHour,
      impact:
        'An evaluation has been failing for half an hour. The answers are safe; recruiters see no score yet.',
    },
    EvaluationsNotRead: {
      // SQS leaves out of this age what was received three times: it is about a queue that nobody reads.
      metric: queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
      threshold: halfAnHour,
      impact:
        'Evaluations have been waiting for half an hour without being tried. The answers are safe; recruiters see no score yet.',
    },
    EvaluationsCrash: {
      // It logs what fails in it, and only a crash or a timeout of its own is an error of the function.
      metric: reader.function.metricErrors({ period, statistic: 'Sum' }),
      threshold: 1,
      impact:
        'The function that makes late evaluations crashed. The answers are safe; recruiters see no score yet.',
    },
    EvaluationsNotQueued: {
      metric: logMetric({
        name: 'EvaluationsNotQueued',
        logs: logsOf(senders),
        pattern: `{ $.message = "${notQueued}" }`,
        period,
      }),
      threshold: 1,
      impact:
        'An evaluation could not be put on the queue, so nothing completes it. The answers are safe; recruiters see no score.',
    },
    InterviewsOverdue: {
      metric: logMetric({
        name: 'InterviewsOverdue',
        logs: logsOf([sweeper]),
        pattern: `{ $.message = "${sweptInterviews}" }`,
        value: '$.overdue',
        // It stays above zero for half an hour: a run that catches up resets it.
        statistic: 'Minimum',
        period: Duration.seconds(halfAnHour),
      }),
      threshold: 1,
      impact:
        'Interviews have been due for half an hour and are not sealed or erased. The answers are safe; recruiters see no score, and what was to be erased is still there.',
    },
    SweepCrash: {
      // One that fails alone is made up for by the next, five minutes later.
      metric: sweeper.function.metricErrors({
        period: Duration.seconds(halfAnHour),
        statistic: 'Sum',
      }),
      threshold: 3,
      impact:
        'The function that seals and erases interviews crashed three times in half an hour. The answers are safe; interviews whose links have expired stay in progress.',
    },
    BudgetReached: {
      metric: logMetric({
        name: 'SpentToday',
        logs: logsOf(spenders),
        pattern: `{ $.message = "${spentToday}" }`,
        value: '$.usd',
        // Waiting evaluations look at the budget every quarter of an hour: the alarm stays on meanwhile.
        period: Duration.hours(1),
      }),
      threshold: dailyBudgetUsd,
      impact:
        'The daily budget is used up. Candidates can finish their interviews; until the next day (UTC) there are no evaluations and no links for new jobs.',
    },
    ServerErrors: {
      metric: api.metricServerError({ period, statistic: 'Sum' }),
      threshold: 5,
      impact:
        'Five requests failed in five minutes. Candidates may be unable to go on; what was acknowledged is saved.',
    },
    Crashes: {
      metric: logMetric({
        name: 'Crashes',
        logs,
        pattern: '{ ($.status = "5*") && ($.error != "-") }',
        period,
      }),
      threshold: 1,
      impact:
        'A function crashed or was cut off. Someone saw an error; what was acknowledged is saved.',
    },
    LinksRefused: {
      metric: logMetric({
        name: 'LinksRefused',
        logs,
        pattern: '{ ($.status = "401") && ($.route = "/api/ai-interview/public/*") }',
        period,
      }),
      threshold: 20,
      impact:
        'Twenty requests with a link were refused in five minutes. Candidates may be locked out, or someone is trying forged links.',
    },
    Throttled: {
      metric: logMetric({ name: 'Throttled', logs, pattern: '{ $.status = "429" }', period }),
      threshold: 20,
      impact:
        'Twenty requests were refused in five minutes for being too many. Candidates or recruiters may have to wait.',
    },
  };
};

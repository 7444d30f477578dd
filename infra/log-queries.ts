import { Stack } from 'aws-cdk-lib';
import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const time = 'fields @timestamp, @log';
const of = (field: string) => `coalesce(error.${field}, cause.${field}, error.cause.${field})`;

/** Each is for the logs of all functions and the access log; ids are to be filled in. */
export const logQueries = {
  'one request': [
    `${time}, level, message, endpoint, route, status, code, duration_ms, ${of('name')} as why`,
    'filter request_id = "<request_id>"',
    'sort @timestamp',
  ],
  'one interview': [
    `${time}, level, message, endpoint, status, code, outcome, request_id, ${of('name')} as why`,
    'filter interview_id = "<interview_id>"',
    'sort @timestamp',
  ],
  errors: [
    `${time}, message, interview_id, request_id, @message`,
    'filter level in ["WARN", "ERROR"]',
    'sort @timestamp desc',
    'limit 200',
  ],
  'errors of AWS': [
    `fields ${of('service')} as called, ${of('operation')} as operation, ${of('name')} as why`,
    'filter ispresent(called)',
    'stats count(*) as times, latest(@timestamp) as last by called, operation, why',
    'sort times desc',
  ],
  'slowest endpoints': [
    'filter message = "request"',
    'stats count(*) as requests, pct(duration_ms, 50) as p50, pct(duration_ms, 95) as p95, max(duration_ms) as longest by endpoint',
    'sort p95 desc',
  ],
  'refused links': [
    'filter message = "request" and code in ["link_invalid", "link_replaced", "link_not_open", "link_expired", "interview_cancelled"]',
    'stats count(*) as refused, latest(interview_id) as last_interview by code, endpoint',
    'sort refused desc',
  ],
  'failures of the model': [
    `fields coalesce(failure, ${of('facts.failure')}) as failed, ${of('name')} as why`,
    'filter ispresent(failed)',
    'stats count(*) as times, latest(@timestamp) as last by failed, why, message',
    'sort times desc',
  ],
  'late evaluations': [
    `${time}, message, interview_id, outcome, failure, ${of('name')} as why`,
    'filter message in ["late evaluation", "late evaluation failed", "evaluation postponed", "evaluation not queued"]',
    'sort @timestamp desc',
  ],
  'refused before a function': [
    'filter ispresent(route) and error != "-"',
    'stats count(*) as refused by status, error, firewall, route',
    'sort refused desc',
  ],
  'candidates under way': [
    'filter message = "request" and endpoint in ["start-interview", "save-draft", "submit-response", "complete-interview"] and status = 200',
    'stats count_distinct(interview_id) as candidates by bin(15m)',
  ],
} as const;

export type LogQuery = keyof typeof logQueries;

/** Saves the queries in the console, in a folder with the stack's name. */
export class LogQueries extends Construct {
  constructor(scope: Construct, id: string, logs: readonly ILogGroup[]) {
    super(scope, id);
    for (const [name, lines] of Object.entries(logQueries)) {
      new CfnQueryDefinition(this, name.replaceAll(' ', '-'), {
        name: `${Stack.of(this).stackName}/${name}`,
        queryString: lines.join('\n| '),
        logGroupNames: logs.map(({ logGroupName }) => logGroupName),
      });
    }
  }
}

import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IAlarm,
  LogQueryVisualizationType,
  LogQueryWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Watched, Watching } from './alarms.ts';
import { type LogQuery, logQueries } from './log-queries.ts';

export interface DashboardProps {
  watched: Watched;
  alarms: readonly IAlarm[];
  /** The metrics of the alarms, by their names. */
  watching: Readonly<Record<string, Watching>>;
}

const period = Duration.minutes(5);
const half = { width: 12, height: 6 };

/** How it goes, on one page. It shows counts, times and amounts only. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { watched, alarms, watching }: DashboardProps) {
    super(scope, id);
    const { api, functions } = watched;
    const graph = (title: string, names: readonly string[]) =>
      new GraphWidget({
        ...half,
        title,
        left: names.flatMap((name) => watching[name]?.metric ?? []),
        leftYAxis: { min: 0 },
      });
    const query = (title: string, name: LogQuery, view: LogQueryVisualizationType) =>
      new LogQueryWidget({
        ...half,
        title,
        view,
        logGroupNames: functions.map((fn) => fn.function.logGroup.logGroupName),
        queryLines: [...logQueries[name]],
      });
    new CloudWatchDashboard(this, 'Dashboard', {
      defaultInterval: Duration.hours(12),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 3, alarms: [...alarms] })],
        [
          query('Candidates under way', 'candidates under way', LogQueryVisualizationType.LINE),
          query('Time per endpoint, ms', 'slowest endpoints', LogQueryVisualizationType.TABLE),
        ],
        [
          graph('Age of the oldest waiting evaluation, s', [
            'EvaluationsLate',
            'EvaluationsNotRead',
          ]),
          graph('Evaluations that nobody tries again', ['DeadLetters', 'EvaluationsNotQueued']),
        ],
        [
          graph(`Spent today, USD (of ${watched.dailyBudgetUsd})`, ['BudgetReached']),
          new GraphWidget({
            ...half,
            title: 'Requests and errors',
            left: [api.metricCount({ period, statistic: 'Sum', label: 'requests' })],
            right: [
              api.metricClientError({ period, statistic: 'Sum', label: '4xx' }),
              api.metricServerError({ period, statistic: 'Sum', label: '5xx' }),
              ...['Crashes', 'LinksRefused', 'Throttled'].flatMap(
                (name) => watching[name]?.metric ?? [],
              ),
            ],
          }),
        ],
      ],
    });
  }
}

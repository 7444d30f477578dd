import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { asked, prefixOf, type Watched } from '../cloud-watch.ts';
import { type Check, ok, wrong } from '../finding.ts';

/** Which alarms of the deployment are ringing, in their own words. */
export const alarms: Check<Watched> = {
  name: 'alarms',
  run: async (watched) => {
    const AlarmNamePrefix = prefixOf(watched);
    const command = new DescribeAlarmsCommand({ AlarmNamePrefix, MaxRecords: 100 });
    const { MetricAlarms: all = [] } = await asked(() => watched.client.send(command));
    if (all.length === 0) {
      return wrong(
        `No alarm is named ${AlarmNamePrefix}…`,
        'Compare --stack with the setting name of the deployment, and --region with its region',
      );
    }
    const ringing = all.filter(({ StateValue }) => StateValue === 'ALARM');
    if (ringing.length === 0) return ok(`None of ${all.length} is ringing`);
    const words = ringing.map(
      ({ AlarmName, AlarmDescription }) => `${AlarmName}: ${AlarmDescription ?? 'no description'}`,
    );
    return wrong(words.join(' | '), 'Do what the description of the alarm says');
  },
};

import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';
import { sweep } from '../shared/contract/sweep.ts';
import { type Handler, invoke, load } from './gateway/lambda.ts';

const { folder, every, timeout } = sweep;

const scheduledEvent = (): ScheduledEvent => ({
  id: randomUUID(),
  version: '0',
  account: '000000000000',
  region: 'us-east-1',
  source: 'aws.events',
  'detail-type': 'Scheduled Event',
  time: new Date().toISOString(),
  resources: [],
  detail: {},
});

/** The function that sweeps interviews, run as Lambda runs it. */
export const sweepOnce = async (): Promise<unknown> => {
  const handler = await load<Handler<ScheduledEvent, unknown>>(folder);
  return invoke(handler, scheduledEvent(), {
    folder,
    request_id: randomUUID(),
    timeout: timeout * 1000,
  });
};

/**
 * Runs `work` now and then as often as the deployed rule does; one that still runs is not overtaken.
 * It keeps no process alive.
 * @returns what stops it; it resolves once the run under way is over
 */
export const onSchedule = (work: () => Promise<unknown>): { close(): Promise<void> } => {
  let underWay: Promise<void> | null = null;
  const run = () => {
    underWay ??= work()
      .then(
        () => {},
        (error) => console.error('The sweep crashed:', error),
      )
      .finally(() => {
        underWay = null;
      });
  };
  run();
  const timer = setInterval(run, every * 1000).unref();
  return {
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
};

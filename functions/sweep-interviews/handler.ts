import type { Context, ScheduledEvent } from 'aws-lambda';
import * as z from 'zod';
import { sweptInterviews } from '../../shared/contract/sweep.ts';
import { deadlineOf } from '../../shared/domain/deadline.ts';
import type { Endings } from '../../shared/domain/due.ts';
import { erasing } from '../../shared/erasure/connect.ts';
import { erase, resumeErasures } from '../../shared/erasure/erase.ts';
import { readEnv } from '../../shared/http/env.ts';
import { logger } from '../../shared/http/log.ts';
import { queueEvaluation } from '../../shared/session/queue.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { listByStart, markExpired } from '../../shared/table/endings.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { sealSession } from '../../shared/table/sessions.ts';
import { sweepInterviews } from './sweep-interviews.ts';

const env = readEnv(
  'TABLE_NAME',
  'AUDIO_BUCKET',
  'EVALUATION_QUEUE_URL',
  'SEAL_AFTER_HOURS',
  'RETENTION_DAYS',
);
const Count = z.coerce.number().positive();
const set: Endings = {
  seal_after_hours: Count.parse(env.SEAL_AFTER_HOURS),
  retention_days: env.RETENTION_DAYS === 'never' ? null : Count.parse(env.RETENTION_DAYS),
};
const table = connectTable(env.TABLE_NAME);
const erasures = erasing(table, env.AUDIO_BUCKET);
const deps: Parameters<typeof sweepInterviews>[0] = {
  ...bind(table, { readInterview, sealSession, listByStart, markExpired }),
  // One that cannot be queued is not sealed: the next run does both.
  evaluateLater: queueEvaluation(env.EVALUATION_QUEUE_URL),
  erase: async (interview_id, until, isDue) => {
    const asked = { reason: 'retention', by: 'system', until, isDue } as const;
    const erased = await erase(erasures, interview_id, { ...asked, at: new Date().toISOString() });
    return erased !== null;
  },
  resumeErasures: async (until) => (await resumeErasures(erasures, until)).left,
  now: Date.now,
};

/** Ends what is due: runs every five minutes. */
export const handler = async (
  _event: ScheduledEvent,
  context: Context,
): Promise<{ overdue: number }> => {
  const swept = await sweepInterviews(deps, set, deadlineOf(context));
  logger.info(sweptInterviews, swept);
  return { overdue: swept.overdue };
};

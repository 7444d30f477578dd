import type { Deadline } from '../domain/deadline.ts';
import { errorFacts, logger } from '../http/log.ts';
import type { Table } from '../table/client.ts';
import { oneAtATime, speakingKit } from '../table/leases.ts';
import { connectSpeaker, type SpeechRequest, speakTexts } from './speak.ts';

/**
 * Speaks texts into the bucket. Those of a kit are paid for by one of the requests that need them;
 * without a kit, nobody else needs them.
 */
export const connectVoice = (bucket: string, table: Table) => {
  const speaker = connectSpeaker(bucket);
  return (kit_id: string | null, what: SpeechRequest, deadline: Deadline) =>
    speakTexts(speaker, what, deadline, {
      report: (error) => logger.warn('no voice', { kit_id, error: errorFacts(error) }),
      alone: kit_id
        ? (make) => oneAtATime(table)(speakingKit(kit_id), deadline, { make })
        : undefined,
    });
};

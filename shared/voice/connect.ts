import type { Deadline } from '../domain/deadline.ts';
import { errorFacts, logger } from '../http/log.ts';
import type { Table } from '../table/client.ts';
import { oneAtATime, speakingKit } from '../table/leases.ts';
import { connectSpeaker, type SpeechRequest, speakTexts } from './speak.ts';

/** Speaks questions of a kit into the bucket; what several requests need is paid for by one. */
export const connectVoice = (bucket: string, table: Table) => {
  const speaker = connectSpeaker(bucket);
  return (kit_id: string, what: SpeechRequest, deadline: Deadline) =>
    speakTexts(speaker, what, deadline, {
      report: (error) => logger.warn('no voice', { kit_id, error: errorFacts(error) }),
      alone: (make) => oneAtATime(table)(speakingKit(kit_id), deadline, { make }),
    });
};

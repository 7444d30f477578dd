import { errorFacts, logger } from '../http/log.ts';
import { bind, type Table } from '../table/client.ts';
import {
  closeTombstone,
  deleteItems,
  deleteSession,
  listErasing,
  putTombstone,
  readItems,
  takeFromReports,
} from '../table/erasures.ts';
import { connectSoundEraser } from '../voice/erase-sound.ts';
import type { Erasing } from './erase.ts';

/** What `erase` and `resumeErasures` work with, of this table and bucket of sound. */
export const erasing = (table: Table, audio_bucket: string): Erasing => ({
  ...bind(table, {
    closeTombstone,
    deleteItems,
    deleteSession,
    listErasing,
    putTombstone,
    readItems,
    takeFromReports,
  }),
  eraseSound: connectSoundEraser(audio_bucket),
  report: (interview_id, error) =>
    logger.warn('erasure goes on later', { interview_id, error: errorFacts(error) }),
  now: Date.now,
});

import { errorFacts, logger } from '../http/log.ts';
import { bind, connectTable } from '../table/client.ts';
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

/** The environment variables of a function that erases. */
export const erasingEnv = ['TABLE_NAME', 'AUDIO_BUCKET'] as const;

/** What `erase` and `resumeErasures` work with. */
export const erasing = (env: Record<(typeof erasingEnv)[number], string>): Erasing => ({
  ...bind(connectTable(env.TABLE_NAME), {
    closeTombstone,
    deleteItems,
    deleteSession,
    listErasing,
    putTombstone,
    readItems,
    takeFromReports,
  }),
  eraseSound: connectSoundEraser(env.AUDIO_BUCKET),
  report: (interview_id, error) =>
    logger.warn('erasure goes on later', { interview_id, error: errorFacts(error) }),
  now: Date.now,
});

import type { Deadline } from '../domain/deadline.ts';
import { errorFacts, logger } from '../http/log.ts';
import { connectInterviewer, interviewerEnv } from '../interviewer/connect.ts';
import { bind, connectTable } from '../table/client.ts';
import { readInterview } from '../table/interviews.ts';
import { keepCompetencies, readCompetencies } from '../table/jobs.ts';
import { putLinkWithQuestions, replaceLink } from '../table/links.ts';
import { connectSpeaker, type SpeechRequest, speakQuestions } from '../voice/speak.ts';
import { baseUrlFrom } from './base-url.ts';
import { linkKeysFrom } from './link-keys.ts';
import type { LinkMaking } from './make-link.ts';
import { prepareSession } from './prepare-session.ts';

/** The environment variables of a function that creates links. */
export const linkMakingEnv = [
  'TABLE_NAME',
  'LINK_KEYS_SECRET',
  'BASE_URL_PARAMETER',
  'AUDIO_BUCKET',
  ...interviewerEnv,
] as const;

/** The dependencies of generate-link and regenerate-link. */
export const linkMaking = (env: Record<(typeof linkMakingEnv)[number], string>): LinkMaking => {
  const table = connectTable(env.TABLE_NAME);
  const speaker = connectSpeaker(env.AUDIO_BUCKET);
  const preparation = {
    ...bind(table, { readCompetencies, keepCompetencies }),
    interviewer: connectInterviewer(env, table),
    speak: (what: SpeechRequest, deadline: Deadline) =>
      speakQuestions(speaker, what, deadline, (error) =>
        logger.warn('no voice', { session_id: what.session_id, error: errorFacts(error) }),
      ),
    now: Date.now,
  };
  return {
    ...bind(table, { readInterview, putLinkWithQuestions, replaceLink }),
    prepareSession: (interview, deadline) => prepareSession(preparation, interview, deadline),
    linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
    baseUrl: baseUrlFrom(env.BASE_URL_PARAMETER),
    now: Date.now,
  };
};

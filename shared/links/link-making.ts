import { readEnv } from '../http/env.ts';
import { errorFacts, logger } from '../http/log.ts';
import { connectInterviewer, interviewerEnv } from '../interviewer/connect.ts';
import type { Deadline } from '../interviewer/interviewer.ts';
import { connectTable } from '../table/client.ts';
import { readInterview } from '../table/interviews.ts';
import { keepCompetencies, readCompetencies } from '../table/jobs.ts';
import { putLinkWithQuestions, replaceLink } from '../table/links.ts';
import { connectSpeaker, speakQuestions } from '../voice/speak.ts';
import { baseUrlFrom } from './base-url.ts';
import { linkKeysFrom } from './link-keys.ts';
import type { LinkMaking } from './make-link.ts';
import { prepareSession } from './prepare-session.ts';

/** What generate-link and regenerate-link are composed of, from the function's environment. */
export const linkMaking = (): LinkMaking => {
  const env = readEnv(
    'TABLE_NAME',
    'LINK_KEYS_SECRET',
    'BASE_URL_PARAMETER',
    'AUDIO_BUCKET',
    ...interviewerEnv,
  );
  const table = connectTable(env.TABLE_NAME);
  const speaker = connectSpeaker(env.AUDIO_BUCKET);
  const preparation = {
    interviewer: connectInterviewer(env, table),
    readCompetencies: (hash: string) => readCompetencies(table, hash),
    keepCompetencies: (hash: string, made: Parameters<typeof keepCompetencies>[2]) =>
      keepCompetencies(table, hash, made),
    speak: (what: Parameters<typeof speakQuestions>[1], deadline: Deadline) =>
      speakQuestions(speaker, what, deadline, (error) =>
        logger.warn('no voice', { session_id: what.session_id, error: errorFacts(error) }),
      ),
    now: Date.now,
  };
  return {
    readInterview: (id) => readInterview(table, id, 'brief'),
    prepareSession: (interview) => prepareSession(preparation, interview),
    putLinkWithQuestions: (id, made) => putLinkWithQuestions(table, id, made),
    replaceLink: (id, made) => replaceLink(table, id, made),
    linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
    baseUrl: baseUrlFrom(env.BASE_URL_PARAMETER),
    now: Date.now,
  };
};

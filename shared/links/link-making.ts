import type { Deadline } from '../domain/deadline.ts';
import { isoUtc } from '../domain/plain-text.ts';
import { errorFacts, logger } from '../http/log.ts';
import { connectInterviewer, interviewerEnv, reportUnbooked } from '../interviewer/connect.ts';
import { kitOfInterview } from '../kits/kit-of-interview.ts';
import { bind, connectTable } from '../table/client.ts';
import { readInterview } from '../table/interviews.ts';
import { readKitVersion, readNewestVersion } from '../table/kit-versions.ts';
import { putKit } from '../table/kit-writes.ts';
import { readKitAlone, readKitOfJob } from '../table/kits.ts';
import { oneAtATime } from '../table/leases.ts';
import { noteSound, putLinkWithQuestions, replaceLink } from '../table/links.ts';
import { bookUnused } from '../table/spending.ts';
import { connectVoice } from '../voice/connect.ts';
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
  'REQUIRE_APPROVED_KIT',
  ...interviewerEnv,
] as const;

/** The dependencies of generate-link and regenerate-link. */
export const linkMaking = (
  env: Record<(typeof linkMakingEnv)[number], string>,
  table = connectTable(env.TABLE_NAME),
): LinkMaking => {
  const interviewerFor = connectInterviewer(env, table);
  const kits = {
    ...bind(table, { readKitOfJob, readKitAlone, readKitVersion, readNewestVersion, putKit }),
    oneAtATime: oneAtATime(table),
    approved_only: env.REQUIRE_APPROVED_KIT === 'true',
    now: Date.now,
  };
  const preparation = {
    speak: connectVoice(env.AUDIO_BUCKET, table),
    report: reportMissingLeadIns,
    now: Date.now,
  };
  return {
    ...bind(table, { readInterview, noteSound, putLinkWithQuestions, replaceLink }),
    kitOf: ({ interview, brief }, by, deadline) => {
      const finding = { ...kits, interviewer: interviewerFor(interview.interview_id) };
      return kitOfInterview(finding, { ...interview, ...brief }, by, shareOf(deadline));
    },
    prepareSession: (record, kit, session_id, deadline) => {
      const interviewer = interviewerFor(record.interview.interview_id);
      return prepareSession(
        { ...preparation, interviewer },
        record,
        { ...kit, session_id },
        deadline,
      );
    },
    wasted: (interview_id, { session: { spent }, voice_usd }) =>
      bookUnused(table, interview_id, spent, isoUtc(Date.now()), voice_usd).catch(
        reportUnbooked(interview_id),
      ),
    oneAtATime: oneAtATime(table),
    linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
    baseUrl: baseUrlFrom(env.BASE_URL_PARAMETER),
    now: Date.now,
  };
};

/** Share of the time until the deadline that is left for lead-ins and sound. */
const voiceShare = 0.2;

const shareOf = ({ at }: Deadline): Deadline => ({ at: at - voiceShare * (at - Date.now()) });

const reportMissingLeadIns = (interview_id: string, error: unknown) =>
  logger.warn('no lead-ins', { interview_id, error: errorFacts(error) });

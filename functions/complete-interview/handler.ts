import { completeInterviewEndpoint } from '../../shared/contract/endpoints/complete-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectInterviewer, interviewerEnv } from '../../shared/interviewer/connect.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { evaluateLater, reportPostponed } from '../../shared/session/late-evaluation.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { keepEvaluation } from '../../shared/table/evaluations.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { oneAtATime, releaseLease } from '../../shared/table/leases.ts';
import { keepAssessment, readAssessment } from '../../shared/table/responses.ts';
import { sealSession } from '../../shared/table/sessions.ts';
import { completeInterview } from './complete-interview.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET', 'EVALUATION_QUEUE_URL', ...interviewerEnv);
const table = connectTable(env.TABLE_NAME);
const interviewerFor = connectInterviewer(env, table);
const deps = {
  ...bind(table, {
    readInterview,
    sealSession,
    readAssessment,
    keepAssessment,
    keepEvaluation,
    releaseLease,
  }),
  oneAtATime: oneAtATime(table),
  evaluateLater: evaluateLater(env.EVALUATION_QUEUE_URL),
  report: reportPostponed,
  now: Date.now,
};

export const handler = endpoint(
  completeInterviewEndpoint,
  withLink(
    linkKeysFrom(env.LINK_KEYS_SECRET),
    ({ body }) => body.link_token,
    (link, { body, deadline }) => {
      const interviewer = interviewerFor(link.claim.interview_id);
      return completeInterview({ ...deps, interviewer }, link, body, deadline);
    },
  ),
);

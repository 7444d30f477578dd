import { submitResponseEndpoint } from '../../shared/contract/endpoints/submit-response.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectInterviewer, interviewerEnv } from '../../shared/interviewer/connect.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { evaluateLater, reportPostponed } from '../../shared/session/late-evaluation.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { releaseLease } from '../../shared/table/leases.ts';
import { keepAssessment, putResponse } from '../../shared/table/responses.ts';
import { submitResponse } from './submit-response.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET', 'EVALUATION_QUEUE_URL', ...interviewerEnv);
const table = connectTable(env.TABLE_NAME);
const interviewerFor = connectInterviewer(env, table);
const linkKeys = linkKeysFrom(env.LINK_KEYS_SECRET);
const deps = {
  ...bind(table, { readInterview, putResponse, keepAssessment, releaseLease }),
  evaluateLater: evaluateLater(env.EVALUATION_QUEUE_URL),
  report: reportPostponed,
  now: Date.now,
};

export const handler = endpoint(
  submitResponseEndpoint,
  withLink(
    { ...deps, linkKeys },
    ({ body }) => body.link_token,
    (link, { body, deadline }) => {
      const interviewer = interviewerFor(link.claim.interview_id);
      return submitResponse({ ...deps, interviewer }, link, body, deadline);
    },
  ),
);

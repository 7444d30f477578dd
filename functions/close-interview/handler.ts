import { closeInterviewEndpoint } from '../../shared/contract/endpoints/close-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectInterviewer, interviewerEnv } from '../../shared/interviewer/connect.ts';
import { evaluateLater, reportPostponed } from '../../shared/session/late-evaluation.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { keepEvaluation } from '../../shared/table/evaluations.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { oneAtATime, releaseLease } from '../../shared/table/leases.ts';
import { keepAssessment, readAssessment } from '../../shared/table/responses.ts';
import { sealSession } from '../../shared/table/sessions.ts';
import { closeInterview } from './close-interview.ts';

const env = readEnv('TABLE_NAME', 'EVALUATION_QUEUE_URL', ...interviewerEnv);
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

export const handler = endpoint(closeInterviewEndpoint, ({ params, caller, deadline }) => {
  const { interview_id } = params;
  const interviewer = interviewerFor(interview_id);
  return closeInterview({ ...deps, interviewer }, caller, interview_id, deadline);
});

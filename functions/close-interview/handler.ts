import { closeInterviewEndpoint } from '../../shared/contract/endpoints/close-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { completing, completingEnv } from '../../shared/session/connect.ts';
import { closeInterview } from './close-interview.ts';

const depsFor = completing(readEnv(...completingEnv));

export const handler = endpoint(closeInterviewEndpoint, ({ params, caller, deadline }) =>
  closeInterview(depsFor(params.interview_id), caller, params.interview_id, deadline),
);

import { describe, expect, it } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { endpointNames, rows } from '../../support/client.ts';
import { anAnswer } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { expectErrorForm } from './refusals.ts';
import { sampleRequests } from './samples.ts';

// Long enough for a busy machine to answer in, short enough to wait for fourteen times.
const stack = await startTestStack({ timeout: 5_000 });
const { api } = stack;
const recruiter = await api.logIn();
const samples = await sampleRequests(stack, recruiter);

describe('a request that takes too long', () => {
  it('is ended by the gateway in the form of every error, on every row', async () => {
    const slow = endpointNames.filter((name) => rows[name].uses.length > 0);
    const off = stack.hear((service) => {
      if (service === 'dynamodb' || service === 'cognito') throw new InjectedFault('hang');
    });

    const replies = await Promise.all(slow.map((name) => api.call(name, samples[name])));
    off();

    expect(replies.length).toBeGreaterThan(12);
    for (const reply of replies) expectErrorForm(reply, 504, 'timeout');
  });

  it('has lost nothing that was stored: the retry gets the answer', async () => {
    const { access } = recruiter;
    const { interview_id, link_token, session_id } = await (async () => {
      const made = await recruiter.create(JSON.parse(JSON.stringify(samples.createInterview.body)));
      const link = (await recruiter.generate(made.ok().interview_id)).ok();
      return api.candidate(link);
    })();
    (await api.call('startInterview', { body: { interview_id, link_token } })).ok();
    const body = { session_id, link_token, response_text: anAnswer(1) };
    stack.bedrock.setFault('hang', { task: 'assess_answer' });

    const slow = await api.call('submitResponse', { body });
    stack.bedrock.setFault(null);
    const retried = await api.call('submitResponse', { body });

    expectErrorForm(slow, 504, 'timeout');
    expect(retried.ok().answered_questions).toBe(1);
    const read = (await api.call('getInterview', { access, params: { interview_id } })).ok();
    expect(read.responses).toHaveLength(1);
  });
});

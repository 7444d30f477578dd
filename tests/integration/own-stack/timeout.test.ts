import { describe, expect, it } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { endpointNames, rows } from '../../support/client.ts';
import { anAnswer, begin } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { expectErrorForm } from '../api/refusals.ts';
import { sampleRequests } from '../api/samples.ts';

// Long enough for a busy machine to respond, short enough to wait for.
const stack = await startTestStack({ timeout: 5_000 });
const { api } = stack;
const recruiter = await api.logIn();
const samples = await sampleRequests(stack, recruiter);

const { interview_id, ...candidate } = await begin(stack, recruiter);

describe('a request that takes too long', () => {
  it('ends with an error in our form on every row, and nothing that was stored is lost', async () => {
    const slow = endpointNames.filter((name) => rows[name].uses.length > 0);
    const off = stack.hear((service, _operation, input) => {
      const text = JSON.stringify(input);
      // Of this interview's writes only the assessment hangs; the answer is stored by then.
      const hangs = !text.includes(interview_id) || text.includes('answer_assessed');
      if (hangs && /^(dynamodb|cognito)$/.test(service)) throw new InjectedFault('hang');
    });

    const replies = await Promise.all([
      candidate.submit(anAnswer(1)),
      ...slow.map((name) => api.call(name, samples[name])),
    ]);
    off();
    const retried = (await candidate.submit(anAnswer(1))).ok();

    expect(replies.length).toBeGreaterThan(12);
    for (const reply of replies) expectErrorForm(reply, 504, 'timeout');
    const { responses } = (await recruiter.read(interview_id)).ok();
    expect(responses).toMatchObject([{ response_id: retried.response_id }]);
  });
});

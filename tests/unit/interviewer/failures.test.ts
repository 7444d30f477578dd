import {
  AccessDeniedException,
  BedrockRuntimeServiceException,
  InternalServerException,
  ModelErrorException,
  ModelNotReadyException,
  ModelTimeoutException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-bedrock-runtime';
import { expect, test } from 'vitest';
import type { InterviewerFailure } from '../../../shared/interviewer/interviewer.ts';
import { haiku, interviewerWith, reading, soon, toRead } from './examples.ts';

const facts = { $metadata: {}, message: 'model says no' };
const timeout408 = new ModelTimeoutException(facts);
const error424 = new ModelErrorException(facts);
const aborted = Object.assign(new Error('Request aborted'), { name: 'AbortError' });

const errors: [Error, InterviewerFailure][] = [
  [new ThrottlingException(facts), 'throttled'],
  [new ServiceQuotaExceededException(facts), 'throttled'],
  [new ServiceUnavailableException(facts), 'unavailable'],
  [new InternalServerException(facts), 'unavailable'],
  [new ModelNotReadyException(facts), 'unavailable'],
  [new AccessDeniedException(facts), 'unavailable'],
  [new ResourceNotFoundException(facts), 'unavailable'],
  [new ValidationException(facts), 'unavailable'],
  [
    new BedrockRuntimeServiceException({ ...facts, name: 'Unheard', $fault: 'client' }),
    'unavailable',
  ],
  [new TypeError('fetch failed'), 'unavailable'],
  [timeout408, 'timeout'],
  [error424, 'unavailable'],
  [aborted, 'timeout'],
];

test.each(errors)('%o becomes one of our failures, with its cause', async (error, failure) => {
  const { interviewer } = interviewerWith({ error });

  const made = interviewer.assessAnswer(toRead, soon());

  await expect(made).rejects.toMatchObject({ name: 'InterviewerError', failure, cause: error });
});

test('an error reveals nothing that the model or the service said', async () => {
  const { interviewer } = interviewerWith({ error: new ValidationException(facts) });

  const message = await interviewer.assessAnswer(toRead, soon()).catch((error) => error.message);

  expect(message).toBe('The AI interviewer failed: unavailable');
});

const stops: [string, InterviewerFailure][] = [
  ['max_tokens', 'truncated'],
  ['model_context_window_exceeded', 'truncated'],
  ['guardrail_intervened', 'guardrail'],
  ['content_filtered', 'refused'],
  ['refusal', 'refused'],
];

test.each(stops)(
  'a reply stopped by %s fails as %s, even with an output in it',
  async (stopReason, failure) => {
    const { interviewer, requests } = interviewerWith({
      reply: {
        stopReason: stopReason as 'end_turn',
        output: { message: { role: 'assistant', content: [{ text: JSON.stringify(reading) }] } },
      },
    });

    const made = interviewer.assessAnswer(toRead, soon());

    await expect(made).rejects.toMatchObject({ failure });
    expect(requests).toHaveLength(1);
  },
);

test.each([timeout408, error424])('%o is retried once', async (error) => {
  const { interviewer, requests } = interviewerWith({ error }, { output: reading });

  const assessment = await interviewer.assessAnswer(toRead, soon());

  expect(assessment.status).toBe('scored');
  expect(requests).toHaveLength(2);
});

test('an error that the SDK retries is not retried here', async () => {
  const { interviewer, requests } = interviewerWith({ error: new ThrottlingException(facts) });

  await interviewer.assessAnswer(toRead, soon()).catch(() => null);

  expect(requests).toHaveLength(1);
});

test('a retry leaves no call for a repair', async () => {
  const { interviewer, requests } = interviewerWith({ error: timeout408 }, { text: 'no' });

  const made = interviewer.assessAnswer(toRead, soon());

  await expect(made).rejects.toMatchObject({ failure: 'invalid_output' });
  expect(requests).toHaveLength(2);
});

test('an error during the repair fails the whole assessment', async () => {
  const { interviewer, requests } = interviewerWith(
    { output: { ...reading, criteria: reading.criteria.slice(1) } },
    { error: new ThrottlingException(facts) },
  );

  const made = interviewer.assessAnswer(toRead, soon());

  await expect(made).rejects.toMatchObject({ failure: 'throttled' });
  expect(requests).toHaveLength(2);
});

test('a model that hangs is abandoned at the deadline', async () => {
  const { interviewer } = interviewerWith({ hang: true });

  const made = interviewer.assessAnswer(toRead, { at: Date.now() + 60 });

  await expect(made).rejects.toMatchObject({ failure: 'timeout' });
});

test.each([-1, 0, Number.NaN])('no call is made with %d ms left', async (left) => {
  const { interviewer, requests } = interviewerWith({ output: reading });

  const made = interviewer.assessAnswer(toRead, { at: Date.now() + left });

  await expect(made).rejects.toMatchObject({ failure: 'timeout' });
  expect(requests).toHaveLength(0);
});

test('provenance names the model and the prompt, and counts the tokens of every call', async () => {
  const { interviewer } = interviewerWith({ text: 'no' }, { output: reading });

  const { provenance } = await interviewer.assessAnswer(toRead, soon());

  expect(provenance).toEqual({
    evaluator: 'bedrock',
    model_id: haiku,
    prompt_version: '3',
    prompt_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    input_tokens: 200,
    output_tokens: 40,
    made_at: expect.stringMatching(/Z$/),
  });
});

const marked = (additionalModelResponseFields: unknown, over: object = {}) =>
  interviewerWith({
    reply: {
      output: { message: { role: 'assistant', content: [{ text: JSON.stringify(reading) }] } },
      additionalModelResponseFields: additionalModelResponseFields as never,
      ...over,
    },
  });

test.each(['offline', 'openai-compatible'] as const)(
  'provenance says what a stand-in says of itself: %s',
  async (evaluator) => {
    const usage = { inputTokens: Number.NaN, outputTokens: -3, totalTokens: 0 };
    const { interviewer } = marked({ evaluator }, { usage });

    const { provenance } = await interviewer.assessAnswer(toRead, soon());

    expect(provenance).toMatchObject({ evaluator, input_tokens: 0, output_tokens: 0 });
  },
);

test.each([undefined, null, 'offline', ['offline'], {}, { evaluator: 'free' }, { evaluator: 0 }])(
  'provenance names Bedrock for any other mark: %j',
  async (mark) => {
    const { interviewer } = marked(mark);

    const { provenance } = await interviewer.assessAnswer(toRead, soon());

    expect(provenance.evaluator).toBe('bedrock');
  },
);

test('a refusal says who refused', async () => {
  const { interviewer } = marked({ evaluator: 'openai-compatible' }, { stopReason: 'refusal' });

  const made = interviewer.assessAnswer(toRead, soon());

  await expect(made).rejects.toMatchObject({ failure: 'refused', evaluator: 'openai-compatible' });
});

test('no model on Bedrock can fill the field of the mark, since no request asks for it', async () => {
  const { interviewer, requests } = interviewerWith({ output: reading });

  await interviewer.assessAnswer(toRead, soon());

  expect(requests).toHaveLength(1);
  expect(requests[0]).not.toHaveProperty('additionalModelResponseFieldPaths');
});

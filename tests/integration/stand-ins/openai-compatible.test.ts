import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  requireModel,
  startOpenAiCompatible,
} from '../../../local/openai-compatible/openai-compatible.ts';
import { type Answer, completion, failing, openAiServer } from '../../support/openai-server.ts';
import { clientDefaults } from './credentials.ts';
import { refusalOf } from './refusal.ts';

const modelId = 'hf.co/acme/qwen3:8b';
const schema = {
  type: 'object',
  properties: { level: { type: 'integer' } },
  required: ['level'],
  additionalProperties: false,
};
const inPrompt = `The JSON Schema of your output:\n${JSON.stringify(schema)}`;

const asked = (over: Partial<ConverseCommandInput> = {}): ConverseCommandInput => ({
  modelId,
  system: [{ text: 'Task: assess_answer' }],
  messages: [{ role: 'user', content: [{ text: 'Read this.' }] }],
  inferenceConfig: { maxTokens: 7_000, temperature: 0 },
  ...over,
});
const structured = asked({
  outputConfig: {
    textFormat: {
      type: 'json_schema',
      structure: { jsonSchema: { name: 'assess_answer', schema: JSON.stringify(schema) } },
    },
  },
  additionalModelRequestFields: { reasoning_effort: 'low' },
});
const withTool = (toolChoice?: NonNullable<ConverseCommandInput['toolConfig']>['toolChoice']) =>
  asked({
    toolConfig: {
      tools: [{ toolSpec: { name: 'assess_answer', inputSchema: { json: schema } } }],
      ...(toolChoice && { toolChoice }),
    },
  });
const level3 = completion({ content: '{"level":3}' });

interface Setting {
  key?: string;
  timeout?: number;
}

/** A stand-in in front of a server that answers like this, and the real client in front of it. */
const inFrontOf = async (answers: (Answer | object)[], { key, timeout }: Setting = {}) => {
  const server = await openAiServer(...answers);
  const standIn = await startOpenAiCompatible({
    url: server.url,
    key,
    ...(timeout && { timeout }),
  });
  const client = new BedrockRuntimeClient({ ...clientDefaults, endpoint: standIn.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await standIn.close();
    await server.close();
  });
  const converse = (input: ConverseCommandInput, abortSignal?: AbortSignal) =>
    client.send(new ConverseCommand(input), abortSignal ? { abortSignal } : {});
  return { ...server, converse };
};

const contentOf = ({ output }: ConverseCommandOutput) => output?.message?.content;

describe('a request', () => {
  it('for structured output asks for a JSON schema, which is also in the prompt', async () => {
    const { converse, seen } = await inFrontOf([level3]);

    const reply = await converse(structured);

    expect(contentOf(reply)).toEqual([{ text: '{"level":3}' }]);
    expect(seen).toMatchObject([{ path: '/v1/chat/completions' }]);
    expect(seen[0]?.body).toEqual({
      model: modelId,
      messages: [
        { role: 'system', content: `Task: assess_answer\n\n${inPrompt}` },
        { role: 'user', content: 'Read this.' },
      ],
      stream: false,
      max_tokens: 7_000,
      temperature: 0,
      reasoning_effort: 'low',
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'assess_answer', schema },
      },
    });
  });

  it.each([
    [
      { tool: { name: 'assess_answer' } },
      { type: 'function', function: { name: 'assess_answer' } },
    ],
    [{ any: {} }, 'required'],
    [{ auto: {} }, undefined],
    [undefined, undefined],
  ])('with a tool chosen by %j chooses %j', async (toolChoice, chosen) => {
    const call = { name: 'assess_answer', arguments: '{"level":3}' };
    const tool_calls = [{ id: 'call_1', type: 'function', function: call }];
    const { converse, seen } = await inFrontOf([completion({ content: null, tool_calls })]);

    const reply = await converse(withTool(toolChoice));

    const toolUse = { toolUseId: 'call_1', name: 'assess_answer', input: { level: 3 } };
    expect(contentOf(reply)).toEqual([{ toolUse }]);
    expect(reply.stopReason).toBe('tool_use');
    expect(seen[0]?.body.tool_choice).toEqual(chosen);
    expect(seen[0]?.body.tools).toEqual([
      { type: 'function', function: { name: 'assess_answer', parameters: schema } },
    ]);
  });

  it('that only prompts for JSON carries nothing but messages, temperature and limit', async () => {
    const { converse, seen } = await inFrontOf([level3]);

    await converse(asked());

    expect(Object.keys(seen[0]?.body ?? {}).sort()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'stream',
      'temperature',
    ]);
  });

  it('carries a repair and a guarded answer as plain text', async () => {
    const { converse, seen } = await inFrontOf([level3]);

    await converse(
      asked({
        messages: [
          {
            role: 'user',
            content: [{ text: 'Question' }, { guardContent: { text: { text: 'Answer' } } }],
          },
          { role: 'assistant', content: [{ text: 'no JSON' }] },
          { role: 'user', content: [{ text: 'Again.' }] },
        ],
      }),
    );

    expect(seen[0]?.body.messages.slice(1)).toEqual([
      { role: 'user', content: 'Question\nAnswer' },
      { role: 'assistant', content: 'no JSON' },
      { role: 'user', content: 'Again.' },
    ]);
  });

  it('carries the key if there is one', async () => {
    const keyed = await inFrontOf([level3], { key: 'sk-secret' });
    const open = await inFrontOf([level3]);

    await keyed.converse(asked());
    await open.converse(asked());

    expect(keyed.seen[0]?.headers.authorization).toBe('Bearer sk-secret');
    expect(open.seen[0]?.headers.authorization).toBeUndefined();
  });
});

describe('a server that refuses an option', () => {
  it('gets the request again without the one that it names, from then on too', async () => {
    const error = { message: 'Unsupported.', param: 'temperature', code: 'unsupported_parameter' };
    const { converse, seen } = await inFrontOf([failing(400, error), level3]);

    const reply = await converse(structured);
    await converse(structured);

    expect(contentOf(reply)).toEqual([{ text: '{"level":3}' }]);
    expect(seen.map(({ body }) => 'temperature' in body)).toEqual([true, false, false]);
    expect(seen.every(({ body }) => 'response_format' in body)).toBe(true);
  });

  it.each([
    ['structured output', structured, 'response_format'],
    ['tools', withTool({ any: {} }), 'tools'],
  ])(
    'without naming it is left with the schema in the prompt: %s',
    async (_what, input, option) => {
      const refuse: Answer = (one, response) =>
        option in one.body ? failing(400)(one, response) : level3;
      const { converse, seen } = await inFrontOf([refuse]);

      const reply = await converse(input);

      expect(contentOf(reply)).toEqual([{ text: '{"level":3}' }]);
      expect(seen.at(-1)?.body).not.toHaveProperty(option);
      expect(seen.at(-1)?.body.messages[0]?.content).toContain(inPrompt);
      expect(seen.at(-1)?.body).toMatchObject({ max_tokens: 7_000, temperature: 0 });
    },
  );

  it('as its limit is too high for one prompt keeps all else, and the limit for the next one', async () => {
    const refuse: Answer = (one, response) =>
      'max_tokens' in one.body ? failing(400)(one, response) : level3;
    const { converse, seen } = await inFrontOf([refuse, refuse, level3]);

    await converse(structured);
    await converse(structured);

    expect(seen.map(({ body }) => 'max_tokens' in body)).toEqual([true, false, true]);
    expect(seen[1]?.body).toMatchObject({ temperature: 0, reasoning_effort: 'low' });
    expect(seen[1]?.body).toHaveProperty('response_format');
  });

  it('of which it names one and not the other is left without both', async () => {
    const named = failing(400, { message: 'Unsupported.', param: 'reasoning_effort' });
    const refuse: Answer = (one, response) => {
      if ('reasoning_effort' in one.body) return named(one, response);
      return 'response_format' in one.body ? failing(400)(one, response) : level3;
    };
    const { converse, seen } = await inFrontOf([refuse]);

    expect(contentOf(await converse(structured))).toEqual([{ text: '{"level":3}' }]);

    expect(seen.at(-1)?.body).toMatchObject({ max_tokens: 7_000, temperature: 0 });
  });

  it('and everything else too ends in a ValidationException, and is asked in full again', async () => {
    const { converse, seen } = await inFrontOf([failing(400)]);

    const refusals = [await refusalOf(converse(structured)), await refusalOf(converse(structured))];

    expect(refusals).toMatchObject([
      { name: 'ValidationException' },
      { name: 'ValidationException' },
    ]);
    expect(seen.filter(({ body }) => 'response_format' in body).length).toBeGreaterThan(2);
    expect(seen).toHaveLength(12);
  });
});

describe('a reply', () => {
  it('is marked as no reply of Bedrock, and has its usage', async () => {
    const { converse } = await inFrontOf([level3]);

    const reply = await converse(asked());

    expect(reply.additionalModelResponseFields).toEqual({ evaluator: 'openai-compatible' });
    expect(reply.usage).toEqual({ inputTokens: 120, outputTokens: 30, totalTokens: 150 });
    expect(reply.stopReason).toBe('end_turn');
  });

  it.each([
    ['none', { usage: undefined }],
    ['null', { usage: null }],
    ['nonsense', { usage: { prompt_tokens: -1, completion_tokens: 'many' } }],
  ])('without usable usage (%s) counts no tokens', async (_what, over) => {
    const { converse } = await inFrontOf([completion({ content: '{"level":3}' }, over)]);

    const reply = await converse(asked());

    expect(reply.usage).toEqual({ inputTokens: 0, outputTokens: 0, totalTokens: 0 });
    expect(contentOf(reply)).toEqual([{ text: '{"level":3}' }]);
  });

  it.each([
    ['length', 'max_tokens'],
    ['content_filter', 'content_filtered'],
    ['stop', 'end_turn'],
    ['something new', 'end_turn'],
    [null, 'end_turn'],
  ])('that finished by %s stopped by %s', async (finish_reason, stopReason) => {
    const choices = [{ message: { content: '{"level":3}' }, finish_reason }];
    const { converse } = await inFrontOf([completion({}, { choices })]);

    const reply = await converse(asked());

    expect(reply.stopReason).toBe(stopReason);
  });

  it('that refuses stopped by refusal', async () => {
    const { converse } = await inFrontOf([completion({ content: null, refusal: 'I will not.' })]);

    const reply = await converse(asked());

    expect(reply.stopReason).toBe('refusal');
    expect(contentOf(reply)).toEqual([{ text: 'I will not.' }]);
  });

  it('is freed of reasoning that has a field or a part of its own', async () => {
    const parts = [
      { type: 'thinking', thinking: [{ text: 'Hm.' }] },
      { type: 'text', text: '{}' },
    ];
    const { converse } = await inFrontOf([
      completion({ content: '{"level":3}', reasoning_content: 'Level 5?', reasoning: 'Hm.' }),
      completion({ content: parts }),
    ]);

    const replies = [await converse(asked()), await converse(asked())];

    expect(replies.map(contentOf)).toEqual([[{ text: '{"level":3}' }], [{ text: '{}' }]]);
  });

  it.each([
    ['null', null],
    ['nothing', ''],
  ])('of %s is empty', async (_what, content) => {
    const { converse } = await inFrontOf([completion({ content })]);

    expect(contentOf(await converse(asked()))).toEqual([]);
  });

  it('with arguments that are not JSON gives them as text, those that are an object as they are', async () => {
    const call = (given: unknown) => ({ function: { name: 'assess_answer', arguments: given } });
    const { converse } = await inFrontOf([
      completion({ tool_calls: [call('{"level":')] }),
      completion({ tool_calls: [call({ level: 3 })] }),
    ]);

    const broken = await converse(withTool({ any: {} }));
    const whole = await converse(withTool({ any: {} }));

    expect(contentOf(broken)).toEqual([{ text: '{"level":' }]);
    expect(contentOf(whole)).toMatchObject([
      { toolUse: { name: 'assess_answer', input: { level: 3 } } },
    ]);
  });
});

describe('a fault', () => {
  it.each([
    [401, 'AccessDeniedException'],
    [403, 'AccessDeniedException'],
    [404, 'ResourceNotFoundException'],
    [408, 'ModelTimeoutException'],
    [413, 'ValidationException'],
    [429, 'ThrottlingException'],
    [500, 'ModelErrorException'],
    [502, 'ModelErrorException'],
    [503, 'ServiceUnavailableException'],
    [504, 'ModelTimeoutException'],
  ])('of status %d is a %s, in words of our own', async (status, name) => {
    const said = 'Incorrect API key sk-secret; the prompt was: I am Ngozi';
    const { converse } = await inFrontOf([failing(status, { message: said })], {
      key: 'sk-secret',
    });

    const error = await refusalOf(converse(asked()));

    expect(error).toMatchObject({ name });
    expect(String(error)).not.toMatch(/sk-secret|Ngozi/);
  });

  it.each([
    ['a page', '<html>Welcome</html>'],
    ['no choices', '{"choices":[]}'],
    ['an error with status 200', '{"error":{"message":"overloaded"}}'],
  ])('of %s in place of a reply is a ModelErrorException', async (_what, body) => {
    const answer: Answer = (_seen, response) => void response.end(body);
    const { converse } = await inFrontOf([answer]);

    await expect(converse(asked())).rejects.toMatchObject({ name: 'ModelErrorException' });
  });

  it('of connection is a ServiceUnavailableException', async () => {
    const cutting: Answer = (_seen, response) => void response.destroy();
    const cut = await inFrontOf([cutting]);
    const gone = await inFrontOf([level3]);
    await gone.close();

    await expect(cut.converse(asked())).rejects.toMatchObject({
      name: 'ServiceUnavailableException',
    });
    await expect(gone.converse(asked())).rejects.toMatchObject({
      name: 'ServiceUnavailableException',
    });
  });

  it('of time is a ModelTimeoutException', async () => {
    const { converse } = await inFrontOf([() => undefined], { timeout: 50 });

    await expect(converse(asked())).rejects.toMatchObject({ name: 'ModelTimeoutException' });
  });

  it('of slowness alone is none', async () => {
    const late: Answer = (_seen, response) => {
      setTimeout(() => {
        response.writeHead(200);
        response.write(JSON.stringify(level3).slice(0, 40));
        setTimeout(() => response.end(JSON.stringify(level3).slice(40)), 50);
      }, 50);
      return undefined;
    };
    const { converse } = await inFrontOf([late]);

    expect(contentOf(await converse(asked()))).toEqual([{ text: '{"level":3}' }]);
  });

  it('of our own request is a ValidationException that reaches no server', async () => {
    const { converse, seen } = await inFrontOf([level3]);

    await expect(converse(asked({ messages: [] }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(seen).toEqual([]);
  });
});

describe('a caller that leaves', () => {
  it('takes its request away from the server, and no other', async () => {
    const reached = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const answer: Answer = ({ body }, response) => {
      if (body.max_tokens === 1) reached.resolve();
      else void finish.promise.then(() => response.end(JSON.stringify(level3)));
      return undefined;
    };
    const { converse, left } = await inFrontOf([answer]);
    const abort = new AbortController();

    const other = converse(asked());
    const hanging = converse(asked({ inferenceConfig: { maxTokens: 1 } }), abort.signal);
    await reached.promise;
    abort.abort();
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    await left;
    finish.resolve();

    expect(contentOf(await other)).toEqual([{ text: '{"level":3}' }]);
  });
});

describe('before the start, a model', () => {
  const greet = async (...answers: (Answer | object)[]) => {
    const { url, close } = await openAiServer(...answers);
    onTestFinished(async () => void (await close()));
    return requireModel({ url, key: 'sk-secret' }, 'qwen3:8b');
  };

  it('that says a word is there, even if it refuses options', async () => {
    await expect(greet(failing(400), completion({ content: '' }))).resolves.toBeUndefined();
  });

  it.each([
    ['is unknown', failing(404), /asked for qwen3:8b, does not know it, or .*\/v1/],
    ['is locked', failing(401), /--model-key-env/],
    [
      'cannot be reached',
      (_, response) => void response.destroy(),
      /start it, or correct --model-url/,
    ],
    ['is still loading', failing(503), /is not ready/],
  ] satisfies [string, Answer, RegExp][])(
    'that %s is told of in one sentence that names its address',
    async (_what, answer, sentence) => {
      const error = await refusalOf(greet(answer));

      expect(error).toMatchObject({ message: expect.stringMatching(sentence) });
      expect(String(error)).toMatch(/http:\/\/127\.0\.0\.1:\d+\/v1, /);
      expect(String(error)).not.toMatch(/sk-secret|\n/);
    },
  );
});

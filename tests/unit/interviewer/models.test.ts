import { describe, expect, test } from 'vitest';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import { describedModels } from '../../../shared/interviewer/described-models.ts';
import {
  capabilitiesOf,
  type DescribedModels,
  unknownModel,
} from '../../../shared/interviewer/models.ts';
import { assessAnswerTask } from '../../../shared/interviewer/prompts/assess-answer.ts';
import { haiku, reading, soon, toRead } from './examples.ts';
import { fakeBedrock, textOf } from './fake-bedrock.ts';

test.each([
  [haiku, 'anthropic.claude-haiku-5-5'],
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-4-5'],
  ['eu.amazon.nova-lite-v1:0', 'amazon.nova-lite'],
  ['us.anthropic.claude-opus-4-1-20250805-v1:0', 'anthropic.claude-opus-4-1'],
  ['meta.llama3-1-70b-instruct-v1:0', 'meta.llama3-1'],
  ['us.meta.llama3-2-3b-instruct-v1:0', 'meta.llama3-2'],
  ['mistral.ministral-3-8b-instruct', 'mistral.ministral-3'],
  ['mistral.mistral-large-3-675b-instruct', 'mistral.mistral-large-3'],
  ['openai.gpt-oss-20b-1:0', 'openai.gpt-oss'],
  ['openai.gpt-oss-safeguard-120b', 'openai.gpt-oss'],
  ['qwen.qwen3-32b-v1:0', 'qwen.qwen3'],
  ['qwen.qwen3-235b-a22b-2507-v1:0', 'qwen.qwen3'],
  ['deepseek.v3-v1:0', 'deepseek.v3'],
  ['google.gemma-3-12b-it', 'google.gemma-3-12b'],
  [
    'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0',
    'anthropic.claude-haiku-4-5',
  ],
  [
    'arn:aws:bedrock:us-east-1::foundation-model/mistral.mistral-large-2407-v1:0',
    'mistral.mistral-large',
  ],
])('%s is known as %s', (id, base) => {
  const capabilities = capabilitiesOf(id);

  expect(capabilities).toBe(capabilitiesOf(base));
  expect(capabilities).not.toEqual(unknownModel);
});

test.each([
  'anthropic.claude-opus-4-9',
  'anthropic.claude-haiku-6',
  'global.anthropic.claude-sonnet-5-9-20270101-v1:0',
  'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/ab12cd34ef',
  'mistral.mixtral-8x7b-instruct-v0:1',
  'qwen.qwen3.5-32b-v1:0',
  'deepseek.v3.3',
  '',
])('%j is not known', (id) => {
  const capabilities = capabilitiesOf(id);

  expect(capabilities).toBe(unknownModel);
});

test.each([
  ['meta.llama3-1-8b-instruct-v1:0', true],
  ['deepseek.r1-v1:0', true],
  ['deepseek.v3.2', false],
  ['mistral.ministral-3-8b-instruct', false],
])('that %s needs an inference profile is %s', (id, needed) => {
  expect(capabilitiesOf(id).inference_profile).toBe(needed);
});

describe('what a deployment describes', () => {
  const profile = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/ab12cd34ef';
  const described = describedModels().parse({
    'zai.glm': { tool_use: true },
    'zai.glm-4.7': { tool_use: true, forced_tool: 'any' },
    [profile]: { structured_output: true, thinks: 'never' },
    'anthropic.claude-haiku-5-5': {},
  });

  test.each([
    ['zai.glm-5', { forced_tool: 'none' }],
    ['zai.glm-4.7-flash', { forced_tool: 'any' }],
    ['us.zai.glm-4.7', { forced_tool: 'any' }],
    [profile, { structured_output: true, thinks: 'never' }],
  ])('is known of %s by the longest start', (id, expected) => {
    expect(capabilitiesOf(id, described)).toMatchObject(expected);
  });

  test('is what every model supports, if nothing is said', () => {
    expect(describedModels().parse({ 'zai.glm-5': {} })).toEqual({ 'zai.glm-5': unknownModel });
  });

  test('goes before the table, for the models that it describes', () => {
    expect(capabilitiesOf(haiku, described)).toEqual(unknownModel);
    expect(capabilitiesOf('mistral.ministral-3-8b-instruct', described).tool_use).toBe(true);
  });

  test('reaches the request', async () => {
    const request = await requestTo('zai.glm-4.7', described);

    expect(request?.toolConfig?.toolChoice).toEqual({ any: {} });
  });
});

const requestTo = async (model_id: string, described?: DescribedModels) => {
  const { bedrock, requests } = fakeBedrock({ text: JSON.stringify(reading) });
  const interviewer = createInterviewer({
    bedrock,
    question_model: model_id,
    evaluation_model: model_id,
    described,
  });
  await interviewer.assessAnswer(toRead, soon());
  return requests[0];
};

describe('a request', () => {
  test('to the default model forces a tool and sends no temperature', async () => {
    const request = await requestTo(haiku);

    expect(request?.toolConfig?.toolChoice).toEqual({ tool: { name: 'assess_answer' } });
    expect(request?.toolConfig?.tools?.[0]?.toolSpec?.inputSchema?.json).toEqual(
      assessAnswerTask.schema,
    );
    expect(request?.inferenceConfig).toEqual({ maxTokens: assessAnswerTask.max_tokens });
    expect(request).not.toHaveProperty('outputConfig');
  });

  test('to a model with structured output sends the schema as text', async () => {
    const request = await requestTo('us.anthropic.claude-haiku-4-5-20251001-v1:0');

    const { schema, name } = request?.outputConfig?.textFormat?.structure?.jsonSchema ?? {};
    expect([JSON.parse(schema ?? ''), name]).toEqual([assessAnswerTask.schema, 'assess_answer']);
    expect(request?.inferenceConfig?.temperature).toBe(0);
    expect(request).not.toHaveProperty('toolConfig');
  });

  test('to a model that refuses a forced tool asks for it, and leaves room to think', async () => {
    const request = await requestTo('global.anthropic.claude-sonnet-5-5');

    expect(request?.toolConfig).not.toHaveProperty('toolChoice');
    expect(request?.system?.[1]?.text).toContain('calling the tool assess_answer');
    expect(request?.inferenceConfig?.maxTokens).toBeGreaterThan(assessAnswerTask.max_tokens);
    expect(request?.additionalModelRequestFields).toEqual({ output_config: { effort: 'low' } });
  });

  test('to gpt-oss sends the schema, and leaves room for little thinking', async () => {
    const request = await requestTo('openai.gpt-oss-120b-1:0');

    expect(request?.outputConfig?.textFormat?.type).toBe('json_schema');
    expect(request?.inferenceConfig?.maxTokens).toBeGreaterThan(assessAnswerTask.max_tokens);
    expect(request?.additionalModelRequestFields).toEqual({ reasoning_effort: 'low' });
  });

  test('to a model that thinks although a tool is forced leaves room for it', async () => {
    const request = await requestTo('deepseek.v3.2');

    expect(request?.toolConfig?.toolChoice).toEqual({ any: {} });
    expect(request?.inferenceConfig?.maxTokens).toBeGreaterThan(assessAnswerTask.max_tokens);
  });

  test('to Mistral forces any tool', async () => {
    const request = await requestTo('mistral.mistral-large-2407-v1:0');

    expect(request?.toolConfig?.toolChoice).toEqual({ any: {} });
  });

  test('to an unknown model contains nothing but prompts, and leaves room to think', async () => {
    const request = await requestTo('unheard.of-v1:0');

    expect(Object.keys(request ?? {}).sort()).toEqual([
      'inferenceConfig',
      'messages',
      'modelId',
      'system',
    ]);
    expect(Object.keys(request?.inferenceConfig ?? {})).toEqual(['maxTokens']);
    expect(request?.inferenceConfig?.maxTokens).toBeGreaterThan(assessAnswerTask.max_tokens);
    expect(request?.system?.[1]?.text).toContain('"criterion_id"');
  });
});

test('the schema of an assessment uses no keyword that structured output refuses', () => {
  const schema = JSON.stringify(assessAnswerTask.schema);

  expect(schema).not.toMatch(
    /"(?:\$schema|minimum|maximum|minItems|maxItems|minLength|maxLength|pattern|const|anyOf)":/,
  );
});

describe('a request with a guardrail', () => {
  const guardrail = { id: 'gr-1', version: '3' };
  const assessWith = async (parts: Parameters<typeof fakeBedrock>[0]) => {
    const { bedrock, requests } = fakeBedrock(parts);
    const interviewer = createInterviewer({
      bedrock,
      question_model: haiku,
      evaluation_model: haiku,
      guardrail,
    });
    return { assessment: await interviewer.assessAnswer(toRead, soon()), requests };
  };

  test('marks only the answer for it', async () => {
    const { requests } = await assessWith({ output: reading });

    const content = requests[0]?.messages?.[0]?.content ?? [];
    const marked = content.flatMap((block) => block.guardContent?.text?.text ?? []);
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain(toRead.answer);
    expect(textOf(requests[0])).toContain('<rubric-');
    expect(requests[0]?.guardrailConfig).toMatchObject({
      guardrailIdentifier: 'gr-1',
      guardrailVersion: '3',
    });
  });

  test('flags what the guardrail only detects', async () => {
    const { assessment } = await assessWith({
      reply: {
        output: { message: { role: 'assistant', content: [{ text: JSON.stringify(reading) }] } },
        trace: {
          guardrail: {
            inputAssessment: {
              'gr-1': {
                contentPolicy: {
                  filters: [
                    { type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'NONE', detected: true },
                  ],
                },
              },
            },
          },
        },
      },
    });

    expect(assessment.flags.map(({ kind }) => kind)).toEqual(['guardrail']);
    expect(assessment.status).toBe('scored');
  });
});

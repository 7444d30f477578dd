import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bedrock, startBedrock } from '../../../local/bedrock/bedrock.ts';

const marker = '0123456789abcdef0123456789abcdef';
const block = (name: string, content: string) =>
  `<${name}-${marker}>\n${content}\n</${name}-${marker}>`;
const settings = JSON.stringify({
  type: 'technical',
  difficulty: 'medium',
  language: 'en-US',
  count: 5,
});
const job = 'Backend engineer\n\nYou build REST APIs in Node.js and keep PostgreSQL fast.';
const rubric = JSON.stringify({
  version: 1,
  criteria: [
    {
      id: 'cause',
      name: 'Finding the cause',
      anchors: { 1: 'Guesses.', 3: 'Reads the query plan.', 5: 'Reads the plan and measures.' },
      evidence_wanted: ['reads the query plan', 'measures before and after'],
      weight: 1,
    },
  ],
});
const answer =
  'I read the query plan with EXPLAIN, because the table had grown. I measured it before and after adding an index: 6 seconds, then 40 ms.';

const deriveCompetencies = (tool = true) =>
  new ConverseCommand({
    modelId: 'global.anthropic.claude-haiku-5-5',
    system: [{ text: 'Task: derive_competencies\n\nDerive them.' }],
    messages: [
      { role: 'user', content: [{ text: `${block('settings', settings)}\n${block('job', job)}` }] },
    ],
    ...(tool && {
      toolConfig: {
        tools: [
          { toolSpec: { name: 'derive_competencies', inputSchema: { json: { type: 'object' } } } },
        ],
      },
    }),
  });
const assessAnswer = () =>
  new ConverseCommand({
    modelId: 'amazon.nova-lite-v1:0',
    system: [{ text: 'Task: assess_answer\n\nRead it.' }],
    messages: [
      {
        role: 'user',
        content: [
          { text: block('settings', settings) },
          { text: block('question', 'A query became slow. How do you find out why?') },
          { text: block('rubric', rubric) },
          { guardContent: { text: { text: block('answer', answer) } } },
        ],
      },
      { role: 'assistant', content: [{ text: 'no JSON' }] },
      { role: 'user', content: [{ text: 'Your output cannot be used. Give it again.' }] },
    ],
  });

describe('the offline Bedrock', () => {
  let bedrock: Bedrock;
  let client: BedrockRuntimeClient;
  beforeEach(async () => {
    bedrock = await startBedrock();
    client = new BedrockRuntimeClient({
      endpoint: bedrock.endpoint,
      region: 'eu-central-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  });
  afterEach(async () => {
    client.destroy();
    await bedrock.close();
  });

  it('answers the real client with a tool call, marked offline, with usage', async () => {
    const reply = await client.send(deriveCompetencies());

    const toolUse = reply.output?.message?.content?.[0]?.toolUse;
    expect(toolUse?.name).toBe('derive_competencies');
    expect(toolUse?.input).toMatchObject({ competencies: expect.any(Array) });
    expect(reply.stopReason).toBe('tool_use');
    expect(reply.additionalModelResponseFields).toEqual({ evaluator: 'offline' });
    expect(reply.usage?.totalTokens).toBeGreaterThan(20);
    expect(bedrock.calls).toEqual([{ task: 'derive_competencies' }]);
  });

  it('answers with JSON text if there is no tool', async () => {
    const reply = await client.send(deriveCompetencies(false));

    const output = JSON.parse(reply.output?.message?.content?.[0]?.text ?? '');
    expect(output.competencies.length).toBe(5);
    expect(reply.stopReason).toBe('end_turn');
  });

  it('reads a guarded answer from the first message, through a repair turn', async () => {
    const reply = await client.send(assessAnswer());

    const output = JSON.parse(reply.output?.message?.content?.[0]?.text ?? '');
    expect(output.criteria[0].level).toBeGreaterThanOrEqual(3);
    for (const quote of output.criteria[0].quotes) expect(answer).toContain(quote);
  });

  it.each([
    ['throttle', 'ThrottlingException'],
    ['model_timeout', 'ModelTimeoutException'],
    ['model_error', 'ModelErrorException'],
    ['unavailable', 'ServiceUnavailableException'],
    ['access_denied', 'AccessDeniedException'],
  ] as const)('fails by %s with the error that the client knows', async (fault, name) => {
    bedrock.setFault(fault);

    const failed = client.send(deriveCompetencies());

    await expect(failed).rejects.toMatchObject({ name });
  });

  it.each([
    ['refuse', 'refusal'],
    ['content_filtered', 'content_filtered'],
    ['guardrail', 'guardrail_intervened'],
    ['max_tokens', 'max_tokens'],
  ] as const)('stops by %s', async (fault, stopReason) => {
    bedrock.setFault(fault);

    const reply = await client.send(assessAnswer());

    expect(reply.stopReason).toBe(stopReason);
  });

  it.each([
    ['level_nan', '"NaN"'],
    ['level_minus_one', '-1'],
    ['level_101', '101'],
    ['extra_keys', 'An extra key.'],
    ['invented_quote', 'billing platform'],
    ['foreign_quote', 'harbour office'],
    ['wrong_language', 'väärällä kielellä'],
    ['prose', '90 of 100'],
  ] as const)('spoils an assessment by %s', async (fault, sign) => {
    bedrock.setFault(fault);

    const reply = await client.send(assessAnswer());

    expect(reply.output?.message?.content?.[0]?.text).toContain(sign);
  });

  it('returns nothing for the fault empty, and truncated JSON for broken_json', async () => {
    bedrock.setFault('empty');
    const empty = await client.send(assessAnswer());
    bedrock.setFault('broken_json');

    const broken = await client.send(assessAnswer());

    expect(empty.output?.message?.content).toEqual([]);
    expect(() => JSON.parse(broken.output?.message?.content?.[0]?.text ?? '')).toThrow();
  });

  it('fails only the named task, and only the given number of times', async () => {
    bedrock.setFault('throttle', { task: 'assess_answer', times: 1 });

    const other = await client.send(deriveCompetencies());
    const failed = await client.send(assessAnswer()).catch((error: unknown) => error);
    const healthy = await client.send(assessAnswer());

    expect(other.stopReason).toBe('tool_use');
    expect(failed).toMatchObject({ name: 'ThrottlingException' });
    expect(healthy.stopReason).toBe('end_turn');
  });

  it('hangs until the caller gives up', async () => {
    bedrock.setFault('hang');

    const hung = client.send(deriveCompetencies(), { abortSignal: AbortSignal.timeout(200) });

    await expect(hung).rejects.toMatchObject({ name: /AbortError|TimeoutError/ });
  });

  it('takes as long as the configured latency', async () => {
    bedrock.setLatency(60_000);

    const slow = client.send(deriveCompetencies(), { abortSignal: AbortSignal.timeout(200) });

    await expect(slow).rejects.toMatchObject({ name: /AbortError|TimeoutError/ });
  });

  it('refuses an unknown task, as Bedrock refuses a bad request', async () => {
    const refused = client.send(
      new ConverseCommand({
        modelId: 'x',
        system: [{ text: 'Write a poem.' }],
        messages: [{ role: 'user', content: [{ text: 'Please.' }] }],
      }),
    );

    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

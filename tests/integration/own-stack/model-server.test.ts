import { tmpdir } from 'node:os';
import { afterAll, expect, it } from 'vitest';
import { apiClient } from '../../support/client.ts';
import { anAnswer, answerAll, begin, newInterview } from '../../support/interviews.ts';
import { type Answer, completion, openAiServer } from '../../support/openai-server.ts';

const competencies = ['Query tuning', 'Interface design', 'Incident work'].map((name, n) => ({
  name,
  description: `Somebody with it does the ${name.toLowerCase()} of this job.`,
  importance: 5 - n,
}));
const criterion = (name: string) => ({
  name,
  level_1: `Nothing about ${name}.`,
  level_3: `One thought about ${name}.`,
  level_5: `Several thoughts about ${name} with reasons.`,
  evidence_wanted: [`a step taken for ${name}`, 'a reason for it'],
  warning_signs: [],
  importance: 2,
});

/** What a model that does everything right writes for each task. */
const outputs: Record<string, (blocks: Record<string, unknown>) => object> = {
  derive_competencies: () => ({ competencies }),
  write_questions: ({ wanted }) => ({
    questions: entriesOf(wanted).map(({ competency_id, nth }) => ({
      competency_id,
      text: `Tell of case ${nth} of ${competency_id} in your last job. What did you do, and why so?`,
      criteria: [criterion('approach'), criterion('reasons')],
    })),
  }),
  write_lead_ins: () => ({ lead_ins: [] }),
  assess_answer: ({ rubric, answer }) => ({
    criteria: entriesOf(Object(rubric).criteria).map(({ id }) => ({
      criterion_id: id,
      quotes: [String(answer).split(', ')[0]],
      reason: 'The answer names a step and its reason.',
      warning_signs: [],
      level: 3,
    })),
    feedback: { strength: 'You named what you measured.', tip: 'Tell also what you left out.' },
    instructions_in_answer: false,
  }),
  write_closing: () => ({
    evaluation: 'Your answers showed how you look for facts before you act.',
    strengths: 'You measured before you changed anything.',
    areas_for_improvement: 'Tell which other ways you weighed.',
  }),
};

const entriesOf = (list: unknown): Record<string, unknown>[] => (Array.isArray(list) ? list : []);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** An output with no keys but those of the schema, which a server enforces. */
const fitted = (value: unknown, { properties, items }: Schema): unknown => {
  if (items) return entriesOf(value).map((one) => fitted(one, items));
  if (!properties) return value;
  const kept = Object.entries(properties).map(([key, schema]) => [
    key,
    fitted(Object(value)[key], schema),
  ]);
  return Object.fromEntries(kept);
};

/** The tasks that the model answers with something useless for now. */
const spoiled = new Set<string>();

const model: Answer = ({ body }) => {
  const [system, user] = body.messages.map(({ content }) => content);
  const task = /^Task: (\w+)/.exec(system ?? '')?.[1] ?? '';
  if (spoiled.has(task)) return completion({ content: 'I would rather not.' });
  const blocks = Object.fromEntries(
    [...(user ?? '').matchAll(/<(\w+)-([0-9a-f]{32})>\n([\s\S]*?)\n<\/\1-\2>/g)].map(
      ([, name, , content]) => [name?.toLowerCase(), parsed(content ?? '')],
    ),
  );
  const { schema } = Object(body.response_format).json_schema;
  const output = JSON.stringify(fitted(outputs[task]?.(blocks), schema));
  return completion({ content: `<think>\nThis is ${task}.\n</think>\n\n${output}` });
};

process.env.LOG_LEVEL = 'CRITICAL';
const { evaluateLate, until } = await import('../api/late.ts');
const { startStack } = await import('../../../local/stack.ts');
const server = await openAiServer(model);
const stack = await startStack({
  folder: null,
  port: 0,
  web: tmpdir(),
  model: 'hf.co/acme/qwen3:8b',
  server: { url: server.url, key: 'sk-secret' },
  endpoints: { polly: 'http://127.0.0.1:1' },
});
afterAll(async () => {
  await stack.close();
  await server.close();
});

it('holds a whole interview with a model of its own, which costs nothing and is named', async () => {
  const api = apiClient(stack.url);
  const recruiter = await api.logIn();

  const candidate = await begin({ api }, recruiter);
  await answerAll(candidate);
  const result = (await candidate.complete()).ok();
  const read = (await recruiter.read(candidate.interview_id)).ok();

  const made = { evaluator: 'openai-compatible', model_id: 'hf.co/acme/qwen3:8b' };
  expect(result).toMatchObject({ status: 'completed', evaluator: 'openai-compatible', score: 50 });
  expect(read.evaluation?.provenance).toMatchObject(made);
  expect(read.responses.map(({ assessment }) => assessment?.provenance)).toMatchObject([
    made,
    made,
    made,
  ]);
  expect(read.responses[0]?.response_text).toBe(anAnswer(1));
  expect(read.cost.evaluation).toMatchObject({ input_tokens: 480, usd: 0 });
  expect(server.seen.every(({ body }) => body.response_format && body.reasoning_effort)).toBe(true);
  expect(JSON.stringify([result, read])).not.toContain('sk-secret');
});

it('shows in the cost every reply that was paid for, those that led to nothing too', async () => {
  const api = apiClient(stack.url);
  const recruiter = await api.logIn();
  const before = server.seen.length;
  const spoil = (...tasks: string[]) => {
    spoiled.clear();
    for (const task of tasks) spoiled.add(task);
  };
  const { interview_id } = (await recruiter.create(newInterview({ job_title: 'Thrift' }))).ok();

  spoil('write_questions');
  (await recruiter.generate(interview_id)).refusal();
  spoil('write_lead_ins', 'assess_answer', 'write_closing');
  const candidate = api.candidate((await recruiter.generate(interview_id)).ok());
  await answerAll(candidate);
  const pending = (await candidate.complete()).ok();
  spoil();
  await until(() => evaluateLate(interview_id));

  const { cost } = (await recruiter.read(interview_id)).ok();
  const { kit, questions, evaluation, unused } = cost;
  const shown = [kit, questions, evaluation, unused].reduce((n, one) => n + one.input_tokens, 0);
  expect(pending.status).toBe('evaluating');
  expect(unused.input_tokens).toBeGreaterThan(evaluation.input_tokens);
  expect(shown).toBe((server.seen.length - before) * completion({}).usage.prompt_tokens);
  expect(cost).toMatchObject({ total_usd: 0, upper_estimate: false });
});

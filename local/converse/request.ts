import * as z from 'zod';
import { jsonIn } from '../../shared/domain/plain-text.ts';
import { ServiceError } from '../wire/service-error.ts';

const Text = z.object({
  text: z.string().optional(),
  guardContent: z.object({ text: z.object({ text: z.string() }) }).optional(),
});
const Content = z
  .array(Text)
  .transform((blocks) =>
    blocks.map(({ text, guardContent }) => text ?? guardContent?.text.text ?? '').join('\n'),
  );
const Schema = z.object({ name: z.string().default('output'), schema: z.string() });
const Tool = z.object({
  toolSpec: z.object({
    name: z.string(),
    description: z.string().optional(),
    inputSchema: z.object({ json: z.json() }),
  }),
});
const Choice = z.object({ tool: z.object({ name: z.string() }), any: z.object({}) }).partial();

/** What the interviewer sends to Converse; there is no guardrail here, so its settings are ignored. */
export const Converse = z.object({
  system: Content.default(''),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: Content })).min(1),
  inferenceConfig: z
    .object({ maxTokens: z.int().optional(), temperature: z.number().optional() })
    .default({}),
  toolConfig: z.object({ tools: z.array(Tool), toolChoice: Choice.default({}) }).optional(),
  outputConfig: z
    .object({ textFormat: z.object({ structure: z.object({ jsonSchema: Schema }) }) })
    .optional(),
  additionalModelRequestFields: z.object({ reasoning_effort: z.string().optional() }).default({}),
});
export type Converse = z.infer<typeof Converse>;

/** Reads the body of a Converse call, or throws the ValidationException that Bedrock would answer. */
export const readConverse = (body: string): Converse => {
  const { data } = Converse.safeParse(jsonIn(body));
  if (data) return data;
  throw new ServiceError('ValidationException', 'The request is no Converse request.');
};

import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { findJson } from './lenient.ts';
import type { Task } from './task.ts';

/** The content of a reply before it is checked. */
export interface Reply {
  /** The output as the model wrote it, for the canary check and a repair. */
  text: string;
  /** The output as a value, or undefined if there is no JSON in the text. */
  value: unknown;
}

/**
 * The output of a reply: the input of the task's tool call if there is one, else the JSON in its text.
 * Thinking is skipped.
 */
export const readReply = (task: Task<unknown>, response: ConverseCommandOutput): Reply => {
  const content = response.output?.message?.content ?? [];
  for (const { toolUse } of content) {
    if (toolUse?.name === task.name) {
      return { text: JSON.stringify(toolUse.input ?? null), value: toolUse.input };
    }
  }
  const text = content.map((block) => block.text ?? '').join('');
  return { text, value: findJson(text) };
};

/** Whether the reply states that no language model wrote it, as the offline stand-in's does. */
export const isOffline = ({ additionalModelResponseFields: fields }: ConverseCommandOutput) =>
  typeof fields === 'object' &&
  fields !== null &&
  !Array.isArray(fields) &&
  'evaluator' in fields &&
  fields.evaluator === 'offline';

/** Whether a guardrail that only detects, without blocking, detected something. */
export const guardrailSawSomething = ({ trace }: ConverseCommandOutput): boolean =>
  Object.values(trace?.guardrail?.inputAssessment ?? {}).some(({ contentPolicy, topicPolicy }) =>
    [...(contentPolicy?.filters ?? []), ...(topicPolicy?.topics ?? [])].some(
      ({ detected }) => detected === true,
    ),
  );

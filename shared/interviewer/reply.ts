import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { Provenance } from '../domain/provenance.ts';
import { findJson, withoutThinking } from './lenient.ts';
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
  const text = withoutThinking(content.map((block) => block.text ?? '').join(''));
  return { text, value: findJson(text) };
};

/**
 * Who wrote a reply: Bedrock, unless a stand-in's mark says otherwise. Bedrock fills this field with
 * what a request names in `additionalModelResponseFieldPaths`, and ours name nothing. So no model on
 * Bedrock can claim to be one that costs nothing.
 */
export const evaluatorOf = (response: ConverseCommandOutput): Provenance['evaluator'] => {
  const marked = Provenance.pick({ evaluator: true }).safeParse(
    response.additionalModelResponseFields,
  );
  return marked.data?.evaluator ?? 'bedrock';
};

/** Whether a guardrail that only detects, without blocking, detected something. */
export const guardrailSawSomething = ({ trace }: ConverseCommandOutput): boolean =>
  Object.values(trace?.guardrail?.inputAssessment ?? {}).some(({ contentPolicy, topicPolicy }) =>
    [...(contentPolicy?.filters ?? []), ...(topicPolicy?.topics ?? [])].some(
      ({ detected }) => detected === true,
    ),
  );

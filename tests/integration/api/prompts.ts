import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { vi } from 'vitest';

export interface Prompt {
  system: string;
  /** All text of the conversation. */
  messages: string;
}

const texts = (blocks: unknown): string[] => {
  if (typeof blocks === 'string') return [blocks];
  if (typeof blocks !== 'object' || blocks === null) return [];
  return Object.values(blocks).flatMap(texts);
};

/** Records what the functions send to the model, from now on. */
export const recordPrompts = () => {
  const send = vi.spyOn(BedrockRuntimeClient.prototype, 'send');
  const prompts = (): Prompt[] =>
    send.mock.calls.flatMap(([command]: readonly unknown[]) =>
      command instanceof ConverseCommand
        ? [
            {
              system: texts(command.input.system).join('\n'),
              messages: texts(command.input.messages).join('\n'),
            },
          ]
        : [],
    );
  return {
    prompts,
    /** Those of one task, for example `assess_answer`. */
    of: (task: string) => prompts().filter(({ system }) => system.startsWith(`Task: ${task}`)),
    forget: () => send.mockClear(),
  };
};

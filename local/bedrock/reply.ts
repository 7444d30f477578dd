import type { Reply } from '../converse/server.ts';

export type Answered = Pick<Reply, 'content' | 'stopReason'>;

export const say = (text: string, stopReason = 'end_turn'): Answered => ({
  content: [{ text }],
  stopReason,
});

/** An output as a tool call where a tool was given, else as JSON text. */
export const replyWith = (output: unknown, tool: string | undefined): Answered =>
  tool === undefined
    ? say(JSON.stringify(output))
    : {
        content: [{ toolUse: { toolUseId: 'tooluse_offline', name: tool, input: output } }],
        stopReason: 'tool_use',
      };

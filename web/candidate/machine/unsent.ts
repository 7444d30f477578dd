import type { State, Typed } from './state.ts';

/** Whether the first text begins with the second; amid other words its sense may be another. */
export const holds = (whole: string, part: string): boolean =>
  whole.trimStart().startsWith(part.trim());

/**
 * Adds typed texts to the unsent ones, apart from blank ones and what the state has anyway: in the
 * answer to their question, in another unsent text of it or in what is being written. The server
 * keeps answers as they were typed, so that they compare.
 */
export const setAside = (before: State, ...texts: (Typed | null | undefined)[]): State => {
  let state = before;
  for (const typed of texts) {
    if (!typed?.text.trim()) continue;
    const { question_id, text } = typed;
    const { session, writing, unsent } = state;
    const isHeld = [writing, ...unsent, ...(session?.responses ?? [])].some(
      (one) =>
        one?.question_id === question_id &&
        holds('text' in one ? one.text : one.response_text, text),
    );
    if (!isHeld) state = { ...state, unsent: [...unsent, { question_id, text }] };
  }
  return state;
};

/** What was typed for a question and is on the server as no answer, the text being written first. */
export const unsentFor = (state: State, question_id: string): Typed[] => {
  const { writing, unsent } = state;
  const bare = { ...state, writing: null, unsent: [] };
  const all = setAside(bare, writing, writing?.other, ...unsent);
  return all.unsent.filter((typed) => typed.question_id === question_id);
};

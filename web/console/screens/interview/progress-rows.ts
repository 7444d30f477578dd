import type { Shown as State } from '../../parts/status.tsx';
import type { Shown } from './shown.ts';

export interface ProgressRow {
  id: string;
  /** `1`; a follow-up has its question's number and `b`. */
  number: string;
  text: string;
  state: State;
  /** When that was; null where nothing has happened. */
  at: string | null;
}

const read: Record<Shown['responses'][number]['assessment_status'], State> = {
  pending: { word: 'Answered, being read', icon: 'waiting' },
  scored: { word: 'Answered, read', icon: 'done', tone: 'ok' },
  needs_human: { word: 'Answered, needs a person', icon: 'alert', tone: 'warn' },
};
const typed: State = { word: 'Being typed, draft saved', icon: 'progress', tone: 'go' };
const nothing: State = { word: 'Not yet', icon: 'scheduled' };

/** The number of a question as people count it. */
export const numberOf = (order: number): string =>
  Number.isInteger(order) ? String(order) : `${Math.floor(order)}b`;

/** What has become of each question. No text of a draft is in it. */
export const progressOf = ({ questions, responses, unsent_drafts }: Shown): ProgressRow[] =>
  questions.map(({ id, order, text }) => {
    const row = { id, number: numberOf(order), text };
    const response = responses.find(({ question_id }) => question_id === id);
    if (response) {
      return { ...row, state: read[response.assessment_status], at: response.answered_at };
    }
    const draft = unsent_drafts.find(({ question_id }) => question_id === id);
    return draft
      ? { ...row, state: typed, at: draft.saved_at }
      : { ...row, state: nothing, at: null };
  });

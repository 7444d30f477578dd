import type { Shown } from '../../../parts/status.tsx';
import {
  type Answer,
  type Asked,
  type Assessment,
  type Evaluation,
  type Interview,
  levelIn,
  shownScore,
} from './read.ts';

/** What the row of a question shows: its levels and, except for a follow-up, its score; else a word. */
export type Outcome =
  | { kind: 'read'; levels: number[]; score: number | null }
  | { kind: 'word'; shown: Shown };

const word = (shown: Shown): Outcome => ({ kind: 'word', shown });

export const notYet: Shown = { word: 'Not yet', icon: 'waiting' };
export const needsPerson: Shown = { word: 'Needs a person', icon: 'alert', tone: 'warn' };

/** What came of one question. No score before the interview is complete. */
export const outcomeOf = (
  { question }: Asked,
  { status }: Pick<Interview, 'status'>,
  answer: Answer | undefined,
  reading: Assessment | null,
  evaluation: Evaluation | null,
): Outcome => {
  if (!answer) return word({ word: 'Not answered', icon: 'none', tone: 'off' });
  if (status !== 'completed') return word({ word: 'Not scored', icon: 'none', tone: 'off' });
  if (!reading) return word(notYet);
  const levels = question.rubric.criteria.map((one) => levelIn(reading, one)?.level ?? null);
  if (!levels.every((level) => level !== null)) return word(needsPerson);
  const score = evaluation?.questions.find(({ question_id }) => question_id === question.id)?.score;
  return { kind: 'read', levels, score: score == null ? null : shownScore(score) };
};

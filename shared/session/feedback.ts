import type { Feedback } from '../contract/feedback.ts';
import type { Assessment } from '../domain/assessment.ts';
import { neutralFeedback } from '../interviewer/neutral-feedback.ts';

/** The feedback in its parts; null if there is none, as for an answer that a person has to read. */
export const feedbackParts = (assessment: Assessment | null): Feedback | null =>
  assessment?.feedback.strength
    ? { ...assessment.feedback, evaluator: assessment.provenance.evaluator }
    : null;

/** The text a candidate reads after an answer: one strength and one tip, or a neutral sentence. */
export const feedbackText = (assessment: Assessment | null, language: string): string => {
  if (!assessment) return neutralFeedback(language);
  const { strength, tip } = assessment.feedback;
  return [strength, tip].filter(Boolean).join(' ') || neutralFeedback(language);
};

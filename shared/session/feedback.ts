import type { Feedback } from '../contract/feedback.ts';
import type { Assessment } from '../domain/assessment.ts';
import { neutralFeedback } from '../interviewer/neutral-feedback.ts';
import { strengthOf } from '../interviewer/strength.ts';

/**
 * The feedback in its parts; null if there is none, as for an answer that a person has to read. Older
 * readings can be stored with an invalid strength.
 */
export const feedbackParts = (assessment: Assessment | null): Feedback | null => {
  if (!assessment) return null;
  const { criteria, feedback, provenance } = assessment;
  const parts = { ...feedback, strength: strengthOf(criteria, feedback.strength) };
  return parts.strength || parts.tip ? { ...parts, evaluator: provenance.evaluator } : null;
};

/** The text a candidate reads after an answer: one strength, or a neutral sentence, and one tip. */
export const feedbackText = (assessment: Assessment | null, language: string): string => {
  const { strength, tip } = feedbackParts(assessment) ?? {};
  return [strength || neutralFeedback(language), tip].filter(Boolean).join(' ');
};

import { mostQuestions } from './defaults.ts';

/** The bounds of a kit's texts, in characters, and of its lists. */
export const kitLimits = {
  /** The name of a competency or criterion. */
  name: 120,
  /** The description of a competency, or what an answer shows at one level. */
  sentences: 600,
  /** A piece of evidence, or a warning sign. */
  phrase: 300,
  question: 1_200,
  competencies: 8,
  questions: mostQuestions,
  criteria: 4,
  evidence: 8,
  warning_signs: 8,
} as const;

/** How far the weights of a set may be from 1. */
const tolerance = 0.001;

/** Whether the weights of a set add up to 1, within 0.001. */
export const addUpToOne = (parts: readonly { weight: number }[]) =>
  Math.abs(parts.reduce((sum, { weight }) => sum + weight, 0) - 1) <= tolerance;

import { assessAnswer } from './assess.ts';
import { writeClosing } from './closing.ts';
import { deriveCompetencies } from './competencies.ts';
import { writeFollowUp } from './follow-up.ts';
import { writeQuestions } from './questions.ts';
import type { Blocks, Task } from './request.ts';

const answers: Record<Task, (blocks: Blocks) => object> = {
  derive_competencies: deriveCompetencies,
  write_questions: writeQuestions,
  assess_answer: assessAnswer,
  write_closing: writeClosing,
  write_follow_up: writeFollowUp,
};

/**
 * Does what a language model is asked to do, by plain text analysis: no model, no network, the same
 * output for the same input. The output has the shape that the task's schema asks for.
 */
export const answerOffline = (task: Task, blocks: Blocks): object => answers[task](blocks);

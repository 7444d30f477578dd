import type { TaskName } from '../../shared/interviewer/task.ts';
import { deriveCompetencies, writeQuestions } from './questions.ts';
import { assessAnswer } from './reader.ts';
import { type Blocks, levelsOf, settingsOf } from './request.ts';
import { textsIn } from './texts.ts';

/** Says first that it is a demonstration. Levels and quotes tell it nothing, so it names no strength. */
const writeClosing = (blocks: Blocks) => {
  const { evaluation, unanswered, ...texts } = textsIn(settingsOf(blocks).tongue).closing;
  const isOpen = levelsOf(blocks).some(({ answered }) => !answered);
  return {
    evaluation: isOpen ? `${evaluation} ${unanswered}` : evaluation,
    strengths: '',
    ...texts,
  };
};

/** One of a few questions that fit any answer, the same for the same question. */
const writeFollowUp = (blocks: Blocks) => {
  const { follow_up } = textsIn(settingsOf(blocks).tongue);
  return { question: follow_up[(blocks.question ?? '').length % follow_up.length] };
};

const answers: Record<TaskName, (blocks: Blocks) => object> = {
  derive_competencies: (blocks) => deriveCompetencies(blocks),
  write_questions: (blocks) => writeQuestions(blocks),
  assess_answer: assessAnswer,
  write_closing: writeClosing,
  write_follow_up: writeFollowUp,
  // Without a model no sentence about a résumé is sure to be right.
  write_lead_ins: () => ({ lead_ins: [] }),
};

/**
 * Does what a language model is asked to do, from a bank of questions and by comparing words: no
 * model, no network, the same output for the same input. It demonstrates and does not assess.
 */
export const answerOffline = (task: TaskName, blocks: Blocks): object => answers[task](blocks);

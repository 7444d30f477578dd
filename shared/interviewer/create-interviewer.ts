import type { Deadline } from '../domain/deadline.ts';
import type { Asker, ConverseClient } from './ask.ts';
import { readAnswer } from './assess.ts';
import { writeClosing } from './closing.ts';
import { deriveCompetencies } from './competencies.ts';
import { writeFollowUp } from './follow-up.ts';
import type { AnswerToRead, Interviewer } from './interviewer.ts';
import { writeLeadIns } from './lead-ins.ts';
import type { DescribedModels } from './models.ts';
import { secondReadingTask } from './prompts/assess-answer.ts';
import { writeQuestions } from './questions.ts';
import type { Guardrail } from './request.ts';
import { isEmptyReading, withConfirmation, withSecondOpinion } from './second-opinion.ts';

/** The parts of an interviewer. */
export interface InterviewerParts {
  /** A Bedrock runtime client with `maxAttempts: 2`. */
  bedrock: ConverseClient;
  /** Writes competencies, questions, lead-ins and follow-ups: a model or inference profile id. */
  question_model: string;
  /** Reads answers and writes the closing text. */
  evaluation_model: string;
  /** Reads each answer a second time, with another prompt. */
  second_opinion_model?: string | undefined;
  /** Reads the text of each answer before the evaluation model does. */
  guardrail?: Guardrail | undefined;
  /** What models accept that the table does not contain. */
  described?: DescribedModels | undefined;
  /** Nothing is booked by default. */
  wasted?: Interviewer['wasted'];
}

/**
 * Creates the AI interviewer on Bedrock Converse. Each function makes at most two model calls, or two
 * for each pair of questions, not counting the SDK's retries; a second opinion adds one, and the second
 * reading of a long answer in which the first found nothing adds two where there is no second opinion.
 */
export const createInterviewer = ({
  bedrock,
  question_model,
  evaluation_model,
  second_opinion_model,
  guardrail,
  described,
  wasted = async () => {},
}: InterviewerParts): Interviewer => {
  const questions = { bedrock, model_id: question_model, described, wasted };
  const evaluation = { bedrock, model_id: evaluation_model, described, wasted };

  const read = async (input: AnswerToRead, deadline: Deadline) => {
    // A failed second reading blocks nothing.
    const readAgain = (asker: Asker) =>
      readAnswer({ ...asker, guardrail }, input, deadline, secondReadingTask).catch(() => null);
    const opinion = second_opinion_model
      ? readAgain({ bedrock, model_id: second_opinion_model, described, wasted, calls: 1 })
      : undefined;
    const made = await readAnswer({ ...evaluation, guardrail }, input, deadline).catch(
      async (error: unknown) => {
        const lost = await opinion;
        if (lost) await wasted(lost.provenance);
        throw error;
      },
    );
    if (isEmptyReading(made, input.answer)) {
      return withConfirmation(made, await (opinion ?? readAgain(evaluation)));
    }
    return withSecondOpinion(made, (await opinion) ?? null);
  };

  return {
    deriveCompetencies: (input, deadline) => deriveCompetencies(questions, input, deadline),
    writeQuestions: (input, deadline) => writeQuestions(questions, input, deadline),
    writeLeadIns: (input, deadline) => writeLeadIns(questions, input, deadline),
    assessAnswer: read,
    writeClosing: (input, deadline) => writeClosing(evaluation, input, deadline),
    writeFollowUp: (input, deadline) => writeFollowUp(questions, input, deadline),
    wasted,
  };
};

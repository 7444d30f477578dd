import type { Assessment } from '../domain/assessment.ts';
import { usesOf } from '../domain/cost.ts';
import type { Deadline } from '../domain/deadline.ts';
import { mapConcurrently } from '../domain/map-concurrently.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Rubric } from '../domain/rubric.ts';
import { scoreInterview } from '../domain/score.ts';
import type { Evaluation, Response } from '../domain/session.ts';
import { bookIfLost } from '../interviewer/book-if-lost.ts';
import { type Closing, type Interviewer, InterviewerError } from '../interviewer/interviewer.ts';
import { notAnswered } from '../interviewer/not-answered.ts';
import type { Bound } from '../table/client.ts';
import type { keepEvaluation } from '../table/evaluations.ts';
import type { InterviewRecord } from '../table/interviews.ts';
import { type OneAtATime, readingAnswer } from '../table/leases.ts';
import { nextMoment } from '../table/moment.ts';
import type { keepAssessment, readAssessment } from '../table/responses.ts';
import { isDemonstration } from './demonstration.ts';
import { responseTo } from './progress.ts';
import { readAnswer } from './read-answer.ts';

/** The dependencies of evaluating an interview. */
export interface Evaluating {
  interviewer: Pick<Interviewer, 'assessAnswer' | 'writeClosing' | 'wasted'>;
  readAssessment: Bound<typeof readAssessment>;
  keepAssessment: Bound<typeof keepAssessment>;
  oneAtATime: OneAtATime;
  keepEvaluation: Bound<typeof keepEvaluation>;
  now(): number;
  /** Set once an answer has been refused often enough: a person then has to read it. */
  refused?: ((rubric: Rubric, evaluator: Provenance['evaluator']) => Assessment) | undefined;
}

const assess = (deps: Evaluating, record: InterviewRecord, response: Response, until: Deadline) => {
  const question = record.questions.find(({ id }) => id === response.question_id);
  if (!question) throw new Error('An answer is stored without its question');
  const assessAnswer: Interviewer['assessAnswer'] = (input, deadline) =>
    deps.interviewer.assessAnswer(input, deadline).catch((error: unknown) => {
      const refused = error instanceof InterviewerError && isRefusal(error.failure);
      if (!refused || !deps.refused) throw error;
      return deps.refused(input.rubric, error.evaluator);
    });
  const answered = { question, answer: response.response_text };
  return readAnswer({ assessAnswer }, record, answered, until);
};

/** Whether a failure is due to the answer itself, so that it recurs with every attempt. */
const isRefusal = (failure: InterviewerError['failure']) =>
  failure === 'refused' || failure === 'guardrail';

/**
 * Assesses every answer that has no assessment yet; one that another request is reading is waited
 * for. If one fails, the others are still stored.
 * @returns the record with the assessments as stored, even if another request was faster
 * @throws InterviewerError for the first that failed, AppError conflict if another request takes longer
 */
export const assessMissing = async (
  deps: Evaluating,
  record: InterviewRecord,
  until: Deadline,
): Promise<InterviewRecord> => {
  const { interview_id } = record.interview;
  const responses = await mapConcurrently(record.responses, async (response) => {
    if (response.assessment) return response;
    const { order } = response;
    let assessed_at: string | undefined;
    const assessment = await deps.oneAtATime(readingAnswer(interview_id, order), until, {
      done: () => deps.readAssessment(interview_id, order),
      make: async () => {
        const made = await assess(deps, record, response, until);
        const at = nextMoment(record, deps.now());
        assessed_at = at;
        return bookIfLost(deps.interviewer, usesOf(made), () =>
          deps.keepAssessment(record.interview, { order, assessment: made, at }),
        );
      },
    });
    return { ...response, assessment, assessed_at };
  });
  return { ...record, responses };
};

/**
 * Evaluates a sealed interview whose answers have all been read, and stores the evaluation.
 * The model writes the closing text from levels and quotes; score and recommendation are computed. An
 * interview without any answer is not scored, whoever sealed it, and no model is called.
 * @returns the evaluation as stored, even if another request was faster
 * @throws InterviewerError if the closing text cannot be written now
 */
export const evaluate = async (
  deps: Evaluating,
  record: InterviewRecord,
  { version, until }: { version: number; until: Deadline },
): Promise<Evaluation> => {
  const { questions } = record;
  const assessmentOf = assessmentsIn(record);
  const total = scoreInterview(
    questions.map((question) => ({
      question,
      answered: responseTo(record, question.id) !== undefined,
      assessment: assessmentOf(question.id),
    })),
  );
  if (total.status === 'pending') throw new Error('An answer has not been read yet');
  const closing = await closingOf(deps, record, until);
  const { provenance, ...texts } = closing;
  const assessments = questions.map(({ id }) => ({
    question_id: id,
    assessment: assessmentOf(id),
  }));
  const made: Evaluation = {
    version,
    ...total,
    status: total.status,
    assessments,
    ...texts,
    needs_human:
      total.status === 'needs_human' ||
      isDemonstration({ assessments, provenance }) ||
      assessments.some(({ assessment }) => (assessment?.flags.length ?? 0) > 0),
    provenance,
    evaluated_at: nextMoment(record, deps.now()),
  };
  return bookIfLost(deps.interviewer, [provenance], () => deps.keepEvaluation(record, made));
};

const assessmentsIn = (record: InterviewRecord) => (id: string) =>
  responseTo(record, id)?.assessment ?? null;

/** Where nothing was answered, there is nothing that a model could write about. */
const closingOf = async (
  deps: Evaluating,
  record: InterviewRecord,
  until: Deadline,
): Promise<Closing> => {
  const { interview, questions, responses } = record;
  if (responses.length === 0) {
    return notAnswered(interview.language, new Date(deps.now()).toISOString());
  }
  const assessmentOf = assessmentsIn(record);
  return deps.interviewer.writeClosing(
    {
      language: interview.language,
      questions: questions.map((question) => ({
        question_text: question.text,
        competency: nameOf(record, question.competency_id),
        answered: responseTo(record, question.id) !== undefined,
        criteria: question.rubric.criteria.map(({ id, name }) => {
          const made = assessmentOf(question.id)?.criteria.find((one) => one.criterion_id === id);
          return { name, level: made?.level ?? null, quotes: made?.quotes ?? [] };
        }),
      })),
    },
    until,
  );
};

/**
 * Reads every answer of a sealed interview again, and stores the evaluation as a later version.
 * @throws InterviewerError; then nothing is stored, and what was paid for is booked
 */
export const evaluateAgain = async (
  deps: Evaluating,
  record: InterviewRecord,
  { version, until }: { version: number; until: Deadline },
): Promise<Evaluation> => {
  const used: Provenance[] = [];
  return bookIfLost(deps.interviewer, used, async () => {
    const responses = await mapConcurrently(record.responses, async (response) => {
      const assessment = await assess(deps, record, response, until);
      used.push(...usesOf(assessment));
      return { ...response, assessment };
    });
    return evaluate(deps, { ...record, responses }, { version, until });
  });
};

const nameOf = ({ session }: InterviewRecord, competency_id: string): string =>
  session?.competencies?.find(({ id }) => id === competency_id)?.name ??
  competency_id.replaceAll('-', ' ');

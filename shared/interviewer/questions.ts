import type { Deadline } from '../domain/deadline.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Rubric } from '../domain/rubric.ts';
import { type Asker, ask } from './ask.ts';
import { jobText } from './competencies.ts';
import { words } from './folded-text.ts';
import { InterviewerError, type QuestionsWanted, type WrittenQuestion } from './interviewer.ts';
import { type WrittenQuestions, writeQuestionsTask } from './prompts/write-questions.ts';
import { problemsOfQuestions } from './question-check.ts';
import { uniqueSlugs } from './slug.ts';
import { normaliseWeights } from './weights.ts';

/** Two a call, all calls at once: a model writes a rubric in seconds, fifteen in half a minute. */
const perCall = 2;

/**
 * Writes the wanted questions with their rubrics, in order. The weights of each rubric add up to 1.
 * @returns with the provenance of each call
 * @throws InterviewerError
 */
export const writeQuestions = async (
  asker: Asker,
  { wanted, ...kit }: QuestionsWanted,
  deadline: Deadline,
): Promise<{ questions: WrittenQuestion[]; provenance: Provenance[] }> => {
  const calls = Array.from({ length: Math.ceil(wanted.length / perCall) }, (_, call) => ({
    ...kit,
    wanted: wanted.slice(call * perCall, (call + 1) * perCall),
  }));
  const settled = await Promise.allSettled(calls.map((call) => writeSome(asker, call, deadline)));
  const failed = settled.find((one) => one.status === 'rejected');
  const parts = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const provenance = parts.map((part) => part.provenance);
  const questions = parts.flatMap((part) => part.questions);
  // Each call's questions are already checked; it remains possible that two calls ask the same.
  const written = questions.filter((_, n) => wanted[n]?.text === undefined);
  const texts = new Set(written.map(({ text }) => words(text).join(' ')));
  if (failed || texts.size < written.length) {
    await asker.wasted?.(...provenance);
    throw failed ? failed.reason : new InterviewerError('invalid_output');
  }
  return { questions, provenance };
};

const writeSome = async (
  asker: Asker,
  { job, competencies: all, wanted, count }: QuestionsWanted,
  deadline: Deadline,
): Promise<{ questions: WrittenQuestion[]; provenance: Provenance }> => {
  const { language, type, difficulty } = job;
  const named = wanted.map(({ competency_id }) => competency_id);
  const competencies = named.includes(undefined) ? all : all.filter(({ id }) => named.includes(id));
  const { result, provenance } = await ask(
    asker,
    {
      task: writeQuestionsTask,
      blocks: {
        settings: { language, type, difficulty, count },
        job: jobText(job),
        competencies,
        wanted: wanted.map((one) => ({ ...one })),
      },
      check: ({ questions }, { offline }) => {
        const expected = { job, competencies, wanted, check_language: !offline };
        const problems = problemsOfQuestions(questions, expected);
        return problems.length > 0 ? { problems } : { result: questions };
      },
    },
    deadline,
  );
  const questions = result.map(({ competency_id, text, criteria }, n) => ({
    text: wanted[n]?.text ?? text,
    competency_id: wanted[n]?.competency_id ?? competency_id ?? '',
    rubric: rubricOf(criteria),
  }));
  return { questions, provenance };
};

/** The rubric of written criteria: an id for each, and weights by importance that add up to 1. */
export const rubricOf = (criteria: WrittenQuestions['questions'][number]['criteria']): Rubric => {
  const ids = uniqueSlugs(
    criteria.map(({ name }) => name),
    'criterion',
  );
  const weights = normaliseWeights(criteria.map(({ importance }) => importance));
  return {
    version: 1,
    criteria: criteria.map((one, n) => ({
      id: ids[n] ?? '',
      name: one.name,
      anchors: { 1: one.level_1, 3: one.level_3, 5: one.level_5 },
      evidence_wanted: one.evidence_wanted,
      ...(one.warning_signs.length > 0 && { warning_signs: one.warning_signs }),
      weight: weights[n] ?? 0,
    })),
  };
};

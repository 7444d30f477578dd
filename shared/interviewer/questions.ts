import type { Deadline } from '../domain/deadline.ts';
import type { Competency, Provenance, Rubric } from '../domain/rubric.ts';
import { type Asker, ask } from './ask.ts';
import { jobText } from './competencies.ts';
import { words } from './folded-text.ts';
import { withoutInjections } from './injection.ts';
import { type DraftQuestion, InterviewerError, type Job } from './interviewer.ts';
import { type WrittenQuestions, writeQuestionsTask } from './prompts/write-questions.ts';
import { problemsOfQuestions } from './question-check.ts';
import { uniqueSlugs } from './slug.ts';
import { normaliseWeights } from './weights.ts';

/** The maximum number of questions per call: more would exceed API Gateway's timeout. */
const atOnce = 6;

/** The questions to write: for which job, on which competencies, for whose résumé, how many. */
export interface QuestionsWanted {
  job: Job;
  competencies: Competency[];
  resume: string | null;
  count: number;
}

/**
 * Writes `count` questions with their rubrics, on every competency or, with fewer questions than
 * competencies, on the heaviest. Weights of questions add up to exactly 1, and so do those of each
 * rubric. Many questions are written by several concurrent calls, each on its own competencies.
 * @throws InterviewerError
 */
export const writeQuestions = async (
  asker: Asker,
  wanted: QuestionsWanted,
  deadline: Deadline,
): Promise<{ questions: DraftQuestion[]; provenance: Provenance }> => {
  const competencies = heaviest(wanted.competencies, wanted.count);
  const parts = await Promise.all(
    shares({ ...wanted, competencies }).map((share) => writeSome(asker, share, deadline)),
  );
  const written = parts.flatMap(({ questions }) => questions);
  const provenances = parts.map(({ provenance }) => provenance);
  const [provenance] = provenances;
  // Each call's questions are already checked; it remains possible that two calls ask the same.
  const texts = new Set(written.map(({ text }) => words(text).join(' ')));
  if (!provenance || texts.size < written.length) throw new InterviewerError('invalid_output');
  return {
    questions: weigh(written, competencies),
    provenance: {
      ...provenance,
      input_tokens: total(provenances.map(({ input_tokens }) => input_tokens)),
      output_tokens: total(provenances.map(({ output_tokens }) => output_tokens)),
    },
  };
};

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Distributes competencies and questions over as few calls as possible. */
const shares = (wanted: QuestionsWanted): QuestionsWanted[] => {
  const calls = Math.min(Math.ceil(wanted.count / atOnce), wanted.competencies.length);
  return Array.from({ length: calls }, (_, call) => ({
    ...wanted,
    competencies: wanted.competencies.filter((_competency, n) => n % calls === call),
    count: Math.floor((wanted.count + calls - 1 - call) / calls),
  }));
};

const writeSome = async (
  asker: Asker,
  { job, competencies, resume, count }: QuestionsWanted,
  deadline: Deadline,
): Promise<{ questions: WrittenQuestions['questions']; provenance: Provenance }> => {
  const { language, type, difficulty } = job;
  const { result, provenance } = await ask(
    asker,
    {
      task: writeQuestionsTask,
      blocks: {
        settings: { language, type, difficulty, count },
        job: jobText(job),
        competencies,
        ...(resume?.trim() && { resume: withoutInjections(resume) }),
      },
      check: ({ questions }, { offline }) => {
        const expected = { job, competencies, resume, count, check_language: !offline };
        const problems = problemsOfQuestions(questions, expected);
        return problems.length > 0 ? { problems } : { result: questions };
      },
    },
    deadline,
  );
  return { questions: result, provenance };
};

/** As many competencies as there are questions, the heaviest, in their own order. */
const heaviest = (competencies: readonly Competency[], count: number): Competency[] => {
  const kept = new Set(
    [...competencies]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, count)
      .map(({ id }) => id),
  );
  return competencies.filter(({ id }) => kept.has(id));
};

const weigh = (
  written: WrittenQuestions['questions'],
  competencies: readonly Competency[],
): DraftQuestion[] => {
  const weights = normaliseWeights(
    written.map(({ competency_id }) => {
      const sharing = written.filter((other) => other.competency_id === competency_id).length;
      return (competencies.find(({ id }) => id === competency_id)?.weight ?? 0) / sharing;
    }),
  );
  return written.map(({ competency_id, text, criteria }, n) => ({
    text,
    competency_id,
    weight: weights[n] ?? 0,
    rubric: rubricOf(criteria),
  }));
};

const rubricOf = (criteria: WrittenQuestions['questions'][number]['criteria']): Rubric => {
  const ids = uniqueSlugs(
    criteria.map(({ name }) => name),
    'criterion',
  );
  const weights = normaliseWeights(criteria.map(({ importance }) => importance));
  return {
    version: 1,
    criteria: criteria.map(({ name, level_1, level_3, level_5, evidence_wanted }, n) => ({
      id: ids[n] ?? '',
      name,
      anchors: { 1: level_1, 3: level_3, 5: level_5 },
      evidence_wanted,
      weight: weights[n] ?? 0,
    })),
  };
};

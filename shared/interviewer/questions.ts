import type { Competency, Provenance, Rubric } from '../domain/rubric.ts';
import { type Asker, ask } from './ask.ts';
import { jobText } from './competencies.ts';
import { withoutInjections } from './injection.ts';
import type { Deadline, DraftQuestion, Job } from './interviewer.ts';
import { type WrittenQuestions, writeQuestionsTask } from './prompts/write-questions.ts';
import { problemsOfQuestions } from './question-check.ts';
import { uniqueSlugs } from './slug.ts';
import { normaliseWeights } from './weights.ts';

/**
 * `count` questions with their rubrics. With fewer questions than competencies, the heaviest
 * competencies are asked about; else each is. Weights of questions add up to exactly 1, and so do those
 * of each rubric.
 * @throws InterviewerError
 */
export const writeQuestions = async (
  asker: Asker,
  {
    job,
    competencies,
    resume,
    count,
  }: { job: Job; competencies: Competency[]; resume: string | null; count: number },
  deadline: Deadline,
): Promise<{ questions: DraftQuestion[]; provenance: Provenance }> => {
  const { language, type, difficulty } = job;
  const asked = heaviest(competencies, count);
  const { result, provenance } = await ask(
    asker,
    {
      task: writeQuestionsTask,
      blocks: {
        settings: { language, type, difficulty, count },
        job: jobText(job),
        competencies: asked,
        ...(resume?.trim() && { resume: withoutInjections(resume) }),
      },
      check: ({ questions }, { offline }) => {
        const expected = { job, competencies: asked, resume, count, check_language: !offline };
        const problems = problemsOfQuestions(questions, expected);
        return problems.length > 0 ? { problems } : { result: questions };
      },
    },
    deadline,
  );
  return { questions: weigh(result, asked), provenance };
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

import type { Deadline } from '../domain/deadline.ts';
import { plainName } from '../domain/plain-name.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Competency } from '../domain/rubric.ts';
import { type Asker, ask } from './ask.ts';
import type { Problem } from './check-reply.ts';
import { withoutInjections } from './injection.ts';
import type { Job } from './interviewer.ts';
import { isOtherLanguage } from './language-check.ts';
import { deriveCompetenciesTask } from './prompts/derive-competencies.ts';
import { uniqueSlugs } from './slug.ts';
import { normaliseWeights } from './weights.ts';

/** The content of a job block: title, empty line, description; nothing addressed to an evaluator. */
export const jobText = ({ title, description }: Job): string =>
  withoutInjections(`${title}\n\n${description}`);

/**
 * Derives the competencies of a job, whose weights add up to exactly 1. The model may name more than
 * `count`: those without a question are left out of the kit.
 * @throws InterviewerError
 */
export const deriveCompetencies = async (
  asker: Asker,
  { job, count }: { job: Job; count: number },
  deadline: Deadline,
): Promise<{ competencies: Competency[]; provenance: Provenance }> => {
  const { language, type, difficulty } = job;
  const { result, provenance } = await ask(
    asker,
    {
      task: deriveCompetenciesTask,
      blocks: { settings: { language, type, difficulty, count }, job: jobText(job) },
      check: ({ competencies }, { offline }) => {
        const problems: Problem[] = [];
        const names = competencies.map(({ name }) => plainName(name));
        if (new Set(names).size < names.length) {
          problems.push({
            code: 'same_competency',
            message: 'Two competencies have the same name.',
          });
        }
        const text = competencies.map(({ description }) => description).join(' ');
        if (!offline && isOtherLanguage(text, language)) {
          problems.push({
            code: 'other_language',
            message: `It is not in the language ${language}.`,
          });
        }
        return problems.length > 0 ? { problems } : { result: competencies };
      },
    },
    deadline,
  );
  const ids = uniqueSlugs(
    result.map(({ name }) => name),
    'competency',
  );
  const weights = normaliseWeights(result.map(({ importance }) => importance));
  const competencies = result.map(({ name, description }, n) => ({
    id: ids[n] ?? '',
    name,
    description,
    weight: weights[n] ?? 0,
  }));
  return { competencies, provenance };
};

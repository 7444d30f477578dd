import type { Deadline } from '../domain/deadline.ts';
import type { Provenance } from '../domain/provenance.ts';
import { type Asker, ask } from './ask.ts';
import { problemsOfText, tellsSecret } from './candidate-text.ts';
import type { Problem } from './check-reply.ts';
import { words } from './folded-text.ts';
import type { FollowUpInput } from './interviewer.ts';
import { writeFollowUpTask } from './prompts/write-follow-up.ts';

/** At this level or above, an answer has shown what was looked for. */
const shown = 4;

/** The criteria of a rubric on which an answer left evidence out. */
const lacking = ({ rubric, assessment }: Pick<FollowUpInput, 'rubric' | 'assessment'>) =>
  rubric.criteria.filter(({ id }) => {
    const level = assessment.criteria.find(({ criterion_id }) => criterion_id === id)?.level;
    return (level ?? 0) < shown;
  });

/**
 * Writes one follow-up question on what an answer did not show, or returns null, without a call, if
 * it showed everything.
 * @throws InterviewerError
 */
export const writeFollowUp = async (
  asker: Asker,
  input: FollowUpInput,
  deadline: Deadline,
): Promise<{ text: string; provenance: Provenance } | null> => {
  const { question, rubric, assessment, language } = input;
  const criteria = lacking(input);
  if (criteria.length === 0) return null;
  const levels = assessment.criteria
    .filter(({ criterion_id }) => criteria.some(({ id }) => id === criterion_id))
    .map(({ criterion_id, level, quotes }) => ({ criterion_id, level, quotes }));
  const { result, provenance } = await ask(
    asker,
    {
      task: writeFollowUpTask,
      blocks: { settings: { language }, question, rubric: { ...rubric, criteria }, levels },
      check: ({ question: text }, { offline }) => {
        const problems = problemsOfFollowUp(text, { ...input, check_language: !offline });
        return problems.length > 0 ? { problems } : { result: text };
      },
    },
    deadline,
  );
  return { text: result, provenance };
};

const problemsOfFollowUp = (
  text: string,
  {
    question,
    rubric,
    assessment,
    language,
    check_language,
  }: FollowUpInput & { check_language: boolean },
): Problem[] => {
  const known = [question, ...assessment.criteria.flatMap(({ quotes }) => quotes)];
  const evidence = rubric.criteria.flatMap(({ evidence_wanted }) => evidence_wanted);
  const anchors = rubric.criteria.flatMap(({ anchors }) => [anchors[3], anchors[5]]);
  const problems = problemsOfText(text, {
    field: 'question',
    task: writeFollowUpTask,
    language,
    max: 600,
    check_language,
    secrets: anchors,
    known,
  });
  // Even two words of the evidence are a hint.
  if (tellsSecret(text, evidence, known, 2)) {
    problems.push({
      code: 'evidence_in_question',
      message: '"question" names what is looked for.',
    });
  }
  if (words(text).length > 70) {
    problems.push({ code: 'long_question', message: '"question" is too long, at most 40 words.' });
  }
  if (words(text).join(' ') === words(question).join(' ')) {
    problems.push({ code: 'same_question', message: '"question" repeats the question asked.' });
  }
  return problems;
};

import type { Assessment, CriterionLevel, Flag } from '../domain/assessment.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Rubric } from '../domain/rubric.ts';
import { type Asker, ask } from './ask.ts';
import { problemsOfText } from './candidate-text.ts';
import type { Checked, Problem } from './check-reply.ts';
import { type Evidence, levelsOf } from './criterion-level.ts';
import { findInjections } from './injection.ts';
import type { AnswerToRead } from './interviewer.ts';
import { assessAnswerTask, type ReadAnswer } from './prompts/assess-answer.ts';
import { quoteCheck } from './quotes.ts';
import { strengthOf } from './strength.ts';

/** The result of one reading of an answer. */
export interface Reading {
  criteria: CriterionLevel[];
  feedback: Assessment['feedback'];
  instructions_in_answer: boolean;
}

/**
 * Reads one answer, blind to everything but question, rubric and answer. A level that verified quotes
 * do not support, by the rules of support.ts, is null after a repair, and the assessment needs a human.
 *
 * @param task the prompt; the usual one by default
 * @throws InterviewerError
 */
export const readAnswer = async (
  asker: Asker,
  input: AnswerToRead,
  deadline: Deadline,
  task = assessAnswerTask,
): Promise<Assessment> => {
  const { question, rubric, answer, language } = input;
  const injections = findInjections(answer);
  const check = quoteCheck(answer, input, injections);
  const { result, provenance, guardrail_saw } = await ask(
    asker,
    {
      task,
      blocks: { settings: { language }, question, rubric, answer },
      check: (output, { offline }) => checkReading(output, input, { answer, check, offline }),
    },
    deadline,
  );
  return {
    status: result.criteria.some(({ level }) => level === null) ? 'needs_human' : 'scored',
    criteria: result.criteria,
    feedback: result.feedback,
    flags: flagsOf(
      injections.map(({ kind }) => kind),
      result.instructions_in_answer,
      guardrail_saw,
    ),
    rubric_version: rubric.version,
    provenance,
  };
};

const checkReading = (
  output: ReadAnswer,
  input: AnswerToRead,
  evidence: Evidence,
): Checked<Reading> => {
  const problems: Problem[] = [];
  const known = new Set(input.rubric.criteria.map(({ id }) => id));
  const unknown = output.criteria.filter(({ criterion_id }) => !known.has(criterion_id));
  if (unknown.length > 0) {
    problems.push({
      code: 'unknown_criterion',
      message: 'criteria: a criterion_id is not an id of the rubric.',
    });
  }
  const levels = levelsOf(input.rubric.criteria, output, evidence);
  problems.push(...levels.flatMap((one) => one.problems));
  const criteria = levels.map(({ made }) => made);
  const { tip } = output.feedback;
  const strength = strengthOf(criteria, output.feedback.strength);
  const feedbackProblems = Object.entries({ ...(strength && { strength }), tip }).flatMap(
    ([field, text]) =>
      problemsOfText(text, {
        field: `feedback.${field}`,
        task: assessAnswerTask,
        language: input.language,
        max: 700,
        check_language: !evidence.offline,
        secrets: secretsOf(input.rubric),
        known: [input.question, input.answer],
      }),
  );
  problems.push(...feedbackProblems);
  const reading: Reading = {
    criteria,
    feedback: feedbackProblems.length > 0 ? { strength: '', tip: '' } : { strength, tip },
    instructions_in_answer: output.instructions_in_answer,
  };
  if (problems.length === 0) return { result: reading };
  // A reading that covers none of the criteria is not a reading of this answer at all.
  const isUsable = reading.criteria.some(({ not_scored }) => not_scored !== 'no_level');
  const missing = reading.criteria.filter(({ level }) => level === null).length;
  return { problems, fallback: isUsable ? { result: reading, missing } : undefined };
};

const secretsOf = ({ criteria }: Rubric): string[] =>
  criteria.flatMap(({ anchors, evidence_wanted, warning_signs = [] }) => [
    anchors[3],
    anchors[5],
    ...evidence_wanted,
    ...warning_signs,
  ]);

const flagsOf = (kinds: readonly string[], reported: boolean, guardrail_saw: boolean): Flag[] => {
  const flags: Flag[] = [];
  const found = [...new Set(kinds)].join(', ');
  if (found !== '' || reported) {
    const how = [found && `found by rule: ${found}`, reported && 'reported by the model'];
    const detail = `Passages addressed to the evaluator (${how.filter(Boolean).join('; ')})`;
    flags.push({ kind: 'instructions_in_answer', detail });
  }
  if (guardrail_saw) {
    flags.push({ kind: 'guardrail', detail: 'The guardrail detected something in the answer' });
  }
  return flags;
};

import type { Deadline } from '../domain/deadline.ts';
import type { Assessment, Criterion, CriterionLevel, Flag, Rubric } from '../domain/rubric.ts';
import { type Asker, ask, type Checked, type Problem } from './ask.ts';
import { problemsOfText } from './candidate-text.ts';
import { findInjections } from './injection.ts';
import { neutralFeedback } from './neutral-feedback.ts';
import { assessAnswerTask, type ReadAnswer } from './prompts/assess-answer.ts';
import { type QuoteCheck, quoteCheck } from './quotes.ts';

export interface AnswerToRead {
  question: string;
  rubric: Rubric;
  answer: string;
  language: string;
}

/** The result of one reading of an answer. */
export interface Reading {
  criteria: CriterionLevel[];
  feedback: Assessment['feedback'];
  instructions_in_answer: boolean;
}

/** The maximum number of quotes kept for each criterion. */
const maxQuotes = 5;

/**
 * Reads one answer, blind to everything but question, rubric and answer. Levels 2 to 5 need a
 * verified quote; a level without one, after a repair, is null and the assessment needs a human.
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
      check: (output, { offline }) => checkReading(output, input, check, !offline),
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
  check: QuoteCheck,
  check_language: boolean,
): Checked<Reading> => {
  const problems: Problem[] = [];
  const known = new Set(input.rubric.criteria.map(({ id }) => id));
  const unknown = output.criteria.filter(({ criterion_id }) => !known.has(criterion_id));
  if (unknown.length > 0) {
    problems.push({
      code: 'unknown_criterion',
      message: 'criteria: a criterion_id is none of the ids of the rubric.',
    });
  }
  const levels = input.rubric.criteria.map((criterion) => levelOf(criterion, output, check));
  problems.push(...levels.flatMap((one) => one.problems));
  const feedbackProblems = (['strength', 'tip'] as const).flatMap((field) =>
    problemsOfText(output.feedback[field], {
      field: `feedback.${field}`,
      language: input.language,
      max: 700,
      check_language,
      secrets: secretsOf(input.rubric),
      known: [input.question, input.answer],
    }),
  );
  problems.push(...feedbackProblems);
  const reading: Reading = {
    criteria: levels.map(({ made }) => made),
    feedback:
      feedbackProblems.length > 0
        ? { strength: neutralFeedback(input.language), tip: '' }
        : output.feedback,
    instructions_in_answer: output.instructions_in_answer,
  };
  if (problems.length === 0) return { result: reading };
  // A reading that covers none of the criteria is not a reading of this answer at all.
  const isUsable = reading.criteria.some(({ not_scored }) => not_scored !== 'no_level');
  const missing = reading.criteria.filter(({ level }) => level === null).length;
  return { problems, fallback: isUsable ? { result: reading, missing } : undefined };
};

const secretsOf = ({ criteria }: Rubric): string[] =>
  criteria.flatMap(({ anchors, evidence_wanted }) => [anchors[3], anchors[5], ...evidence_wanted]);

/** The level of one criterion if it is supported, and the problems that the model has to fix. */
const levelOf = (
  { id }: Criterion,
  { criteria }: ReadAnswer,
  check: QuoteCheck,
): { made: CriterionLevel; problems: Problem[] } => {
  const entries = criteria.filter(({ criterion_id }) => criterion_id === id);
  const [entry] = entries;
  const unscored = (not_scored: CriterionLevel['not_scored'], quotes: string[] = []) => ({
    criterion_id: id,
    level: null,
    quotes,
    not_scored,
  });
  if (!entry || entries.length > 1) {
    const what = entry ? 'stands there more than once' : 'is missing';
    const message = `criteria: the criterion "${id}" ${what}.`;
    return { made: unscored('no_level'), problems: [{ code: 'criterion_count', message }] };
  }
  const verdicts = entry.quotes.map((quote) => ({ quote, verdict: check(quote) }));
  const passages = verdicts.flatMap(({ verdict }) =>
    verdict.kind === 'evidence' ? [verdict.passage] : [],
  );
  const quotes = [...new Set(passages)].slice(0, maxQuotes);
  const problems = verdicts.flatMap(({ quote, verdict }): Problem[] =>
    verdict.kind === 'not_found' ? [{ code: 'quote_not_found', message: notFound(id, quote) }] : [],
  );
  if (entry.level === 1 || quotes.length > 0) {
    return { made: { criterion_id: id, level: entry.level, quotes, not_scored: null }, problems };
  }
  if (problems.length > 0) return { made: unscored('quote_not_found'), problems };
  const message = `criteria: "${id}" has a level above 1 and no quote that is evidence. A quote has to be more than a word or two, not the question or rubric said back, and not addressed to the evaluator. Quote the answer, or give level 1.`;
  return { made: unscored('no_quote'), problems: [{ code: 'no_quote', message }] };
};

const notFound = (id: string, quote: string): string =>
  `criteria: a quote of "${id}" does not stand in the answer letter by letter: ${JSON.stringify(quote.slice(0, 200))}. Copy the passage exactly, or leave it out and choose the level without it.`;

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

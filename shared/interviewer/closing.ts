import type { Deadline } from '../domain/deadline.ts';
import { type Asker, ask } from './ask.ts';
import { problemsOfText } from './candidate-text.ts';
import type { Problem } from './check-reply.ts';
import { padded, words } from './folded-text.ts';
import type { AssessedQuestion, Closing } from './interviewer.ts';
import { type WrittenClosing, writeClosingTask } from './prompts/write-closing.ts';
import { inventsQuote } from './quotations.ts';

/** For each criterion, as many quotes as a text can use, none longer than a paragraph. */
const maxQuotes = 3;
const longestQuote = 400;

/**
 * Writes the closing text of an interview from levels and quotes. The model is told of what has a
 * quote and of the questions left open, and of nothing else.
 * @throws InterviewerError; a text that mentions levels, a decision or a subject without a quote
 * counts as invalid output
 */
export const writeClosing = async (
  asker: Asker,
  { questions, language }: { questions: AssessedQuestion[]; language: string },
  deadline: Deadline,
): Promise<Closing> => {
  const levels = questions
    .map(shown)
    .filter(({ answered, criteria }) => !answered || criteria.length > 0);
  const answered = questions.filter((question) => question.answered).length;
  const quoted = levels.filter(({ criteria }) => criteria.length > 0);
  const open = levels.filter(({ criteria }) => criteria.length === 0);
  const rules = {
    levels,
    unspoken: unknown(questions.flatMap(namesOf).filter(isSeveralWords), levels),
    open: unknown(open.flatMap(namesOf), quoted),
    language,
  };
  const { result, provenance } = await ask(
    asker,
    {
      task: writeClosingTask,
      blocks: { settings: { language, answered }, levels },
      check: (closing, { offline }) => {
        const written = { ...closing, strengths: isShown(levels) ? closing.strengths : '' };
        const check_language = !offline;
        const problemsOf = (one: WrittenClosing) =>
          problemsOfClosing(one, { ...rules, check_language });
        const problems = problemsOf(written);
        if (problems.length === 0) return { result: written };
        const without = { ...written, strengths: '' };
        const fallback = { result: without, missing: 1 };
        return { problems, fallback: problemsOf(without).length === 0 ? fallback : undefined };
      },
    },
    deadline,
  );
  return { ...result, provenance };
};

const shown = ({
  question_text,
  competency,
  answered,
  criteria,
}: AssessedQuestion): AssessedQuestion => ({
  question_text,
  competency,
  answered,
  criteria: criteria
    .filter(({ quotes }) => quotes.length > 0)
    .map(({ name, level, quotes }) => ({
      name,
      level,
      quotes: quotes.slice(0, maxQuotes).map((quote) => quote.slice(0, longestQuote)),
    })),
});

const namesOf = ({ competency, criteria }: AssessedQuestion): string[] => [
  competency,
  ...criteria.map(({ name }) => name),
];

/** Every text in what the model is shown. */
const textsOf = (levels: readonly AssessedQuestion[]): string[] =>
  levels.flatMap((question) => [
    question.question_text,
    ...namesOf(question),
    ...question.criteria.flatMap(({ quotes }) => quotes),
  ]);

/** A model that is not told of a single word may use it by chance. */
const isSeveralWords = (name: string) => words(name).length > 1;

/** Of these names, those that appear in none of the questions, as words with blanks around them. */
const unknown = (names: readonly string[], questions: readonly AssessedQuestion[]): string[] => {
  const known = textsOf(questions).map(padded);
  return names.map(padded).filter((name) => !known.some((text) => text.includes(name)));
};

/** Whether there is a level above the lowest, and so a strength to name. */
const isShown = (levels: readonly AssessedQuestion[]) =>
  levels.some(({ criteria }) => criteria.some(({ level }) => (level ?? 1) > 1));

interface ClosingRules {
  levels: readonly AssessedQuestion[];
  /** The subjects of which nothing may be said. */
  unspoken: readonly string[];
  /** Those of questions left open, which are no strengths. */
  open: readonly string[];
  language: string;
  check_language: boolean;
}

const fields = ['evaluation', 'strengths', 'areas_for_improvement'] as const;

const problemsOfClosing = (
  closing: WrittenClosing,
  { levels, unspoken, open, language, check_language }: ClosingRules,
): Problem[] =>
  fields.flatMap((field) => {
    const text = closing[field];
    if (field === 'strengths' && text === '') return [];
    // The name of a competency or a criterion may contain a word that is not a verdict there.
    const problems = problemsOfText(withoutNames(text, levels), {
      field,
      task: writeClosingTask,
      language,
      max: 2_000,
      check_language,
    });
    if (inventsQuote(text, textsOf(levels))) {
      problems.push({
        code: 'invented_quote',
        message: `"${field}" puts words in quotation marks that appear in none of the quotes.`,
      });
    }
    const said = padded(text);
    const barred = field === 'strengths' ? [...unspoken, ...open] : unspoken;
    for (const name of new Set(barred.filter((one) => said.includes(one)))) {
      const message = `"${field}" speaks of "${name.trim()}", for which there is no quote.`;
      problems.push({ code: 'unquoted_subject', message });
    }
    return problems;
  });

const withoutNames = (text: string, levels: readonly AssessedQuestion[]): string =>
  levels
    .flatMap(namesOf)
    .filter((name) => name.length > 3)
    .reduce((left, name) => left.replaceAll(name, '…'), text);

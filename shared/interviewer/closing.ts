import type { Deadline } from '../domain/deadline.ts';
import { type Asker, ask, type Problem } from './ask.ts';
import { problemsOfText } from './candidate-text.ts';
import { words } from './folded-text.ts';
import type { AssessedQuestion, Closing } from './interviewer.ts';
import { type WrittenClosing, writeClosingTask } from './prompts/write-closing.ts';

/** For each criterion, as many quotes as a text can use, none longer than a paragraph. */
const maxQuotes = 3;
const longestQuote = 400;

/**
 * Writes the closing text of an interview from levels and quotes.
 * @throws InterviewerError; a text that mentions levels or a decision counts as invalid output
 */
export const writeClosing = async (
  asker: Asker,
  { questions, language }: { questions: AssessedQuestion[]; language: string },
  deadline: Deadline,
): Promise<Closing> => {
  const levels = questions.map(({ question_text, competency, answered, criteria }) => ({
    question_text,
    competency,
    answered,
    criteria: criteria.map(({ name, level, quotes }) => ({
      name,
      level,
      quotes: quotes.slice(0, maxQuotes).map((quote) => quote.slice(0, longestQuote)),
    })),
  }));
  const { result, provenance } = await ask(
    asker,
    {
      task: writeClosingTask,
      blocks: { settings: { language }, levels },
      check: (closing, { offline }) => {
        const problems = problemsOfClosing(closing, {
          questions,
          language,
          check_language: !offline,
        });
        return problems.length > 0 ? { problems } : { result: closing };
      },
    },
    deadline,
  );
  return { ...result, provenance };
};

const fields = ['evaluation', 'strengths', 'areas_for_improvement'] as const;

const problemsOfClosing = (
  closing: WrittenClosing,
  {
    questions,
    language,
    check_language,
  }: { questions: readonly AssessedQuestion[]; language: string; check_language: boolean },
): Problem[] => {
  const sources = questions.flatMap(({ question_text, competency, criteria }) => [
    question_text,
    competency,
    ...criteria.flatMap(({ name, quotes }) => [name, ...quotes]),
  ]);
  const known = sources.map((source) => ` ${words(source).join(' ')} `);
  return fields.flatMap((field) => [
    // The name of a competency or a criterion may contain a word that is not a verdict there.
    ...problemsOfText(withoutNames(closing[field], questions), {
      field,
      language,
      max: 2_000,
      check_language,
    }),
    ...quotedIn(closing[field])
      .filter((quote) => !known.some((source) => source.includes(` ${words(quote).join(' ')} `)))
      .map(() => ({
        code: 'invented_quote',
        message: `"${field}" puts words in quotation marks that stand in none of the quotes.`,
      })),
  ]);
};

const withoutNames = (text: string, questions: readonly AssessedQuestion[]): string =>
  questions
    .flatMap(({ competency, criteria }) => [competency, ...criteria.map(({ name }) => name)])
    .filter((name) => name.length > 3)
    .reduce((left, name) => left.replaceAll(name, '…'), text);

/** The passages in quotation marks that have at least three words. */
const quotedIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /["\u201C\u201E\u00AB]([^"\u201C-\u201E\u00AB\u00BB]{8,})["\u201C\u201D\u00BB]/g,
    ),
  ]
    .map(([, quote = '']) => quote)
    .filter((quote) => words(quote).length >= 3);

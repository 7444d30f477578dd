import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { BankCriterion, BankField, bankFolder } from '../../../local/bedrock/bank.ts';
import { InterviewType } from '../../../shared/domain/interview.ts';
import { rubricOf } from '../../../shared/interviewer/questions.ts';
import { filesIn, readData, Split } from './data.ts';
import {
  Answers,
  HarmfulAnswers,
  HollowAnswers,
  type LabelledQuestion,
  type SetName,
} from './labelled.ts';

const Bank = z.object({ file: z.string(), competency: z.string(), question: z.int().min(0) });
const KitQuestion = z.object({
  id: z.string(),
  split: Split,
  type: InterviewType,
  trade: z.string(),
  question: z.string(),
  /** As a model writes them, */
  criteria: z.array(BankCriterion).default([]),
  /** or where they are in the bank. */
  bank: Bank.optional(),
  answers: Answers,
  concise: Answers.default([]),
  harmful: HarmfulAnswers.default([]),
  hollow: HollowAnswers,
});
const File = z.object({ about: z.string(), language: z.string(), questions: z.array(KitQuestion) });

/** The criteria of a question of the bank. Throws if the bank asks something else there by now. */
export const criteriaInBank = async (
  { file, competency, question }: z.infer<typeof Bank>,
  text: string,
): Promise<BankCriterion[]> => {
  const { competencies } = BankField.parse(
    JSON.parse(await readFile(new URL(file, bankFolder), 'utf8')),
  );
  const found = competencies.find(({ id }) => id === competency)?.questions[question];
  if (found?.text !== text)
    throw new Error(`${competency} ${question} of ${file} is not “${text}”`);
  return found.criteria;
};

const languageSets: Readonly<Record<string, SetName>> = { de: 'german', es: 'spanish' };
const setOf = (language: string, inBank: boolean): SetName => {
  const [tongue = ''] = language.split('-');
  if (tongue === 'en') return inBank ? 'bank' : 'model';
  return languageSets[tongue] ?? 'other';
};

/** The questions whose rubrics are those of kits. */
export const readKitQuestions = async (): Promise<LabelledQuestion[]> => {
  const files = await Promise.all((await filesIn('kits')).map((name) => readData(name, File)));
  return Promise.all(
    files.flatMap(({ language, questions }) =>
      questions.map(async ({ criteria, bank, trade: _, ...question }) => ({
        ...question,
        language,
        set: setOf(language, bank !== undefined),
        rubric: rubricOf(bank ? await criteriaInBank(bank, question.question) : criteria),
      })),
    ),
  );
};

import { readFile } from 'node:fs/promises';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { parseCsv } from './csv.ts';

/** One short answer by a pupil with the verdicts (0 or 1) of its three human raters. */
export interface KhanAnswer {
  item: string;
  domain: string;
  question: string;
  rubric: Rubric;
  /** The texts that the item's author gave, for the lexical baseline. */
  examples: { criteria: string; correct: string[]; incorrect: string[] };
  answer: string;
  raters: readonly number[];
}

const folder = new URL('../../../tests/data/khan-saq/', import.meta.url);

/** Paragraphs and bullets of a field, without their marks. */
const lines = (field: string) =>
  field
    .split(/\n+/)
    .map((line) => line.replace(/^[\s\-*•]+/, '').trim())
    .filter(Boolean);

const cut = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/**
 * A Khan item as a rubric of one criterion. Fixed before any result was seen: the wanted evidence is
 * what the criteria say, line by line; the anchors are the item's examples; correct means level 3 or
 * more. Fields are cut to the limits of the rubric's schema.
 */
const khanRubric = (criteria: string, correct: string, incorrect: string): Rubric => ({
  version: 1,
  criteria: [
    {
      id: 'correct',
      name: 'Correct answer',
      anchors: {
        1: cut(`Incorrect. For example: ${lines(incorrect).join('; ')}`, 600),
        3: cut(`Correct in substance. ${lines(criteria).join(' ')}`, 600),
        5: cut(`Correct and complete. For example: ${lines(correct).join('; ')}`, 600),
      },
      evidence_wanted: lines(criteria)
        .slice(0, 8)
        .map((line) => cut(line, 300)),
      weight: 1,
    },
  ],
});

/** All labelled answers, in the order of the file. See tests/data/khan-saq/README.md for the source. */
export const readKhan = async (): Promise<KhanAnswer[]> => {
  const [items, labels] = await Promise.all(
    ['items.csv', 'human_labels.csv'].map(async (name) =>
      parseCsv(await readFile(new URL(name, folder), 'utf8')),
    ),
  );
  const byItem = new Map((items ?? []).map((item) => [`${item.domain}-${item.item}`, item]));
  return (labels ?? []).flatMap((label) => {
    const item = byItem.get(`${label.domain}-${label.item}`);
    if (!item) return [];
    const { criteria_for_scoring: criteria = '', question = '', domain = '' } = item;
    const { correct_answer_examples: correct = '', incorrect_answer_examples: incorrect = '' } =
      item;
    return {
      item: `${domain}-${item.item}`,
      domain,
      question: question.trim(),
      rubric: khanRubric(criteria, correct, incorrect),
      examples: {
        criteria: criteria.trim(),
        correct: lines(correct),
        incorrect: lines(incorrect),
      },
      answer: label.response ?? '',
      raters: [label.human_1, label.human_2, label.human_3].map(Number),
    };
  });
};

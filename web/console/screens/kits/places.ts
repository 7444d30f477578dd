import type { TalaroError } from '../../../../client/error.ts';
import type { Wrong } from '../../parts/problem.tsx';
import { type Content, contentIn, type KitDraft } from './kit-draft.ts';
import { type Sum, sumOf } from './weights.ts';

/** The letter of a criterion in its rubric, from A. */
export const letterOf = (n: number): string => String.fromCharCode(65 + n);

const words: Readonly<Record<string, string>> = {
  name: 'the name',
  description: 'the description',
  weight: 'the weight',
  text: 'the text',
  competency_id: 'the competency',
  evidence_wanted: 'the evidence wanted',
  warning_signs: 'the warning signs',
  'anchors.1': 'level 1',
  'anchors.3': 'level 3',
  'anchors.5': 'level 5',
};

/** The lists of a kit by the end of their path, the deepest first. */
const parts = [
  { pattern: /^questions\.(\d+)\.rubric\.criteria\.(\d+)\.?/, kind: 'criterion' },
  { pattern: /^questions\.(\d+)\.?/, kind: 'question' },
  { pattern: /^competencies\.(\d+)\.?/, kind: 'competency' },
] as const;

const titleOf = (kind: 'criterion' | 'question' | 'competency', n: number, nested: number) => {
  if (kind === 'competency') return `Competency ${n + 1}`;
  return kind === 'question'
    ? `Question ${n + 1}`
    : `Question ${n + 1}, criterion ${letterOf(nested)}`;
};

/** A path of the API as a person says it: `Question 2, criterion A: the name`. */
const placeOf = (path: string): string => {
  for (const { pattern, kind } of parts) {
    const found = pattern.exec(path);
    if (!found) continue;
    const field = path.slice(found[0].length).replace(/^(evidence_wanted|warning_signs)\..*/, '$1');
    const title = titleOf(kind, Number(found[1]), Number(found[2] ?? 0));
    return field in words ? `${title}: ${words[field]}` : title;
  }
  return path === 'competencies' ? 'The competencies' : 'The kit';
};

/**
 * The field of a path in the page. The ids of the fields are the paths of the API; a phrase is in the
 * field of its list, and a list is at the weight of its first.
 */
const fieldOf = (path: string): string | null => {
  const field = path.replace(/\.(evidence_wanted|warning_signs)\.\d+$/, '.$1');
  if (/(^|\.)(competencies|questions|criteria)$/.test(field)) return `${field}.0.weight`;
  return /\.\d+\.[a-z]/.test(field) ? field : null;
};

/** What the API found wrong with a revision, each with its place in words and its field. */
export const wrongInKit = (error: TalaroError | null): Wrong[] => {
  if (!error) return [];
  if (error.issues.length === 0) return [{ message: error.message }];
  return error.issues.map(({ path, message }) => {
    const place = path === 'questions' ? 'The questions' : placeOf(path);
    const end = message.replace(/^(The request body|\S+) /, '');
    const field = fieldOf(path);
    return { message: `${place} ${end}`, ...(field && { field }) };
  });
};

/** The sums of a draft. */
export interface Sums {
  competencies: Sum;
  questions: Sum;
  /** Of each question's criteria. */
  criteria: Sum[];
}

const weights = (items: readonly { weight: number }[]) => sumOf(items.map(({ weight }) => weight));

export const sumsOf = (before: Content, draft: KitDraft): Sums => {
  const { competencies, questions } = contentIn(before, draft);
  return {
    competencies: weights(competencies),
    questions: weights(questions),
    criteria: questions.map(({ rubric }) => weights(rubric.criteria)),
  };
};

const said = (whose: string, { trouble, total }: Sum) =>
  total === 'no sum' ? `${whose}: ${trouble}` : `${whose} add up to ${total}: ${trouble}`;

/** Why a draft cannot be saved yet: sums that are not 100, each with a field of theirs. */
export const wrongSums = ({ competencies, questions, criteria }: Sums): Required<Wrong>[] => [
  ...(competencies.isRight
    ? []
    : [
        {
          message: said('The weights of the competencies', competencies),
          field: 'competencies.0.weight',
        },
      ]),
  ...(questions.isRight
    ? []
    : [{ message: said('The weights of the questions', questions), field: 'questions.0.weight' }]),
  ...criteria.flatMap((sum, n) =>
    sum.isRight
      ? []
      : {
          message: said(`The weights of the criteria of question ${n + 1}`, sum),
          field: `questions.${n}.rubric.criteria.0.weight`,
        },
  ),
];

import type { Content } from './kit-draft.ts';
import { letterOf } from './places.ts';
import { percentOf } from './weights.ts';

/** One field on both sides; null where that side has none. */
export interface FieldPair {
  label: string;
  left: string | null;
  right: string | null;
}

/** A competency or question on both sides. */
export interface Compared {
  id: string;
  /** Its name or text, of the right side where it is there. */
  title: string;
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** Those that differ. */
  fields: FieldPair[];
}

interface Side {
  id: string;
  title: string;
  fields: ReadonlyMap<string, string>;
}

type Question = Content['questions'][number];
const weight = (share: number) => `${percentOf(share)}\u00a0%`;

const competencySides = ({ competencies }: Content): Side[] =>
  competencies.map((one, n) => ({
    id: one.id,
    title: one.name,
    fields: new Map([
      ['Name', one.name],
      ['Weight', weight(one.weight)],
      ['Description', one.description],
      ['Place', String(n + 1)],
    ]),
  }));

const criterionFields = (one: Question['rubric']['criteria'][number], n: number, title: string) => {
  const fields = [
    ['what is judged', one.name],
    ['weight', weight(one.weight)],
    ['letter', letterOf(n)],
    ['level 1', one.anchors[1]],
    ['level 3', one.anchors[3]],
    ['level 5', one.anchors[5]],
    ['evidence wanted', one.evidence_wanted.join('\n')],
    ['warning signs', (one.warning_signs ?? []).join('\n')],
  ] as const;
  return fields.map(([name, value]) => [`${title}: ${name}`, value] as const);
};

const questionSides = (
  { competencies, questions }: Content,
  titles: ReadonlyMap<string, string>,
): Side[] =>
  questions.map(({ id, text, competency_id, weight: share, rubric }, n) => ({
    id,
    title: text,
    fields: new Map([
      ['Question', text],
      ['Competency', competencies.find((one) => one.id === competency_id)?.name ?? competency_id],
      ['Weight', weight(share)],
      ['Place', String(n + 1)],
      ...rubric.criteria.flatMap((one, place) =>
        criterionFields(one, place, titles.get(`${id} ${one.id}`) ?? one.name),
      ),
    ]),
  }));

const paired = (lefts: readonly Side[], rights: readonly Side[]): Compared[] => {
  const order = [...rights, ...lefts.filter(({ id }) => !rights.some((one) => one.id === id))];
  return order.map(({ id, title }) => {
    const left = lefts.find((one) => one.id === id)?.fields;
    const right = rights.find((one) => one.id === id)?.fields;
    const labels = new Set([...(right?.keys() ?? []), ...(left?.keys() ?? [])]);
    const fields = [...labels].flatMap((label) => {
      const pair = { label, left: left?.get(label) ?? null, right: right?.get(label) ?? null };
      return pair.left === pair.right ? [] : pair;
    });
    if (!left) return { id, title, kind: 'added', fields };
    if (!right) return { id, title, kind: 'removed', fields };
    return { id, title, kind: fields.length > 0 ? 'changed' : 'same', fields };
  });
};

/** One title for each criterion, the newer, so that a name that changed is not two criteria. */
const titlesOf = (...contents: readonly Content[]): Map<string, string> =>
  new Map(
    contents.flatMap(({ questions }) =>
      questions.flatMap(({ id, rubric }) =>
        rubric.criteria.map((one, n) => [`${id} ${one.id}`, `${letterOf(n)} ${one.name}`] as const),
      ),
    ),
  );

/** Two versions, thing by thing: competencies and questions are matched by their ids. */
export const compare = (left: Content, right: Content) => {
  const titles = titlesOf(left, right);
  return {
    competencies: paired(competencySides(left), competencySides(right)),
    questions: paired(questionSides(left, titles), questionSides(right, titles)),
  };
};

import type { CompetencyDraft, CriterionDraft, Keyed, QuestionDraft } from './kit-draft.ts';
import { evenPercents } from './weights.ts';

/** A key that nothing in the list has; ids of the API have no plus. */
const newKey = (items: readonly Keyed[]): string => {
  const numbers = items.map(({ key }) => (key.startsWith('+') ? Number(key.slice(1)) : 0));
  return `+${Math.max(0, ...numbers) + 1}`;
};

export const withCompetency = (items: readonly CompetencyDraft[]): CompetencyDraft[] => [
  ...items,
  { key: newKey(items), name: '', description: '', weight: '' },
];

export const withCriterion = (
  items: readonly CriterionDraft[],
  weight: string = '',
): CriterionDraft[] => [
  ...items,
  {
    key: newKey(items),
    name: '',
    weight,
    level1: '',
    level3: '',
    level5: '',
    evidence: '',
    warnings: '',
  },
];

/** A new question is judged by one criterion to begin with, which has all of the weight. */
export const withQuestion = (items: readonly QuestionDraft[]): QuestionDraft[] => [
  ...items,
  {
    key: newKey(items),
    text: '',
    competency: '',
    weight: '',
    criteria: withCriterion([], '100'),
  },
];

/** The same things with even weights. */
export const evened = <Item extends { weight: string }>(items: readonly Item[]): Item[] => {
  const even = evenPercents(items.length);
  return items.map((item, n) => ({ ...item, weight: even[n] ?? '' }));
};

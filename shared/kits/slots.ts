import { plainName } from '../domain/plain-name.ts';
import type { Competency, Rubric } from '../domain/rubric.ts';
import type { WantedQuestion } from '../interviewer/interviewer.ts';

/** A question that a recruiter brings along. */
export interface GivenQuestion {
  text: string;
  /** The name of its competency; without it the model finds one. */
  competency?: string | undefined;
  /** Without it the model writes one. */
  rubric?: Rubric | undefined;
}

/** A place in the kit: what is wanted there, and the rubric that is given for it. */
export interface Slot extends WantedQuestion {
  rubric?: Rubric | undefined;
}

/** Whether two names of competencies are the same. */
export const same = (a: string, b: string) => plainName(a) === plainName(b);

/**
 * The given questions, then as many others as are missing: each competency gets one, the heaviest
 * first, then those with the most weight for each of their questions get more. First questions of
 * all competencies come before second ones.
 */
export const slotsFor = (
  competencies: readonly Competency[],
  given: readonly GivenQuestion[],
  count: number,
): Slot[] => {
  const asked = new Map(competencies.map(({ id }) => [id, 0]));
  const nextOn = (competency_id: string) => {
    const nth = asked.get(competency_id) ?? 0;
    asked.set(competency_id, nth + 1);
    return { competency_id, nth };
  };
  const own = given.map(({ text, rubric, competency }): Slot => {
    const on = competencies.find(({ name }) => competency !== undefined && same(name, competency));
    return { text, rubric, ...(on && nextOn(on.id)) };
  });
  const claim = ({ id, weight }: Competency) => {
    const nth = asked.get(id) ?? 0;
    return nth === 0 ? 1 + weight : weight / (nth + 1);
  };
  const free = Array.from({ length: Math.max(0, count - given.length) }, () => {
    const [next] = competencies.toSorted((a, b) => claim(b) - claim(a));
    return next ? nextOn(next.id) : {};
  });
  const place = ({ competency_id }: Slot) =>
    competencies.findIndex(({ id }) => id === competency_id);
  return [
    ...own,
    ...free.toSorted((a: Slot, b: Slot) => (a.nth ?? 0) - (b.nth ?? 0) || place(a) - place(b)),
  ];
};

import type { InterviewType } from '../../shared/domain/interview.ts';
import type { Field } from './catalogues/catalogue.ts';
import { fieldsOf } from './fields.ts';
import { fold } from './fold.ts';
import { type JobReading, skillsOf } from './job.ts';
import type { KnownCompetency } from './request.ts';
import { readSentences } from './sentences.ts';
import { splitWords } from './words.ts';

/** The stems of the telling words of a text. */
export const stemsOf = (text: string, language: string) =>
  new Set(readSentences(text, language).flatMap(({ stems }) => [...stems]));

/** What a question is about: a duty, a thing by name, or, where there is neither, a competency. */
export interface Subject {
  kind: 'duty' | 'skill';
  text: string;
  stems: readonly string[];
  weight: number;
}

/** Fields whose duties can be coded or designed. */
const TECHNICAL: ReadonlySet<Field> = new Set([
  'engineering',
  'design',
  'quality',
  'operations',
  'data',
  'security',
]);

const dutiesFor = ({ duties, language }: JobReading, tongue: string, type: InterviewType) => {
  if (tongue !== language) return [];
  if (type !== 'coding' && type !== 'system_design') return duties;
  const technical = duties.filter(({ text }) =>
    fieldsOf(splitWords(fold(text))).some((field) => TECHNICAL.has(field)),
  );
  return technical.length > 0 ? technical : duties;
};

/** What the questions of an interview can be about. */
export const subjectsOf = (job: JobReading, tongue: string, type: InterviewType): Subject[] => [
  ...dutiesFor(job, tongue, type).map(
    ({ text, stems, weight }): Subject => ({
      kind: 'duty',
      text,
      stems: [...stems],
      weight: Math.min(1, weight / 3),
    }),
  ),
  ...skillsOf(job).map(
    ({ text, stems, weight }): Subject => ({ kind: 'skill', text, stems, weight: weight / 2 }),
  ),
];

/** The subject that fits a competency best and was asked about least. */
export const chooseSubject = (
  { name, description }: KnownCompetency,
  subjects: readonly Subject[],
  used: ReadonlyMap<string, number>,
  language: string,
): Subject => {
  const named = stemsOf(name, language);
  const told = stemsOf(description, language);
  const fit = ({ text, stems, weight }: Subject) => {
    const share = (of: ReadonlySet<string>) =>
      stems.filter((stem) => of.has(stem)).length / Math.max(1, stems.length);
    return 3 * share(named) + 2 * share(told) + weight - 2 * (used.get(text) ?? 0);
  };
  const [best] = subjects
    .map((subject) => ({ subject, fit: fit(subject) }))
    .sort((a, b) => b.fit - a.fit);
  return best?.subject ?? { kind: 'skill', text: name, stems: [...named], weight: 0 };
};

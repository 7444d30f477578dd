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

/** What a question is about: a duty, a thing by name, or, where there is neither, a whole field. */
export interface Subject {
  kind: 'duty' | 'skill' | 'field';
  /** As a question says it. */
  text: string;
  /** As a rubric says it: key words only, since no question may hold a phrase of its rubric. */
  topic: string;
  stems: readonly string[];
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

const TOPIC_WORDS = 3;

/** The words of a text that tell most, in its order. */
const topicOf = (text: string, language: string) => {
  const words = readSentences(text, language).flatMap((sentence) => sentence.words);
  const heaviest = new Set([...words].sort((a, b) => b.weight - a.weight).slice(0, TOPIC_WORDS));
  return words
    .filter((word) => heaviest.has(word))
    .map((word) => word.text)
    .join(', ');
};

/** What the questions of an interview can be about. */
export const subjectsOf = (job: JobReading, tongue: string, type: InterviewType): Subject[] => [
  ...dutiesFor(job, tongue, type).map(
    ({ text, stems }): Subject => ({
      kind: 'duty',
      text,
      topic: topicOf(text, job.language),
      stems: [...stems],
    }),
  ),
  ...skillsOf(job).map(({ text, stems }): Subject => ({ kind: 'skill', text, topic: text, stems })),
];

/** The subject of a competency that was asked about least; the competency itself in turn with them. */
export const chooseSubject = (
  { name, description }: KnownCompetency,
  subjects: readonly Subject[],
  used: ReadonlyMap<string, number>,
  language: string,
): Subject => {
  // By the words themselves, not by stems: no two competencies may ask about the same.
  const named = new Set(splitWords(fold(name)));
  const own = subjects.filter(({ kind, text }) =>
    kind === 'duty'
      ? description.includes(text)
      : splitWords(fold(text)).every((word) => named.has(word)),
  );
  // In the middle of an English sentence no capital.
  const text =
    language === 'en'
      ? name.replace(/^\p{Lu}(?=\p{Ll}+ )/u, (letter) => letter.toLowerCase())
      : name;
  const field: Subject = {
    kind: 'field',
    text,
    topic: topicOf(name, language),
    stems: [...stemsOf(name, language)],
  };
  const [least] = [...own, field].sort((a, b) => (used.get(a.text) ?? 0) - (used.get(b.text) ?? 0));
  return least ?? field;
};

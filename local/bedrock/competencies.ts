import type { InterviewType } from '../../shared/domain/interview.ts';
import type { Field } from './catalogues/catalogue.ts';
import { catalogueFor, fill } from './catalogues/languages.ts';
import { readableLines } from './documents.ts';
import { countFields } from './fields.ts';
import { fold } from './fold.ts';
import { type Blocks, settingsOf } from './request.ts';
import { extractTerms, type Term } from './terms.ts';
import { splitWords } from './words.ts';

/** What is asked about where the advertisement says too little, by type of interview. */
const USUAL: Record<InterviewType, readonly Field[]> = {
  technical: ['problem_solving', 'quality', 'design', 'collaboration', 'delivery'],
  coding: ['engineering', 'quality', 'problem_solving', 'design', 'collaboration'],
  system_design: ['design', 'operations', 'data', 'security', 'problem_solving'],
  behavioral: ['collaboration', 'delivery', 'learning', 'leadership', 'problem_solving'],
  general: ['problem_solving', 'collaboration', 'delivery', 'learning', 'quality'],
};
/** How many competencies are named by the terms of the job. */
const SUBJECTS: Record<InterviewType, number> = {
  technical: 3,
  coding: 3,
  system_design: 3,
  behavioral: 1,
  general: 2,
};
const COUNT = 5;
const WISH = /\b(?:nice to have|a plus|bonus|ideally|optional|von vorteil|deseable|un atout)\b/;
const NEED =
  /\b(?:must|required?|essential|mandatory|need|erforderlich|zwingend|imprescindible|exigé|indispensable)\b/;

const weightOf = (line: string, i: number) => {
  if (i === 0) return 2;
  if (WISH.test(line)) return 0.5;
  return NEED.test(line) ? 1.5 : 1;
};

/** Two or three terms for each subject, the heaviest ones first; near neighbours are not separated. */
const groupTerms = (terms: readonly Term[], groups: number): Term[][] => {
  const chosen: Term[] = [];
  for (const term of terms) {
    if (chosen.length >= groups * 2) break;
    const told = chosen.some(({ stems }) => term.stems.some((stem) => stems.includes(stem)));
    if (!told) chosen.push(term);
  }
  const count = Math.min(groups, chosen.length);
  return Array.from({ length: count }, (_, i) => chosen.filter((_term, j) => j % count === i));
};

const capital = (name: string) => name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Five competencies from the job alone: by its own terms, and by the fields of work that it shows. */
export const deriveCompetencies = (blocks: Blocks) => {
  const { tongue, type } = settingsOf(blocks);
  const { fields, subject } = catalogueFor(tongue);
  const lines = readableLines(blocks.job ?? '');
  const list = new Intl.ListFormat(tongue);
  const subjects = groupTerms(extractTerms(lines, tongue), SUBJECTS[type]).map((terms) => {
    const names = list.format(terms.map(({ text }) => text));
    return {
      name: capital(fill(subject.name, { terms: names })).slice(0, 120),
      description: fill(subject.description, { terms: names }),
    };
  });
  const read = lines.map((line, i) => ({
    words: splitWords(fold(line)),
    weight: weightOf(fold(line), i),
  }));
  const counts = countFields(read);
  const usual = USUAL[type];
  // What the type asks for counts as if the advertisement had said it once more.
  for (const [i, field] of usual.entries())
    counts.set(field, (counts.get(field) ?? 0) * 1.5 + 1 - i / 10);
  const chosen = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, COUNT - subjects.length)
    .map(([field]) => fields[field]);
  return {
    competencies: [...subjects, ...chosen].map((competency, i) => ({
      ...competency,
      importance: Math.max(2, 5 - Math.floor((i * 4) / COUNT)),
    })),
  };
};

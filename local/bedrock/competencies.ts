import type { InterviewType } from '../../shared/domain/interview.ts';
import type { Catalogue, Field } from './catalogues/catalogue.ts';
import { catalogueFor, fill } from './catalogues/languages.ts';
import type { Duty } from './duties.ts';
import { countFields, fieldsOf } from './fields.ts';
import { fold } from './fold.ts';
import { type JobReading, readJob, skillsOf } from './job.ts';
import { weightOfLine } from './line-weight.ts';
import { type Blocks, settingsOf } from './request.ts';
import type { Term } from './terms.ts';
import { splitWords } from './words.ts';

/** What is asked about where the advertisement says too little, by type of interview. */
const USUAL: Record<InterviewType, readonly Field[]> = {
  technical: ['problem_solving', 'quality', 'design', 'collaboration', 'delivery'],
  coding: ['engineering', 'quality', 'problem_solving', 'design', 'collaboration'],
  system_design: ['design', 'operations', 'data', 'security', 'problem_solving'],
  behavioral: ['collaboration', 'delivery', 'learning', 'leadership', 'problem_solving'],
  general: ['problem_solving', 'collaboration', 'delivery', 'learning', 'quality'],
};
/** How many competencies at the most are named by the things that the job deals with. */
const BY_NAME: Record<InterviewType, number> = {
  technical: 2,
  coding: 2,
  system_design: 2,
  behavioral: 1,
  general: 1,
};
const COUNT = 5;
const NAMES_EACH = 3;
const DUTIES_EACH = 3;
/** Different terms in as many groups, the heaviest ones first in each. */
const groupTerms = (terms: readonly Term[], groups: number): Term[][] => {
  const chosen: Term[] = [];
  for (const term of terms) {
    const told = chosen.some(({ stems }) => term.stems.some((stem) => stems.includes(stem)));
    if (!told && chosen.length < groups * NAMES_EACH) chosen.push(term);
  }
  const count = Math.min(groups, Math.ceil(chosen.length / 2));
  return Array.from({ length: count }, (_, i) => chosen.filter((_term, j) => j % count === i));
};

const capital = (name: string) => name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** The fields of work that the advertisement shows most, with what the type of interview asks for. */
const chooseFields = ({ lines }: JobReading, type: InterviewType, count: number): Field[] => {
  const read = lines.map((line, i) => ({
    words: splitWords(fold(line)),
    weight: weightOfLine(line, i),
  }));
  const counts = countFields(read);
  for (const [i, field] of USUAL[type].entries())
    counts.set(field, (counts.get(field) ?? 0) * 1.5 + 1 - i / 10);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([field]) => field);
};

/** Fields that any duty may be an example of. */
const ANY_DUTY: ReadonlySet<Field> = new Set([
  'collaboration',
  'delivery',
  'problem_solving',
  'engineering',
  'quality',
  'learning',
  'leadership',
]);

/**
 * Each duty under the chosen field that it shows most; what shows none, and what others have
 * to spare, where one is missing.
 */
const shareDuties = (duties: readonly Duty[], fields: readonly Field[]): Map<Field, Duty[]> => {
  const shared = new Map<Field, Duty[]>();
  const put = (field: Field, duty: Duty) => shared.set(field, [...(shared.get(field) ?? []), duty]);
  const left: Duty[] = [];
  for (const duty of duties) {
    const shown = fieldsOf(splitWords(fold(duty.text))).find((field) => fields.includes(field));
    if (shown && (shared.get(shown)?.length ?? 0) < DUTIES_EACH) put(shown, duty);
    else left.push(duty);
  }
  const spare = () => {
    const [most] = [...shared].sort((a, b) => b[1].length - a[1].length);
    return most && most[1].length > 1 ? most[1].pop() : undefined;
  };
  for (const field of fields) {
    if (shared.has(field) || !ANY_DUTY.has(field)) continue;
    const duty = left.shift() ?? spare();
    if (duty) put(field, duty);
  }
  return shared;
};

const describe = (base: string, duties: readonly Duty[], catalogue: Catalogue) => {
  if (duties.length === 0 || catalogue.in_this_job === undefined) return base;
  const listed = duties.map(({ text }) => text).join('; ');
  return `${base} ${fill(catalogue.in_this_job, { duties: listed })}`.slice(0, 600);
};

/** Five competencies from the job alone: by what it names, and by the fields of work that it shows. */
export const deriveCompetencies = (blocks: Blocks) => {
  const { tongue, type } = settingsOf(blocks);
  const catalogue = catalogueFor(tongue);
  const job = readJob(blocks.job ?? '', tongue);
  const list = new Intl.ListFormat(tongue);
  const named = groupTerms(skillsOf(job), BY_NAME[type]).map((terms) => {
    const names = list.format(terms.map(({ text }) => text));
    return {
      name: capital(fill(catalogue.skills.name, { terms: names })).slice(0, 120),
      description: fill(catalogue.skills.description, { terms: names }),
    };
  });
  const fields = chooseFields(job, type, COUNT - named.length);
  // Duties stand in the advertisement's words: only where these are the interview's too.
  const duties = shareDuties(tongue === job.language ? job.duties : [], fields);
  const shown = fields.map((field) => ({
    name: catalogue.fields[field].name,
    description: describe(catalogue.fields[field].description, duties.get(field) ?? [], catalogue),
  }));
  return {
    competencies: [...named, ...shown].map((competency, i) => ({
      ...competency,
      importance: Math.max(2, 5 - Math.floor((i * 4) / COUNT)),
    })),
  };
};

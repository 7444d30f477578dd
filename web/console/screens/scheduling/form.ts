import type { Issue } from '../../../../client/error.ts';
import type { Values } from '../../../../client/people-columns.ts';
import { type NewInterview, personCheck } from '../../../../client/person-check.ts';
import type { KitOfList } from '../../../../client/person-kit.ts';
import { jobDefaults } from '../../../../shared/domain/defaults.ts';
import type { Fields } from '../../parts/problem.tsx';
import { type Clocks, firstWindow } from './window.ts';

/** A new interview as it is typed. */
export interface InterviewForm extends Clocks {
  from: 'kit' | 'job';
  kit_id: string;
  job_title: string;
  job_description: string;
  ai_interview_type: string;
  language: string;
  difficulty: string;
  question_count: string;
  candidate_name: string;
  candidate_email: string;
  resume_text: string;
  personalise: boolean;
  follow_ups: string;
  decision_by: string;
  /** The candidate's zone, for the preview alone; empty where it is not known. */
  theirs: string;
}

export const emptyForm = (now: Date, zone: string): InterviewForm => ({
  from: 'kit',
  kit_id: '',
  job_title: '',
  job_description: '',
  ai_interview_type: 'general',
  language: jobDefaults.language,
  difficulty: jobDefaults.difficulty,
  question_count: String(jobDefaults.question_count),
  candidate_name: '',
  candidate_email: '',
  resume_text: '',
  personalise: true,
  follow_ups: '0',
  decision_by: '',
  theirs: '',
  ...firstWindow(now, zone),
});

/** The fields of the form by their names in a request: their ids, and what sentences call them. */
export const fields: Fields = {
  kit_id: ['kit', 'the kit'],
  job_title: ['title', 'the job title'],
  job_description: ['description', 'the job’s text'],
  ai_interview_type: ['type', 'the type'],
  language: ['language', 'the language'],
  difficulty: ['difficulty', 'the difficulty'],
  question_count: ['count', 'the number of questions'],
  candidate_name: ['name', 'the name'],
  candidate_email: ['mail', 'the address'],
  resume_text: ['resume', 'the résumé'],
  personalise: ['personalise', 'the sentence before questions'],
  follow_ups: ['follow-ups', 'the number of follow-up questions'],
  starts_at: ['starts', 'the opening time'],
  ends_at: ['ends', 'the closing time'],
  decision_by: ['decision', 'the day of the decision'],
};

const jobOf = ({ from, kit_id, ...form }: InterviewForm): Values => {
  if (from === 'kit') return { kit_id };
  const { job_title, job_description, ai_interview_type, language, difficulty } = form;
  const { question_count } = form;
  return { job_title, job_description, ai_interview_type, language, difficulty, question_count };
};

const valuesOf = (form: InterviewForm): Values => {
  const { candidate_name, candidate_email, resume_text, follow_ups, decision_by } = form;
  const times = { starts_at: form.starts, ends_at: form.ends };
  return {
    ...jobOf(form),
    ...times,
    candidate_name,
    candidate_email,
    resume_text,
    follow_ups,
    decision_by,
  };
};

const needed = {
  kit: ['starts_at', 'ends_at'],
  job: ['job_title', 'job_description', 'language', 'question_count', 'starts_at', 'ends_at'],
} as const;

const missingIn = (form: InterviewForm, values: Values): Issue[] => {
  const noKit = form.from === 'kit' && !form.kit_id;
  const empty = needed[form.from].filter((name) => !values[name]?.trim());
  return [
    ...(noKit ? [{ path: 'kit_id', message: 'Choose a kit' }] : []),
    ...empty.map((path) => ({ path, message: `${path} must not be empty` })),
  ];
};

export type FormCheck =
  | { request: NewInterview; issues?: never }
  | { request?: never; issues: Issue[] };

/** The request that a form makes, or what is wrong with it. @param kits those that can be chosen */
export const checkForm = (
  form: InterviewForm,
  kits: readonly KitOfList[],
  now: Date,
): FormCheck => {
  const values = valuesOf(form);
  const missing = missingIn(form, values);
  // By its id alone: a title is the name of a kit in a file, but not here.
  const chosen = form.from === 'kit' ? kits.filter(({ kit_id }) => kit_id === form.kit_id) : [];
  const { interview, problems } = personCheck({ zone: form.zone, kits: chosen, now })(values);
  // Without a description, a title is taken for the name of a kit.
  const ofNoJob = form.from === 'job' && !values.job_description?.trim();
  const known = [
    ...missing.map(({ path }) => path),
    ...(ofNoJob ? ['kit_id', 'job_title'] : []),
    ...(form.starts ? [] : ['ends_at']),
  ];
  const others = problems.filter(({ column }) => !known.includes(column ?? ''));
  const issues = [
    ...missing,
    ...others.map(({ column, message }) => ({ path: column ?? '', message })),
  ];
  if (!interview || issues.length > 0) return { issues };
  const { personalise, resume_text } = form;
  return { request: { ...interview, ...(resume_text.trim() && { personalise }) } };
};

import { difficulties, fewest, interviewTypes, mostQuestions } from '../shared/domain/defaults.ts';
import { isEmailAddress } from '../shared/domain/email-address.ts';
import { fits, isBlank, isLanguageTag, limits, withCommas } from '../shared/domain/plain-text.ts';
import type { Column } from './people-columns.ts';

type Wrong = string | null;

const text =
  (most: number) =>
  (value: string): Wrong => {
    if (value.includes('\0') || !value.isWellFormed()) return 'must be text';
    if (isBlank(value)) return 'must not be empty';
    return fits(value, most) ? null : `must be at most ${withCommas(most)} characters`;
  };
const oneOf =
  (choices: readonly string[]) =>
  (value: string): Wrong =>
    choices.includes(value.toLowerCase()) ? null : `must be one of ${choices.join(', ')}`;
const whole =
  (from: number, to: number) =>
  (value: string): Wrong =>
    /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
      ? null
      : `must be a whole number from ${from} to ${to}`;
const email = (value: string): Wrong =>
  text(limits.email)(value) ?? (isEmailAddress(value) ? null : 'is not an e-mail address');
const day = (value: string): Wrong =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(value).toJSON()?.startsWith(value)
    ? null
    : 'must be a date, for example 2026-12-11';
const language = (value: string): Wrong =>
  isLanguageTag(value) ? null : 'must be a language tag (BCP 47), for example en-US';

/** What is wrong with a cell that is not empty, as the end of a sentence. */
export const rules: Partial<Record<Column, (value: string) => Wrong>> = {
  candidate_name: text(limits.name),
  candidate_email: email,
  job_title: text(limits.name),
  job_description: text(limits.job_description),
  resume_text: text(limits.resume_text),
  ai_interview_type: oneOf(interviewTypes),
  difficulty: oneOf(difficulties),
  language,
  question_count: whole(fewest, mostQuestions),
  follow_ups: whole(0, 2),
  decision_by: day,
};

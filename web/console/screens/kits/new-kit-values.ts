import type { Input } from '../../../../client/types.ts';
import { jobDefaults } from '../../../../shared/domain/defaults.ts';
import type { Kit } from './kit-draft.ts';

/** The form of a new kit, as typed. */
export interface NewKitValues {
  job_title: string;
  job_description: string;
  ai_interview_type: Kit['ai_interview_type'];
  difficulty: Kit['difficulty'];
  language: string;
  question_count: string;
  /** Questions that are brought along. */
  questions: string[];
}

export const emptyKit: NewKitValues = {
  job_title: '',
  job_description: '',
  ai_interview_type: 'general',
  difficulty: jobDefaults.difficulty,
  language: jobDefaults.language,
  question_count: String(jobDefaults.question_count),
  questions: [],
};

/** What is sent; what is no number is left to the API to refuse. Questions without a text are left out. */
export const kitSent = ({
  question_count,
  questions,
  ...typed
}: NewKitValues): Input<'createKit'> => ({
  ...typed,
  job_title: typed.job_title.trim(),
  language: typed.language.trim(),
  question_count: Number(question_count),
  questions: questions.flatMap((text) => (text.trim() === '' ? [] : { text })),
});

/** The key under which a form was sent. */
export interface SentAs {
  key: string;
  body: string;
}

/** The key to send a form under: the same as long as it is the same form, so that nothing is written and paid twice. */
export const keyFor = (
  before: SentAs | null,
  values: NewKitValues,
  makeKey: () => string = () => crypto.randomUUID(),
): SentAs => {
  const body = JSON.stringify(kitSent(values));
  return before?.body === body ? before : { key: makeKey(), body };
};

/** What can be done about a kit that was not written; empty where the API's own sentence says it. */
export const adviceOn = (code: string): string => {
  switch (code) {
    case 'ai_unavailable':
      return 'Nothing was kept of it. Try again in a minute; if it goes on, an administrator can see in the operations guide what the model answers.';
    case 'budget_reached':
      return 'Nothing was written. The budget begins anew at 00:00 UTC, and an administrator can raise it.';
    case 'unreachable':
    case 'timeout':
      return 'It may have been written all the same. Trying again finds it and pays nothing twice.';
    default:
      return '';
  }
};

import type { Cue } from '../cues.ts';

/** Fields of work that the lines of a job are sorted into. */
export type Field =
  | 'engineering'
  | 'design'
  | 'quality'
  | 'operations'
  | 'data'
  | 'security'
  | 'care'
  | 'customers'
  | 'teaching'
  | 'commerce'
  | 'collaboration'
  | 'delivery'
  | 'problem_solving'
  | 'leadership'
  | 'learning';

/** What a question asks for, whatever its subject. */
export type QuestionKind =
  | 'piece_of_work'
  | 'debugging'
  | 'choice'
  | 'assurance'
  | 'explanation'
  | 'improvement'
  | 'disagreement'
  | 'mistake'
  | 'pressure'
  | 'helping'
  | 'initiative'
  | 'change'
  | 'small_problem'
  | 'review'
  | 'test_plan'
  | 'speed_up'
  | 'clean_up'
  | 'new_system'
  | 'growth'
  | 'outage'
  | 'data_model'
  | 'migration'
  | 'relevance'
  | 'priorities'
  | 'working_together'
  | 'keeping_up'
  | 'first_weeks';

export type CriterionKind =
  | 'own_part'
  | 'reasons'
  | 'result'
  | 'knowledge'
  | 'correctness'
  | 'structure'
  | 'resilience'
  | 'people'
  | 'reflection';

export interface CriterionText {
  name: string;
  level_1: string;
  level_3: string;
  level_5: string;
  /** Two to four; `{term}` is the subject. */
  evidence_wanted: readonly string[];
}

/** All texts of one language. `{term}` and `{example}` stand for the subject and a piece of résumé. */
export interface Catalogue {
  fields: Record<Field, { name: string; description: string }>;
  /** A competency named by the terms of the job: `{terms}` is a list of them. */
  subject: { name: string; description: string };
  questions: Record<QuestionKind, string>;
  /** Put before a question: `{example}` is a subject that the résumé and the job share. */
  from_resume: string;
  /** Put after a question, for `hard` and `easy`. */
  harder: string;
  easier: string;
  criteria: Record<CriterionKind, CriterionText>;
  feedback: {
    /** What an answer did, by the cue it shows most of. */
    strength: Record<Cue, string>;
    /** Where nothing on the subject was found. */
    nothing: string;
    tip: Record<Cue, string>;
    /** Where all is there. */
    complete: string;
  };
  closing: {
    offline: string;
    answered: string;
    none_answered: string;
    open: string;
    not_read: string;
    shown_most: string;
    shown_none: string;
    shown_least: string;
    shown_all: string;
    advice: string;
  };
  follow_up: Record<Cue, string>;
}

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
  /** Two to four. */
  evidence_wanted: readonly string[];
}

/** Sentences, taken in turn, for questions after a real case, and for all others. */
export interface Aside {
  case: readonly string[];
  idea: readonly string[];
}

/** All texts of one language. A name in braces is filled in; see each. */
export interface Catalogue {
  fields: Record<Field, { name: string; description: string }>;
  /** A competency named by what the job deals with: `{terms}` is a list. */
  skills: { name: string; description: string };
  /** Added to a description: `{duties}` is a list of what the job asks a person to do. */
  in_this_job?: string;
  /** Said before a question; the question calls the subject "this". */
  intros: {
    /** `{term}` is a duty that begins with a verb in its base form; duties are read in English only. */
    duty?: readonly string[];
    /** `{term}` is the name of a thing or subject. */
    skill: readonly string[];
    /** `{term}` is the name of a competency; without them, those for a thing are said. */
    field?: readonly string[];
  };
  questions: Record<QuestionKind, string>;
  /** Said between intro and question where the résumé touches on the subject. */
  from_resume: string;
  /** Said after a question, for `hard` and `easy`. */
  harder: Aside;
  easier: Aside;
  /** `{term}` is the subject. */
  criteria: Record<CriterionKind, CriterionText>;
  feedback: {
    /** What an answer did, by the cue that shows most in it. */
    strength: Record<Cue, string>;
    /** Where nothing on the subject was found. */
    nothing: string;
    tip: Record<Cue, string>;
    /** Where all is there. */
    complete: string;
  };
  /** `{names}` is a list of competencies. */
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

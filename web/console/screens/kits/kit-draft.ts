import type { Output } from '../../../../client/types.ts';
import { percentOf, shareOf } from './weights.ts';

export type Kit = Output<'getKit'>;
type Question = Kit['questions'][number];
type Criterion = Question['rubric']['criteria'][number];

/** What a version of a kit asks and how it judges. */
export type Content = Pick<Kit, 'competencies' | 'questions'>;

/** Something in a list of a draft. Its key is its id, or begins with a plus where it is new. */
export interface Keyed {
  key: string;
}

export interface CompetencyDraft extends Keyed {
  name: string;
  description: string;
  /** In percent, as typed. */
  weight: string;
}

export interface CriterionDraft extends Keyed {
  name: string;
  weight: string;
  level1: string;
  level3: string;
  level5: string;
  /** Phrases, one a line. */
  evidence: string;
  warnings: string;
}

export interface QuestionDraft extends Keyed {
  text: string;
  /** The key of its competency; empty until one is chosen. */
  competency: string;
  weight: string;
  criteria: CriterionDraft[];
}

/** A version of a kit as it is edited: every field is text. */
export type KitDraft = { competencies: CompetencyDraft[]; questions: QuestionDraft[] };

const criterionDraft = ({ id, name, anchors, weight, ...phrases }: Criterion): CriterionDraft => ({
  key: id,
  name,
  weight: percentOf(weight),
  level1: anchors[1],
  level3: anchors[3],
  level5: anchors[5],
  evidence: phrases.evidence_wanted.join('\n'),
  warnings: (phrases.warning_signs ?? []).join('\n'),
});

/** A version as it is edited. */
export const draftOf = ({ competencies, questions }: Content): KitDraft => ({
  competencies: competencies.map(({ id, name, description, weight }) => ({
    key: id,
    name,
    description,
    weight: percentOf(weight),
  })),
  questions: questions.map(({ id, text, competency_id, weight, rubric }) => ({
    key: id,
    text,
    competency: competency_id,
    weight: percentOf(weight),
    criteria: rubric.criteria.map(criterionDraft),
  })),
});

/** The lines of a field; those that it was loaded with where it stands as it was, as they may have line breaks. */
const phrasesIn = (typed: string, loaded: readonly string[] = []): string[] =>
  typed === loaded.join('\n')
    ? [...loaded]
    : typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : line.trim()));

const criterionIn = (before: readonly Criterion[], draft: CriterionDraft): Criterion => {
  const was = before.find(({ id }) => id === draft.key);
  const warning_signs = phrasesIn(draft.warnings, was?.warning_signs);
  return {
    id: draft.key,
    name: draft.name,
    anchors: { 1: draft.level1, 3: draft.level3, 5: draft.level5 },
    evidence_wanted: phrasesIn(draft.evidence, was?.evidence_wanted),
    ...((was?.warning_signs || warning_signs.length > 0) && { warning_signs }),
    weight: shareOf(draft.weight, was?.weight),
  };
};

const questionIn = (before: readonly Question[], draft: QuestionDraft): Question => {
  const was = before.find(({ id }) => id === draft.key);
  const known = was?.rubric.criteria ?? [];
  return {
    id: draft.key,
    text: draft.text,
    competency_id: draft.competency,
    weight: shareOf(draft.weight, was?.weight),
    rubric: {
      version: was?.rubric.version ?? 1,
      criteria: draft.criteria.map((criterion) => criterionIn(known, criterion)),
    },
  };
};

/** What a draft says, with its keys as ids; what stands as it was loaded is exactly that. */
export const contentIn = (before: Content, draft: KitDraft): Content => ({
  competencies: draft.competencies.map(({ key, name, description, weight }) => ({
    id: key,
    name,
    description,
    weight: shareOf(weight, before.competencies.find(({ id }) => id === key)?.weight),
  })),
  questions: draft.questions.map((question) => questionIn(before.questions, question)),
});

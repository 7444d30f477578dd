import type { Input } from '../../../../client/types.ts';
import { uniqueSlugs } from '../../../../shared/interviewer/slug.ts';
import { changesBetween } from './changes.ts';
import { type Content, contentIn, type KitDraft } from './kit-draft.ts';

type Sent = Omit<Input<'reviseKit'>, 'kit_id' | 'version'>;
type QuestionSent = NonNullable<Sent['questions']>[number];
type Question = Content['questions'][number];

const isNew = (id: string) => id.startsWith('+');

/** A question as it is sent: what stays is left out, and so are ids of what is new. */
const questionSent = (was: Question | undefined, question: Question): QuestionSent => {
  const { id, text, competency_id, weight, rubric } = question;
  const isChanged = (name: keyof Question) => changesBetween(was?.[name], question[name]) > 0;
  const criteria = rubric.criteria.map(({ id: own, ...criterion }) =>
    isNew(own) ? criterion : { id: own, ...criterion },
  );
  return {
    ...(was && { id }),
    ...(isChanged('text') && { text }),
    ...(isChanged('competency_id') && { competency_id }),
    ...(isChanged('weight') && { weight }),
    ...(isChanged('rubric') && { rubric: { criteria } }),
  };
};

/** What a draft changes about the version it began with, as the API takes it; empty lists are as they are. */
export const revisionOf = (before: Content, draft: KitDraft): Sent => {
  const { competencies, questions } = contentIn(before, draft);
  const names = competencies.map(({ id, name }) => (isNew(id) ? name : id));
  const made = uniqueSlugs(names, 'competency');
  const named = competencies.map((one, n) => (isNew(one.id) ? { ...one, id: made[n] ?? '' } : one));
  const idOf = new Map(competencies.map(({ id }, n) => [id, named[n]?.id ?? id]));
  const asked = questions.map((question) => ({
    ...question,
    competency_id: idOf.get(question.competency_id) ?? question.competency_id,
  }));
  return {
    ...(changesBetween(before.competencies, competencies) > 0 && { competencies: named }),
    ...(changesBetween(before.questions, asked) > 0 && {
      questions: asked.map((one) =>
        questionSent(
          before.questions.find(({ id }) => id === one.id),
          one,
        ),
      ),
    }),
  };
};

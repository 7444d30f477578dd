import { usesOf } from '../domain/cost.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { InterviewRecord } from '../table/interviews.ts';

/**
 * Every use of a model for an interview, by what it was for; that of its kit is the kit's, and for
 * all of its interviews. Sessions before kits had their questions written for themselves.
 */
export const usesOfInterview = ({
  session,
  questions,
  responses,
  evaluations,
}: InterviewRecord): Record<'kit' | 'questions' | 'evaluation', Provenance[]> => {
  const followUps = questions.flatMap(({ provenance }) => provenance ?? []);
  const first = responses.flatMap(({ assessment }) => usesOf(assessment));
  // Version 1 is based on the first readings; every later version has its own.
  const later = evaluations
    .filter(({ version }) => version > 1)
    .flatMap(({ assessments }) => assessments.flatMap((one) => usesOf(one.assessment)));
  const writing = session?.provenance ?? [];
  return {
    kit: session?.kit ? writing : [],
    questions: [...(session?.kit ? [] : writing), ...(session?.spent ?? []), ...followUps],
    evaluation: [...first, ...later, ...evaluations.map(({ provenance }) => provenance)],
  };
};

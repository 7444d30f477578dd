import type { Assessment } from '../domain/assessment.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Rubric } from '../domain/rubric.ts';

/**
 * The assessment of an answer that the model or its guardrail refuses to read: no level, and a flag
 * that requires a person. Without it the interview would stay pending forever.
 * @param at ISO 8601, UTC
 */
export const refusedAssessment = (
  rubric: Rubric,
  by: Pick<Provenance, 'evaluator' | 'model_id'>,
  at: string,
): Assessment => ({
  status: 'needs_human',
  criteria: rubric.criteria.map(({ id }) => ({
    criterion_id: id,
    level: null,
    quotes: [],
    not_scored: 'refused',
  })),
  feedback: { strength: '', tip: '' },
  flags: [{ kind: 'guardrail', detail: 'The model or its guardrail refused to read this answer' }],
  rubric_version: rubric.version,
  provenance: {
    ...by,
    prompt_version: 'none',
    prompt_hash: '',
    input_tokens: 0,
    output_tokens: 0,
    made_at: at,
  },
});

import { vi } from 'vitest';
import type { Competency } from '../../../shared/domain/rubric.ts';
import type { Interviewer } from '../../../shared/interviewer/interviewer.ts';
import { normaliseWeights } from '../../../shared/interviewer/weights.ts';
import { aProvenance, aRubric } from '../../support/records.ts';

/** Competencies by name, with these shares of the whole. */
export const competenciesOf = (shares: Record<string, number>): Competency[] => {
  const weights = normaliseWeights(Object.values(shares));
  return Object.keys(shares).map((name, n) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    description: `What ${name} is.`,
    weight: weights[n] ?? 0,
  }));
};

/** A writer that derives these competencies, and whose questions say what they are on. */
export const fakeWriting = (competencies: Competency[]) => ({
  deriveCompetencies: vi.fn<Interviewer['deriveCompetencies']>(async () => ({
    competencies,
    provenance: aProvenance({ prompt_version: 'derive' }),
  })),
  writeQuestions: vi.fn<Interviewer['writeQuestions']>(async ({ wanted }) => ({
    questions: wanted.map(({ competency_id, nth, text }, n) => ({
      // Models do not always repeat a text as it is.
      text: text ? `${text} indeed` : `${competency_id} ${nth}?`,
      competency_id: competency_id ?? competencies[0]?.id ?? '',
      rubric: { ...aRubric(), version: n + 1 },
    })),
    provenance: [aProvenance({ prompt_version: 'write' })],
  })),
  wasted: vi.fn<Interviewer['wasted']>(async () => {}),
});

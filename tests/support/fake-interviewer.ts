import type { Provenance } from '../../shared/domain/provenance.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import {
  type Interviewer,
  InterviewerError,
  type InterviewerFailure,
} from '../../shared/interviewer/interviewer.ts';
import { anAssessment, aProvenance, aRubric } from './records.ts';

type Call = Exclude<keyof Interviewer, 'wasted'>;

/**
 * An interviewer that gives every criterion level 3, without a model. It records what it was asked
 * and what was wasted, and fails with `fail` while that is set.
 */
export const fakeInterviewer = () => {
  const asked: { call: Call; input: unknown }[] = [];
  const wasted: Provenance[] = [];
  const state: { fail: InterviewerFailure | null; failing: readonly Call[] | null; level: number } =
    {
      fail: null,
      failing: null,
      level: 3,
    };
  const answer = async <Made>(call: Call, input: unknown, made: Made): Promise<Made> => {
    asked.push({ call, input });
    const fails = state.fail !== null && (state.failing === null || state.failing.includes(call));
    if (fails) throw new InterviewerError(state.fail ?? 'unavailable');
    return made;
  };
  const assess = (rubric: Rubric) => anAssessment(...rubric.criteria.map(() => state.level));
  const interviewer: Interviewer = {
    deriveCompetencies: (input) =>
      answer('deriveCompetencies', input, {
        competencies: [
          { id: 'data-modelling', name: 'Data modelling', description: 'Models data.', weight: 1 },
        ],
        provenance: aProvenance({ prompt_version: 'derive' }),
      }),
    writeQuestions: (input) =>
      answer('writeQuestions', input, {
        questions: input.wanted.map(({ competency_id = 'data-modelling', nth = 0, text }) => ({
          text: text ?? `Written question ${nth + 1}?`,
          competency_id,
          rubric: aRubric(),
        })),
        provenance: [aProvenance({ prompt_version: 'write' })],
      }),
    writeLeadIns: (input) =>
      answer('writeLeadIns', input, {
        lead_ins: [{ question: 0, sentence: 'You write of work with orders.' }],
        provenance: aProvenance({ prompt_version: 'lead-ins' }),
      }),
    assessAnswer: (input) => answer('assessAnswer', input, assess(input.rubric)),
    writeClosing: (input) =>
      answer('writeClosing', input, {
        evaluation: 'The answers named cases.',
        strengths: 'Cases.',
        areas_for_improvement: 'Outcomes.',
        provenance: aProvenance({ prompt_version: 'closing' }),
      }),
    writeFollowUp: (input) => answer('writeFollowUp', input, null),
    wasted: async (...used) => void wasted.push(...used),
  };
  return {
    interviewer,
    asked,
    wasted,
    state,
    /** How often a function was called. */
    times: (call: Call) => asked.filter((one) => one.call === call).length,
  };
};

import { expect, it } from 'vitest';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { readingOf } from '../../support/reading.ts';
import {
  anAssessment,
  anEvaluation,
  aProvenance,
  aQuestion,
  aRecord,
  aResponse,
  aSession,
  id,
} from '../../support/records.ts';

const costOf = async (record: InterviewRecord) =>
  (await getInterview(readingOf(record), id(1))).cost;

/** A use of this many tokens; with powers of ten, the sum shows which uses were counted. */
const use = (input_tokens: number) => aProvenance({ input_tokens, output_tokens: 0 });
const read = (input_tokens: number) => ({ ...anAssessment(3), provenance: use(input_tokens) });
const evaluation = (version: number, closing: number, reading: number) =>
  anEvaluation({
    version,
    provenance: use(closing),
    assessments: [{ question_id: aQuestion(1).id, assessment: read(reading) }],
  });

it('the cost counts the assessments that evaluation 1 is based on once', async () => {
  const cost = await costOf(
    aRecord({
      responses: [aResponse(1, { assessment: read(1) })],
      evaluations: [evaluation(1, 10, 1)],
    }),
  );

  expect(cost.evaluation.input_tokens).toBe(11);
});

it('the cost counts the assessments of each later evaluation, which are its own', async () => {
  const cost = await costOf(
    aRecord({
      responses: [aResponse(1, { assessment: read(1) })],
      evaluations: [
        evaluation(1, 10, 1),
        evaluation(2, 100, 1_000),
        evaluation(3, 10_000, 100_000),
      ],
    }),
  );

  expect(cost.evaluation.input_tokens).toBe(111_111);
});

it('the cost counts the questions, including follow-ups, and every second opinion', async () => {
  const twice = { ...read(1), second_opinion: use(10) };
  const cost = await costOf(
    aRecord({
      session: aSession({ provenance: [use(1), use(10)] }),
      questions: [aQuestion(1), aQuestion(2, { provenance: use(100) })],
      responses: [aResponse(1, { assessment: twice }), aResponse(2)],
    }),
  );

  expect(cost.questions.input_tokens).toBe(111);
  expect(cost.evaluation.input_tokens).toBe(11);
});

import { expect, it } from 'vitest';
import { usdOf } from '../../../shared/domain/cost.ts';
import { defaults } from '../../../shared/domain/defaults.ts';
import { keepEvaluation } from '../../../shared/table/evaluations.ts';
import { readSpending } from '../../../shared/table/spending.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { anAssessment, anEvaluation, aProvenance, aQuestion } from '../../support/records.ts';
import { evaluated, storeInterview } from '../../support/stored.ts';

const use = (input_tokens: number) =>
  aProvenance({ evaluator: 'bedrock', model_id: defaults.model, input_tokens, output_tokens: 0 });
const [closing, reading, second] = [use(10_000), use(300_000), use(5_000_000)];
const usd = (...uses: ReturnType<typeof use>[]) => uses.reduce((sum, one) => sum + usdOf(one), 0);

const spentOnVersion = async (version: number) => {
  const { table } = memoryTable();
  await storeInterview(table, 'completed');
  const assessment = { ...anAssessment(3), provenance: reading, second_opinion: second };
  const made = anEvaluation({
    version,
    provenance: closing,
    assessments: [{ question_id: aQuestion(1).id, assessment }],
  });
  await keepEvaluation(table, await evaluated(table), made);
  return readSpending(table, made.evaluated_at);
};

it('evaluation 1 books its closing text only: its assessments were booked with the answers', async () => {
  expect(await spentOnVersion(1)).toBeCloseTo(usd(closing), 6);
});

it('a later evaluation also books its assessments, each with its second opinion', async () => {
  expect(await spentOnVersion(2)).toBeCloseTo(usd(closing, reading, second), 6);
});

import { defaults } from '../shared/domain/defaults.ts';
import { costOf, pricesReadOn, voicePrices } from '../shared/domain/prices.ts';
import { localInterview } from './local-interview.ts';
import type { Bench } from './measure.ts';

export const interviewCost: Bench = {
  name: 'cost',
  about: 'what one interview of five questions costs at list prices',
  measure: async () => {
    const { interview } = await localInterview();
    const { questions, evaluation } = interview.cost;
    const tokens = {
      input_tokens: questions.input_tokens + evaluation.input_tokens,
      output_tokens: questions.output_tokens + evaluation.output_tokens,
    };
    const model = costOf(defaults.model, tokens);
    // Every question counts, although one already spoken in another interview costs nothing.
    const characters = interview.questions.reduce((sum, { text }) => sum + text.length, 0);
    const spoken = (characters * voicePrices.standard) / 1e6;
    return [
      {
        what: 'cost of one interview of five questions, the first of its job',
        value: model + spoken,
        unit: 'USD',
        gate: 0.015,
        reach: 0.008,
        basis:
          `${defaults.model}, prices as of ${pricesReadOn}: ${tokens.input_tokens} tokens in and ` +
          `${tokens.output_tokens} out as the offline interviewer counted them, ` +
          `${characters} characters spoken by a standard voice`,
      },
    ];
  },
};

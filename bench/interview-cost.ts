import { defaults } from '../shared/domain/defaults.ts';
import { costOf, pricesReadOn, voicePrices } from '../shared/domain/prices.ts';
import { localInterview } from './local-interview.ts';
import type { Bench, Measure } from './measure.ts';

export const interviewCost: Bench = {
  name: 'cost',
  about: 'what one interview of five questions costs at list prices',
  measure: async () => {
    const { interview } = await localInterview();
    const { kit, questions, evaluation } = interview.cost;
    const add = (...parts: (typeof kit)[]) => ({
      input_tokens: parts.reduce((sum, part) => sum + part.input_tokens, 0),
      output_tokens: parts.reduce((sum, part) => sum + part.output_tokens, 0),
    });
    // Every question counts for the first, although its text may have been spoken before.
    const characters = interview.questions.reduce((sum, { text }) => sum + text.length, 0);
    const spoken = (characters * voicePrices.standard) / 1e6;
    const priced = (
      what: string,
      [gate, reach]: [number, number],
      tokens: ReturnType<typeof add>,
      voice: number,
    ): Measure => {
      const model = costOf(defaults.model, tokens);
      return {
        what: `cost of one interview of five questions, ${what}`,
        value: model + voice,
        unit: 'USD',
        gate,
        reach,
        basis:
          `${defaults.model}, prices as of ${pricesReadOn}: ${tokens.input_tokens} tokens in and ` +
          `${tokens.output_tokens} out as the offline interviewer counted them` +
          `${voice > 0 ? `, ${characters} characters spoken by a standard voice` : ', nothing newly spoken'}`,
      };
    };
    const own = add(questions, evaluation);
    return [
      priced('the first of its job', [0.015, 0.008], add(kit, questions, evaluation), spoken),
      priced('each further one', [0.006, 0.003], own, 0),
    ];
  },
};

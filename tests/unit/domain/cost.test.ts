import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cost, costOfInterview, spentOn, usesOf } from '../../../shared/domain/cost.ts';
import { defaults } from '../../../shared/domain/defaults.ts';
import { costOf, dearestPrice, priceOf, unpricedWarning } from '../../../shared/domain/prices.ts';
import { anAssessment, aProvenance } from '../../support/records.ts';

const use = (model_id: string, input_tokens: number, output_tokens: number) =>
  aProvenance({ evaluator: 'bedrock', model_id, input_tokens, output_tokens });
const nothing = {
  kit: [],
  questions: [],
  evaluation: [],
  unused: null,
  characters: 0,
  engine: 'standard' as const,
};

describe('the price of a model', () => {
  it('is known for the model that is used by default', () => {
    expect(priceOf(defaults.model)).not.toBeNull();
  });

  it.each([
    'anthropic.claude-haiku-4-5-20251001-v1:0',
    'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    'us.anthropic.claude-haiku-4-5',
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5',
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-4-5',
  ])('is found by %s', (id) => {
    expect(priceOf(id)).toEqual(priceOf('anthropic.claude-haiku-4-5'));
  });

  it.each([
    ['openai.gpt-oss-120b-1:0', 0.15],
    ['us.meta.llama3-1-8b-instruct-v1:0', 0.22],
    ['qwen.qwen3-235b-a22b-2507-v1:0', 0.22],
    ['deepseek.v3-v1:0', 0.58],
    ['deepseek.v3.2', 0.62],
  ])('of %s is that of the longest start', (id, input) => {
    expect(priceOf(id)?.input).toBe(input);
  });

  it('is known for every Claude model of the last two years, the dearest too', () => {
    expect(priceOf('us.anthropic.claude-opus-4-1-20250805-v1:0')).toEqual(dearestPrice);
    expect(priceOf('anthropic.claude-opus-4-5-20251101-v1:0')).toEqual({ input: 5, output: 25 });
  });

  const unpriced = [
    '',
    'unknown.model',
    'anthropic.claude',
    'global.anthropic.claude-haiku-5-5-5',
    'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/ab12cd34ef',
  ];
  it.each(unpriced)('is not known for %j, which counts at the dearest known one', (id) => {
    const cost = costOf(id, { input_tokens: 1_000_000, output_tokens: 1_000_000 });

    expect(priceOf(id)).toBeNull();
    expect(cost).toBe(dearestPrice.input + dearestPrice.output);
    expect(cost).toBeGreaterThanOrEqual(
      costOf('anthropic.claude-fable-5-1', { input_tokens: 1_000_000, output_tokens: 1_000_000 }),
    );
  });

  it('is warned of in one line if it is not known', () => {
    expect(unpricedWarning([defaults.model])).toBeNull();
    expect(unpricedWarning([defaults.model, 'unknown.model'])).toMatch(
      /^No price is known for unknown\.model: .*dearest.*$/,
    );
  });
});

describe('the cost of an interview', () => {
  it('is zero if nothing was used', () => {
    expect(costOfInterview(nothing)).toMatchObject({ total_usd: 0 });
  });

  it('includes what led to nothing, as an upper estimate if a price was not known', () => {
    const unused = { input_tokens: 900, output_tokens: 90, micro_usd: 1_500, upper_estimates: 0 };

    const known = costOfInterview({ ...nothing, unused });
    const unknown = costOfInterview({ ...nothing, unused: { ...unused, upper_estimates: 1 } });

    expect(known).toMatchObject({
      unused: { input_tokens: 900, output_tokens: 90, usd: 0.0015, upper_estimate: false },
      total_usd: 0.0015,
      upper_estimate: false,
    });
    expect(unknown).toMatchObject({ unused: { upper_estimate: true }, upper_estimate: true });
  });

  it('is zero for the offline interviewer, but shows its tokens', () => {
    const offline = aProvenance({ evaluator: 'offline', input_tokens: 900 });

    const cost = costOfInterview({ ...nothing, questions: [offline] });

    expect(cost).toMatchObject({ questions: { input_tokens: 900, usd: 0 }, total_usd: 0 });
  });

  it('is zero for a model that npm start was given by its URL', () => {
    const local = aProvenance({ evaluator: 'openai-compatible', model_id: 'qwen3:8b' });

    const cost = costOfInterview({ ...nothing, questions: [{ ...local, input_tokens: 900 }] });

    expect(cost).toMatchObject({ total_usd: 0, upper_estimate: false });
  });

  it('is an upper estimate, and says so, if the price of a model is unknown', () => {
    const unpriced = use('unknown.model', 1_000_000, 0);

    const cost = costOfInterview({ ...nothing, evaluation: [unpriced] });

    expect(cost).toMatchObject({
      questions: { usd: 0, upper_estimate: false },
      evaluation: { usd: dearestPrice.input, upper_estimate: true },
      total_usd: dearestPrice.input,
      upper_estimate: true,
    });
  });

  it('adds up model and voice', () => {
    const used = use('anthropic.claude-haiku-4-5', 1_000_000, 1_000_000);
    const price = priceOf('anthropic.claude-haiku-4-5') ?? { input: 0, output: 0 };

    const cost = costOfInterview({ ...nothing, questions: [used], characters: 1_000_000 });

    expect(cost.questions.usd).toBe(price.input + price.output);
    expect(cost.total_usd).toBeCloseTo(price.input + price.output + cost.voice.usd, 6);
  });

  it('shows the cost of the kit apart, which all interviews of the job share', () => {
    const used = use('anthropic.claude-haiku-4-5', 1_000_000, 0);
    const price = priceOf('anthropic.claude-haiku-4-5') ?? { input: 0, output: 0 };

    const cost = costOfInterview({ ...nothing, kit: [used, used] });

    expect(cost).toMatchObject({
      kit: { input_tokens: 2_000_000, usd: 2 * price.input },
      questions: { input_tokens: 0, usd: 0 },
      total_usd: 0,
    });
  });

  it('is no estimate only because the price of the model that wrote the kit is unknown', () => {
    const cost = costOfInterview({ ...nothing, kit: [use('unknown.model', 1_000_000, 0)] });

    expect(cost).toMatchObject({
      kit: { usd: dearestPrice.input, upper_estimate: true },
      total_usd: 0,
      upper_estimate: false,
    });
  });

  it('never falls as more is used, and fits its schema', () => {
    const uses = fc.array(
      fc
        .tuple(fc.nat(100_000), fc.nat(10_000))
        .map(([input, output]) => use('anthropic.claude-haiku-4-5', input, output)),
      { maxLength: 10 },
    );

    fc.assert(
      fc.property(uses, uses, fc.nat(5_000), (questions, evaluation, characters) => {
        const less = costOfInterview({ ...nothing, questions });
        const more = costOfInterview({ ...nothing, questions, evaluation, characters });

        expect(() => Cost.parse(more)).not.toThrow();
        expect(more.total_usd).toBeGreaterThanOrEqual(less.total_usd);
      }),
    );
  });
});

describe('what was spent', () => {
  it('counts a model without a price, and nothing for what was not used or is free', () => {
    expect(spentOn([undefined, aProvenance({ evaluator: 'offline' })])).toBe(0);
    expect(spentOn([use('unknown.model', 1_000_000, 0)])).toBe(dearestPrice.input);
  });

  it('counts a second opinion as well', () => {
    const assessment = { ...anAssessment(3), second_opinion: aProvenance() };

    expect(usesOf(assessment)).toHaveLength(2);
    expect(usesOf(anAssessment(3))).toHaveLength(1);
    expect(usesOf(null)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseModelId } from '../../../shared/domain/model-id.ts';

const model = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const account = 'arn:aws:bedrock:eu-west-1:123456789012';

describe('the id of a model', () => {
  it('may be its name alone', () => {
    expect(parseModelId(model)).toEqual({ model, geography: null, is_arn: false });
  });

  it.each(['global', 'us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca'] as const)(
    'may start with the geography %s of its inference profile',
    (geography) => {
      expect(parseModelId(`${geography}.${model}`)).toEqual({ model, geography, is_arn: false });
    },
  );

  it.each([
    ['arn:aws:bedrock:us-east-1::foundation-model', null],
    ['arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model', null],
    ['arn:aws:bedrock:::foundation-model', null],
    [`${account}:inference-profile`, 'eu'],
  ] as const)('is found in an ARN, %s/…', (start, geography) => {
    const id = geography ? `${geography}.${model}` : model;

    expect(parseModelId(`${start}/${id}`)).toEqual({ model, geography, is_arn: true });
  });

  it.each(['deepseek.v3.2', 'ai21.jamba-1-5-large-v1:0', 'usual.model', 'eu-labs.model'])(
    'is not split if a provider or a version looks like a geography: %s',
    (id) => {
      expect(parseModelId(id)).toEqual({ model: id, geography: null, is_arn: false });
    },
  );

  it.each([
    ['an application inference profile', `${account}:application-inference-profile/ab12cd34ef`],
    ['an ARN of another service', `arn:aws:sagemaker:eu-west-1::foundation-model/${model}`],
    ['a profile of a geography that is not listed', `sa.${model}`],
    ['a path', `models/${model}`],
    ['a name without a provider', 'claude-haiku'],
    ['the offline interviewer', 'offline'],
    ['a geography alone', 'eu.'],
    ['a name in capital letters', model.toUpperCase()],
    ['a name and a line end', `${model}\n`],
    ['an empty string', ''],
  ])('is not %s', (_what, id) => {
    expect(parseModelId(id)).toBeNull();
  });
});

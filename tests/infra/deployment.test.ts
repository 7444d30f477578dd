import { describe, expect, it } from 'vitest';
import { brandOf, readDeployment } from '../../infra/deployment.ts';
import { unknownModel } from '../../shared/interviewer/models.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1b2c3d4e';

describe('A deployment', () => {
  it('needs no options', () => {
    const deployment = readDeployment({});

    expect(deployment).toMatchObject({ name: 'talaro', requireNotice: false, dailyBudgetUsd: 10 });
    expect(brandOf(deployment)).toBeNull();
  });

  it.each([
    ['an unknown option', { adminMail: 'ada@example.com' }, 'adminMail'],
    ['an invalid address', { adminEmail: 'ada' }, 'adminEmail'],
    ['a stack name that CloudFormation refuses', { name: 'Talaro EU' }, 'name'],
    [
      'a model by its ARN',
      { questionModel: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
      'questionModel must be a Bedrock model or inference profile id',
    ],
    [
      'a model that needs an inference profile',
      { evaluationModel: 'anthropic.claude-haiku-5-5' },
      'such as us.anthropic.claude-haiku-5-5',
    ],
    [
      'a bare Llama, which is a size behind a version',
      { questionModel: 'meta.llama3-1-70b-instruct-v1:0' },
      'questionModel is served through an inference profile only',
    ],
    [
      'a model that needs an inference profile as it describes it',
      { evaluationModel: 'zai.glm-5', modelCapabilities: '{"zai": {"inference_profile": true}}' },
      'evaluationModel is served through an inference profile only',
    ],
    ['a guardrail without a version', { guardrail: 'abc123' }, 'guardrail must be <id>:<version>'],
    ['a budget of nothing', { dailyBudgetUsd: '0' }, 'dailyBudgetUsd'],
    ['a domain without a certificate', { domain: 'jobs.example.com' }, 'certificateArn'],
    [
      'a certificate of another region',
      { domain: 'a.example.com', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') },
      'us-east-1',
    ],
    ['one accent of two', { accentLight: '#0b5c55' }, 'accentDark'],
    ['a logo that is not a picture', { logo: 'logo.exe' }, 'logo'],
  ])('is refused with %s', (_what, context, message) => {
    const read = () => readDeployment(context);

    expect(read).toThrow(/^This cannot be deployed: /);
    expect(read).toThrow(message);
  });

  it.each([
    ['that are not JSON', 'zai.glm-5'],
    ['that are a list', '[]'],
    ['of a model without a name', '{"": {}}'],
    ['of a wrong type', '{"zai.glm-5": {"tool_use": "yes", "temperature": 0}}'],
    ['that nobody knows', '{"zai.glm-5": {"tools": true}}'],
  ])('is refused with capabilities %s, in one sentence', (_what, modelCapabilities) => {
    const read = () => readDeployment({ modelCapabilities });

    expect(read).toThrow(/^This cannot be deployed: modelCapabilities must be JSON such as [^;]+$/);
  });

  it.each([
    ['the command line', '{"meta.llama3-1": {"tool_use": true}}'],
    ['cdk.json', { 'meta.llama3-1': { tool_use: true } }],
  ])('takes the capabilities of %s, which go before the table', (_where, modelCapabilities) => {
    const questionModel = 'meta.llama3-1-70b-instruct-v1:0';

    const deployment = readDeployment({ questionModel, modelCapabilities });

    expect(deployment.modelCapabilities).toEqual({
      'meta.llama3-1': { ...unknownModel, tool_use: true },
    });
  });

  it('accepts values as the command line passes them', () => {
    const deployment = readDeployment({
      requireNotice: 'true',
      dailyBudgetUsd: '2.5',
      domain: 'jobs.example.com',
      certificateArn,
    });

    expect(deployment).toMatchObject({ requireNotice: true, dailyBudgetUsd: 2.5 });
  });

  it('that names an employer has a brand, with the logo on the site', () => {
    const deployment = readDeployment({
      employerName: 'Example Clinics',
      contactEmail: 'jobs@example.com',
      logo: './pictures/mark.svg',
    });

    expect(brandOf(deployment)).toEqual({
      employer_name: 'Example Clinics',
      contact_email: 'jobs@example.com',
      logo_url: '/logo.svg',
    });
  });

  it('is refused with an accent that cannot be read', () => {
    const deployment = readDeployment({
      employerName: 'Example Clinics',
      contactEmail: 'jobs@example.com',
      accentLight: '#ffee99',
      accentDark: '#ffee99',
    });

    expect(() => brandOf(deployment)).toThrow(/contrast/);
  });
});

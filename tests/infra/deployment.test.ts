import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brandOf, Deployment, readDeployment } from '../../infra/deployment.ts';
import { missingInNotice } from '../../infra/notice.ts';
import { unknownModel } from '../../shared/interviewer/models.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1b2c3d4e';

const employer = { employerName: 'Example Clinics', contactEmail: 'jobs@example.com' };

/** What else must be set, so that the only thing wrong is the value that is tried. */
const needed = {
  ...employer,
  accentLight: '#0b5c55',
  accentDark: '#6fd3c4',
  domain: 'jobs.example.com',
  certificateArn,
};

const noEmails = ['', 'ada', 'ada@', 'a b@example.com', `a@${'b.'.repeat(130)}com`, 5];
const noModels = [
  '',
  'nova',
  5,
  'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
];
const noColours = ['', 'red', '#777777', '#0b5', '#ffee99', 5];
const noChoices = ['', 'maybe', '2', 'yes', {}];
const noNumbers = ['', 'ten', '0', '-1', 'Infinity', 'NaN', '1e3', '0x10', '1,5', '9'.repeat(400)];

const badValues: Readonly<Record<string, readonly unknown[]>> = {
  name: ['', 'Talaro EU', '1st', '-a', 'a_b', 'x'.repeat(32), 'aws', 'awsome', 'ssm-x', 7],
  adminEmail: noEmails,
  alarmEmail: noEmails,
  apiClients: [
    ...['', ',', 'ats,', 'ats, crm', 'ATS', '1st', 'a_b', 'x'.repeat(32), 'ats:write', 'ats:'],
    ...['ats,ats', 'ats,ats:read', [...'abcdefghijklmnopqrstu'].join(), 5, ['ats']],
  ],
  questionModel: noModels,
  evaluationModel: noModels,
  secondOpinionModel: noModels,
  modelCapabilities: [
    ...[
      '',
      'zai.glm-5',
      '[]',
      '5',
      '{"": {}}',
      '{"zai.glm-5": 1}',
      '{"zai.glm-5": {"tools": true}}',
    ],
    '{"zai.glm-5": {"tool_use": "yes", "temperature": 0}}',
    '{"zai.glm-5": {"forced_tool": "some"}}',
  ],
  guardrail: ['', 'abc123', 'abc123:0', 'ABC:1', 5],
  dailyBudgetUsd: [...noNumbers, '1000001', true, null, Number.POSITIVE_INFINITY, Number.NaN],
  requireNotice: noChoices,
  requireApprovedKit: noChoices,
  soundDays: [...noNumbers, '1.5', '3651', true, null],
  sealAfterHours: [...noNumbers, '1.5', '721', true, null],
  retentionDays: [...noNumbers, '1.5', '3651', 'never', true, null],
  nextStep: ['', '  ', 'x'.repeat(301), 'one\ntwo', 5],
  corsOrigins: [
    ...['', '*', 'null', 'https://*.example.com', 'ats.example.com', 'http://ats.example.com'],
    ...['https://ats.example.com/', 'https://ats.example.com/a', 'https://me@ats.example.com', 5],
    ...['https://a.example.com,', 'https://a.example.com https://b.example.com'],
    ...['https://ATS.example.com', Array.from({ length: 21 }, (_, n) => `https://${n}.de`).join()],
  ],
  domain: ['', 'localhost', 'https://example.com', 'a..b', 'x.example.com.', '1.2.3.4', 5],
  certificateArn: ['', 'jobs', certificateArn.replace('us-east-1', 'eu-west-1'), 5],
  employerName: ['', '  ', 'x'.repeat(121), 5],
  contactName: ['', ' ', 'x'.repeat(121), 5],
  contactEmail: noEmails,
  privacyUrl: [
    ...['', 'example.com/privacy', 'http://example.com/privacy', 'javascript:alert(1)', 5],
    ...['https://', 'https://example.com/a b', `https://example.com/${'x'.repeat(500)}`],
  ],
  accentLight: noColours,
  accentDark: [...noColours.filter((colour) => colour !== '#ffee99'), '#0b5c55'],
  logo: ['', 'logo.exe', './no-such.svg', 'docs/no.png', 5],
};

const refusalOf = (context: Record<string, unknown>): string => {
  try {
    readDeployment(context);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('A deployment', () => {
  it('needs no options', () => {
    const deployment = readDeployment({});

    expect(deployment).toMatchObject({
      name: 'talaro',
      requireNotice: false,
      dailyBudgetUsd: 10,
      corsOrigins: [],
    });
    expect(brandOf(deployment)).toBeNull();
  });

  it('has no setting that docs/deployment.md leaves out', () => {
    const docs = readFileSync('docs/deployment.md', 'utf8');
    const documented = /\| setting [\s\S]*?\n\n/.exec(docs)?.[0] ?? '';

    const missing = Object.keys(Deployment.shape).filter((it) => !documented.includes(`\`${it}\``));

    expect(missing).toEqual([]);
  });

  it('refuses every bad value of every setting in one of our own lines, which names the setting', () => {
    const tried = Object.entries(badValues).flatMap(([setting, values]) =>
      values.map((value) => ({ setting, value, said: refusalOf({ ...needed, [setting]: value }) })),
    );

    for (const { setting, value, said } of tried) {
      expect(said, `${setting}=${String(value)}`).toMatch(
        new RegExp(`^This cannot be deployed: ${setting} (must|and|is) [^\\n;]+$`),
      );
      expect(said).not.toMatch(/Invalid|expected|received|Too (big|small)|Unrecognized/);
    }
    expect(Object.keys(badValues).sort()).toEqual(Object.keys(Deployment.shape).sort());
  });

  it.each([
    ['an unknown setting', { adminMail: 'ada@example.com' }, 'there is no setting adminMail'],
    ['a name that Parameter Store keeps', { name: 'ssmall' }, 'name must'],
    ['a file that is not there', { ...employer, logo: './no-such.svg' }, 'logo must be the path'],
    ['a person without an employer', { contactName: 'Ada' }, 'employerName must be set'],
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
    ['a domain without a certificate', { domain: 'jobs.example.com' }, 'certificateArn'],
    [
      'a privacy notice without an employer',
      { privacyUrl: 'https://example.com/' },
      'employerName must be set',
    ],
    ['one accent of two', { ...employer, accentLight: '#0b5c55' }, 'accentDark must be set'],
    [
      'an accent that cannot be read',
      { ...employer, accentLight: '#0b5c55', accentDark: '#0b5c55' },
      'accentDark must have a contrast of at least 4.5:1',
    ],
  ])('is refused with %s', (_what, context, message) => {
    const said = refusalOf(context);

    expect(said).toMatch(/^This cannot be deployed: /);
    expect(said).toContain(message);
  });

  it('is refused with two bad settings in one line that names both', () => {
    const said = refusalOf({ soundDays: '0', adminEmail: 'ada' });

    expect(said).toMatch(/^This cannot be deployed: adminEmail must .*; soundDays must [^\n]*$/);
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
      soundDays: '30',
      domain: 'jobs.example.com',
      certificateArn,
    });

    expect(deployment).toMatchObject({ requireNotice: true, dailyBudgetUsd: 2.5, soundDays: 30 });
  });

  it('has machine clients, of which some only read', () => {
    const { apiClients } = readDeployment({ apiClients: 'ats,crm-2:read' });

    expect(apiClients).toEqual([
      { name: 'ats', scopes: ['talaro/read', 'talaro/write'] },
      { name: 'crm-2', scopes: ['talaro/read'] },
    ]);
  });

  it('accepts numbers and booleans, which cdk.json can hold', () => {
    const deployment = readDeployment({ requireNotice: true, dailyBudgetUsd: 2.5, soundDays: 30 });

    expect(deployment).toMatchObject({ requireNotice: true, dailyBudgetUsd: 2.5, soundDays: 30 });
  });

  it('that names an employer has a brand, with the logo on the site', () => {
    const privacyUrl = 'https://example.com/privacy';
    const deployment = readDeployment({ ...employer, privacyUrl, logo: './web/icon.svg' });

    expect(brandOf(deployment)).toEqual({
      employer_name: 'Example Clinics',
      contact_email: 'jobs@example.com',
      privacy_url: privacyUrl,
      logo_url: '/logo.svg',
    });
  });

  it('is told what the notice on the use of AI lacks, and which settings give it', () => {
    const lacking = (context: object) => missingInNotice(readDeployment({ ...context }));
    const privacyUrl = 'https://example.com/privacy';

    expect(lacking({})).toBe(
      'The notice on the use of AI will not say who the employer is (-c employerName=...), whom to ask (-c contactEmail=...), where the privacy notice is (-c privacyUrl=...), for how long data is kept (-c retentionDays=...); see docs/deployment.md.',
    );
    expect(lacking({ ...employer, retentionDays: 180 })).toBe(
      'The notice on the use of AI will not say where the privacy notice is (-c privacyUrl=...); see docs/deployment.md.',
    );
    expect(lacking({ ...employer, privacyUrl, retentionDays: 180 })).toBeNull();
  });
});

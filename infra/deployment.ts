import * as z from 'zod';
import { readBrand } from '../shared/domain/brand.ts';
import { defaults } from '../shared/domain/defaults.ts';
import { parseModelId } from '../shared/domain/model-id.ts';
import { capabilitiesOf } from '../shared/interviewer/models.ts';

const ModelId = z
  .string()
  .refine((id) => parseModelId(id)?.is_arn === false, {
    error:
      'must be a Bedrock model or inference profile id, such as global.anthropic.claude-haiku-5-5',
    abort: true,
  })
  .refine((id) => parseModelId(id)?.geography || !capabilitiesOf(id).inference_profile, {
    error: (issue) => `is served through an inference profile only: try global.${issue.input}`,
  });

/** What one deployment of Talaro is told, each as `-c name=value` or in the context of cdk.json. */
export const Deployment = z
  .strictObject({
    /** Prefix of the stacks' names, so that one account can hold several. */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be lower-case letters, digits and hyphens, at most 31')
      .default('talaro'),
    adminEmail: z.email().max(254).optional(),
    alarmEmail: z.email().max(254).optional(),
    questionModel: ModelId.default(defaults.model),
    evaluationModel: ModelId.default(defaults.model),
    secondOpinionModel: ModelId.optional(),
    /** A Bedrock guardrail, which then sees every call to a model. */
    guardrail: z
      .string()
      .regex(/^[a-z0-9]+:(?:[1-9][0-9]*|DRAFT)$/, 'must be <id>:<version>')
      .optional(),
    /** Beyond it no interview gets new questions, and evaluations wait until the next day (UTC). */
    dailyBudgetUsd: z.coerce.number().positive().default(defaults.daily_budget_usd),
    requireNotice: z.stringbool().default(false),
    domain: z.hostname('must be a host name, as interviews.example.com').optional(),
    certificateArn: z
      .string()
      .regex(
        /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'must be the ARN of a certificate in us-east-1',
      )
      .optional(),
    employerName: z.string().optional(),
    contactName: z.string().optional(),
    contactEmail: z.string().optional(),
    accentLight: z.string().optional(),
    accentDark: z.string().optional(),
    /** A file; it is served as `/logo` with the same ending. */
    logo: z
      .string()
      .regex(/\.(svg|png|webp|avif)$/, 'must be an svg, png, webp or avif file')
      .optional(),
  })
  .refine(({ domain, certificateArn }) => !domain === !certificateArn, {
    path: ['domain'],
    error: 'needs certificateArn, and the other way round',
  })
  .refine(({ accentLight, accentDark }) => !accentLight === !accentDark, {
    path: ['accentLight'],
    error: 'needs accentDark, and the other way round',
  });
export type Deployment = z.infer<typeof Deployment>;

/**
 * Reads what a deployment is told.
 * @throws Error naming each value that cannot be used
 */
export const readDeployment = (context: Record<string, unknown>): Deployment => {
  const parsed = Deployment.safeParse(context);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new Error(`This cannot be deployed: ${said.join('; ')}`);
};

/**
 * The employer's brand, or null where the deployment names no employer.
 * @throws Error naming each value that cannot be used, and an accent's contrast
 */
export const brandOf = (deployment: Deployment) => {
  const { employerName, contactName, contactEmail, accentLight, accentDark, logo } = deployment;
  if (
    [employerName, contactName, contactEmail, accentLight, logo].every((it) => it === undefined)
  ) {
    return null;
  }
  return readBrand({
    employer_name: employerName,
    contact_name: contactName,
    contact_email: contactEmail,
    ...(accentLight && { accent: { light: accentLight, dark: accentDark } }),
    ...(logo && { logo_url: `/logo.${logo.split('.').at(-1)}` }),
  });
};

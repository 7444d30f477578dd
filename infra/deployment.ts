import * as z from 'zod';
import { readBrand } from '../shared/domain/brand.ts';
import { defaults } from '../shared/domain/defaults.ts';
import { isApplicationProfile, parseModelId } from '../shared/domain/model-id.ts';
import { jsonIn } from '../shared/domain/text.ts';
import { describedModels } from '../shared/interviewer/described-models.ts';
import { capabilitiesOf, type DescribedModels } from '../shared/interviewer/models.ts';

const ModelId = z
  .string()
  .refine(
    (id) => parseModelId(id)?.is_arn === false || isApplicationProfile(id),
    'must be a Bedrock model or inference profile id, such as global.anthropic.claude-haiku-5-5, or the ARN of an application inference profile',
  );

/** JSON on the command line, an object in cdk.json. */
const ModelCapabilities = z.unknown().transform((given, context): DescribedModels => {
  const described = typeof given === 'string' ? (jsonIn(given) ?? given) : given;
  const { data, error } = describedModels().safeParse(described);
  if (data) return data;
  const [problem] = error.issues;
  const message = `must be JSON such as {"zai.glm-4.7": {"tool_use": true}}: ${[problem?.path.join(' '), problem?.message].filter(Boolean).join(' ')}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const needsProfile = (id: string | undefined, described: DescribedModels | undefined): boolean =>
  id !== undefined &&
  parseModelId(id)?.geography === null &&
  capabilitiesOf(id, described).inference_profile;

/** The options of one deployment of Talaro, as `-c name=value` or in the context of cdk.json. */
export const Deployment = z
  .strictObject({
    /** Prefix of the stacks' names, so that one account can have several. */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be lower-case letters, digits and hyphens, at most 31')
      .default('talaro'),
    adminEmail: z.email().max(254).optional(),
    alarmEmail: z.email().max(254).optional(),
    questionModel: ModelId.default(defaults.model),
    evaluationModel: ModelId.default(defaults.model),
    secondOpinionModel: ModelId.optional(),
    /** What models accept that `shared/interviewer/models.ts` does not contain. */
    modelCapabilities: ModelCapabilities.optional(),
    /** A Bedrock guardrail, which then checks every call to a model. */
    guardrail: z
      .string()
      .regex(/^[a-z0-9]+:(?:[1-9][0-9]*|DRAFT)$/, 'must be <id>:<version>')
      .optional(),
    /** Beyond it no interview gets new questions, and evaluations wait until the next day (UTC). */
    dailyBudgetUsd: z.coerce.number().positive().default(defaults.daily_budget_usd),
    requireNotice: z.stringbool().default(false),
    /** Whether a link takes only a kit's version that a recruiter has approved. */
    requireApprovedKit: z.stringbool().default(false),
    domain: z.hostname('must be a host name, for example interviews.example.com').optional(),
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
    /** A file; it is served as `/logo` with the same extension. */
    logo: z
      .string()
      .regex(/\.(svg|png|webp|avif)$/, 'must be an svg, png, webp or avif file')
      .optional(),
  })
  .superRefine((deployment, context) => {
    for (const name of ['questionModel', 'evaluationModel', 'secondOpinionModel'] as const) {
      const id = deployment[name];
      if (!needsProfile(id, deployment.modelCapabilities)) continue;
      const message = `is served through an inference profile only: put a geography of its model card before it, such as us.${id}`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
  })
  .refine(({ domain, certificateArn }) => !domain === !certificateArn, {
    path: ['domain'],
    error: 'and certificateArn must be set together',
  })
  .refine(({ accentLight, accentDark }) => !accentLight === !accentDark, {
    path: ['accentLight'],
    error: 'and accentDark must be set together',
  });
export type Deployment = z.infer<typeof Deployment>;

/**
 * Reads the options of a deployment.
 * @throws Error naming each invalid value
 */
export const readDeployment = (context: Record<string, unknown>): Deployment => {
  const parsed = Deployment.safeParse(context);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new Error(`This cannot be deployed: ${problems.join('; ')}`);
};

/**
 * The employer's brand, or null if the deployment names no employer.
 * @throws Error naming each invalid value, and an accent's contrast
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

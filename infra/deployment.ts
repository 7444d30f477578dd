import * as z from 'zod';
import { CorsOrigins, Days, Hours, NextStep } from '../shared/contract/settings.ts';
import { Brand, readBrand } from '../shared/domain/brand.ts';
import { defaults } from '../shared/domain/defaults.ts';
import { parseModelId } from '../shared/domain/model-id.ts';
import { capabilitiesOf, type DescribedModels } from '../shared/interviewer/models.ts';
import {
  ApiClients,
  Choice,
  Dollars,
  Email,
  HostName,
  ModelCapabilities,
  ModelId,
  Picture,
  plainWords,
} from './settings.ts';

const needsProfile = (id: string | undefined, described: DescribedModels | undefined): boolean =>
  id !== undefined &&
  parseModelId(id)?.geography === null &&
  capabilitiesOf(id, described).inference_profile;

/** Each setting on its own; see docs/deployment.md. */
const Settings = z.strictObject({
  /** Prefix of the stacks' names and of a parameter, so that one account can have several. */
  name: z
    .string()
    .regex(
      /^(?!aws|ssm)[a-z][a-z0-9-]{0,30}$/,
      'must be at most 31 lower-case letters, digits and hyphens, begin with a letter, and not begin with aws or ssm, which Parameter Store keeps for itself',
    )
    .default('talaro'),
  adminEmail: Email.optional(),
  alarmEmail: Email.optional(),
  /** Programs that may call the API, each with an id and a secret of its own. */
  apiClients: ApiClients.optional(),
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
  dailyBudgetUsd: Dollars.default(defaults.daily_budget_usd),
  requireNotice: Choice.default(false),
  /** Whether a link takes only a kit's version that a recruiter has approved. */
  requireApprovedKit: Choice.default(false),
  /** How long an interview's spoken questions are kept; they can be close to a résumé. */
  soundDays: Days.default(400),
  /** How long after its link has expired an interview in progress is sealed. */
  sealAfterHours: Hours.default(defaults.seal_after_hours),
  /** After how many days without a use an interview is erased; never without it. */
  retentionDays: Days.optional(),
  nextStep: NextStep.optional(),
  /** Whose pages may call the API, in a browser. */
  corsOrigins: CorsOrigins.default([]),
  domain: HostName.optional(),
  certificateArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
      'must be the ARN of a certificate in us-east-1',
    )
    .optional(),
  // The employer's; Brand has their rules.
  employerName: z.string().optional(),
  contactName: z.string().optional(),
  contactEmail: z.string().optional(),
  privacyUrl: z.string().optional(),
  accentLight: z.string().optional(),
  accentDark: z.string().optional(),
  logo: Picture.optional(),
});

/** The setting that each field of a brand is made from. */
const brandSettings: Readonly<Record<string, keyof z.infer<typeof Settings>>> = {
  employer_name: 'employerName',
  contact_name: 'contactName',
  contact_email: 'contactEmail',
  privacy_url: 'privacyUrl',
  'accent.light': 'accentLight',
  'accent.dark': 'accentDark',
  logo_url: 'logo',
};

/** The brand that the settings describe, right or wrong; null if there is none of them. */
const describedBrand = (settings: z.infer<typeof Settings>) => {
  if (Object.values(brandSettings).every((name) => settings[name] === undefined)) return null;
  const { employerName, contactName, contactEmail, privacyUrl } = settings;
  const { accentLight, accentDark, logo } = settings;
  const accented = accentLight !== undefined || accentDark !== undefined;
  return {
    employer_name: employerName,
    contact_name: contactName,
    contact_email: contactEmail,
    privacy_url: privacyUrl,
    ...(accented && { accent: { light: accentLight, dark: accentDark } }),
    ...(logo && { logo_url: `/logo.${logo.split('.').at(-1)}` }),
  };
};

/** The options of one deployment of Talaro, as `-c name=value` or in the context of cdk.json. */
export const Deployment = Settings.superRefine((deployment, context) => {
  const refuse = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  for (const name of ['questionModel', 'evaluationModel', 'secondOpinionModel'] as const) {
    const id = deployment[name];
    if (!needsProfile(id, deployment.modelCapabilities)) continue;
    refuse(
      name,
      `is served through an inference profile only: put a geography of its model card before it, such as us.${id}`,
    );
  }
  if ((deployment.domain === undefined) !== (deployment.certificateArn === undefined)) {
    refuse('domain', 'and certificateArn must be set together');
  }
  const brand = describedBrand(deployment);
  const issues = brand ? (Brand.safeParse(brand).error?.issues ?? []) : [];
  for (const { path, message, code } of issues) {
    const name = brandSettings[path.join('.')] ?? 'employerName';
    const missing = code === 'invalid_type';
    refuse(name, missing ? 'must be set, because another of the employer’s settings is' : message);
  }
});
export type Deployment = z.infer<typeof Deployment>;

/**
 * Reads the options of a deployment.
 * @throws Error in one sentence that names each invalid setting with the first thing wrong with it
 */
export const readDeployment = (context: Record<string, unknown>): Deployment => {
  const parsed = Deployment.safeParse(context, { error: plainWords('setting') });
  if (parsed.success) return parsed.data;
  const problems = new Map<unknown, string>();
  for (const { path, message } of parsed.error.issues) {
    const [setting] = path;
    if (!problems.has(setting)) problems.set(setting, [...path, message].join(' '));
  }
  throw new Error(`This cannot be deployed: ${[...problems.values()].join('; ')}`);
};

/** The employer's brand, or null if the deployment names no employer. */
export const brandOf = (deployment: Deployment): Brand | null => {
  const brand = describedBrand(deployment);
  return brand && readBrand(brand);
};

import { defaults } from '../shared/domain/defaults.ts';
import { nextStepVariable } from '../shared/domain/next-step.ts';
import type { ModelServer } from './openai-compatible/chat-client.ts';
import { onServer } from './openai-compatible/openai-compatible.ts';

/** Services whose endpoint can be set from outside. */
export const replaceable = ['dynamodb', 'bedrock', 'polly'] as const;
export type Replaceable = (typeof replaceable)[number];

/** The options of the stack that the functions see. */
export interface EnvironmentOptions {
  /** Real Bedrock and Polly, with the developer's credentials and region. */
  aws?: boolean;
  /** Endpoints to use instead of the embedded ones. */
  endpoints?: Partial<Record<Replaceable, string>>;
  /** Whether start requires an accepted notice. */
  requireNotice?: boolean;
  /** Whether a link takes only approved versions of kits. */
  requireApprovedKit?: boolean;
  sealAfterHours?: number | undefined;
  retentionDays?: number | undefined;
  /** What the candidate's last page says happens next. */
  nextStep?: string | undefined;
  /** Bedrock model id, or the model's name on `server`, for questions and scores. */
  model?: string;
  /** Where the model is, if not on Bedrock. */
  server?: ModelServer;
}

interface Service {
  endpoint: string;
}

/** The embedded services; null for one that is used elsewhere. */
interface Services {
  dynamodb: Service;
  cognito: Service & { clientId: string; userPoolId: string };
  s3: Service;
  secrets: Service;
  ssm: Service;
  sqs: Service & { queueUrl(name: string): string };
  bedrock: Service | null;
  polly: Service | null;
}

export const names = {
  table: 'talaro',
  audio: 'talaro-audio',
  linkKeys: 'talaro/link-keys',
  baseUrl: '/talaro/base-url',
  queue: 'evaluations',
  deadLetterQueue: 'evaluations-dead-letters',
};

const environmentOf = (
  {
    aws,
    endpoints,
    requireNotice = false,
    requireApprovedKit = false,
    sealAfterHours = defaults.seal_after_hours,
    retentionDays,
    nextStep,
    model = defaults.model,
    server,
  }: EnvironmentOptions,
  { dynamodb, cognito, s3, secrets, ssm, sqs, bedrock, polly }: Services,
) => ({
  AWS_REGION: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
  // With --aws the developer's own credentials must be found.
  ...(!aws && { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }),
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
  AWS_ENDPOINT_URL_S3: s3.endpoint,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
  AWS_ENDPOINT_URL_SSM: ssm.endpoint,
  AWS_ENDPOINT_URL_SQS: sqs.endpoint,
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: endpoints?.bedrock ?? bedrock?.endpoint,
  AWS_ENDPOINT_URL_POLLY: endpoints?.polly ?? polly?.endpoint,
  TABLE_NAME: names.table,
  AUDIO_BUCKET: names.audio,
  LINK_KEYS_SECRET: names.linkKeys,
  BASE_URL_PARAMETER: names.baseUrl,
  EVALUATION_QUEUE_URL: sqs.queueUrl(names.queue),
  USER_POOL_CLIENT_ID: cognito.clientId,
  USER_POOL_ID: cognito.userPoolId,
  REQUIRE_NOTICE: String(requireNotice),
  REQUIRE_APPROVED_KIT: String(requireApprovedKit),
  SEAL_AFTER_HOURS: String(sealAfterHours),
  RETENTION_DAYS: String(retentionDays ?? 'never'),
  NEXT_STEP: nextStepVariable(nextStep),
  QUESTION_MODEL: model,
  EVALUATION_MODEL: model,
  SECOND_OPINION_MODEL: 'none',
  MODEL_CAPABILITIES: server ? JSON.stringify({ [model]: onServer }) : 'none',
  GUARDRAIL: 'none',
  DAILY_BUDGET_USD: String(defaults.daily_budget_usd),
});

/** Tells the functions, in the environment of this process, where everything is. */
export const setEnvironment = (options: EnvironmentOptions, services: Services): void => {
  for (const [name, value] of Object.entries(environmentOf(options, services))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
};

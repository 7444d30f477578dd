import { type Stack, Token, Validations } from 'aws-cdk-lib';
import { type Geography, isApplicationProfile, parseModelId } from '../shared/domain/model-id.ts';
import type { DescribedModels } from '../shared/interviewer/models.ts';
import type { EndpointFunction, Right } from './endpoint-function.ts';
import { wildcardIds } from './wildcards.ts';

/**
 * Every region that a geography's inference profiles may route to. Which of them one model uses
 * differs by model and by source region and grows over time; the right is for one model through one
 * profile, so an extra region permits nothing. Source: Bedrock user guide, "Supported Regions and
 * models for inference profiles", read in November 2026.
 */
const regions: Readonly<Record<Exclude<Geography, 'global'>, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  'us-gov': ['us-gov-east-1', 'us-gov-west-1'],
  eu: [
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
  ],
  apac: [
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-7',
    'me-central-1',
  ],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
  au: ['ap-southeast-2', 'ap-southeast-4'],
  ca: ['ca-central-1', 'ca-west-1'],
};

const actions = ['bedrock:InvokeModel'];

/** Calls to the model that bypass the profile stay forbidden. */
const through = (profile: string) => ({
  StringEquals: { 'bedrock:InferenceProfileArn': profile },
});

const anyModel = (stack: Stack) => `arn:${stack.partition}:bedrock:*::foundation-model/*`;

/**
 * The rights to converse with a model. Through an inference profile there are three: the profile,
 * the model here, and the model wherever the profile may send the request. A global profile's
 * request is checked against a model ARN without a region. The ARN of an application inference
 * profile does not say which model it leads to, so the right is to any model, through this profile
 * only. Source: Bedrock user guide, "Global cross-Region inference", "Geographic cross-Region
 * inference" and "Prerequisites for inference profiles", IAM policy requirements.
 */
export const modelRights = (stack: Stack, modelId: string): Right[] => {
  if (isApplicationProfile(modelId)) {
    return [
      { actions, resources: [modelId] },
      { actions, resources: [anyModel(stack)], conditions: through(modelId) },
    ];
  }
  const parsed = parseModelId(modelId);
  if (!parsed || parsed.is_arn) {
    throw new Error(`${modelId} is not the id of a model or of an inference profile`);
  }
  const { geography, model } = parsed;
  const modelIn = (region: string) =>
    `arn:${stack.partition}:bedrock:${region}::foundation-model/${model}`;
  if (!geography) return [{ actions, resources: [modelIn(stack.region)] }];
  const profile = stack.formatArn({
    service: 'bedrock',
    resource: 'inference-profile',
    resourceName: modelId,
  });
  const here = Token.isUnresolved(stack.region) ? [] : [stack.region];
  const everywhere =
    geography === 'global'
      ? [modelIn(stack.region), modelIn('')]
      : [...new Set([...here, ...regions[geography]])].map(modelIn);
  return [
    { actions, resources: [profile] },
    { actions, resources: everywhere, conditions: through(profile) },
  ];
};

/** The right to have texts checked by a guardrail, named `<id>:<version>`. */
const guardrailRight = (stack: Stack, guardrail: string): Right => ({
  actions: ['bedrock:ApplyGuardrail'],
  resources: [
    stack.formatArn({
      service: 'bedrock',
      resource: 'guardrail',
      resourceName: guardrail.split(':')[0] ?? guardrail,
    }),
  ],
});

const acknowledgeAnyModel = (stack: Stack, fn: EndpointFunction) =>
  Validations.of(fn).acknowledge(
    ...wildcardIds(fn, { resources: [anyModel(stack)] }).map((id) => ({
      id,
      reason: 'Only through one application inference profile, whose ARN does not name its model.',
    })),
  );

/** The models of the interviewer, with their guardrail and budget. */
export interface Models {
  questionModel: string;
  evaluationModel: string;
  secondOpinionModel?: string | undefined;
  modelCapabilities?: DescribedModels | undefined;
  guardrail?: string | undefined;
  dailyBudgetUsd: number;
}

/** The models by id, each once. */
export const modelsOf = ({ questionModel, evaluationModel, secondOpinionModel }: Models) => [
  ...new Set([questionModel, evaluationModel, secondOpinionModel ?? evaluationModel]),
];

/** Lets a function call the models, and sets which ones and how much a day may cost. */
export const grantModels =
  (stack: Stack, models: Models) =>
  (fn: EndpointFunction): void => {
    const { questionModel, evaluationModel, secondOpinionModel, guardrail } = models;
    const described = models.modelCapabilities;
    fn.setEnv('QUESTION_MODEL', questionModel);
    fn.setEnv('EVALUATION_MODEL', evaluationModel);
    fn.setEnv('SECOND_OPINION_MODEL', secondOpinionModel ?? 'none');
    fn.setEnv('MODEL_CAPABILITIES', described ? JSON.stringify(described) : 'none');
    fn.setEnv('GUARDRAIL', guardrail ?? 'none');
    fn.setEnv('DAILY_BUDGET_USD', String(models.dailyBudgetUsd));
    for (const id of modelsOf(models)) {
      for (const right of modelRights(stack, id)) fn.allow(right);
    }
    if (guardrail) fn.allow(guardrailRight(stack, guardrail));
    if (modelsOf(models).some(isApplicationProfile)) acknowledgeAnyModel(stack, fn);
  };

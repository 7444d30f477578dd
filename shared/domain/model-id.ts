/** Where an inference profile may route a request: `global.`, `us.` … before its model's id. */
const geographies = ['global', 'us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca'] as const;
export type Geography = (typeof geographies)[number];

/** A model on Bedrock, and how it is reached. */
export interface ModelId {
  /** `<provider>.<model>` without the geography. */
  model: string;
  /** The geography of its inference profile; null for the model alone. */
  geography: Geography | null;
  is_arn: boolean;
}

const form = new RegExp(
  `^(?<arn>arn:[a-z-]+:bedrock:[a-z0-9-]*:\\d*:(?:foundation-model|inference-profile)/)?(?:(?<geography>${geographies.join('|')})\\.)?(?<model>[a-z0-9-]{3,}\\.[a-z0-9][a-z0-9.:-]*)$`,
);

/**
 * Parses the id or the ARN of a model or of an inference profile. Null for anything else, and for
 * an application inference profile, whose ARN says nothing about its model.
 */
export const parseModelId = (id: string): ModelId | null => {
  const { arn, geography, model } = form.exec(id)?.groups ?? {};
  const found = geographies.find((one) => one === geography) ?? null;
  return model ? { model, geography: found, is_arn: arn !== undefined } : null;
};

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

const applicationProfile =
  /^arn:[a-z-]+:bedrock:[a-z0-9-]+:\d{12}:application-inference-profile\/[a-z0-9]+$/;

/** Whether this is the ARN of an application inference profile. */
export const isApplicationProfile = (id: string): boolean => applicationProfile.test(id);

/** What is known of models, by the start of their ids. */
export type Starts<Known> = readonly (readonly [start: string, known: Known])[];

/** What stands beside the longest start. */
export const longestOf = <Known>(starts: Starts<Known>): Known | undefined =>
  [...starts].sort(([a], [b]) => b.length - a.length)[0]?.[1];

/** `-5` or `.2` names another version; `-8b` is a size, `-20250929-v1:0`, `-v1:0`, `-1:0` are not. */
const otherVersion = /^[-.]\d{1,2}(?!\d|:|(?:\.\d+)?b(?![a-z]))/;

/** What a table knows of a model, by its id, its ARN or its inference profile: the longest start. */
export const knownOf = <Known>(table: Starts<Known>, model_id: string): Known | undefined => {
  const { model = '' } = parseModelId(model_id) ?? {};
  return longestOf(
    table.filter(
      ([start]) => model.startsWith(start) && !otherVersion.test(model.slice(start.length)),
    ),
  );
};

import { Names, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The longest region's name, such as `ap-northeast-1`, and one to spare. */
const regionLength = 15;

/**
 * A name for what must have one that is unique in the account, not in the region: it carries stack
 * and region, so that one account can have several deployments. At most 64 characters of
 * `[A-Za-z0-9-]`, which is what origin access controls allow.
 */
export const globalName = (scope: Construct, id: string): string => {
  const maxLength = 64 - id.length - regionLength - 2;
  return `${Names.uniqueResourceName(scope, { maxLength })}-${id}-${Stack.of(scope).region}`;
};

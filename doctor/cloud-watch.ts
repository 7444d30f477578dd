import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { Obstacle } from './finding.ts';
import { codeOf } from './no-answer.ts';

/** The CloudWatch of an account and region, and the deployment in it. */
export interface Watched {
  client: CloudWatchClient;
  /** The setting `name` of the deployment. */
  name: string;
  now(): number;
}

/** How the names of all that the deployment’s stack for the app has made begin. */
export const prefixOf = ({ name }: Watched): string => `${name}-app-`;

const rights =
  'The role needs cloudwatch:DescribeAlarms, cloudwatch:ListMetrics and cloudwatch:GetMetricStatistics';
const logIn = 'Log in to AWS (aws sso login, AWS_PROFILE), then check again';

/** What to do, by the name of the SDK’s error. */
const remedies: Readonly<Record<string, string>> = {
  AccessDenied: rights,
  AccessDeniedException: rights,
  CredentialsProviderError: logIn,
  ExpiredToken: logIn,
  ExpiredTokenException: logIn,
  InvalidClientTokenId: logIn,
  UnrecognizedClientException: logIn,
  ENOTFOUND: 'Check the name of the region, then the network of this machine',
  TimeoutError: 'Check the network of this machine, and the name of the region',
};

/** Asks CloudWatch. @throws Obstacle */
export const asked = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    const code = codeOf(error);
    throw new Obstacle(
      `CloudWatch cannot be asked${code === 'Error' ? '' : ` (${code})`}`,
      remedies[code] ?? 'Check --region and the AWS credentials of this machine',
      { cause: error, verdict: 'not_checked' },
    );
  }
};

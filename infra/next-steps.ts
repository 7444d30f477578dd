import { CfnOutput, type Stack } from 'aws-cdk-lib';

/** The values that appear in the outputs. */
export interface Deployed {
  url: string;
  userPoolId: string;
  adminEmail: string | undefined;
  alarmEmail: string | undefined;
  models: readonly string[];
  commit: string | undefined;
  /** What the notice on the use of AI lacks. */
  missing: string | null;
  domain: { name: string; target: string } | undefined;
}

/** Adds the outputs that say what to do after a deployment. */
export const nextSteps = (stack: Stack, deployed: Deployed): void => {
  const { url, userPoolId, adminEmail, alarmEmail, models, commit, missing, domain } = deployed;
  const output = (id: string, value: string) => new CfnOutput(stack, id, { value });
  output('Url', `${url}/`);
  if (commit) output('Version', commit);
  if (domain) {
    output(
      'Step1Domain',
      `Point ${domain.name} at ${domain.target} (CNAME, or an alias in Route 53).`,
    );
  }
  output(
    'Step2Login',
    adminEmail
      ? `A temporary password was mailed to ${adminEmail}. Log in with it at ${url}/console/ and choose your own.`
      : 'Nobody can log in yet: deploy again with -c adminEmail=<your address> to be invited as admin.',
  );
  output(
    'Step3Models',
    `Interviews use ${models.join(' and ')} on Amazon Bedrock: in this account, open the model once in the Bedrock console, and for Anthropic models, submit the use case form.`,
  );
  output(
    'Step4Interview',
    `Then schedule an interview and create its link, in the console or by the API: ${url}/docs/ describes it.`,
  );
  if (missing) output('Notice', missing);
  output(
    'Users',
    `More recruiters: invite them under People in the console. The user pool is ${userPoolId}.`,
  );
  output(
    'Alarms',
    alarmEmail
      ? `Confirm the subscription that was mailed to ${alarmEmail}, or no alarm will be sent to it.`
      : 'Alarms appear only in the CloudWatch console; set -c alarmEmail=<address> to get them by e-mail.',
  );
};

import { CfnOutput, type Stack } from 'aws-cdk-lib';

/** What the outputs name. */
export interface Deployed {
  url: string;
  userPoolId: string;
  adminEmail: string | undefined;
  alarmEmail: string | undefined;
  models: readonly string[];
  domain: { name: string; target: string } | undefined;
}

/** Prints after a deployment what to do next. */
export const nextSteps = (stack: Stack, deployed: Deployed): void => {
  const { url, userPoolId, adminEmail, alarmEmail, models, domain } = deployed;
  const say = (id: string, value: string) => new CfnOutput(stack, id, { value });
  say('Url', `${url}/`);
  if (domain) {
    say(
      'Step1Domain',
      `Point ${domain.name} at ${domain.target} (CNAME, or an alias in Route 53).`,
    );
  }
  say(
    'Step2Login',
    adminEmail
      ? `A temporary password was mailed to ${adminEmail}. Log in with it once and choose your own: POST ${url}/api/auth/login/ {"email": "${adminEmail}", "password": "<temporary>", "new_password": "<your own>"}`
      : 'Nobody can log in yet: deploy again with -c adminEmail=<your address> to be invited as admin.',
  );
  say(
    'Step3Models',
    `Interviews use ${models.join(' and ')} on Amazon Bedrock: in this account, open the model once in the Bedrock console, and for models of Anthropic send the use case form.`,
  );
  say(
    'Step4Interview',
    `Then schedule an interview and make its link; ${url}/api/schema/ describes the API.`,
  );
  say(
    'Users',
    `More recruiters: add users to the pool ${userPoolId} and to its group "recruiter" or "admin", in the Cognito console.`,
  );
  say(
    'Alarms',
    alarmEmail
      ? `Confirm the subscription that was mailed to ${alarmEmail}, or no alarm reaches it.`
      : 'Alarms are seen in the CloudWatch console only; -c alarmEmail=<address> mails them.',
  );
};

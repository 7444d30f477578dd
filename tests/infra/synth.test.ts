import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { flags, temporaryFolder } from './synthesized.ts';

const folder = temporaryFolder();
afterAll(() => rm(folder, { recursive: true }));

/** Runs the CDK app as the CDK does. */
const synth = async (context: Record<string, unknown>) => {
  const run = promisify(execFile)(process.execPath, ['bin/app.ts'], {
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify({ ...flags(), ...context }),
    },
  });
  const { stderr } = await run;
  return { stderr, report: await readFile(join(folder, 'validation-report.json'), 'utf8') };
};

describe('cdk synth', () => {
  it('passes AwsSolutions with no finding and no unreviewed warning', async () => {
    const evaluationModel =
      'arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/ab12cd';
    const emails = { adminEmail: 'ada@example.com', alarmEmail: 'ops@example.com' };

    const { stderr, report } = await synth({ ...emails, evaluationModel, apiClients: 'ats' });

    expect(stderr).toMatch(
      /^No price is known for arn:.*\/ab12cd: .*\nThe notice on the use of AI .*privacyUrl.*\n$/,
    );
    // Machine clients have the one warning that is acknowledged.
    const suppressedViolations = [expect.objectContaining({ ruleName: 'W3030' })];
    expect(JSON.parse(report).pluginReports).toEqual([
      expect.objectContaining({ violations: [], suppressedViolations }),
    ]);
  });

  it('reports an invalid option in one line', async () => {
    const run = synth({ adminMail: 'ada@example.com' });

    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^This cannot be deployed: .*adminMail.*\n$/),
    });
  });
});

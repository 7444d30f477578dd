import { execFileSync } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { appStacks } from '../infra/app-stacks.ts';
import { bundleFunctions } from '../infra/bundle.ts';
import { brandOf, type Deployment, readDeployment } from '../infra/deployment.ts';
import { modelsOf } from '../infra/model.ts';
import { missingInNotice } from '../infra/notice.ts';
import { endpoints } from '../shared/contract/endpoints.ts';
import { unpricedWarning } from '../shared/domain/prices.ts';
import { buildWeb } from '../web/build.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Names in the context that are the CDK's: a colon or a slash, or what its own commands write. */
const ofTheCdk = /[:/]|^(acknowledged-issue-numbers|cli-telemetry)$/;

const readContext = (app: App) =>
  readDeployment(
    Object.fromEntries(
      Object.entries(app.node.getAllContext()).filter(([name]) => !ofTheCdk.test(name)),
    ),
  );

/** Builds functions and pages from the sources, so that nothing deployed is older than they are. */
const buildAll = async (deployment: Deployment) => {
  const built = { bundles: join(dist, 'functions'), pages: join(dist, 'site') };
  const { logo } = deployment;
  // Nothing of an earlier build is deployed either.
  await rm(dist, { recursive: true, force: true });
  await bundleFunctions(built.bundles);
  await buildWeb(built.pages, brandOf(deployment) ?? undefined, {
    retention_days: deployment.retentionDays,
    processor: 'Amazon Web Services',
  });
  if (logo) await copyFile(logo, join(built.pages, `logo${extname(logo)}`));
  return built;
};

/** The commit of the sources, `-dirty` if they have been changed since; undefined without git. */
const commit = () => {
  try {
    const describe = ['describe', '--always', '--dirty', '--abbrev=12'];
    return execFileSync('git', describe, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
};

const main = async () => {
  const app = new App();
  const deployment = readContext(app);
  for (const warning of [unpricedWarning(modelsOf(deployment)), missingInNotice(deployment)]) {
    if (warning) console.warn(warning);
  }
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  appStacks(app, {
    deployment,
    built: await buildAll(deployment),
    rows: Object.values(endpoints),
    commit: commit(),
    env: { ...(account && { account }), ...(region && { region }) },
  });
  app.synth();
};

try {
  await main();
} catch (error) {
  const known = error instanceof Error && error.message.startsWith('This cannot be deployed');
  console.error(known ? error.message : error);
  process.exitCode = 1;
}

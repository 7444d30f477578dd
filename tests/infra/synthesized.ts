import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Environment } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { appStacks, type Built } from '../../infra/app-stacks.ts';
import { functionFolders } from '../../infra/bundle.ts';
import { readDeployment } from '../../infra/deployment.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** The feature flags with which a deployment is synthesized. */
export const flags = () => CdkJson.parse(JSON.parse(readFileSync('cdk.json', 'utf8'))).context;

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'talaro-infra-'));

/** Files with the names of the built ones and no real content: templates need no more. */
const placeholders = async (folder: string): Promise<Built> => {
  const put = (path: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), path);
  };
  for (const name of await functionFolders()) put(`functions/${name}/${name}.mjs`);
  put('pages/interview.html');
  put('pages/assets/main-1.js');
  return { bundles: join(folder, 'functions'), pages: join(folder, 'pages') };
};

const Metadata = z.object({ 'aws:cdk:path': z.string() });

/** A template whose resources can be found by their construct paths. */
export interface Synthesized {
  template: Template;
  /** The properties of the resource at a path of constructs below the stack. */
  at(path: string): Record<string, unknown>;
  /** The paths of all its resources below the stack. */
  paths: readonly string[];
}

const Resources = z.record(
  z.string(),
  z.object({
    Type: z.string(),
    Properties: z.record(z.string(), z.unknown()).default({}),
    DeletionPolicy: z.string().optional(),
    UpdateReplacePolicy: z.string().optional(),
    DependsOn: z.array(z.string()).default([]),
  }),
);

/** The resources of a template by their logical ids. */
export const resourcesOf = (template: Template) =>
  Object.entries(Resources.parse(template.toJSON().Resources));

/** The properties of every resource of a type, as they are. */
export const propertiesOf = ({ template }: Synthesized, type: string) =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties);

const synthesized = (template: Template, stack: string): Synthesized => {
  const found = new Map<string, Record<string, unknown>>();
  for (const resource of Object.values(template.toJSON().Resources)) {
    const { Metadata: metadata, Properties } = z
      .object({ Metadata: z.unknown(), Properties: z.record(z.string(), z.unknown()).default({}) })
      .parse(resource);
    const parsed = pathOf(metadata);
    if (parsed) found.set(parsed, Properties);
  }
  return {
    template,
    paths: [...found.keys()].map((path) => path.slice(stack.length + 1)),
    at: (path) => {
      const properties = found.get(`${stack}/${path}`);
      if (!properties) throw new Error(`There is no resource at ${path}`);
      return properties;
    },
  };
};

const pathOf = (metadata: unknown) => Metadata.safeParse(metadata).data?.['aws:cdk:path'];

/** Creates the templates of both stacks, as a deployment with this context would. */
export const synthesize = async (context: Record<string, unknown> = {}, env: Environment = {}) => {
  const folder = temporaryFolder();
  const app = new App({
    outdir: join(folder, 'out'),
    analyticsReporting: false,
    context: {
      ...flags(),
      'aws:cdk:enable-path-metadata': true,
      // The files themselves are not needed, and some are large.
      'aws:cdk:disable-asset-staging': true,
    },
  });
  const { data, stack } = appStacks(app, {
    deployment: readDeployment(context),
    built: await placeholders(folder),
    rows: Object.values(endpoints),
    env,
  });
  // It takes five times as long as everything else; synth.test.ts covers it.
  process.env.CDK_VALIDATION = 'false';
  const templates = {
    data: synthesized(Template.fromStack(data), 'talaro-data'),
    app: synthesized(Template.fromStack(stack), 'talaro-app'),
  };
  rmSync(folder, { recursive: true });
  return templates;
};

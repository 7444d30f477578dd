import { readFileSync } from 'node:fs';
import type { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints as rows } from '../../shared/contract/endpoints.ts';
import { resourcesOf, synthesize } from './synthesized.ts';

const regions = ['eu-central-1', 'ap-northeast-1'] as const;
const account = '111122223333';

let deployments: Template[][];
beforeAll(async () => {
  const made = [];
  // The longest name that a deployment may have: names are cut to fit.
  for (const region of regions) {
    made.push(await synthesize({ name: 'a'.repeat(31) }, { account, region }));
  }
  deployments = made.map(({ app, data }) => [data.template, app.template]);
});

const resourcesIn = (templates: readonly Template[] = []) =>
  templates.flatMap(resourcesOf).map(([, resource]) => resource);

const countOf = (type: string) =>
  resourcesIn(deployments[0]).filter(({ Type }) => Type === type).length;

/** Names that must differ within an account or worldwide; an inline policy's only within its role. */
const isGlobal = (type: string) =>
  /^AWS::(CloudFront|IAM|S3)::/.test(type) && type !== 'AWS::IAM::Policy';

const Named = z.looseObject({ Name: z.unknown() });

/** Physical names: properties such as `RoleName`, and `Name` in such as `CachePolicyConfig`. */
const namesOf = (templates: readonly Template[] = []) =>
  resourcesIn(templates)
    .filter(({ Type }) => isGlobal(Type))
    .flatMap(({ Type, Properties }) =>
      [
        ...Object.entries(Properties).filter(([key]) => key.endsWith('Name')),
        ...Object.entries(Properties)
          .filter(([key, value]) => key.endsWith('Config') && Named.safeParse(value).success)
          .map(([key, value]) => [key, Named.parse(value).Name] as const),
      ].map(([key, value]) => ({ key: `${Type} ${key}`, name: JSON.stringify(value) })),
    );

describe('Deployments in two regions of one account', () => {
  it('share no name that must be unique in the account', () => {
    const [here = [], there = []] = deployments.map(namesOf);

    const shared = here.filter(({ name }) => there.some((other) => other.name === name));

    expect(here.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'AWS::CloudFront::Function Name',
        'AWS::CloudFront::OriginAccessControl OriginAccessControlConfig',
        'AWS::CloudFront::ResponseHeadersPolicy ResponseHeadersPolicyConfig',
      ]),
    );
    expect(shared).toEqual([]);
  });

  it('have names of a length that CloudFront accepts', () => {
    const names = deployments.flatMap(namesOf).filter(({ key }) => key.includes('CloudFront'));

    const long = names.filter(
      ({ key, name }) => name.length - 2 > (key.includes('Policy') ? 128 : 64),
    );

    expect(long).toEqual([]);
  });
});

describe('Each stack', () => {
  /** What an endpoint takes: function, role, log, method, and a path of two new parts. */
  const perEndpoint = 6;
  const planned = 50;

  it('has fewer than 400 resources, of which CloudFormation allows 500, with room for 50 endpoints', () => {
    const { length: endpoints } = Object.values(rows);
    const room = perEndpoint * Math.max(0, planned - endpoints);

    const [data = [], app = []] = (deployments[0] ?? []).map(resourcesOf);

    expect(data.length).toBeLessThan(400);
    expect(
      app.length + room,
      `talaro-app has ${app.length} resources: move functions into a stack of their own, as docs/deployment.md says under "When a stack grows"`,
    ).toBeLessThan(400);
  });

  it('has at most six resources for an endpoint', () => {
    const ofEndpoints = resourcesIn(deployments[0]).filter(({ Type }) =>
      /^AWS::(Lambda::Permission|ApiGateway::(Method|Resource))$/.test(Type),
    );

    expect(3 + ofEndpoints.length / Object.values(rows).length).toBeLessThan(perEndpoint);
  });
});

describe('What README says a deployment costs without interviews', () => {
  const readme = readFileSync('README.md', 'utf8');
  const said = (pattern: RegExp) => Number(pattern.exec(readme)?.[1]);

  const rules = () =>
    resourcesIn(deployments[0])
      .filter(({ Type }) => Type === 'AWS::WAFv2::WebACL')
      .flatMap(({ Properties }) => z.array(z.unknown()).parse(Properties.Rules)).length;

  /** An alarm costs its price for each metric that it watches. */
  const watched = () =>
    resourcesIn(deployments[0])
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .map(({ Properties }) => z.array(z.looseObject({})).optional().parse(Properties.Metrics))
      .reduce((sum, metrics) => sum + (metrics?.filter((it) => 'MetricStat' in it).length ?? 1), 0);

  it('counts the firewall’s rules, the metrics of alarms and the secrets of the template', () => {
    const counts = {
      rules: rules(),
      metrics: watched(),
      secrets: countOf('AWS::SecretsManager::Secret'),
    };

    expect({
      rules: said(/each of its (\d+) rules/),
      metrics: said(/each of the (\d+) metrics that alarms watch/),
      secrets: said(/for (\d+) secret/),
    }).toEqual(counts);
  });

  it('adds them up', () => {
    const sum = 5 + rules() + 0.1 * watched() + 0.4 * countOf('AWS::SecretsManager::Secret');

    expect(said(/you pay about (\d+) USD a month/)).toBe(Math.round(sum));
  });

  it('leaves nothing out: three dashboards are free, and no metric is sent while nothing happens', () => {
    const idle = resourcesIn(deployments[0])
      .filter(({ Type }) => Type === 'AWS::Logs::MetricFilter')
      .filter(({ Properties }) => JSON.stringify(Properties).includes('DefaultValue'));

    expect(countOf('AWS::CloudWatch::Dashboard')).toBeLessThanOrEqual(3);
    expect(idle).toEqual([]);
  });
});

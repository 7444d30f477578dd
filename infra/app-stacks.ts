import { type App, type Environment, Stack } from 'aws-cdk-lib';
import type { EndpointRow } from '../shared/contract/endpoint-row.ts';
import { evaluationQueue } from '../shared/contract/evaluation-queue.ts';
import { nextStepVariable } from '../shared/domain/next-step.ts';
import { Api } from './api.ts';
import { ApiCalls } from './api-calls.ts';
import { ApiClients } from './api-clients.ts';
import { Auth } from './auth.ts';
import { BaseUrl } from './base-url.ts';
import type { Deployment } from './deployment.ts';
import { Evaluations } from './evaluations.ts';
import { LinkKeys } from './link-keys.ts';
import { grantModels, modelsOf } from './model.ts';
import { nextSteps } from './next-steps.ts';
import { missingInNotice } from './notice.ts';
import { grantPeople } from './people.ts';
import { Protection } from './protection.ts';
import { Site } from './site.ts';
import { Sweep } from './sweep.ts';
import { Table } from './table.ts';
import type { Grants } from './uses.ts';
import { Voice } from './voice.ts';
import { Watch } from './watch.ts';

/** The folders that were built from the sources. */
export interface Built {
  /** One bundle per folder of `functions/`. */
  bundles: string;
  /** The pages of the site. */
  pages: string;
}

export interface AppStacksProps {
  deployment: Deployment;
  built: Built;
  rows: readonly EndpointRow[];
  env?: Environment;
  /** What is deployed, to be found again from a stack in the log. */
  commit?: string | undefined;
}

/** Composes Talaro of a stack for data that must not be lost, and one that can be recreated. */
export const appStacks = (
  app: App,
  { deployment, built, rows, env = {}, commit }: AppStacksProps,
) => {
  const { name, adminEmail, alarmEmail, apiClients = [], soundDays } = deployment;
  const data = new Stack(app, `${name}-data`, {
    env,
    description: 'Talaro: interviews, accounts, link keys and sound; kept when it is destroyed',
  });
  const calls = new ApiCalls(data, 'Calls');
  const table = new Table(data, 'Table');
  const auth = new Auth(data, 'Auth', { calls, adminEmail });
  const machines = new ApiClients(data, 'ApiClients', { pool: auth.pool, clients: apiClients });
  const linkKeys = new LinkKeys(data, 'LinkKeys');
  const voice = new Voice(data, 'Voice', { soundDays });
  new Protection(data, 'Protection', {
    calls,
    pool: auth.pool,
    table: table.table,
    after: [auth, machines, linkKeys, table, voice],
  });

  const stack = new Stack(app, `${name}-app`, {
    env,
    description: 'Talaro: API, functions, queue and site; stateless',
  });
  const baseUrl = new BaseUrl(stack, 'BaseUrl', name);
  const evaluations = new Evaluations(stack, 'Evaluations');
  const grants: Grants = {
    'table:read': (fn) => table.grant(fn, 'read'),
    'table:write': (fn) => table.grant(fn, 'write'),
    'table:list': (fn) => table.grantLists(fn),
    'link-keys': (fn) => linkKeys.grant(fn),
    'base-url': (fn) => baseUrl.grant(fn),
    model: grantModels(stack, deployment),
    voice: (fn) => voice.grant(fn),
    'sound:erase': (fn) => voice.grantErase(fn),
    'queue:send': (fn) => evaluations.grant(fn),
    'approved-kits': (fn) =>
      fn.setEnv('REQUIRE_APPROVED_KIT', String(deployment.requireApprovedKit)),
    sweeping: (fn) => {
      fn.setEnv('SEAL_AFTER_HOURS', String(deployment.sealAfterHours));
      fn.setEnv('RETENTION_DAYS', String(deployment.retentionDays ?? 'never'));
    },
    'next-step': (fn) => fn.setEnv('NEXT_STEP', nextStepVariable(deployment.nextStep)),
    notice: (fn) => fn.setEnv('REQUIRE_NOTICE', String(deployment.requireNotice)),
    users: (fn) => auth.grant(fn),
    'users:list': (fn) => grantPeople(fn, auth.pool, 'list'),
    'users:invite': (fn) => grantPeople(fn, auth.pool, 'invite'),
    'users:update': (fn) => grantPeople(fn, auth.pool, 'update'),
  };
  const { bundles, pages } = built;
  const { api, accessLog, functions } = new Api(stack, 'Api', {
    rows,
    grants,
    bundles,
    pool: auth.pool,
  });
  const consumer = evaluations.consume({ grants, bundles });
  const { function: sweeper } = new Sweep(stack, 'Sweep', { grants, bundles });
  const { domain, certificateArn } = deployment;
  const site = new Site(stack, 'Site', {
    api,
    voice,
    pages,
    origins: deployment.corsOrigins,
    domain: domain && certificateArn ? { name: domain, certificateArn } : undefined,
  });
  baseUrl.publish(site.url);
  const all = [...functions, consumer, sweeper];
  const spending = [...rows, evaluationQueue].filter(({ uses }) => uses.includes('model'));
  new Watch(stack, 'Watch', {
    api,
    accessLog,
    functions: all,
    spenders: all.filter((fn) => spending.some(({ folder }) => folder === fn.node.id)),
    evaluations,
    reader: consumer,
    sweeper,
    dailyBudgetUsd: deployment.dailyBudgetUsd,
    alarmEmail,
  });
  nextSteps(stack, {
    url: site.url,
    userPoolId: auth.pool.userPoolId,
    adminEmail,
    alarmEmail,
    models: modelsOf(deployment),
    commit,
    missing: missingInNotice(deployment),
    domain: domain ? { name: domain, target: site.distribution.distributionDomainName } : undefined,
  });
  return { data, stack };
};

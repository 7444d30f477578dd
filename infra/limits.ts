import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { edgeHeader, edgeMark, viewerHeader } from './edge.ts';

/** Where requests come from: the viewer that the distribution saw, or the connection of a caller past it. */
type By = 'viewer' | 'connection';

/** A limit on requests from one place. */
export interface Limit {
  name: string;
  by: By;
  /** Requests in five minutes. */
  requests: number;
  /** Only paths that contain this. */
  within?: string;
}

const each = (limit: Omit<Limit, 'by'>): Limit[] =>
  (['viewer', 'connection'] as const).map((by) => ({
    ...limit,
    by,
    name: `${limit.name}-by-${by}`,
  }));

/** Fifty candidates in one building save a draft every two seconds; people log in rarely. */
export const limits: readonly Limit[] = [
  ...each({ name: 'logins', requests: 100, within: '/api/auth/' }),
  ...each({ name: 'requests', requests: 10_000 }),
];

const matches = (
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  positionalConstraint: 'CONTAINS' | 'EXACTLY',
  searchString: string,
  transformation = 'NONE',
): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch,
    positionalConstraint,
    searchString,
    textTransformations: [{ priority: 0, type: transformation }],
  },
});

const throughDistribution = matches({ singleHeader: { Name: edgeHeader } }, 'EXACTLY', edgeMark);

/**
 * Each request meets the limits of one kind. Through the distribution, one connection carries many
 * people; past it, the viewer's header is whatever the caller likes, also the address of a victim.
 */
const counts: Readonly<Record<By, CfnWebACL.StatementProperty>> = {
  viewer: throughDistribution,
  connection: { notStatement: { statement: throughDistribution } },
};

const scopeOf = ({ by, within }: Limit): CfnWebACL.StatementProperty =>
  within
    ? {
        andStatement: {
          statements: [counts[by], matches({ uriPath: {} }, 'CONTAINS', within, 'URL_DECODE')],
        },
      }
    : counts[by];

/** The firewall's statement that is true of a request beyond a limit. */
export const limitStatement = (limit: Limit): CfnWebACL.StatementProperty => ({
  rateBasedStatement: {
    limit: limit.requests,
    evaluationWindowSec: 300,
    scopeDownStatement: scopeOf(limit),
    ...(limit.by === 'connection'
      ? { aggregateKeyType: 'IP' }
      : {
          aggregateKeyType: 'FORWARDED_IP',
          forwardedIpConfig: { headerName: viewerHeader, fallbackBehavior: 'NO_MATCH' },
        }),
  },
});

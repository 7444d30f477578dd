import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { gatewayError } from '../shared/http/gateway-errors.ts';
import { commonHeaders } from '../shared/http/statuses.ts';

/** Set by the distribution for each request, whatever the client sent; see site.ts. */
export const viewerHeader = 'x-talaro-viewer';

/**
 * AWS's rules that count instead of block.
 * Bodies: answers, job descriptions and résumés are about code, SQL, HTML, paths and exploits, and a
 * job description with a résumé can be 400 KB; blocking them would fail candidates for knowing their
 * trade. Bodies are JSON, checked by a schema, stored as bound values and shown as text.
 * URI length: a link token of any length gets the API's own 401. User agent: a client without one
 * is no attack, and the older backend served it.
 * AWS silently ignores misspelt names; these are from the WAF developer guide, "Baseline rule groups".
 */
const counted: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: [
    'CrossSiteScripting_BODY',
    'EC2MetaDataSSRF_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'NoUserAgent_HEADER',
    'SizeRestrictions_BODY',
    'SizeRestrictions_URIPATH',
  ],
  AWSManagedRulesKnownBadInputsRuleSet: [
    'JavaDeserializationRCE_BODY',
    'Log4JRCE_BODY',
    'ReactJSRCE_BODY',
  ],
};

interface Limit {
  name: string;
  /** Requests in five minutes. */
  requests: number;
  /** The viewer's address as the distribution sees it, or that of the connection. */
  by: 'viewer' | 'connection';
  /** Only paths that contain this. */
  within?: string;
}

/**
 * Fifty candidates in one building save a draft every two seconds; people log in rarely. The limit
 * by connection is for callers that go past the distribution, whose viewer header means nothing;
 * through it, one connection carries many people.
 */
const limits: readonly Limit[] = [
  { name: 'logins-by-viewer', requests: 100, by: 'viewer', within: '/api/auth/' },
  { name: 'logins-by-connection', requests: 500, by: 'connection', within: '/api/auth/' },
  { name: 'requests-by-viewer', requests: 10_000, by: 'viewer' },
  { name: 'requests-by-connection', requests: 20_000, by: 'connection' },
];

// Sampled requests would show paths, and a path can contain a link token.
const visibility = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managedRule = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: (counted[name] ?? []).map((rule) => ({
        name: rule,
        actionToUse: { count: {} },
      })),
    },
  },
  visibilityConfig: visibility(name),
});

const limitRule = (limit: Limit, priority: number): CfnWebACL.RuleProperty => ({
  name: limit.name,
  priority,
  action: {
    block: {
      customResponse: {
        responseCode: gatewayError('THROTTLED').status,
        customResponseBodyKey: 'throttled',
        responseHeaders: [
          ...Object.entries(commonHeaders).map(([name, value]) => ({ name, value })),
          { name: 'retry-after', value: '300' },
        ],
      },
    },
  },
  statement: {
    rateBasedStatement: {
      limit: limit.requests,
      evaluationWindowSec: 300,
      aggregateKeyType: limit.by === 'viewer' ? 'FORWARDED_IP' : 'IP',
      ...(limit.by === 'viewer' && {
        forwardedIpConfig: { headerName: viewerHeader, fallbackBehavior: 'NO_MATCH' },
      }),
      ...(limit.within && {
        scopeDownStatement: {
          byteMatchStatement: {
            fieldToMatch: { uriPath: {} },
            positionalConstraint: 'CONTAINS',
            searchString: limit.within,
            textTransformations: [{ priority: 0, type: 'NONE' }],
          },
        },
      }),
    },
  },
  visibilityConfig: visibility(limit.name),
});

/** The WAF of one stage of the API: limits by caller, and AWS's rules against known attacks. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stageArn }: { stageArn: string }) {
    super(scope, id);
    const { error, code } = gatewayError('THROTTLED');
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      customResponseBodies: {
        throttled: { contentType: 'APPLICATION_JSON', content: JSON.stringify({ error, code }) },
      },
      rules: [
        ...limits.map(limitRule),
        ...Object.keys(counted).map((name, n) => managedRule(name, limits.length + n)),
      ],
      visibilityConfig: visibility('firewall'),
    });
    new CfnWebACLAssociation(this, 'Association', {
      resourceArn: stageArn,
      webAclArn: acl.attrArn,
    });
  }
}

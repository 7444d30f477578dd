import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { gatewayError } from '../shared/http/gateway-errors.ts';
import { commonHeaders } from '../shared/http/statuses.ts';
import { type Limit, limitStatement, limits } from './limits.ts';

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
  statement: limitStatement(limit),
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

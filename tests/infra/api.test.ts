import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionFolders } from '../../infra/bundle.ts';
import { type EndpointRow, needsLogin } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { evaluationQueue } from '../../shared/contract/evaluation-queue.ts';
import { sweep } from '../../shared/contract/sweep.ts';
import { gatewayErrors } from '../../shared/http/gateway-errors.ts';
import { commonHeaders } from '../../shared/http/statuses.ts';
import { functionAt } from './functions.ts';
import { type Synthesized, synthesize } from './synthesized.ts';

const rows: readonly EndpointRow[] = Object.values(endpoints);

let app: Synthesized;
beforeAll(async () => {
  ({ app } = await synthesize());
});

const routeOf = ({ method, path }: EndpointRow, as: string = method) =>
  app.at(`Api/Rest/Default${path}${as}/Resource`);

const propertiesOf = (type: string) =>
  Object.values(app.template.findResources(type)).map(({ Properties }) => Properties);

describe('Routes', () => {
  it.each(rows.filter(({ access }) => needsLogin(access)))(
    '$method $path requires an access token',
    (row) => {
      const route = routeOf(row);

      expect(route).toMatchObject({
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizationScopes: ['aws.cognito.signin.user.admin', 'talaro/read', 'talaro/write'],
        AuthorizerId: { Ref: expect.stringContaining('Login') },
      });
    },
  );

  it.each(rows.filter(({ access }) => !needsLogin(access)))(
    '$method $path requires no token',
    (row) => {
      const route = routeOf(row);

      expect(route.AuthorizationType).toBe('NONE');
      expect(route).not.toHaveProperty('AuthorizerId');
      expect(route).not.toHaveProperty('AuthorizationScopes');
    },
  );

  it.each(rows)('$method $path calls its own function', (row) => {
    const route = routeOf(row);

    expect(JSON.stringify(route.Integration)).toContain(
      `Api${row.folder.replaceAll('-', '')}Function`,
    );
  });

  it('answer HEAD only where GET needs no login', () => {
    const open = rows.filter(({ method, access }) => method === 'GET' && !needsLogin(access));

    const heads = propertiesOf('AWS::ApiGateway::Method').filter(
      ({ HttpMethod }) => HttpMethod === 'HEAD',
    );

    expect(heads).toHaveLength(open.length);
    for (const row of open) expect(routeOf(row, 'HEAD').AuthorizationType).toBe('NONE');
  });

  it('are those of the endpoint rows, and one for everything else', () => {
    const heads = rows.filter(({ method, access }) => method === 'GET' && !needsLogin(access));

    const routes = propertiesOf('AWS::ApiGateway::Method');

    expect(routes).toHaveLength(rows.length + heads.length + 1);
    expect(app.at('Api/Rest/Default/{proxy+}/ANY/Resource')).toMatchObject({
      AuthorizationType: 'NONE',
      Integration: { Type: 'MOCK' },
    });
  });

  it('reach every folder under functions/ except the queue’s and the schedule’s', async () => {
    const folders = await functionFolders();

    const routed = rows.map(({ folder }) => folder);

    expect([...routed, evaluationQueue.folder, sweep.folder].sort()).toEqual(folders);
  });

  it('accept access tokens of this deployment’s pool, and cache no verdict on one', () => {
    const authorizer = app.at('Api/Login/Resource');

    expect(authorizer).toMatchObject({
      Type: 'COGNITO_USER_POOLS',
      AuthorizerResultTtlInSeconds: 0,
      ProviderARNs: [{ 'Fn::ImportValue': expect.stringContaining('AuthUsers') }],
    });
  });
});

describe('Errors that API Gateway returns', () => {
  const Response = z.object({
    StatusCode: z.string(),
    ResponseTemplates: z.object({ 'application/json': z.string() }),
    ResponseParameters: z.record(z.string(), z.string()),
  });
  const responseOf = (type: string) => Response.parse(app.at(`Api/Rest/Error-${type}/Resource`));

  it.each(gatewayErrors)(
    'of type $type have our form, with issues for invalid input, and name the request from 500 on',
    ({ type, status, error, code }) => {
      const response = responseOf(type);

      expect(response.StatusCode).toBe(String(status));
      expect(JSON.parse(response.ResponseTemplates['application/json'])).toEqual({
        error,
        code,
        ...(code === 'invalid_input' && { issues: [{ path: '', message: error }] }),
        ...(status >= 500 && { request_id: '$context.requestId' }),
      });
    },
  );

  it('carry the headers of every response, and say when to try again where a limit is ours', () => {
    const later: Record<string, string> = {
      THROTTLED: '1',
      QUOTA_EXCEEDED: '3600',
      INTEGRATION_FAILURE: '5',
    };

    for (const { type } of gatewayErrors) {
      const { ResponseParameters } = responseOf(type);
      const retry = later[type] && { 'retry-after': later[type] };
      const headers = Object.entries({ ...commonHeaders, ...retry });
      expect(ResponseParameters).toEqual(
        Object.fromEntries(
          headers.map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]),
        ),
      );
    }
  });

  it('cover every type that API Gateway has, by name or by its class', () => {
    const types = propertiesOf('AWS::ApiGateway::GatewayResponse').map(
      ({ ResponseType }) => ResponseType,
    );

    expect(types).toEqual(expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX']));
    expect(new Set(types).size).toBe(types.length);
  });

  it('are a 404 for a body of any type that is sent where there is no route', () => {
    const response = responseOf('UNSUPPORTED_MEDIA_TYPE');

    expect(response.StatusCode).toBe('404');
    expect(response.ResponseTemplates['application/json']).toContain('"not_found"');
  });
});

describe('Time limits', () => {
  it('of functions do not exceed those of their integrations', () => {
    const Integration = z.object({ Integration: z.object({ TimeoutInMillis: z.number() }) });

    const late = rows.filter(
      (row) =>
        functionAt(app, `Api/${row.folder}`).timeout * 1000 >
        Integration.parse(routeOf(row)).Integration.TimeoutInMillis,
    );

    expect(late).toEqual([]);
  });

  it('of the queue are six times those of its function', () => {
    const { timeout } = functionAt(app, `Evaluations/${evaluationQueue.folder}`);

    const queue = app.at('Evaluations/Queue/Resource');

    expect(timeout).toBe(evaluationQueue.timeout);
    expect(queue.VisibilityTimeout).toBe(6 * timeout);
    expect(queue.VisibilityTimeout).toBe(evaluationQueue.visibilityTimeout);
  });
});

describe('The firewall', () => {
  it('is in front of the stage', () => {
    app.template.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
      ResourceArn: Match.objectLike({ 'Fn::Join': Match.anyValue() }),
      WebACLArn: Match.objectLike({ 'Fn::GetAtt': Match.anyValue() }),
    });
    const association = JSON.stringify(propertiesOf('AWS::WAFv2::WebACLAssociation'));

    expect(association).toContain('/stages/');
  });

  it('only counts what looks like an attack in a body: candidates write about these things', () => {
    const [acl] = propertiesOf('AWS::WAFv2::WebACL');

    const counted = JSON.stringify(acl.Rules);

    for (const rule of ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'Log4JRCE_BODY']) {
      expect(counted).toContain(`{"ActionToUse":{"Count":{}},"Name":"${rule}"}`);
    }
    expect(counted).not.toContain('SQLi');
  });

  it('counts viewers who come through the distribution, and connections of callers past it', () => {
    const [acl] = propertiesOf('AWS::WAFv2::WebACL');

    const limits = (acl.Rules as Rule[]).flatMap(({ Name, Statement: { RateBasedStatement } }) =>
      RateBasedStatement
        ? [
            {
              name: Name,
              by: RateBasedStatement.AggregateKeyType,
              scope: scopeOf(RateBasedStatement),
            },
          ]
        : [],
    );

    const passed = expect.objectContaining({ NotStatement: { Statement: fromDistribution() } });
    const logins = expect.objectContaining({
      ByteMatchStatement: expect.objectContaining({ SearchString: '/api/auth/' }),
    });
    expect(limits).toEqual([
      { name: 'logins-by-viewer', by: 'FORWARDED_IP', scope: [fromDistribution(), logins] },
      { name: 'logins-by-connection', by: 'IP', scope: [passed, logins] },
      { name: 'requests-by-viewer', by: 'FORWARDED_IP', scope: [fromDistribution()] },
      { name: 'requests-by-connection', by: 'IP', scope: [passed] },
    ]);
  });

  it('takes the viewer’s address from the distribution, and returns a 429 in our form', () => {
    const [acl] = propertiesOf('AWS::WAFv2::WebACL');

    const limit = acl.Rules.find(({ Name }: { Name: string }) => Name === 'requests-by-viewer');

    expect(limit.Statement.RateBasedStatement.ForwardedIPConfig.HeaderName).toBe('x-talaro-viewer');
    expect(limit.Action.Block.CustomResponse.ResponseCode).toBe(429);
    expect(limit.Action.Block.CustomResponse.ResponseHeaders).toContainEqual({
      Name: 'retry-after',
      Value: '300',
    });
    expect(JSON.parse(acl.CustomResponseBodies.throttled.Content)).toMatchObject({
      code: 'throttled',
    });
  });
});

interface Rule {
  Name: string;
  Statement: {
    RateBasedStatement?: {
      AggregateKeyType: string;
      ScopeDownStatement: { AndStatement?: { Statements: unknown[] } };
    };
  };
}

const scopeOf = ({
  ScopeDownStatement: scope,
}: NonNullable<Rule['Statement']['RateBasedStatement']>) =>
  scope.AndStatement?.Statements ?? [scope];

/** What the distribution adds to a request for the API, as the firewall must look for it. */
const fromDistribution = () => {
  const [distribution] = propertiesOf('AWS::CloudFront::Distribution');
  const [api] = distribution.DistributionConfig.Origins.filter(
    (origin: object) => 'OriginCustomHeaders' in origin,
  );
  const [{ HeaderName, HeaderValue }] = api.OriginCustomHeaders;
  // Random, the same in both places, and nothing that outsiders can know.
  expect(JSON.stringify(HeaderValue)).toContain('{"Ref":"AWS::StackId"}');
  return {
    ByteMatchStatement: expect.objectContaining({
      FieldToMatch: { SingleHeader: { Name: HeaderName } },
      PositionalConstraint: 'EXACTLY',
      SearchString: HeaderValue,
    }),
  };
};

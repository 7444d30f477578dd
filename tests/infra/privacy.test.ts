import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pageAt } from '../../shared/http/page-address.ts';
import { pageHeaders } from '../../shared/http/page-headers.ts';
import { routedPath } from '../../shared/links/link-address.ts';
import { brokenLinks, sentLinks } from '../support/sent-links.ts';
import { propertiesOf, type Synthesized, synthesize } from './synthesized.ts';

let app: Synthesized;
let data: Synthesized;
beforeAll(async () => {
  ({ app, data } = await synthesize());
});

describe('A link token, which is in a path, stays out of', () => {
  it('the access log, which has the route', () => {
    const [stage] = propertiesOf(app, 'AWS::ApiGateway::Stage');

    const logged: string[] = stage.AccessLogSetting.Format.match(/\$context\.[\w.]+/g);

    expect(logged).toContain('$context.resourcePath');
    expect(logged.filter((name) => /\.path$|query|message|header|params/i.test(name))).toEqual([]);
  });

  it('the execution log and traces, which are off', () => {
    const [stage] = propertiesOf(app, 'AWS::ApiGateway::Stage');

    expect(stage.TracingEnabled).toBe(false);
    expect(stage.MethodSettings).toEqual([
      expect.objectContaining({
        HttpMethod: '*',
        ResourcePath: '/*',
        LoggingLevel: 'OFF',
        DataTraceEnabled: false,
      }),
    ]);
    for (const fn of propertiesOf(app, 'AWS::Lambda::Function')) {
      expect(fn).not.toHaveProperty('TracingConfig');
    }
  });

  it('the firewall’s samples and logs', () => {
    const acl = JSON.stringify(propertiesOf(app, 'AWS::WAFv2::WebACL'));

    expect(acl).toContain('"SampledRequestsEnabled":false');
    expect(acl).not.toContain('"SampledRequestsEnabled":true');
    app.template.resourceCountIs('AWS::WAFv2::LoggingConfiguration', 0);
  });

  it('the access logs of distribution and buckets, which are off', () => {
    const [distribution] = propertiesOf(app, 'AWS::CloudFront::Distribution');

    expect(distribution.DistributionConfig).not.toHaveProperty('Logging');
    expect(distribution.DistributionConfig.DefaultCacheBehavior).not.toHaveProperty(
      'RealtimeLogConfigArn',
    );
    for (const bucket of [
      ...propertiesOf(app, 'AWS::S3::Bucket'),
      ...propertiesOf(data, 'AWS::S3::Bucket'),
    ]) {
      expect(bucket).not.toHaveProperty('LoggingConfiguration');
    }
  });
});

describe('The distribution', () => {
  const Request = z.object({ uri: z.string(), headers: z.record(z.string(), z.unknown()) });
  const AtEdge = z.object({
    FunctionCode: z.string(),
    FunctionConfig: z.object({ Runtime: z.string() }),
  });
  const functionAt = (name: 'Address' | 'Viewer') => AtEdge.parse(app.at(`Site/${name}/Resource`));
  const run = (name: 'Address' | 'Viewer', request: z.infer<typeof Request>): unknown => {
    const event = { request, viewer: { ip: '198.51.100.7' } };
    return runInNewContext(`${functionAt(name).FunctionCode}; handler(event)`, { event });
  };
  const atTheEdge = (request: z.infer<typeof Request>) => Request.parse(run('Viewer', request));

  it('passes the viewer’s address to the firewall, whatever the client claims', () => {
    const request = {
      uri: '/api/health',
      headers: { 'x-talaro-viewer': { value: '203.0.113.9' } },
    };

    const { headers } = atTheEdge(request);

    expect(headers).toEqual({ 'x-talaro-viewer': { value: '198.51.100.7' } });
  });

  it.each([
    ['/api/health/', '/api/health'],
    ['/api/health', '/api/health'],
    ['/', '/'],
  ])('forwards %s to the API as %s', (sent, asked) => {
    const { uri } = atTheEdge({ uri: sent, headers: {} });

    expect(uri).toBe(asked);
  });

  it('cleans the address of a link by the rule of the local gateway', () => {
    const ends = [...sentLinks('A'.repeat(110)), ...brokenLinks];

    for (const end of ends) {
      const uri = `/api/interviews/public/${end}`;
      expect(atTheEdge({ uri, headers: {} }).uri).toBe(routedPath(uri));
    }
  });

  it('finds the file that answers the address of a page by the rule of the local gateway', () => {
    const found = ['/', '/assets/a.js', '/console/kits/7', '/docs/', '/docs/lost', '/x/../%2e/'];

    for (const uri of found) {
      expect(run('Address', { uri, headers: {} })).toEqual({ uri: pageAt(uri), headers: {} });
    }
    expect(run('Address', { uri: '/docs', headers: {} })).toEqual({
      statusCode: 302,
      statusDescription: 'Found',
      headers: { location: { value: '/docs/' } },
    });
  });

  it('runs the one for the API and the other for pages, before it looks into its cache', () => {
    const [{ DistributionConfig }] = propertiesOf(app, 'AWS::CloudFront::Distribution');

    const { DefaultCacheBehavior, CacheBehaviors } = DistributionConfig;

    const ran = [DefaultCacheBehavior, ...CacheBehaviors].map((behavior) => [
      behavior.PathPattern,
      behavior.FunctionAssociations?.map(({ EventType }: { EventType: string }) => EventType),
      JSON.stringify(behavior.FunctionAssociations)?.match(/Site(Address|Viewer)/)?.[1],
    ]);
    expect(ran).toEqual([
      [undefined, ['viewer-request'], 'Address'],
      ['/api/*', ['viewer-request'], 'Viewer'],
      ['/media/*', undefined, undefined],
    ]);
  });

  it.each(['Address', 'Viewer'] as const)('has in %s code for its runtime', (name) => {
    const { FunctionCode, FunctionConfig } = functionAt(name);

    expect(FunctionConfig.Runtime).toBe('cloudfront-js-2.0');
    expect(FunctionCode.length).toBeLessThan(10_000);
    // It has ES 5.1, and of what came later `const` and arrow functions, but none of these.
    const tooNew = [
      /\?\.|\?\?/,
      /\.\.\./,
      /\b(class|of|import)\b/,
      /\(\?/,
      /const [[{]/,
      /,\s*[)}]/,
    ];
    for (const syntax of tooNew) expect(FunctionCode).not.toMatch(syntax);
  });

  it('lets no page of another origin read the API, unless the deployment names it', () => {
    const { FunctionCode } = functionAt('Viewer');
    const policy = app.at('Site/ApiHeaders/Resource').ResponseHeadersPolicyConfig;

    expect(FunctionCode).not.toContain('access-control');
    expect(policy).not.toHaveProperty('CorsConfig');
  });

  it('serves pages with the same headers as npm start', () => {
    const policy = JSON.stringify(app.at('Site/PageHeaders/Resource')).toLowerCase();

    for (const [name, value] of Object.entries(pageHeaders)) {
      // CloudFront has its own setting for this one.
      const written = name === 'x-content-type-options' ? 'contenttypeoptions' : value;
      expect(policy).toContain(written.toLowerCase());
    }
    expect(policy).not.toContain('unsafe-inline');
  });

  it('serves sound as nothing but what it is', () => {
    const [{ DistributionConfig }] = propertiesOf(app, 'AWS::CloudFront::Distribution');

    const [media] = DistributionConfig.CacheBehaviors.filter(
      ({ PathPattern }: { PathPattern: string }) => PathPattern === '/media/*',
    );

    expect(JSON.stringify(media.ResponseHeadersPolicyId)).toContain('SiteSoundHeaders');
    expect(JSON.stringify(app.at('Site/SoundHeaders/Resource'))).toContain('ContentTypeOptions');
  });

  it('caches no response of the API, and accepts only HTTPS for it', () => {
    const [distribution] = propertiesOf(app, 'AWS::CloudFront::Distribution');

    const api = distribution.DistributionConfig.CacheBehaviors.find(
      ({ PathPattern }: { PathPattern: string }) => PathPattern === '/api/*',
    );

    // AWS's own policies: CachingDisabled and AllViewerExceptHostHeader.
    expect(api.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(api.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
    expect(api.ViewerProtocolPolicy).toBe('https-only');
  });

  it('compresses pages, as npm start does', () => {
    const [{ DistributionConfig }] = propertiesOf(app, 'AWS::CloudFront::Distribution');

    // AWS's own CachingOptimized caches both encodings; under CachingDisabled nothing is compressed.
    expect(DistributionConfig.DefaultCacheBehavior).toMatchObject({
      Compress: true,
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    });
  });

  it('caches no error, whose Cache-Control it would overrule, and leaves its body as it is', () => {
    const [distribution] = propertiesOf(app, 'AWS::CloudFront::Distribution');

    const errors: unknown[] = distribution.DistributionConfig.CustomErrorResponses;

    const all = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
    expect(errors).toEqual(all.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })));
  });

  it('alone reads the audio bucket, and only media/ in it', () => {
    const policy = JSON.stringify(app.at('Site/AudioPolicy/Resource'));

    expect(policy).toContain('"aws:SecureTransport":"false"');
    expect(policy).toContain('/media/*');
    expect(policy).toMatch(/AWS:SourceArn.*SiteDistribution/);
  });
});

describe('Buckets', () => {
  it('are closed to the public and encrypted', () => {
    const buckets = [
      ...propertiesOf(app, 'AWS::S3::Bucket'),
      ...propertiesOf(data, 'AWS::S3::Bucket'),
    ];

    expect(buckets).toHaveLength(2);
    for (const bucket of buckets) {
      expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(bucket).toHaveProperty('BucketEncryption');
    }
  });
});

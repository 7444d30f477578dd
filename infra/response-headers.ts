import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { cors } from '../shared/http/cors.ts';
import { pageHeaders } from '../shared/http/page-headers.ts';
import { globalName } from './global-name.ts';

const strictTransportSecurity = {
  accessControlMaxAge: Duration.days(365),
  includeSubdomains: false,
  override: true,
};

const privacy: ResponseSecurityHeadersBehavior = {
  contentTypeOptions: { override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  strictTransportSecurity,
};

/** Page headers for which CloudFront has its own settings; the others are custom headers. */
const known = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

/** The headers of pages: `pageHeaders`, as in the local stack, and TLS from now on. */
export const pagePolicy = (scope: Construct) =>
  new ResponseHeadersPolicy(scope, 'PageHeaders', {
    responseHeadersPolicyName: globalName(scope, 'PageHeaders'),
    securityHeadersBehavior: {
      ...privacy,
      contentSecurityPolicy: {
        contentSecurityPolicy: pageHeaders['content-security-policy'],
        override: true,
      },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(pageHeaders)
        .filter(([header]) => !known.includes(header))
        .map(([header, value]) => ({ header, value, override: true })),
    },
  });

/** The headers of sound. */
export const soundPolicy = (scope: Construct) =>
  new ResponseHeadersPolicy(scope, 'SoundHeaders', {
    responseHeadersPolicyName: globalName(scope, 'SoundHeaders'),
    securityHeadersBehavior: privacy,
  });

/** The headers that the distribution adds to the API's own. */
export const apiPolicy = (scope: Construct, origins: readonly string[]) =>
  new ResponseHeadersPolicy(scope, 'ApiHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ApiHeaders'),
    ...(origins.length > 0 && {
      corsBehavior: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: [...cors.headers],
        accessControlAllowMethods: [...cors.methods],
        accessControlAllowOrigins: [...origins],
        accessControlExposeHeaders: [...cors.exposed],
        accessControlMaxAge: Duration.seconds(cors.maxAge),
        originOverride: true,
      },
    }),
    securityHeadersBehavior: { strictTransportSecurity },
  });

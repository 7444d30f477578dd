import { Duration, Validations } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { RestApiOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { atTheEdge, edgeHeader, edgeMark, pagesAtTheEdge, uncachedErrors } from './edge.ts';
import { globalName } from './global-name.ts';
import { pagesBucket } from './pages-bucket.ts';
import { apiPolicy, pagePolicy, soundPolicy } from './response-headers.ts';
import { uploadPages } from './upload-pages.ts';
import type { Voice } from './voice.ts';

export interface SiteProps {
  api: RestApi;
  voice: Voice;
  /** The folder of the built pages. */
  pages: string;
  /** Whose pages may call the API beside our own. */
  origins: readonly string[];
  /** A custom domain with its certificate (in us-east-1). */
  domain: { name: string; certificateArn: string } | undefined;
}

/** One origin for pages, sound and API: a bucket of pages, and a distribution in front of them. */
export class Site extends Construct {
  readonly url: string;
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, { api, voice, pages, origins, domain }: SiteProps) {
    super(scope, id);
    const bucket = pagesBucket(this);
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Talaro: pages, sound and API',
      errorResponses: uncachedErrors,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'interview.html',
      defaultBehavior: this.#pages(bucket),
      additionalBehaviors: { '/api/*': this.#api(api, origins), '/media/*': this.#media(voice) },
      ...(domain && {
        domainNames: [domain.name],
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
    });
    voice.serveFrom(this, this.distribution.distributionId);
    uploadPages(this, { bucket, pages });
    this.url = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
    this.#acknowledge();
  }

  #pages(bucket: IBucket): cloudfront.BehaviorOptions {
    return {
      // Without the right to list, a missing page would be a 403.
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessControl: this.#access('PagesAccess'),
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: pagePolicy(this),
      functionAssociations: this.#onRequest('Address', {
        comment: 'Finds the file that answers the address of a page',
        code: pagesAtTheEdge,
      }),
    };
  }

  #api(api: RestApi, origins: readonly string[]): cloudfront.BehaviorOptions {
    return {
      origin: new RestApiOrigin(api, { customHeaders: { [edgeHeader]: edgeMark } }),
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      // A redirect would come too late: the token has already crossed the network in clear.
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: apiPolicy(this, origins),
      functionAssociations: this.#onRequest('Viewer', {
        comment: 'Names the viewer for the firewall, cleans links, answers preflights',
        code: atTheEdge(origins),
      }),
    };
  }

  #media(voice: Voice): cloudfront.BehaviorOptions {
    return {
      origin: S3BucketOrigin.withBucketDefaults(voice.bucket, {
        originAccessControlId: this.#access('AudioAccess').originAccessControlId,
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: new cloudfront.CachePolicy(this, 'AudioCache', {
        comment: 'Erased sound is gone everywhere within an hour',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.hours(1),
        maxTtl: Duration.hours(1),
      }),
      responseHeadersPolicy: soundPolicy(this),
    };
  }

  #onRequest(id: string, { comment, code }: { comment: string; code: string }) {
    const runs = new cloudfront.Function(this, id, {
      comment,
      runtime: cloudfront.FunctionRuntime.JS_2_0,
      code: cloudfront.FunctionCode.fromInline(code),
    });
    return [{ eventType: cloudfront.FunctionEventType.VIEWER_REQUEST, function: runs }];
  }

  #access(id: string) {
    return new cloudfront.S3OriginAccessControl(this, id, {
      originAccessControlName: globalName(this, id),
    });
  }

  #acknowledge() {
    Validations.of(this.distribution).acknowledge(
      {
        id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
        reason:
          'The distribution has a root object and forwards no query, so a list is never requested.',
      },
      { id: 'AwsSolutions-CFR1', reason: 'Candidates may be anywhere.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'The firewall is in front of the API, where it also covers callers that bypass the distribution. The rest are static files.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'A request’s path can contain a link token. Access is logged by the API, by route; CloudFront’s logs cannot leave the path out without a delivery in us-east-1.',
      },
      {
        id: 'AwsSolutions-CFR4',
        reason:
          'CloudFront sets the TLS version of its own domain names. With a custom domain and certificate it is TLS 1.2 or later.',
      },
    );
  }
}

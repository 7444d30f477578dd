import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  AwsIntegration,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  LogGroupLogDestination,
  type Method,
  MethodLoggingLevel,
  type MethodOptions,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Access, type EndpointRow, needsLogin } from '../shared/contract/endpoint-row.ts';
import { machineScopes, personScope } from '../shared/http/caller.ts';
import { EndpointFunction, endpointTimeout } from './endpoint-function.ts';
import { Firewall } from './firewall.ts';
import { addGatewayResponses, addNoRoute } from './gateway-responses.ts';
import { type Grants, grantUses } from './uses.ts';

export interface ApiProps {
  rows: readonly EndpointRow[];
  grants: Grants;
  /** The folder with one bundle per folder of `functions/`. */
  bundles: string;
  pool: IUserPool;
}

/** The route, never the path: the path can contain a link token. An error message can quote one. */
const accessLog = {
  request_id: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  error: '$context.error.responseType',
  firewall: '$context.wafResponseCode',
  duration_ms: '$context.responseLatency',
  function_ms: '$context.integration.latency',
  function_status: '$context.integration.status',
  response_bytes: '$context.responseLength',
};

type Open = Exclude<Access, 'recruiter' | 'person' | 'admin'>;

const openTo: Readonly<Record<Open, string>> = {
  public:
    'Open to everyone by contract: health, the API’s description, login, logout, forgotten passwords, tokens of machine clients, and the 404 of unknown paths.',
  candidate:
    'Candidates have no login: the link token is the credential, which the function verifies.',
};

/** The regional REST API: one function and one route per row of the endpoint table. */
export class Api extends Construct {
  readonly api: RestApi;
  readonly functions: readonly EndpointFunction[];
  readonly accessLog: LogGroup;
  readonly #calls = new PolicyDocument();
  readonly #caller: Role;

  constructor(scope: Construct, id: string, { rows, grants, bundles, pool }: ApiProps) {
    super(scope, id);
    this.accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.api = new RestApi(this, 'Rest', {
      restApiName: `${scope.node.id}`,
      description: 'Talaro: AI interviews',
      endpointTypes: [EndpointType.REGIONAL],
      // Access logs need this role; it is the account's, so it outlives the stack.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'live',
        throttlingRateLimit: 200,
        throttlingBurstLimit: 400,
        accessLogDestination: new LogGroupLogDestination(this.accessLog),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
        // Execution logs contain path parameters, one of which is the link token.
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        tracingEnabled: false,
      },
    });
    addGatewayResponses(this.api);
    // One role for all routes, where a permission each would be a resource each; see ADR 020.
    this.#caller = new Role(this, 'Caller', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      inlinePolicies: { calls: this.#calls },
    });
    const login: MethodOptions = {
      authorizationType: AuthorizationType.COGNITO,
      authorizer: new CognitoUserPoolsAuthorizer(this, 'Login', {
        cognitoUserPools: [pool],
        // A token that has expired is refused at once.
        resultsCacheTtl: Duration.seconds(0),
      }),
      // With scopes the authorizer takes access tokens instead of id tokens. One of them is enough,
      // and each route admits both kinds: who may not call it gets the function's own 403.
      authorizationScopes: [personScope, ...Object.values(machineScopes)],
    };
    this.functions = rows.map((row) => {
      const description = row.summary;
      const fn = new EndpointFunction(this, row.folder, { description, bundles });
      grantUses(grants, row.uses, fn);
      this.#route(row, fn, login);
      return fn;
    });
    acknowledgeOpen(addNoRoute(this.api), 'public');
    // Nobody should call the API past the distribution.
    this.api.node.tryRemoveChild('Endpoint');
    new Firewall(this, 'Firewall', { stageArn: this.api.deploymentStage.stageArn });
    this.#acknowledge();
  }

  #route(row: EndpointRow, fn: EndpointFunction, login: MethodOptions) {
    // API Gateway serves /x/ from /x.
    const resource = this.api.root.resourceForPath(row.path.replace(/\/$/, ''));
    const { functionArn } = fn.function;
    this.#calls.addStatements(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    const integration = new AwsIntegration({
      service: 'lambda',
      path: `2015-03-31/functions/${functionArn}/invocations`,
      proxy: true,
      options: { credentialsRole: this.#caller, timeout: endpointTimeout },
    });
    if (needsLogin(row.access)) {
      resource.addMethod(row.method, integration, login);
      return;
    }
    const open = { authorizationType: AuthorizationType.NONE };
    acknowledgeOpen(resource.addMethod(row.method, integration, open), row.access);
    // Mail scanners and monitors send HEAD requests.
    if (row.method === 'GET') {
      acknowledgeOpen(resource.addMethod('HEAD', integration, open), row.access);
    }
  }

  #acknowledge() {
    Validations.of(this.api).acknowledge(
      {
        id: 'AwsSolutions-APIG2',
        reason:
          'Each function checks its request with the row’s zod schema, from which the OpenAPI document is also generated; a second schema here would duplicate the contract.',
      },
      {
        id: 'AwsSolutions-APIG6',
        reason:
          'Execution logs contain path parameters, and the candidate’s link token is one. The access log and the functions’ own logs cover the rest.',
      },
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
        reason: 'The only policy that AWS provides for an account’s API Gateway log role.',
      },
    );
  }
}

const acknowledgeOpen = (method: Method, access: Open) =>
  Validations.of(method).acknowledge(
    { id: 'AwsSolutions-APIG4', reason: openTo[access] },
    { id: 'AwsSolutions-COG4', reason: openTo[access] },
  );

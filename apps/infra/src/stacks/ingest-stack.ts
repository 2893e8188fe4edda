import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { RAW_FOLDERS, rawBucketName } from '../stages/bucket-names';
import { publish } from '../parameters';
import { alarm } from '../constructs/alarm';
import { LambdaFunction } from '../constructs/lambda-function';
import { logGroup } from '../constructs/log-group';
import type { Stage } from '../stages/stages';

/**
 * Fields of a line of the access log, which contain no address of a visitor. CloudWatch adds the
 * time. It is the only line of a request whose events are all stored, and each byte is paid for.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.integrationLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/**
 * Routes of our tracker, the libraries of Segment and Snowplow, and Google's Measurement Protocol.
 */
const ROUTES = [
  [HttpMethod.POST, '/clickstream'],
  [HttpMethod.POST, '/v1/{call}'],
  [HttpMethod.POST, '/com.snowplowanalytics.snowplow/tp2'],
  [HttpMethod.GET, '/i'],
  [HttpMethod.POST, '/mp/collect'],
] as const;

/** The public side of the platform: its routes and the Lambda behind them. */
export class IngestStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-ingest${stage.suffix}`,
      description: 'Clickstream: HTTP API and ingest Lambda',
      env: { region: stage.region },
    });
    const handler = this.ingestFunction(stage);
    const api = this.httpApi(stage);
    const integration = new HttpLambdaIntegration('Integration', handler);
    ROUTES.flatMap(([method, path]) => api.addRoutes({ path, methods: [method], integration })).forEach(
      (route) =>
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Visitors of a shop have no account yet, and their events count, too.',
        ),
    );
    const endpoint = `${api.apiEndpoint}/clickstream`;
    publish(this, stage, 'ingest/endpoint', endpoint);
    new CfnOutput(this, 'ClickstreamEndpoint', { value: endpoint });
    this.alarms(stage, handler, api);
  }

  private ingestFunction(stage: Stage): Function {
    const bucket = rawBucketName(this, stage);
    const ingest = new LambdaFunction(this, 'Ingest', {
      stage,
      app: 'ingest-lambda',
      name: 'clickstream-lambda-ingest',
      description: 'Stores events that browsers send, and those that it rejects',
      memoryMiB: 512,
      // One second less than API Gateway waits.
      timeout: Duration.seconds(29),
      environment: { RAW_BUCKET: bucket },
      isCalledByVisitors: true,
    });
    ingest.allow(
      {
        actions: ['s3:PutObject'],
        resources: RAW_FOLDERS.map((keys) => `arn:${this.partition}:s3:::${bucket}/${keys}`),
      },
      'Object keys are unique; the function writes these two prefixes only.',
    );
    return ingest.function;
  }

  private httpApi(stage: Stage): HttpApi {
    const apiName = `clickstream-http-api${stage.suffix}`;
    const api = new HttpApi(this, 'HttpApi', {
      apiName,
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...stage.corsOrigins],
        // Some trackers send cookies; API Gateway does not allow credentials together with every
        // origin.
        allowCredentials: !stage.corsOrigins.includes('*'),
        allowMethods: [CorsHttpMethod.POST],
        // Segment's tracker sends its write key and its number of tries; Snowplow's asks to stay
        // anonymous.
        allowHeaders: ['authorization', 'content-type', 'x-retry-count', 'sp-anonymous'],
        // Without it, a browser does not show the tracker how long the API asks it to wait.
        exposeHeaders: ['retry-after'],
        maxAge: Duration.days(1),
      },
    });
    new HttpStage(this, 'DefaultStage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: stage.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          logGroup(this, 'AccessLogs', `/aws/apigateway/${apiName}`, stage),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    return api;
  }

  private alarms(stage: Stage, handler: Function, api: HttpApi): void {
    const ofFunction = {
      namespace: 'AWS/Lambda',
      dimensions: { FunctionName: handler.functionName },
      statistic: 'Sum',
      minutes: 5,
    } as const;
    const ofApi = { namespace: 'AWS/ApiGateway', dimensions: { ApiId: api.apiId } } as const;
    alarm(this, 'ingest-errors', stage, {
      ...ofFunction,
      metricName: 'Errors',
      above: 0,
      description:
        'The ingest Lambda failed. Trackers keep their events and try again: look into its log today.',
      page: 'docs/runbooks/collection.md',
    });
    alarm(this, 'ingest-throttles', stage, {
      ...ofFunction,
      metricName: 'Throttles',
      above: 0,
      description: 'Lambda refused calls: the quota of concurrent executions of this account is too small.',
      page: 'docs/runbooks/collection.md',
    });
    alarm(this, 'api-5xx', stage, {
      ...ofApi,
      metricName: '5xx',
      statistic: 'Sum',
      minutes: 5,
      above: 5,
      description:
        'Browsers get errors from clickstream-http-api. Its access log names the integration error.',
      page: 'docs/runbooks/collection.md',
    });
    alarm(this, 'api-4xx', stage, {
      ...ofApi,
      metricName: '4xx',
      statistic: 'Sum',
      minutes: 60,
      above: (stage.throttle.rateLimit * 3600) / 50,
      description:
        'An hour with many refused requests: a tracker sends what ingest does not accept, the throttle is reached, or somebody tries addresses.',
      page: 'docs/runbooks/collection.md',
    });
    alarm(this, 'api-flood', stage, {
      ...ofApi,
      metricName: 'Count',
      statistic: 'Sum',
      minutes: 60,
      above: (stage.throttle.rateLimit * 3600) / 4,
      description:
        'An hour with a quarter of the requests that the throttle allows: somebody sends too much.',
      page: 'docs/runbooks/spend.md',
    });
    alarm(this, 'api-silent', stage, {
      ...ofApi,
      metricName: 'Count',
      statistic: 'Sum',
      minutes: 60,
      below: 1,
      periods: 6,
      alsoWhenMissing: true,
      description: 'No event for six hours: the tracker is off, blocked, or posts to another address.',
      page: 'docs/runbooks/collection.md',
    });
  }
}

import { resolve } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { rawBucketName } from '../raw-bucket-name';
import type { Stage } from '../stages';

/** Bundled by Nx before synth, so that what is deployed is what was tested. */
const BUNDLE = resolve(import.meta.dirname, '../../../ingest-lambda/dist');

/** Fields of a line of the access log. No address of a visitor is among them. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  integrationLatencyMs: '$context.integrationLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/** The door of the platform: `POST /clickstream` and the Lambda behind it. */
export class IngestStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-ingest${stage.suffix}`,
      description: 'Clickstream: HTTP API and ingest Lambda',
      env: { region: stage.region },
    });
    const handler = this.ingestFunction(stage);
    const api = this.httpApi(stage);
    api.addRoutes({
      path: '/clickstream',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('Ingest', handler),
    });
    new CfnOutput(this, 'ClickstreamEndpoint', { value: `${api.apiEndpoint}/clickstream` });
  }

  private ingestFunction(stage: Stage): Function {
    const functionName = `clickstream-lambda-ingest${stage.suffix}`;
    const bucket = rawBucketName(this, stage);
    const handler = new Function(this, 'IngestFunction', {
      functionName,
      description: 'Stores events that browsers send, and those that it rejects',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(BUNDLE),
      handler: 'handler.handler',
      memorySize: 512,
      // One second less than API Gateway waits.
      timeout: Duration.seconds(29),
      environment: { RAW_BUCKET: bucket, NODE_OPTIONS: '--enable-source-maps' },
      logGroup: this.logGroup('IngestLogs', `/aws/lambda/${functionName}`, stage),
    });
    handler.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: ['events/*', 'rejected/*'].map((keys) => `arn:${this.partition}:s3:::${bucket}/${keys}`),
      }),
    );
    return handler;
  }

  private httpApi(stage: Stage): HttpApi {
    const apiName = `clickstream-http-api${stage.suffix}`;
    const api = new HttpApi(this, 'HttpApi', {
      apiName,
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...stage.storefrontOrigins],
        allowMethods: [CorsHttpMethod.POST],
        allowHeaders: ['content-type'],
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
          this.logGroup('AccessLogs', `/aws/apigateway/${apiName}`, stage),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    return api;
  }

  private logGroup(id: string, logGroupName: string, { logRetention }: Stage): LogGroup {
    return new LogGroup(this, id, {
      logGroupName,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

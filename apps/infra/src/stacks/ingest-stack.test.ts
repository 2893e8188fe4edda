import { Match, Template } from 'aws-cdk-lib/assertions';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';
import type { IngestStack } from './ingest-stack';

function ingest(env = {}, context = {}): Template {
  const app = clickstreamApp(stageFrom(env), context);
  return Template.fromStack(app.node.findChild('Ingest') as IngestStack);
}
const template = ingest();
const staging = ingest({ STAGE: 'staging' }, { rawBucketName: 'our-own-name' });

it('has the names that the design fixes', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
    Name: 'clickstream-http-api',
    ProtocolType: 'HTTP',
  });
  template.hasResourceProperties('AWS::Lambda::Function', { FunctionName: 'clickstream-lambda-ingest' });
});

it('adds a suffix for another stage, so that both fit into one account', () => {
  staging.hasResourceProperties('AWS::ApiGatewayV2::Api', { Name: 'clickstream-http-api-staging' });
  staging.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'clickstream-lambda-ingest-staging',
  });
});

it('runs the bundle on arm64 and Node 24, for less time than API Gateway waits', () => {
  template.allResourcesProperties('AWS::Lambda::Function', {
    Architectures: ['arm64'],
    Runtime: 'nodejs24.x',
    Handler: 'handler.handler',
    Timeout: Match.exact(29),
  });
});

it('has a route for each sender, which passes on payloads of format 2.0', () => {
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'));
  expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual([
    'GET /i',
    'POST /clickstream',
    'POST /com.snowplowanalytics.snowplow/tp2',
    'POST /mp/collect',
    'POST /v1/{call}',
  ]);
  template.hasResourceProperties('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '2.0' });
});

it('answers a preflight of the shop, and of nobody else', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
    CorsConfiguration: {
      AllowOrigins: stageFrom({}).corsOrigins,
      AllowMethods: ['POST'],
      AllowHeaders: ['authorization', 'content-type', 'x-retry-count', 'sp-anonymous'],
      ExposeHeaders: ['retry-after'],
      AllowCredentials: true,
    },
  });
  expect(JSON.stringify(template.toJSON())).not.toContain('"AllowOrigins":["*"]');
});

it('answers the pages in CORS_ORIGINS, or all pages without their cookies', () => {
  ingest({ CORS_ORIGINS: 'https://a.example, https://b.example' }).hasResourceProperties(
    'AWS::ApiGatewayV2::Api',
    {
      CorsConfiguration: { AllowOrigins: ['https://a.example', 'https://b.example'], AllowCredentials: true },
    },
  );
  ingest({ CORS_ORIGINS: '*' }).hasResourceProperties('AWS::ApiGatewayV2::Api', {
    CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: false },
  });
});

it('limits requests to those that the stage allows', () => {
  const { rateLimit, burstLimit } = stageFrom({}).throttle;
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    DefaultRouteSettings: { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
  });
});

it('lets the function write raw objects and rejects, and nothing else', () => {
  const statements = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
    (policy) => policy['Properties'].PolicyDocument.Statement,
  );
  expect(statements.map(({ Effect, Action }) => [Effect, Action])).toEqual([
    ['Allow', ['logs:CreateLogStream', 'logs:PutLogEvents']],
    ['Allow', 's3:PutObject'],
  ]);
  const prefixes = statements[1].Resource.map(
    (arn: object) => JSON.stringify(arn).match(/\/(events|rejected)\/\*"/)?.[1],
  );
  expect(prefixes).toEqual(['events', 'rejected']);
  template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
});

it('writes into the bucket of the data stack, also under another name', () => {
  staging.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ RAW_BUCKET: 'our-own-name' }) },
  });
  expect(JSON.stringify(staging.findResources('AWS::IAM::Policy'))).toContain(
    'arn:aws:s3:::our-own-name/events/*',
  );
});

it('keeps logs for a limited time and without addresses of visitors', () => {
  const groups = Object.values(template.findResources('AWS::Logs::LogGroup'));
  expect(groups.map(({ Properties }) => Properties.LogGroupName).sort()).toEqual([
    '/aws/apigateway/clickstream-http-api',
    '/aws/lambda/clickstream-lambda-ingest',
  ]);
  for (const { Properties } of groups) expect(Properties.RetentionInDays).toBeLessThanOrEqual(14);
  const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
  expect(stage?.['Properties'].AccessLogSettings.Format).not.toContain('sourceIp');
});

it('alarms when ingest fails, refuses, or stays silent', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  expect(alarms.map(({ Properties }) => Properties.AlarmName).sort()).toEqual([
    'clickstream-api-4xx',
    'clickstream-api-5xx',
    'clickstream-api-flood',
    'clickstream-api-silent',
    'clickstream-ingest-errors',
    'clickstream-ingest-throttles',
  ]);
  for (const { Properties } of alarms) expect(Properties.AlarmActions).toHaveLength(1);
});

it('alarms on an hour of far more requests than shoppers send, long before the throttle', () => {
  const { rateLimit } = stageFrom({}).throttle;
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'clickstream-api-flood',
    MetricName: 'Count',
    Period: 3600,
    Threshold: (rateLimit * 3600) / 4,
    ComparisonOperator: 'GreaterThanThreshold',
  });
});

it('alarms on six hours without events', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'clickstream-api-silent',
    MetricName: 'Count',
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  });
});

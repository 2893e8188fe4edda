import { Match, Template } from 'aws-cdk-lib/assertions';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';
import type { DataStack } from './data-stack';

function dataStack(env = {}, context = {}): DataStack {
  return clickstreamApp(stageFrom(env), context).node.findChild('Data') as DataStack;
}
const production = dataStack();
const template = Template.fromStack(production);
const staging = dataStack({ STAGE: 'staging' });
const named = dataStack({}, { rawBucketName: 'our-own-name' });

it('keeps the raw objects whatever happens to the stack', () => {
  template.allResources('AWS::S3::Bucket', {
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
  expect(production.terminationProtection).toBe(true);
});

it('lets nobody make the bucket public', () => {
  template.allResourcesProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
});

it('encrypts at rest, and refuses unencrypted transfers', () => {
  template.allResourcesProperties('AWS::S3::Bucket', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Deny',
          Action: 's3:*',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]),
    },
  });
});

it('deletes incomplete uploads', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
      ]),
    },
  });
});

it('appends account and region to the name of the bucket, since names are global', () => {
  expect(bucketName(production)).toEqual({
    'Fn::Join': ['', ['clickstream-s3-ingest-', { Ref: 'AWS::AccountId' }, '-', { Ref: 'AWS::Region' }]],
  });
  expect(JSON.stringify(bucketName(staging))).toContain('clickstream-s3-ingest-staging-');
});

it('reads another name of the bucket from the context', () => {
  expect(bucketName(named)).toBe('our-own-name');
});

function bucketName(stack: DataStack): unknown {
  const [bucket] = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
  return bucket?.['Properties'].BucketName;
}

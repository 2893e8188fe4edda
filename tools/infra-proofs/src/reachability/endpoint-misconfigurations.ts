/** Statements that open the policy of the S3 endpoint too far. */
export const ENDPOINT_MISCONFIGURATIONS: readonly { readonly what: string; readonly statement: object }[] = [
  { what: 'all buckets', statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' } },
  {
    what: 'every principal but one',
    statement: {
      Effect: 'Allow',
      NotPrincipal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::amazon-ssm-ap-southeast-1/*',
    },
  },
  {
    what: 'all buckets but one',
    statement: { Effect: 'Allow', Principal: '*', Action: 's3:PutObject', NotResource: 'arn:aws:s3:::one/*' },
  },
  {
    what: 'all actions but one',
    statement: {
      Effect: 'Allow',
      Principal: '*',
      NotAction: 's3:DeleteBucket',
      Resource: 'arn:aws:s3:::one',
    },
  },
  {
    what: 'a foreign caller on our bucket',
    statement: {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::clickstream-hosts-111122223333-ap-southeast-1/bundles/*',
    },
  },
];

import { ENDPOINT_MISCONFIGURATIONS } from './endpoint-misconfigurations';
import { callsThroughEndpoint } from './endpoint-policy';
import { inject } from './inject';
import { MISCONFIGURATIONS } from './misconfigurations';
import { UNFOLLOWED_KINDS } from './unfollowed-kinds';
import { pathsIn } from './reachability';
import { allOf } from '../template/references';
import { ALL_SWITCHES, changed, synthesised } from '@clickstream/infra/synthesised';
import { STAGES } from '@clickstream/infra';

const templates = synthesised(ALL_SWITCHES);
const [{ s3PrefixList }] = STAGES as [(typeof STAGES)[0]];

/** Connections of the design. */
const WANTED = [
  '10.0.0.0/20 → internet gateway',
  '10.0.0.0/20 → s3',
  '10.0.128.0/20 → s3',
  'SBW_EC2_ShinyDWH → S3 443',
  'SBW_EC2_ShinyDWH → clickstream-dw 5432',
  'SBW_EC2_ShinyDWH → endpoint ec2messages 443',
  'SBW_EC2_ShinyDWH → endpoint ssm 443',
  'SBW_EC2_ShinyDWH → endpoint ssmmessages 443',
  'SBW_EC2_WebDB → S3 443',
  'SBW_EC2_WebDB → endpoint ec2messages 443',
  'SBW_EC2_WebDB → endpoint ssm 443',
  'SBW_EC2_WebDB → endpoint ssmmessages 443',
  'SBW_Lamda_ETL → S3 443',
  'SBW_Lamda_ETL → SBW_EC2_ShinyDWH 5432',
  'SBW_Lamda_ETL → clickstream-dw 5432',
  'SBW_Lamda_ETL → endpoint ec2messages 443',
  'SBW_Lamda_ETL → endpoint ssm 443',
  'SBW_Lamda_ETL → endpoint ssmmessages 443',
  'clickstream-lambda-compact → S3 443',
  'clickstream-lambda-compact → SBW_EC2_ShinyDWH 5432',
  'clickstream-lambda-compact → clickstream-dw 5432',
  'clickstream-lambda-compact → endpoint ec2messages 443',
  'clickstream-lambda-compact → endpoint ssm 443',
  'clickstream-lambda-compact → endpoint ssmmessages 443',
  'clickstream-lambda-maintenance → S3 443',
  'clickstream-lambda-maintenance → SBW_EC2_ShinyDWH 5432',
  'clickstream-lambda-maintenance → clickstream-dw 5432',
  'clickstream-lambda-maintenance → endpoint ec2messages 443',
  'clickstream-lambda-maintenance → endpoint ssm 443',
  'clickstream-lambda-maintenance → endpoint ssmmessages 443',
  'clickstream-lambda-shop → S3 443',
  'clickstream-lambda-shop → SBW_EC2_WebDB 5432',
  'clickstream-lambda-shop → endpoint ec2messages 443',
  'clickstream-lambda-shop → endpoint ssm 443',
  'clickstream-lambda-shop → endpoint ssmmessages 443',
].sort();

it('allows the connections of the design, and no others', () => {
  expect(pathsIn(templates, s3PrefixList)).toEqual(WANTED);
});

it('allows the same connections with the warehouse on Aurora', () => {
  const aurora = synthesised({ ...ALL_SWITCHES, managedWarehouse: 'aurora' });
  expect(pathsIn(aurora, s3PrefixList)).toEqual(WANTED);
});

it('allows no connection from or to the internet', () => {
  const paths = pathsIn(templates, s3PrefixList);
  expect(paths.filter((path) => /^internet | internet \d/.test(path))).toEqual([]);
});

it('has no path to the dashboard’s port, which is on loopback and reached by an SSM tunnel', () => {
  expect(
    pathsIn(templates, s3PrefixList).filter(
      (path) => /ShinyDWH (?!5432)/.test(path) && !path.startsWith('SBW_EC2_Shiny'),
    ),
  ).toEqual([]);
});

it('has the ranges of the design, and no NAT', () => {
  expect(allOf(templates, 'AWS::EC2::VPC').map(({ resource }) => resource.Properties['CidrBlock'])).toEqual([
    '10.0.0.0/16',
  ]);
  const subnets = allOf(templates, 'AWS::EC2::Subnet').map(
    ({ resource }) => resource.Properties['CidrBlock'],
  );
  expect(subnets.sort()).toEqual(['10.0.0.0/20', '10.0.128.0/20', '10.0.144.0/20']);
  expect(allOf(templates, 'AWS::EC2::NatGateway')).toEqual([]);
});

it.each(STAGES.slice(1))(
  'allows the same connections in $name',
  ({ name, suffix, s3PrefixList: ofStage }) => {
    const paths = pathsIn(synthesised(ALL_SWITCHES, { STAGE: name }), ofStage);
    expect(paths.map((path) => path.replaceAll(suffix, ''))).toEqual(WANTED);
  },
);

/**
 * Calls allowed through the S3 endpoint. Only the SSM agent's files, which are
 * public, are fetched unsigned.
 */
const PASSES = [
  's3:DeleteObject on clickstream-s3-ingest-ACCOUNT-REGION/lake/events/* by our account',
  's3:DeleteObject on clickstream-s3-ingest-ACCOUNT-REGION/lake/facts/* by our account',
  's3:GetBucketLocation on cdk-hnb659fds-assets-ACCOUNT-REGION by our account',
  's3:GetBucketLocation on clickstream-hosts-ACCOUNT-REGION by our account',
  's3:GetBucketLocation on clickstream-s3-ingest-ACCOUNT-REGION by our account',
  's3:GetBucketVersioning on clickstream-s3-ingest-ACCOUNT-REGION by our account',
  's3:GetObject on amazon-ssm-REGION/*',
  's3:GetObject on aws-ssm-REGION/*',
  's3:GetObject on cdk-hnb659fds-assets-ACCOUNT-REGION/* by our account',
  's3:GetObject on clickstream-hosts-ACCOUNT-REGION/bundles/* by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/events/* by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/lake/* by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/lake/manifest.json by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/orders/* by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/rejected/* by our account',
  's3:ListBucket on cdk-hnb659fds-assets-ACCOUNT-REGION by our account',
  's3:ListBucket on clickstream-hosts-ACCOUNT-REGION by our account',
  's3:ListBucket on clickstream-s3-ingest-ACCOUNT-REGION by our account',
  's3:PutObject on clickstream-hosts-ACCOUNT-REGION/logs/* by our account',
  's3:PutObject on clickstream-s3-ingest-ACCOUNT-REGION/events/* by our account',
  's3:PutObject on clickstream-s3-ingest-ACCOUNT-REGION/lake/* by our account',
  's3:PutObject on clickstream-s3-ingest-ACCOUNT-REGION/lake/manifest.json by our account',
  's3:PutObject on clickstream-s3-ingest-ACCOUNT-REGION/orders/* by our account',
  's3:PutObject on clickstream-s3-ingest-ACCOUNT-REGION/receipts/* by our account',
  's3:PutObject on clickstream-s3-ingest-ACCOUNT-REGION/rejected/* by our account',
];

it('allows only listed calls on our buckets and the SSM agent’s through the S3 endpoint', () => {
  expect(callsThroughEndpoint(templates)).toEqual(PASSES);
});

it.each(MISCONFIGURATIONS)('notices $what', ({ change, path }) => {
  const paths = pathsIn(changed(templates, change), s3PrefixList);
  expect(paths).not.toEqual(WANTED);
  expect(paths).toContainEqual(typeof path === 'string' ? path : expect.stringMatching(path));
});

it.each(UNFOLLOWED_KINDS)('notices a resource of type %s in any stack', (kind) => {
  const paths = pathsIn(changed(templates, inject(kind, 'Warehouse')), s3PrefixList);
  expect(paths).toContain(`by ${kind}`);
});

it.each(ENDPOINT_MISCONFIGURATIONS)('notices an endpoint policy with $what', ({ statement }) => {
  const wide = changed(templates, (copy) => {
    for (const { resource } of allOf(copy, 'AWS::EC2::VPCEndpoint'))
      if (resource.Properties['VpcEndpointType'] === 'Gateway')
        (resource.Properties['PolicyDocument'] as { Statement: object[] }).Statement.push(statement);
  });
  expect(callsThroughEndpoint(wide)).not.toEqual(PASSES);
});

it('notices an endpoint without a policy', () => {
  const without = changed(templates, (copy) => {
    for (const { resource } of allOf(copy, 'AWS::EC2::VPCEndpoint'))
      delete resource.Properties['PolicyDocument'];
  });
  expect(callsThroughEndpoint(without)).toEqual(['* on *']);
});

it('rejects a rule whose other side it cannot read', () => {
  const unclear = changed(templates, (copy) => {
    const [rule] = allOf(copy, 'AWS::EC2::SecurityGroupIngress');
    delete rule?.resource.Properties['SourceSecurityGroupId'];
    if (rule) rule.resource.Properties['CidrIp'] = { Ref: 'Anybody' };
  });
  expect(() => pathsIn(unclear, s3PrefixList)).toThrow('the other side of a rule cannot be read');
});

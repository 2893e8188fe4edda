import { whatPassesTheEndpoint } from './endpoint-policy';
import { HOLES_IN_THE_ENDPOINT } from './endpoint-holes';
import { HOLES } from './holes';
import { plant } from './planting';
import { UNFOLLOWED_KINDS } from './unfollowed-kinds';
import { waysIn } from './reachability';
import { allOf } from '../template/references';
import { ALL_SWITCHES, changed, synthesised } from '@clickstream/infra/synthesised';
import { STAGES } from '@clickstream/infra';

const templates = synthesised(ALL_SWITCHES);
const [{ s3PrefixList }] = STAGES as [(typeof STAGES)[0]];

/** All connections that the design wants, and that are possible. */
const WANTED = [
  '10.0.0.0/20 → internet gateway',
  '10.0.128.0/20 → s3',
  'SBW_EC2_ShinyDWH → S3 443',
  'SBW_EC2_ShinyDWH → endpoint ec2messages 443',
  'SBW_EC2_ShinyDWH → endpoint ssm 443',
  'SBW_EC2_ShinyDWH → endpoint ssmmessages 443',
  'SBW_EC2_WebDB → endpoint ec2messages 443',
  'SBW_EC2_WebDB → endpoint ssm 443',
  'SBW_EC2_WebDB → endpoint ssmmessages 443',
  'SBW_EC2_WebDB → internet 443',
  'SBW_EC2_WebDB → internet 80',
  'SBW_Lamda_ETL → S3 443',
  'SBW_Lamda_ETL → SBW_EC2_ShinyDWH 5432',
  'SBW_Lamda_ETL → endpoint ec2messages 443',
  'SBW_Lamda_ETL → endpoint ssm 443',
  'SBW_Lamda_ETL → endpoint ssmmessages 443',
  'clickstream-lambda-shop → SBW_EC2_WebDB 5432',
  'clickstream-lambda-shop → endpoint ec2messages 443',
  'clickstream-lambda-shop → endpoint ssm 443',
  'clickstream-lambda-shop → endpoint ssmmessages 443',
].sort();

it('lets through the connections of the design, and no other one', () => {
  expect(waysIn(templates, s3PrefixList)).toEqual(WANTED);
});

it('lets nothing in from the internet: not to the warehouse, the ETL, or the shop’s database', () => {
  expect(waysIn(templates, s3PrefixList).filter((way) => way.startsWith('internet'))).toEqual([]);
});

it('has no way to the dashboard’s port: it is on loopback, and SSM is the tunnel', () => {
  expect(
    waysIn(templates, s3PrefixList).filter(
      (way) => /ShinyDWH (?!5432)/.test(way) && !way.startsWith('SBW_EC2_Shiny'),
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
  expect(subnets.sort()).toEqual(['10.0.0.0/20', '10.0.128.0/20']);
  expect(allOf(templates, 'AWS::EC2::NatGateway')).toEqual([]);
});

it.each(STAGES.slice(1))('lets through nothing else in $name', ({ name, suffix, s3PrefixList: ofStage }) => {
  const ways = waysIn(synthesised(ALL_SWITCHES, { STAGE: name }), ofStage);
  expect(ways.map((way) => way.replaceAll(suffix, ''))).toEqual(WANTED);
});

/** What may pass the S3 endpoint. Only the SSM agent's own files, which are public, are fetched without a signature. */
const PASSES = [
  's3:GetBucketLocation on cdk-hnb659fds-assets-ACCOUNT-REGION by our account',
  's3:GetBucketLocation on clickstream-hosts-ACCOUNT-REGION by our account',
  's3:GetBucketLocation on clickstream-s3-ingest-ACCOUNT-REGION by our account',
  's3:GetObject on amazon-ssm-REGION/*',
  's3:GetObject on aws-ssm-REGION/*',
  's3:GetObject on cdk-hnb659fds-assets-ACCOUNT-REGION/* by our account',
  's3:GetObject on clickstream-hosts-ACCOUNT-REGION/bundles/* by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/events/* by our account',
  's3:GetObject on clickstream-s3-ingest-ACCOUNT-REGION/rejected/* by our account',
  's3:ListBucket on cdk-hnb659fds-assets-ACCOUNT-REGION by our account',
  's3:ListBucket on clickstream-hosts-ACCOUNT-REGION by our account',
  's3:ListBucket on clickstream-s3-ingest-ACCOUNT-REGION by our account',
  's3:PutObject on clickstream-hosts-ACCOUNT-REGION/logs/* by our account',
];

it('opens the S3 endpoint for a few calls on our own buckets and the SSM agent’s, and for no other', () => {
  expect(whatPassesTheEndpoint(templates)).toEqual(PASSES);
});

it.each(HOLES)('notices $what', ({ change, way }) => {
  const ways = waysIn(changed(templates, change), s3PrefixList);
  expect(ways).not.toEqual(WANTED);
  expect(ways).toContainEqual(typeof way === 'string' ? way : expect.stringMatching(way));
});

it.each(UNFOLLOWED_KINDS)('notices a resource of the kind %s, wherever it stands', (kind) => {
  const ways = waysIn(changed(templates, plant(kind, 'Warehouse')), s3PrefixList);
  expect(ways).toContain(`by ${kind}`);
});

it.each(HOLES_IN_THE_ENDPOINT)('notices an endpoint policy with $what', ({ statement }) => {
  const wide = changed(templates, (copy) => {
    for (const { resource } of allOf(copy, 'AWS::EC2::VPCEndpoint'))
      if (resource.Properties['VpcEndpointType'] === 'Gateway')
        (resource.Properties['PolicyDocument'] as { Statement: object[] }).Statement.push(statement);
  });
  expect(whatPassesTheEndpoint(wide)).not.toEqual(PASSES);
});

it('notices an endpoint without a policy', () => {
  const without = changed(templates, (copy) => {
    for (const { resource } of allOf(copy, 'AWS::EC2::VPCEndpoint'))
      delete resource.Properties['PolicyDocument'];
  });
  expect(whatPassesTheEndpoint(without)).toEqual(['* on *']);
});

it('refuses to guess who a rule is for', () => {
  const unclear = changed(templates, (copy) => {
    const [rule] = allOf(copy, 'AWS::EC2::SecurityGroupIngress');
    delete rule?.resource.Properties['SourceSecurityGroupId'];
    if (rule) rule.resource.Properties['CidrIp'] = { Ref: 'Anybody' };
  });
  expect(() => waysIn(unclear, s3PrefixList)).toThrow('the other side of a rule cannot be read');
});

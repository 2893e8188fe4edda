import { allOf } from '../template/references';
import { rolesOf } from './roles';
import { ALL_SWITCHES, changed, synthesised, type Resource } from '@clickstream/infra/synthesised';
import { actionsOf, openToEverybody, peopleIn, trustOf } from './written-rights';

const templates = synthesised(ALL_SWITCHES);

const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const INTERFACES = [
  'ec2:AssignPrivateIpAddresses on *',
  'ec2:CreateNetworkInterface on *',
  'ec2:DeleteNetworkInterface on *',
  'ec2:DescribeNetworkInterfaces on *',
  'ec2:DescribeSubnets on *',
  'ec2:UnassignPrivateIpAddresses on *',
];
const SNAPSHOTS = [
  'ec2:CreateSnapshot',
  'ec2:CreateTags',
  'ec2:DeleteSnapshot',
  'ec2:DescribeInstances on *',
  'ec2:DescribeSnapshots on *',
  'ec2:DescribeVolumes on *',
];
const MACHINE = [
  'ec2messages:AcknowledgeMessage on *',
  'ec2messages:DeleteMessage on *',
  'ec2messages:FailMessage on *',
  'ec2messages:GetEndpoint on *',
  'ec2messages:GetMessages on *',
  'ec2messages:SendReply on *',
  'kms:Decrypt',
  's3:GetBucketLocation',
  's3:GetObject',
  's3:ListBucket',
  's3:PutObject',
  'ssm:DescribeAssociation on *',
  'ssm:DescribeDocument on *',
  'ssm:GetDocument on *',
  'ssm:GetParameter',
  'ssm:ListAssociations on *',
  'ssm:ListInstanceAssociations on *',
  'ssm:UpdateAssociationStatus on *',
  'ssm:UpdateInstanceAssociationStatus on *',
  'ssm:UpdateInstanceInformation on *',
  'ssmmessages:CreateControlChannel on *',
  'ssmmessages:CreateDataChannel on *',
  'ssmmessages:OpenControlChannel on *',
  'ssmmessages:OpenDataChannel on *',
];

/**
 * All actions in each role's policies. permissions.test.ts proves the resources; this one,
 * that nothing else is granted.
 */
const WRITTEN: Record<string, string[]> = {
  'Compact/CompactRole': [
    ...INTERFACES,
    'events:PutEvents',
    'kms:Decrypt',
    ...LOG,
    's3:DeleteObject',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    'ssm:GetParameters',
  ],
  'Compact/ScheduleRole': ['lambda:InvokeFunction'],
  'Data/BreakGlass': ['s3:GetObject', 's3:ListBucket'],
  'Delivery/Role': [
    'amplify:ListJobs on *',
    'amplify:StartJob on *',
    'cloudformation:DescribeStacks',
    'cloudformation:UpdateTerminationProtection',
    'ec2:DescribeFlowLogs on *',
    'ec2:ModifyInstanceAttribute',
    'kms:Encrypt',
    'lambda:GetAccountSettings on *',
    'lambda:InvokeFunction',
    's3:DeleteObject',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    'sns:ListSubscriptionsByTopic',
    'ssm:DescribeAssociation on *',
    'ssm:GetParameter',
    'ssm:ListAssociations on *',
    'ssm:PutParameter',
    'sts:AssumeRole',
  ],
  'Etl/EtlRole': [
    ...INTERFACES,
    'events:PutEvents',
    'kms:Decrypt',
    ...LOG,
    's3:GetObject',
    's3:ListBucket',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:SendMessage',
    'ssm:GetParameters',
  ],
  'Etl/ScheduleRole': ['lambda:InvokeFunction', 'sqs:SendMessage'],
  'Ingest/IngestRole': [...LOG, 's3:PutObject'],
  'Maintenance/MaintenanceRole': [
    ...INTERFACES,
    'events:PutEvents',
    'kms:Decrypt',
    ...LOG,
    's3:DeleteObject',
    's3:GetBucketVersioning',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    'ssm:GetParameters',
  ],
  'Maintenance/ScheduleRole': ['lambda:InvokeFunction'],
  'Network/RejectedTrafficRole': LOG,
  'Oltp/HostRole': MACHINE,
  'Oltp/HostSnapshotsRole': SNAPSHOTS,
  'Shop/BooksScheduleRole': ['lambda:InvokeFunction'],
  'Shop/CourierFunctionRole': ['lambda:InvokeFunction', ...LOG],
  'Shop/CourierScheduleRole': ['lambda:InvokeFunction'],
  'Shop/ShopRole': [...INTERFACES, 'kms:Decrypt', ...LOG, 's3:PutObject', 'ssm:GetParameters'],
  'Storefront/Compute': ['lambda:InvokeFunction', 'ses:SendEmail'],
  'Warehouse/HostRole': MACHINE,
  'Warehouse/HostSnapshotsRole': SNAPSHOTS,
};

const TRUSTED: Record<string, string> = {
  'Compact/CompactRole': 'lambda.amazonaws.com',
  'Compact/ScheduleRole': 'scheduler.amazonaws.com if {"StringEquals":{"aws:SourceAccount":"111122223333"}}',
  'Data/BreakGlass': 'arn:aws:iam::111122223333:root if {"Bool":{"aws:MultiFactorAuthPresent":"true"}}',
  'Etl/EtlRole': 'lambda.amazonaws.com',
  'Etl/ScheduleRole': 'scheduler.amazonaws.com if {"StringEquals":{"aws:SourceAccount":"111122223333"}}',
  'Ingest/IngestRole': 'lambda.amazonaws.com',
  'Maintenance/MaintenanceRole': 'lambda.amazonaws.com',
  'Maintenance/ScheduleRole':
    'scheduler.amazonaws.com if {"StringEquals":{"aws:SourceAccount":"111122223333"}}',
  'Network/RejectedTrafficRole': 'vpc-flow-logs.amazonaws.com',
  'Oltp/HostRole': 'ec2.amazonaws.com',
  'Oltp/HostSnapshotsRole': 'dlm.amazonaws.com',
  'Shop/BooksScheduleRole':
    'scheduler.amazonaws.com if {"StringEquals":{"aws:SourceAccount":"111122223333"}}',
  'Shop/CourierFunctionRole': 'lambda.amazonaws.com',
  'Shop/CourierScheduleRole':
    'scheduler.amazonaws.com if {"StringEquals":{"aws:SourceAccount":"111122223333"}}',
  'Shop/ShopRole': 'lambda.amazonaws.com',
  'Storefront/Compute': 'amplify.amazonaws.com',
  'Warehouse/HostRole': 'ec2.amazonaws.com',
  'Warehouse/HostSnapshotsRole': 'dlm.amazonaws.com',
};

const actions = (of = templates) =>
  Object.fromEntries([...rolesOf(of)].map(([id, role]) => [id, actionsOf(role)]));

it('writes no action into a policy that is not in the table', () => {
  expect(actions()).toEqual(WRITTEN);
});

it('lets only the intended service assume a role; the emergency role needs a second factor', () => {
  const { 'Delivery/Role': github, ...others } = Object.fromEntries(
    [...rolesOf(templates)].map(([id, role]) => [id, trustOf(role).join()]),
  );
  expect(others).toEqual(TRUSTED);
  expect(github).toContain(
    '"token.actions.githubusercontent.com:sub":"repo:shop/clickstream:environment:production"',
  );
});

it('has no user, key or group, and no resource that is open to everybody', () => {
  expect(peopleIn(templates)).toEqual([]);
  expect(openToEverybody(templates)).toEqual([]);
});

const planted = (Type: string, Properties: Record<string, unknown>) =>
  changed(templates, (copy) => {
    (copy['Etl']?.Resources as Record<string, Resource>)['Hole'] = { Type, Properties };
  });
const etlRole = allOf(templates, 'AWS::IAM::Role').find(({ id }) => id.startsWith('Etl/EtlRole'))?.name ?? '';
const document = (statement: object) => ({ Statement: [{ Effect: 'Allow', ...statement }] });

it.each([
  ['the right to hand on any role', { Action: 'iam:PassRole', Resource: '*' }],
  ['every parameter', { Action: 'ssm:GetParameter*', Resource: '*' }],
  ['everything in S3', { Action: 's3:*', Resource: 'arn:aws:s3:::one' }],
  ['an action of the table on everything', { Action: 's3:GetObject', Resource: '*' }],
  ['all actions but one', { NotAction: 'iam:CreateUser', Resource: '*' }],
  ['an action on all but one', { Action: 's3:GetObject', NotResource: 'arn:aws:s3:::one/*' }],
])('notices %s, whichever way it is attached', (_what, statement) => {
  const PolicyDocument = document(statement);
  const ways = [
    planted('AWS::IAM::Policy', { PolicyDocument, Roles: [{ Ref: etlRole }] }),
    planted('AWS::IAM::ManagedPolicy', { PolicyDocument, Roles: [{ Ref: etlRole }] }),
    planted('AWS::IAM::RolePolicy', { PolicyDocument, RoleName: { Ref: etlRole } }),
    changed(templates, (copy) => {
      const role = copy['Etl']?.Resources[etlRole] as Resource;
      role.Properties['Policies'] = [{ PolicyName: 'inline', PolicyDocument }];
    }),
  ];
  for (const way of ways) expect(actions(way)).not.toEqual(WRITTEN);
});

it.each([
  ['AWS::IAM::User', {}],
  ['AWS::IAM::AccessKey', {}],
])('notices somebody who is not a role: %s', (type, properties) => {
  expect(peopleIn(planted(type, properties))).toEqual([type]);
});

it.each([
  ['AWS::S3::BucketPolicy', { PolicyDocument: document({ Principal: '*', Action: 's3:GetObject' }) }],
  ['AWS::SQS::QueuePolicy', { PolicyDocument: document({ Principal: { AWS: '*' }, Action: 'sqs:*' }) }],
  ['AWS::KMS::Key', { KeyPolicy: document({ Principal: { AWS: ['*'] }, Action: 'kms:*' }) }],
  ['AWS::Lambda::Permission', { Principal: '*', Action: 'lambda:InvokeFunctionUrl' }],
  ['AWS::Lambda::Permission', { Principal: 'apigateway.amazonaws.com', Action: 'lambda:InvokeFunction' }],
])('notices a resource that lets in everybody: %s', (type, properties) => {
  expect(openToEverybody(planted(type, properties))).toEqual(['Etl/Hole']);
});

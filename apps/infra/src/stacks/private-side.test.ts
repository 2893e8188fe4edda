import { Match, Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';

const app = clickstreamApp(stageFrom({}), { growth: true });
const assembly = app.synth();
const templateOf = (id: string) =>
  Template.fromJSON(assembly.getStackByName((app.node.findChild(id) as Stack).stackName).template);
const [etl, warehouse, oltp, network, growth] = ['Etl', 'Warehouse', 'Oltp', 'Network', 'Growth'].map(
  templateOf,
) as [Template, Template, Template, Template, Template];

it.each([
  ['SBW_EC2_ShinyDWH', warehouse],
  ['SBW_EC2_WebDB', oltp],
])('%s has no key, IMDSv2 only, encrypted disks, and keeps its data', (name, template) => {
  template.hasResourceProperties('AWS::EC2::Instance', {
    KeyName: Match.absent(),
    MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
    // npm run deploy sets it once the machine works.
    DisableApiTermination: Match.absent(),
    BlockDeviceMappings: [{ Ebs: Match.objectLike({ Encrypted: true }) }],
    Tags: Match.arrayWith([{ Key: 'Name', Value: name }]),
  });
  template.hasResource('AWS::EC2::Volume', {
    DeletionPolicy: 'Snapshot',
    UpdateReplacePolicy: 'Snapshot',
    Properties: Match.objectLike({ Encrypted: true, VolumeType: 'gp3' }),
  });
  template.hasResourceProperties('AWS::DLM::LifecyclePolicy', {
    PolicyDetails: { TargetTags: [{ Key: 'clickstream:host', Value: name }] },
  });
});

it('reads the image from a pinned parameter, so that a deployment does not replace a machine by itself', () => {
  const { ImageId } = Object.values(warehouse.findResources('AWS::EC2::Instance'))[0]?.['Properties'] as {
    ImageId: { Ref: string };
  };
  expect(warehouse.toJSON()['Parameters'][ImageId.Ref]).toEqual({
    Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
    Default: '/clickstream/warehouse/image',
  });
});

it.each([
  ['of a snapshot', { warehouseSnapshot: 'snap-0123456789abcdef0' }, 'Warehouse', 'snap-0123456789abcdef0'],
  ['of the shop’s snapshot', { shopSnapshot: 'snap-0123456789abcdef0' }, 'Oltp', 'snap-0123456789abcdef0'],
  ['that is blank', { warehouseVolume: 'second' }, 'Warehouse', undefined],
])(
  'replaces the volume %s, because CloudFormation cannot change an existing volume',
  (_what, context, id, snapshot) => {
    const restored = clickstreamApp(stageFrom({}), context);
    const template = Template.fromStack(restored.node.findChild(id) as Stack);
    const volumes = (of: Template) => Object.entries(of.findResources('AWS::EC2::Volume'));
    const [[name, volume] = [], ...others] = volumes(template);
    expect(others).toEqual([]);
    expect(volume?.['Properties'].SnapshotId).toBe(snapshot);
    expect(name).not.toBe(volumes(templateOf(id))[0]?.[0]);
  },
);

it('ships software by State Manager: the address of the bundle is only a parameter of the association', () => {
  const [association] = Object.values(warehouse.findResources('AWS::SSM::Association'));
  const properties = association?.['Properties'];
  expect(properties.Targets).toEqual([{ Key: 'tag:clickstream:host', Values: ['SBW_EC2_ShinyDWH'] }]);
  expect(properties.WaitForSuccessTimeoutSeconds).toBe(1800);
  expect(JSON.stringify(properties.Parameters.appBundle)).toContain('cdk-hnb659fds-assets');
  const elsewhere = ['AWS::EC2::Instance', 'AWS::EC2::Volume', 'AWS::SSM::Document'].map((type) =>
    JSON.stringify(warehouse.findResources(type)),
  );
  for (const text of elsewhere) expect(text).not.toContain('cdk-hnb659fds-assets');
});

it('makes a snapshot of the orders each hour, and of the warehouse each day', () => {
  const schedules = (of: Template) =>
    Object.values(of.findResources('AWS::DLM::LifecyclePolicy')).flatMap(
      ({ Properties }) =>
        Properties.PolicyDetails.Schedules as {
          CreateRule: { Interval: number };
          RetainRule: { Count: number };
        }[],
    );
  const kept = (of: Template) =>
    schedules(of).map(({ CreateRule, RetainRule }) => [CreateRule.Interval, RetainRule.Count]);
  expect(kept(oltp)).toEqual([
    [24, 14],
    [1, 24],
  ]);
  expect(kept(warehouse)).toEqual([[24, 14]]);
});

it('starts the ETL every hour, retries, and keeps failed calls', () => {
  etl.hasResourceProperties('AWS::Scheduler::Schedule', {
    Name: 'SBW_ETL_HOURLY_RULE',
    ScheduleExpression: 'cron(7 * * * ? *)',
    Target: Match.objectLike({
      RetryPolicy: Match.objectLike({ MaximumRetryAttempts: 2 }),
      DeadLetterConfig: Match.anyValue(),
    }),
  });
  etl.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: Match.anyValue(), OnSuccess: Match.anyValue() },
  });
  etl.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'SBW_Lamda_ETL',
    Timeout: 900,
    ReservedConcurrentExecutions: Match.absent(),
  });
});

it('continues automatically with the same payload while a run reports that there is more', () => {
  etl.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: Match.objectLike({ detail: { responsePayload: { more: [true] } } }),
    Targets: [Match.objectLike({ InputPath: '$.detail.requestPayload' })],
  });
});

it('alarms when runs fail, numbers are late, or numbers do not add up', () => {
  const alarms = Object.values(etl.findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties,
  );
  expect(alarms.map(({ MetricName }) => MetricName).sort()).toEqual([
    'ApproximateNumberOfMessagesVisible',
    'BooksDiffer',
    'Errors',
    'EtlLagMinutes',
    'LedgerGap',
    'NewAlerts',
    'Quarantined',
    'WarehouseGiB',
    'WarehousePatchAgeDays',
  ]);
  // No metric at all means that no run ended.
  expect(alarms.find(({ MetricName }) => MetricName === 'EtlLagMinutes')?.TreatMissingData).toBe('breaching');
});

it('separates the metrics of two stages in one account, both where the ETL writes and where alarms read', () => {
  const staging = clickstreamApp(stageFrom({ STAGE: 'staging' }));
  const template = Template.fromStack(staging.node.findChild('Etl') as Stack);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ METRIC_NAMESPACE: 'Clickstream-staging' }) },
  });
  for (const MetricName of [
    'BooksDiffer',
    'EtlLagMinutes',
    'LedgerGap',
    'NewAlerts',
    'Quarantined',
    'WarehouseGiB',
  ])
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      Namespace: 'Clickstream-staging',
    });
});

it('omits the endpoint that new SSM agents do not need', () => {
  const services = Object.values(network.findResources('AWS::EC2::VPCEndpoint')).map(
    ({ Properties }) => JSON.stringify(Properties.ServiceName).match(/\.(\w+)"/)?.[1],
  );
  expect(services.sort()).toEqual(['s3', 'ssm', 'ssmmessages']);
});

it('finds a partition of the raw events by its key: an hour, without a crawler', () => {
  growth.hasResourceProperties('AWS::Glue::Table', {
    TableInput: {
      PartitionKeys: [Match.objectLike({ Name: 'hour' })],
      Parameters: Match.objectLike({
        'projection.enabled': 'true',
        'projection.hour.format': 'yyyy/MM/dd/HH',
        'projection.hour.interval.unit': 'HOURS',
      }),
    },
  });
});

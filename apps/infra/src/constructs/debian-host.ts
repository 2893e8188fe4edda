import { Fn, type CfnTag } from 'aws-cdk-lib';
import { CfnInstance, CfnVolume, CfnVolumeAttachment } from 'aws-cdk-lib/aws-ec2';
import { CfnInstanceProfile, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { pinnedImage, publish, shared, type PASSWORDS, type SharedValue } from '../parameters';
import type { InstanceTypeName } from '../stages/profiles';
import type { Stage } from '../stages/stages';
import { allow } from './allow';
import { Snapshots } from './snapshots';
import { FIRST_BOOT } from './first-boot';

export interface DebianHostProps {
  readonly stage: Stage;
  /** The name in the design, without the stage's suffix. */
  readonly name: 'SBW_EC2_ShinyDWH' | 'SBW_EC2_WebDB';
  /** Prefix of its parameters. */
  readonly database: keyof typeof PASSWORDS;
  readonly instanceType: InstanceTypeName;
  readonly dataGiB: number;
  readonly subnet: SharedValue;
  readonly securityGroup: SharedValue;
  /** Off while the machine is replaced, since a volume cannot be attached to two. */
  readonly attachVolume: boolean;
  /** In addition to the daily ones. */
  readonly hourlySnapshots?: boolean;
  readonly snapshot?: string;
  /** Another name creates another volume. */
  readonly volume?: string;
}

/**
 * A Debian 13 machine without an SSH key or a public address, managed only by SSM, and a data
 * volume that outlives it. {@link HostSoftware} installs its software, so new software never
 * replaces the machine.
 */
export class DebianHost extends Construct {
  readonly role: Role;
  readonly instance: CfnInstance;
  /** Id of the policy that makes snapshots of its volume. */
  readonly snapshotPolicy: string;
  /** The volume's device name in Linux, which does not depend on the order of attachment. */
  readonly dataDevice: string;

  constructor(scope: Construct, id: string, props: DebianHostProps) {
    super(scope, id);
    const { stage, database } = props;
    this.role = this.machineRole(props);
    this.instance = this.machine(props);
    const volume = this.dataVolume(props);
    this.dataDevice = Fn.join('', [
      '/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_',
      Fn.join('', Fn.split('-', volume.ref)),
    ]);
    if (props.attachVolume)
      new CfnVolumeAttachment(this, 'DataVolumeOfInstance', {
        device: '/dev/sdf',
        instanceId: this.instance.ref,
        volumeId: volume.ref,
      });
    const snapshots = new Snapshots(this, 'Snapshots', {
      stage,
      tag: hostTag(props),
      isHourly: props.hourlySnapshots ?? false,
    });
    this.snapshotPolicy = snapshots.policy;
    publish(this, stage, `${database}/host`, this.instance.attrPrivateIp);
    publish(this, stage, `${database}/instance`, this.instance.ref);
  }

  private machineRole({ name, stage }: DebianHostProps): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('ec2.amazonaws.com'),
      description: `What ${name}${stage.suffix} may do`,
    });
    // AmazonSSMManagedInstanceCore would let it read every parameter of the account.
    allow(
      role,
      {
        sid: 'BeManagedBySsm',
        actions: [
          'ssm:UpdateInstanceInformation',
          'ssm:ListAssociations',
          'ssm:ListInstanceAssociations',
          'ssm:UpdateAssociationStatus',
          'ssm:UpdateInstanceAssociationStatus',
          'ssm:DescribeAssociation',
          'ssm:GetDocument',
          'ssm:DescribeDocument',
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
          'ec2messages:AcknowledgeMessage',
          'ec2messages:DeleteMessage',
          'ec2messages:FailMessage',
          'ec2messages:GetEndpoint',
          'ec2messages:GetMessages',
          'ec2messages:SendReply',
        ],
        resources: ['*'],
      },
      'The calls of the SSM agent know no narrower resource.',
    );
    return role;
  }

  private machine(props: DebianHostProps): CfnInstance {
    const { stage, database } = props;
    const profile = new CfnInstanceProfile(this, 'InstanceProfile', { roles: [this.role.roleName] });
    const instance = new CfnInstance(this, 'Instance', {
      // Pinned by `npm run deploy`: a newer image must not replace the machine by itself.
      imageId: pinnedImage(this, stage, `${database}/image`),
      instanceType: props.instanceType,
      iamInstanceProfile: profile.ref,
      metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1, httpEndpoint: 'enabled' },
      creditSpecification: { cpuCredits: stage.profile.cpuCredits },
      networkInterfaces: [
        {
          deviceIndex: '0',
          subnetId: shared(this, stage, props.subnet),
          groupSet: [shared(this, stage, props.securityGroup)],
          associatePublicIpAddress: false,
        },
      ],
      blockDeviceMappings: [
        {
          deviceName: '/dev/xvda',
          ebs: { volumeType: 'gp3', volumeSize: 8, encrypted: true, deleteOnTermination: true },
        },
      ],
      userData: Fn.base64(Fn.sub(FIRST_BOOT)),
      tags: [hostTag(props), { key: 'Name', value: `${props.name}${stage.suffix}` }],
    });
    acknowledge(
      instance,
      'AwsSolutions-EC28',
      'Metrics by the minute would cost more than the alarm on them is worth: status checks come every minute anyway.',
    );
    acknowledge(
      instance,
      'AwsSolutions-EC29',
      'npm run deploy protects the machine once it works: before that, CloudFormation could not undo a failed creation.',
    );
    return instance;
  }

  private dataVolume(props: DebianHostProps): CfnVolume {
    // CloudFormation cannot change an existing volume's snapshot, so another
    // snapshot is another volume.
    const volume = new CfnVolume(this, `DataVolume${props.volume ?? ''}${props.snapshot ?? ''}`, {
      availabilityZone: shared(this, props.stage, 'network/availability-zone'),
      volumeType: 'gp3',
      size: props.dataGiB,
      encrypted: true,
      ...(props.snapshot ? { snapshotId: props.snapshot } : {}),
      tags: [hostTag(props), { key: 'Name', value: `${props.name}${props.stage.suffix} data` }],
    });
    volume.cfnOptions.deletionPolicy = volume.cfnOptions.updateReplacePolicy = 'Snapshot' as NonNullable<
      typeof volume.cfnOptions.deletionPolicy
    >;
    return volume;
  }
}

/**
 * The tag by which State Manager and snapshots find the machine and its volume,
 * also after it was replaced.
 */
export function hostTag({ name, stage }: Pick<DebianHostProps, 'name' | 'stage'>): CfnTag {
  return { key: 'clickstream:host', value: `${name}${stage.suffix}` };
}

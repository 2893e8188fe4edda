import { Stack, type CfnTag } from 'aws-cdk-lib';
import { CfnLifecyclePolicy } from 'aws-cdk-lib/aws-dlm';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stages';
import { allow } from './allow';

export interface SnapshotsProps {
  readonly stage: Stage;
  readonly tag: CfnTag;
  /** Also each hour, of which a day's are kept. */
  readonly isHourly: boolean;
}

const HOURLY: CfnLifecyclePolicy.ScheduleProperty = {
  name: 'Hourly',
  copyTags: true,
  createRule: { interval: 1, intervalUnit: 'HOURS', times: ['00:00'] },
  retainRule: { count: 24 },
};

/**
 * A daily snapshot of the volumes that carry a tag, or one each hour as well. PostgreSQL on one
 * volume recovers from it as after a power cut.
 */
export class Snapshots extends Construct {
  /** Id of the policy. */
  readonly policy: string;

  constructor(scope: Construct, id: string, { stage, tag, isHourly }: SnapshotsProps) {
    super(scope, id);
    const policy = new CfnLifecyclePolicy(this, 'Policy', {
      description: `Snapshots of ${tag.value.replace(/_/g, ' ')}`,
      state: 'ENABLED',
      executionRoleArn: this.role(tag).roleArn,
      policyDetails: {
        resourceTypes: ['VOLUME'],
        targetTags: [tag],
        schedules: [
          {
            name: 'Daily',
            copyTags: true,
            // At night in the shop's time zone.
            createRule: { interval: 24, intervalUnit: 'HOURS', times: ['19:30'] },
            retainRule: { count: stage.profile.snapshotsKept },
          },
          ...(isHourly ? [HOURLY] : []),
        ],
      },
    });
    this.policy = policy.ref;
  }

  private role(tag: CfnTag): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('dlm.amazonaws.com') });
    const { partition } = Stack.of(this);
    const ec2 = (resource: string) => `arn:${partition}:ec2:*:*:${resource}/*`;
    const tagged = { StringEquals: { [`aws:ResourceTag/${tag.key}`]: tag.value } };
    allow(
      role,
      [
        { actions: ['ec2:CreateSnapshot'], resources: [ec2('snapshot')] },
        { actions: ['ec2:CreateSnapshot'], resources: [ec2('volume')], conditions: tagged },
        { actions: ['ec2:DeleteSnapshot'], resources: [ec2('snapshot')], conditions: tagged },
        {
          actions: ['ec2:CreateTags'],
          resources: [ec2('snapshot')],
          conditions: { StringEquals: { 'ec2:CreateAction': 'CreateSnapshot' } },
        },
        {
          actions: ['ec2:DescribeVolumes', 'ec2:DescribeSnapshots', 'ec2:DescribeInstances'],
          resources: ['*'],
        },
      ],
      'Snapshots have no name before they exist; the tag says which volumes it may touch.',
    );
    return role;
  }
}

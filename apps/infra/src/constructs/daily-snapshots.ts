import { Stack, type CfnTag } from 'aws-cdk-lib';
import { CfnLifecyclePolicy } from 'aws-cdk-lib/aws-dlm';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stages';
import { allow } from './allow';

/**
 * A daily snapshot of the volumes that carry a tag. PostgreSQL on one volume recovers from it as
 * after a power cut.
 */
export class DailySnapshots extends Construct {
  constructor(scope: Construct, id: string, { stage, tag }: { stage: Stage; tag: CfnTag }) {
    super(scope, id);
    new CfnLifecyclePolicy(this, 'Policy', {
      description: `Daily snapshots of ${tag.value.replace(/_/g, ' ')}`,
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
        ],
      },
    });
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

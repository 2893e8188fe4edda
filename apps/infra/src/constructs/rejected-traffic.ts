import { CfnFlowLog } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stages';
import { logGroup, mayWriteLogs } from './log-group';

/** A log of rejected connections, from outside and from our machines. */
export class RejectedTraffic extends Construct {
  constructor(scope: Construct, id: string, { stage, vpc }: { stage: Stage; vpc: string }) {
    super(scope, id);
    const group = logGroup(this, 'Log', `/clickstream${stage.suffix}/rejected-traffic`, stage);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com') });
    mayWriteLogs(role, group);
    new CfnFlowLog(this, 'FlowLog', {
      resourceId: vpc,
      resourceType: 'VPC',
      trafficType: 'REJECT',
      logGroupName: group.logGroupName,
      deliverLogsPermissionArn: role.roleArn,
    });
  }
}

import { Aws, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { OidcProviderNative, OpenIdConnectPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { hostBucketName } from '../stages/bucket-names';
import { parameterArn, shared } from '../parameters';
import { allow } from '../constructs/allow';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';

const GITHUB = 'token.actions.githubusercontent.com';

/** Lets GitHub Actions of one repository, on its main branch, deploy without a stored key. */
export class DeliveryStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, repository: string) {
    super(scope, id, {
      stackName: `clickstream-delivery${stage.suffix}`,
      description: 'Clickstream: role of GitHub Actions',
      env: { region: stage.region },
    });
    const provider = switchesOf(this).existingGithubProvider
      ? OidcProviderNative.fromOidcProviderArn(
          this,
          'GitHub',
          `arn:${this.partition}:iam::${Aws.ACCOUNT_ID}:oidc-provider/${GITHUB}`,
        )
      : new OidcProviderNative(this, 'GitHub', {
          url: `https://${GITHUB}`,
          clientIds: ['sts.amazonaws.com'],
        });
    const role = new Role(this, 'Role', {
      roleName: `clickstream-deploy${stage.suffix}`,
      description: `Deploys from the main branch of ${repository}`,
      maxSessionDuration: Duration.hours(2),
      assumedBy: new OpenIdConnectPrincipal(provider, {
        StringEquals: {
          [`${GITHUB}:aud`]: 'sts.amazonaws.com',
          // An environment, because GitHub can guard one with approvals.
          [`${GITHUB}:sub`]: `repo:${repository}:environment:${stage.name}`,
        },
      }),
    });
    const parameters = (folder: string) => `arn:${this.partition}:ssm:${Aws.REGION}:${folder}`;
    allow(
      role,
      [
        // A deployment makes its changes with the roles of `cdk bootstrap`.
        {
          actions: ['sts:AssumeRole'],
          resources: [`arn:${this.partition}:iam::${Aws.ACCOUNT_ID}:role/cdk-hnb659fds-*`],
        },
        { actions: ['ssm:GetParameter', 'ssm:PutParameter'], resources: [parameterArn(this, stage, '*')] },
        {
          actions: ['ssm:GetParameter'],
          resources: [
            parameters(`${Aws.ACCOUNT_ID}:parameter/cdk-bootstrap/hnb659fds/version`),
            parameters(':parameter/aws/service/debian/*'),
          ],
        },
        { actions: ['kms:Encrypt'], resources: [shared(this, stage, 'data/key')] },
        {
          actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          resources: [`arn:${this.partition}:s3:::${hostBucketName(stage)}/bundles/*`],
        },
        // Without it S3 answers "forbidden" instead of "not found" for packages that are not yet
        // uploaded.
        { actions: ['s3:ListBucket'], resources: [`arn:${this.partition}:s3:::${hostBucketName(stage)}`] },
        // Of a first creation that failed, and of machines that work.
        {
          actions: ['cloudformation:DescribeStacks', 'cloudformation:UpdateTerminationProtection'],
          resources: [
            `arn:${this.partition}:cloudformation:${Aws.REGION}:${Aws.ACCOUNT_ID}:stack/clickstream-*`,
          ],
        },
        {
          actions: ['ec2:ModifyInstanceAttribute'],
          resources: [`arn:${this.partition}:ec2:${Aws.REGION}:${Aws.ACCOUNT_ID}:instance/*`],
          conditions: {
            StringEquals: {
              'aws:ResourceTag/clickstream:host': ['SBW_EC2_ShinyDWH', 'SBW_EC2_WebDB'].map(
                (name) => `${name}${stage.suffix}`,
              ),
            },
          },
        },
        // Of npm run deploy:verify.
        {
          actions: ['lambda:InvokeFunction'],
          resources: [
            `arn:${this.partition}:lambda:${Aws.REGION}:${Aws.ACCOUNT_ID}:function:SBW_Lamda_ETL${stage.suffix}`,
          ],
        },
        {
          actions: ['sns:ListSubscriptionsByTopic'],
          resources: [shared(this, stage, 'observability/alarm-topic')],
        },
        {
          actions: [
            'amplify:ListJobs',
            'amplify:StartJob',
            'ec2:DescribeFlowLogs',
            'lambda:GetAccountSettings',
            'ssm:DescribeAssociation',
            'ssm:ListAssociations',
          ],
          resources: ['*'],
        },
      ],
      'It deploys all stacks; what it may write itself are the parameters and bundles of this stage.',
    );
    new CfnOutput(this, 'DeployRole', { value: role.roleArn });
  }
}

import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRootPrincipal,
  AnyPrincipal,
  Effect,
  PolicyStatement,
  PrincipalWithConditions,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { EVENT_FOLDERS, hostBucketName, LOADED_FOLDERS, rawBucketName } from '../stages/bucket-names';
import { publish, shared } from '../parameters';
import { allow } from '../constructs/allow';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';

/**
 * Data that must outlive every other stack: raw objects, from which the warehouse can be rebuilt,
 * and the key of all passwords.
 */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-data${stage.suffix}`,
      description: 'Clickstream: raw events, bundles for the machines, key of the passwords',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });

    const raw = this.bucket('RawBucket', rawBucketName(this, stage));
    const breakGlass = this.breakGlassRole(stage, raw);
    raw.addToResourcePolicy(this.noReadsFromElsewhere(stage, raw, breakGlass));

    const host = this.bucket('HostBucket', hostBucketName(stage));
    host.addLifecycleRule({ prefix: 'logs/', expiration: Duration.days(30) });
    publish(this, stage, 'data/host-bucket', host.bucketName);

    // Not the key that AWS provides for Parameter Store: with that one, every principal of the
    // account may decrypt.
    const key = new Key(this, 'PasswordKey', {
      alias: `clickstream${stage.suffix}`,
      description: 'Passwords of the databases in Parameter Store',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    publish(this, stage, 'data/key', key.keyArn);
    new CfnOutput(this, 'BreakGlassRole', { value: breakGlass.roleArn });
  }

  private bucket(id: string, bucketName: string): Bucket {
    const bucket = new Bucket(this, id, {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'Access logs of S3 would cost one object for each request; CloudTrail data events are switched on when someone asks who read what.',
    );
    return bucket;
  }

  /**
   * For an emergency, with a second factor: the only way to read events outside the private
   * network.
   */
  private breakGlassRole(stage: Stage, raw: Bucket): Role {
    const role = new Role(this, 'BreakGlass', {
      roleName: `clickstream-break-glass${stage.suffix}`,
      description: 'Reads raw events from outside of the private network, in an emergency',
      assumedBy: new PrincipalWithConditions(new AccountRootPrincipal(), {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      maxSessionDuration: Duration.hours(1),
    });
    allow(
      role,
      [
        { actions: ['s3:GetObject'], resources: LOADED_FOLDERS.map((keys) => raw.arnForObjects(keys)) },
        { actions: ['s3:ListBucket'], resources: [raw.bucketArn] },
      ],
      'Reading any event is what the role is for; it needs a second factor.',
    );
    return role;
  }

  /**
   * Denies reads of events, including rejected ones and those of the lake, that do not come through
   * the endpoint of the private network, for every caller. Only reads: nobody is locked out of the
   * policy, so a wrong endpoint id can be corrected.
   */
  private noReadsFromElsewhere(stage: Stage, raw: Bucket, breakGlass: Role): PolicyStatement {
    const viaService = switchesOf(this).growth ? { 'aws:ViaAWSService': 'false' } : {};
    return new PolicyStatement({
      sid: 'EventsAreReadThroughTheEndpoint',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: EVENT_FOLDERS.map((keys) => raw.arnForObjects(keys)),
      conditions: {
        StringNotEqualsIfExists: { 'aws:SourceVpce': shared(this, stage, 'network/s3-endpoint') },
        ArnNotLike: { 'aws:PrincipalArn': [breakGlass.roleArn] },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false', ...viaService },
      },
    });
  }
}

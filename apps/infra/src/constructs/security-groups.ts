import { CfnSecurityGroup, CfnSecurityGroupEgress, CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stages';

const POSTGRESQL = 5432;
const HTTPS = 443;

/** EC2 would give a group without rules one that allows everything; this one allows nothing. */
const TO_NOWHERE: CfnSecurityGroup.EgressProperty = {
  ipProtocol: 'icmp',
  fromPort: 252,
  toPort: 86,
  cidrIp: '255.255.255.255/32',
  description: 'Nothing',
};

/**
 * All connections that are allowed:
 *
 * ```
 * shop-lambda ─5432─► SBW_EC2_WebDB
 * SBW_Lamda_ETL, maintenance-lambda ─5432─► SBW_EC2_ShinyDWH
 * both machines, all Lambdas ─443─► SSM endpoints
 * both machines, all Lambdas ─443─► S3
 * ```
 *
 * The maintenance Lambda is in the group of the ETL, whose connections it needs.
 */
export class SecurityGroups extends Construct {
  /** Group ids. */
  readonly webDb: string;
  readonly shopLambda: string;
  readonly etlLambda: string;
  readonly warehouse: string;
  readonly endpoints: string;

  constructor(scope: Construct, id: string, { stage, vpc }: { stage: Stage; vpc: string }) {
    super(scope, id);
    const toS3: CfnSecurityGroup.EgressProperty = {
      ...tcp(HTTPS),
      destinationPrefixListId: stage.s3PrefixList,
      description: 'S3, by the gateway endpoint',
    };
    const group = (name: string, groupDescription: string, egress: CfnSecurityGroup.EgressProperty[]) =>
      new CfnSecurityGroup(this, name, {
        groupName: `${name}${stage.suffix}`,
        groupDescription,
        vpcId: vpc,
        securityGroupEgress: egress,
      }).attrGroupId;

    this.webDb = group('sg_oltp_webDB', 'The database of the shop', [toS3]);
    this.shopLambda = group('sg_Lambda_shop', 'The shop Lambda', [toS3]);
    this.etlLambda = group('sg_Lambda_ETL', 'The ETL Lambda', [toS3]);
    this.warehouse = group('sg_analytics_ShinyDWH', 'The warehouse and its dashboard', [toS3]);
    this.endpoints = group('sg_ssm_endpoints', 'The SSM endpoints', [TO_NOWHERE]);

    this.allow('ShopToItsDatabase', this.shopLambda, this.webDb, POSTGRESQL);
    this.allow('EtlToWarehouse', this.etlLambda, this.warehouse, POSTGRESQL);
    this.allow('ShopToSsm', this.shopLambda, this.endpoints, HTTPS);
    this.allow('EtlToSsm', this.etlLambda, this.endpoints, HTTPS);
    this.allow('WarehouseToSsm', this.warehouse, this.endpoints, HTTPS);
    // Private names apply to the whole VPC, so the public subnet resolves SSM to the endpoints too.
    this.allow('WebDbToSsm', this.webDb, this.endpoints, HTTPS);
  }

  private allow(id: string, from: string, to: string, port: number): void {
    new CfnSecurityGroupEgress(this, `${id}Out`, {
      groupId: from,
      destinationSecurityGroupId: to,
      ...tcp(port),
      description: id,
    });
    new CfnSecurityGroupIngress(this, `${id}In`, {
      groupId: to,
      sourceSecurityGroupId: from,
      ...tcp(port),
      description: id,
    });
  }
}

function tcp(port: number) {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port };
}

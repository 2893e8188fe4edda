import { Fn, Stack, Tags } from 'aws-cdk-lib';
import {
  CfnInternetGateway,
  CfnRoute,
  CfnRouteTable,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
  CfnVPC,
  CfnVPCGatewayAttachment,
} from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { publish } from '../parameters';
import { Endpoints } from '../constructs/endpoints';
import { RejectedTraffic } from '../constructs/rejected-traffic';
import { SecurityGroups } from '../constructs/security-groups';
import type { Stage } from '../stages/stages';

/** The address ranges of the design. */
export const NETWORK = { vpc: '10.0.0.0/16', public: '10.0.0.0/20', private: '10.0.128.0/20' } as const;

/**
 * The region's first zone. Only one, since each zone adds the price of the endpoints, and the
 * machines are in one.
 */
const ZONE = Fn.select(0, Fn.getAzs());

/**
 * One public and one private subnet in one zone. Both reach S3 and SSM through endpoints: there is
 * no NAT, and the private route table contains only the VPC and S3. Nothing has a public address,
 * so the public subnet's route to the internet carries nothing.
 */
export class NetworkStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-network${stage.suffix}`,
      description: 'Clickstream: VPC, subnets, endpoints and security groups',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });
    const vpc = new CfnVPC(this, 'Vpc', {
      cidrBlock: NETWORK.vpc,
      // The private names of the SSM endpoints need both.
      enableDnsSupport: true,
      enableDnsHostnames: true,
    });
    Tags.of(vpc).add('Name', `clickstream${stage.suffix}`);
    const publicSubnet = this.subnet('Public', vpc, NETWORK.public);
    const privateSubnet = this.subnet('Private', vpc, NETWORK.private);
    this.routeToInternet(vpc, publicSubnet.routes);

    const groups = new SecurityGroups(this, 'SecurityGroups', { stage, vpc: vpc.ref });
    const endpoints = new Endpoints(this, 'Endpoints', {
      stage,
      vpc: vpc.ref,
      subnet: privateSubnet.subnet.ref,
      routeTables: [publicSubnet.routes.ref, privateSubnet.routes.ref],
      securityGroup: groups.endpoints,
    });
    new RejectedTraffic(this, 'RejectedTraffic', { stage, vpc: vpc.ref });

    publish(this, stage, 'network/vpc', vpc.ref);
    publish(this, stage, 'network/availability-zone', ZONE);
    publish(this, stage, 'network/public-subnet', publicSubnet.subnet.ref);
    publish(this, stage, 'network/private-subnet', privateSubnet.subnet.ref);
    publish(this, stage, 'network/s3-endpoint', endpoints.s3);
    publish(this, stage, 'network/sg-oltp-web-db', groups.webDb);
    publish(this, stage, 'network/sg-lambda-shop', groups.shopLambda);
    publish(this, stage, 'network/sg-lambda-etl', groups.etlLambda);
    publish(this, stage, 'network/sg-analytics-shiny-dwh', groups.warehouse);
  }

  private subnet(name: string, vpc: CfnVPC, cidrBlock: string) {
    const subnet = new CfnSubnet(this, `${name}Subnet`, {
      vpcId: vpc.ref,
      cidrBlock,
      availabilityZone: ZONE,
      mapPublicIpOnLaunch: false,
    });
    const routes = new CfnRouteTable(this, `${name}Routes`, { vpcId: vpc.ref });
    for (const part of [subnet, routes]) Tags.of(part).add('Name', `clickstream-${name.toLowerCase()}`);
    new CfnSubnetRouteTableAssociation(this, `${name}RoutesOfSubnet`, {
      subnetId: subnet.ref,
      routeTableId: routes.ref,
    });
    return { subnet, routes };
  }

  private routeToInternet(vpc: CfnVPC, routes: CfnRouteTable): void {
    const gateway = new CfnInternetGateway(this, 'InternetGateway');
    const attached = new CfnVPCGatewayAttachment(this, 'InternetGatewayOfVpc', {
      vpcId: vpc.ref,
      internetGatewayId: gateway.ref,
    });
    new CfnRoute(this, 'PublicRouteToInternet', {
      routeTableId: routes.ref,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.ref,
    }).addResourceDependency(attached);
  }
}

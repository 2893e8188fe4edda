import { allOf } from '../template/references';
import { ALL_SWITCHES, synthesised, type Resource, type Template } from '@clickstream/infra/synthesised';

/** Templates that a misconfiguration is injected into. */
export type Copy = Record<string, Template>;

const templates = synthesised(ALL_SWITCHES);

export const logicalId = (type: string, part: string) =>
  allOf(templates, type).find(({ name }) => name.includes(part))?.name ?? '';
export const groupId = (part: string) => ({
  'Fn::GetAtt': [logicalId('AWS::EC2::SecurityGroup', part), 'GroupId'],
});
export const PRIVATE_ROUTES = { Ref: logicalId('AWS::EC2::RouteTable', 'PrivateRoutes') };
export const INTERNET = { GatewayId: { Ref: logicalId('AWS::EC2::InternetGateway', '') } };
export const [WEB_DB, WAREHOUSE, ETL] = ['sgoltpwebDB', 'sganalyticsShinyDWH', 'sgLambdaETL'] as const;

/** Adds a resource to a stack. */
export function inject(Type: string, stack: string, Properties: Record<string, unknown> = {}) {
  return (copy: Copy) => {
    const resources = copy[stack]?.Resources as Record<string, Resource>;
    resources[`Injected${Object.keys(resources).length}`] = { Type, Properties };
  };
}

export const openTo = (group: string, side: object, port: number, protocol: number | string = 'tcp') =>
  inject('AWS::EC2::SecurityGroupIngress', 'Network', {
    GroupId: groupId(group),
    IpProtocol: protocol,
    FromPort: port,
    ToPort: port,
    ...side,
  });
export const privateRoute = (to: object) =>
  inject('AWS::EC2::Route', 'Network', {
    RouteTableId: PRIVATE_ROUTES,
    DestinationCidrBlock: '0.0.0.0/0',
    ...to,
  });

/** Changes the network interface of a machine. */
export const atMachine = (stack: string, change: Record<string, unknown>) => (copy: Copy) => {
  for (const { resource } of allOf(copy, 'AWS::EC2::Instance').filter((one) => one.stack === stack)) {
    const [port] = resource.Properties['NetworkInterfaces'] as Record<string, unknown>[];
    Object.assign(port ?? {}, change);
  }
};
export const all =
  (...changes: ((copy: Copy) => void)[]) =>
  (copy: Copy) =>
    changes.forEach((change) => change(copy));

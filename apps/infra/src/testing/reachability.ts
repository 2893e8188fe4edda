import { overlap, reachesBeyond } from './address-ranges';
import { allOf } from './references';
import { commonPorts, rulesOf } from './security-rules';
import type { Rule } from './security-rules';
import { subnetsOf } from './subnets';
import type { Templates } from './synthesised';
import { workloadsOf } from './workloads';
import type { Workload } from './workloads';

/** Kinds of resources that open ways into or out of a network and that the graph does not follow: none may appear. */
const OTHER_WAYS =
  /^AWS::(EC2::(NatGateway|EgressOnlyInternetGateway|VPCPeeringConnection|TransitGateway\w*|VPN\w+|EIP\w*|ClientVpn\w+|NetworkInterface\w*|InstanceConnectEndpoint)|Lambda::Url|ElasticLoadBalancing\w*::\w+|GlobalAccelerator::\w+|CloudFront::VpcOrigin|VpcLattice::\w+|ApiGatewayV2::VpcLink|RDS::\w+)$/;

/**
 * Every way on which a connection can begin, as `from → to port`, by routes, addresses and security groups together: between
 * workloads, from the internet, to the internet, and to S3; and where each subnet's routes lead, used or not.
 */
export function waysIn(templates: Templates): string[] {
  const workloads = workloadsOf(templates);
  const network = String(allOf(templates, 'AWS::EC2::VPC')[0]?.resource.Properties['CidrBlock']);
  const rules = (workload: Workload, direction: 'Ingress' | 'Egress') =>
    workload.groups.flatMap((group) => rulesOf(templates, group, direction));
  const beyond = ({ cidr }: Rule) => cidr !== undefined && reachesBeyond(cidr, network);

  const ways = workloads.flatMap((from) => {
    const out = rules(from, 'Egress');
    const toWorkloads = workloads.flatMap((to) =>
      to === from
        ? []
        : portsBetween(out, rules(to, 'Ingress'), from, to).map(
            (ports) => `${from.name} → ${to.name} ${ports}`,
          ),
    );
    const routes = from.subnet.ways;
    const online = (routes.includes('internet gateway') && from.hasPublicAddress) || routes.includes('nat');
    const toInternet = online
      ? out.filter(beyond).map(({ ports }) => `${from.name} → internet ${ports}`)
      : [];
    const toS3 = routes.includes('s3')
      ? out
          .filter((rule) => rule.prefixList !== undefined || beyond(rule))
          .map(({ ports }) => `${from.name} → S3 ${ports}`)
      : [];
    const fromInternet =
      routes.includes('internet gateway') && from.hasPublicAddress
        ? rules(from, 'Ingress')
            .filter(beyond)
            .map(({ ports }) => `internet → ${from.name} ${ports}`)
        : [];
    return [...toWorkloads, ...toInternet, ...toS3, ...fromInternet];
  });
  const others = Object.values(templates).flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Type }) => (OTHER_WAYS.test(Type) ? [`by ${Type}`] : [])),
  );
  const routes = [...subnetsOf(templates).values()].flatMap(({ cidr, ways: to }) =>
    to.map((way) => `${cidr} → ${way}`),
  );
  return [...new Set([...ways, ...routes, ...others])].sort();
}

function portsBetween(out: Rule[], into: Rule[], from: Workload, to: Workload): string[] {
  const matches = (rule: Rule, other: Workload) =>
    (rule.group !== undefined && other.groups.includes(rule.group)) ||
    (rule.cidr !== undefined && overlap(rule.cidr, other.subnet.cidr));
  return out
    .filter((rule) => matches(rule, to))
    .flatMap((egress) =>
      into
        .filter((rule) => matches(rule, from))
        .flatMap((ingress) => commonPorts(egress.ports, ingress.ports) ?? []),
    );
}

/** Buckets whose objects may pass the S3 endpoint, as the policy's resources begin; `*` for all. */
export function bucketsBehindTheEndpoint(templates: Templates): string[] {
  const [gateway] = allOf(templates, 'AWS::EC2::VPCEndpoint').filter(
    ({ resource }) => resource.Properties['VpcEndpointType'] === 'Gateway',
  );
  const policy = gateway?.resource.Properties['PolicyDocument'] as
    { Statement: { Effect: string; Resource: unknown }[] } | undefined;
  if (!policy) return ['*'];
  const resources = policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(
    ({ Resource }) => Resource,
  );
  return [...new Set(resources.map(bucketOf))].sort();
}

function bucketOf(resource: unknown): string {
  const parts =
    typeof resource === 'string'
      ? [resource]
      : (resource as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];
  const text = parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
  return text.replace(/^arn:….?s3:::|^arn:.*:s3:::/, '').replace(/\/.*$/, '');
}

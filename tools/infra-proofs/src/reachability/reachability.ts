import { overlap, reachesBeyond } from './address-ranges';
import { unfollowedResources } from './known-kinds';
import { commonPorts, textOf } from './ports';
import { allOf } from '../template/references';
import { rulesOf, type Rule } from './security-rules';
import { strayIds } from './stray-ids';
import { subnetsOf } from './subnets';
import type { Templates } from '@clickstream/infra/synthesised';
import { workloadsOf, type Workload } from './workloads';

/**
 * Every path on which a connection can begin, as `from → to port`, by routes, addresses and
 * security groups together: between workloads, from the internet, to the internet, and to S3; and
 * where each subnet's routes lead, used or not.
 *
 * @param s3PrefixList the list of S3's addresses in the region; another list is somewhere unknown
 */
export function pathsIn(templates: Templates, s3PrefixList: string): string[] {
  const workloads = workloadsOf(templates);
  const network = String(allOf(templates, 'AWS::EC2::VPC')[0]?.resource.Properties['CidrBlock']);
  const rules = (workload: Workload, direction: 'Ingress' | 'Egress') =>
    workload.groups.flatMap((group) => rulesOf(templates, group, direction));
  const isS3 = ({ prefixList }: Rule) => prefixList === s3PrefixList;
  // The content of a list is not in the templates, so it may be anything.
  const isUnknown = (rule: Rule) => rule.prefixList !== undefined && !isS3(rule);
  const beyond = (rule: Rule) =>
    isUnknown(rule) || (rule.cidr !== undefined && reachesBeyond(rule.cidr, network));
  const admits = (rule: Rule, other: Workload) =>
    isUnknown(rule) ||
    (rule.group !== undefined && other.groups.includes(rule.group)) ||
    (rule.cidr !== undefined && overlap(rule.cidr, other.subnet.cidr));
  const portsBetween = (from: Workload, to: Workload) =>
    rules(from, 'Egress')
      .filter((rule) => admits(rule, to))
      .flatMap((egress) =>
        rules(to, 'Ingress')
          .filter((rule) => admits(rule, from))
          .flatMap((ingress) => commonPorts(egress.ports, ingress.ports) ?? []),
      );

  const paths = workloads.flatMap((from) => {
    const out = rules(from, 'Egress');
    const into = rules(from, 'Ingress');
    const routes = from.subnet.routes;
    const hasAddressOnline = routes.includes('internet gateway') && from.hasPublicAddress;
    const toWorkloads = workloads.flatMap((to) =>
      to === from ? [] : portsBetween(from, to).map((ports) => `${from.name} → ${to.name} ${ports}`),
    );
    const toInternet = hasAddressOnline || routes.includes('nat') ? out.filter(beyond) : [];
    const toS3 = routes.includes('s3') ? out.filter((rule) => isS3(rule) || beyond(rule)) : [];
    // Nothing has a reason to be called from S3's addresses, so a rule for them
    // is as good as an open one.
    const fromInternet = hasAddressOnline ? into.filter((rule) => isS3(rule) || beyond(rule)) : [];
    return [
      ...toWorkloads,
      ...toInternet.map(({ ports }) => `${from.name} → internet ${textOf(ports)}`),
      ...toS3.map(({ ports }) => `${from.name} → S3 ${textOf(ports)}`),
      ...fromInternet.map(({ ports }) => `internet → ${from.name} ${textOf(ports)}`),
    ];
  });
  const subnets = [...subnetsOf(templates).values()].flatMap(({ cidr, routes, givesPublicAddresses }) => [
    ...routes.map((route) => `${cidr} → ${route}`),
    ...(givesPublicAddresses ? [`${cidr} gives public addresses`] : []),
  ]);
  const others = [...unfollowedResources(templates), ...strayIds(templates)].map((what) => `by ${what}`);
  return [...new Set([...paths, ...subnets, ...others])].sort();
}

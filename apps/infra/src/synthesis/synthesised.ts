import { stageFrom } from '../config';
import { templatesOf, type Resource, type Template, type Templates } from './templates';

export type { Resource, Template, Templates };

/** Everything switched on, so that no stack escapes the tests. */
export const ALL_SWITCHES = {
  ec2messages: true,
  growth: true,
  managedWarehouse: 'rds',
  mailDomain: 'shop.example',
  mailFrom: 'accounts@shop.example',
  signIn: 'code',
  deployRepository: 'shop/clickstream',
  storefrontRepository: 'https://github.com/shop/clickstream',
  alarmEmail: 'ops@shop.example',
};

/** The templates that a deployment would use. */
export function synthesised(
  context: Record<string, unknown> = {},
  env: Record<string, string> = {},
): Templates {
  return templatesOf(stageFrom(env), context);
}

/** A copy with changes, for planting a misconfiguration. */
export function changed(templates: Templates, change: (copy: Record<string, Template>) => void): Templates {
  const copy = structuredClone(templates) as Record<string, Template>;
  change(copy);
  return copy;
}

/** The resources of a type, by their logical ids. */
export function resourcesOf(template: Template, type: string): Record<string, Resource> {
  return Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type === type));
}

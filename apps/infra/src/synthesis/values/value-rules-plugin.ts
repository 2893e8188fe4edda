import { readFileSync } from 'node:fs';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import type { Template } from '../templates';
import { VALUE_RULES, type ValueRule } from './value-rules';

/** A value that AWS would refuse in the middle of a deployment. */
export interface RefusedValue {
  readonly id: string;
  readonly path: string;
  readonly words: string;
}

/** The values of a template that break a rule. */
export function refusedValues({ Resources }: Template): RefusedValue[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) =>
    VALUE_RULES.filter(({ type }) => type === Type).flatMap((rule) =>
      valuesAt(Properties, rule.path.split('.'))
        .filter((value) => !rule.accepts(value))
        .map((value) => ({ id, path: rule.path, words: refusalOf(rule, value) })),
    ),
  );
}

function refusalOf({ type, path, words }: ValueRule, value: string | number | boolean): string {
  const shown = String(value);
  return `${type} ${path} is "${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}". AWS accepts ${words}.`;
}

/** The values at a path that are known before the deployment; text in parts is joined. */
function valuesAt(value: unknown, path: readonly string[]): (string | number | boolean)[] {
  const [name, ...rest] = path;
  if (name === undefined) return known(value);
  if (name === '*')
    return Array.isArray(value) ? value.flatMap((one) => valuesAt(one, rest)) : valuesAt(value, rest);
  return typeof value === 'object' && value !== null
    ? valuesAt((value as Record<string, unknown>)[name], rest)
    : [];
}

function known(value: unknown): (string | number | boolean)[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [value];
  const [separator, parts] = (value as { 'Fn::Join'?: [string, unknown[]] } | null)?.['Fn::Join'] ?? [];
  if (separator === undefined || !parts) return [];
  // A reference is at least one character, and looks like a name.
  return [parts.map((part) => (typeof part === 'string' ? part : 'x')).join(separator)];
}

/** Fails the synthesis for values that break {@link VALUE_RULES}. */
export const valueRulesPlugin: IPolicyValidationPlugin = {
  name: 'values',
  validate({ templatePaths }) {
    const violations = templatePaths.flatMap((templatePath) => {
      const template = JSON.parse(readFileSync(templatePath, 'utf8')) as Template;
      return refusedValues(template).map(({ id, path, words }) => ({
        ruleName: 'refused-value',
        description: words,
        fix: 'Correct the value, or the rule in apps/infra/src/synthesis/values/value-rules.ts when AWS accepts it.',
        violatingResources: [{ resourceLogicalId: id, templatePath, locations: [path] }],
      }));
    });
    return { success: violations.length === 0, violations };
  },
};

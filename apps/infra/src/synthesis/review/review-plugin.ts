import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import type { Template } from '../templates';
import { describeResource } from './describe-resource';
import { neutralIds, withNeutralIds } from './neutral-ids';
import { parseReviewed, unreviewed, type DescribedStack } from './reviewed-stack';
import type { StageMask } from './stage-mask';

/** One file for each stack, in the repository. */
export const REVIEWED = resolve(import.meta.dirname, '../../../reviewed');

/** The file of a stack, by its id. */
export const reviewedFile = (stack: string, folder = REVIEWED): string => resolve(folder, `${stack}.txt`);

/** The resources and parameters of a template as lines, by names without hashes. */
export function describeStack(template: Template, { mask, inIds }: StageMask): DescribedStack {
  const ids = neutralIds(template, inIds);
  const described = Object.entries(template.Resources).map(([id, resource]) => {
    const lines = describeResource(resource, (text) => mask(withNeutralIds(text, ids)));
    return [ids.get(id) ?? id, { id, type: resource.Type, lines }] as const;
  });
  const parameters = Object.entries(template.Parameters ?? {}).map(([id, parameter]) => {
    const lines = describeResource({ Type: 'Parameter', Properties: { ...parameter } }, mask);
    return [mask(id), { id, type: 'Parameter', lines }] as const;
  });
  return new Map([...described, ...parameters]);
}

/**
 * Fails the synthesis for anything that nobody has reviewed: a right, an open port, a script, a
 * property, a resource; and for anything reviewed that is gone.
 */
export function reviewPlugin(mask: StageMask, folder = REVIEWED): IPolicyValidationPlugin {
  return {
    name: 'reviewed',
    validate({ templatePaths }) {
      const violations = templatePaths.flatMap((templatePath) => {
        const stack = basename(templatePath, '.template.json');
        const template = JSON.parse(readFileSync(templatePath, 'utf8')) as Template;
        return differencesOf(stack, describeStack(template, mask), folder).map(
          ({ name, id, difference }) => ({
            ruleName: 'not-reviewed',
            description: `${stack}: ${name}: ${difference}`,
            fix: 'If it is meant, run "npx nx review infra", read the changes in apps/infra/reviewed and commit them.',
            violatingResources: [{ ...(id ? { resourceLogicalId: id } : {}), templatePath, locations: [] }],
          }),
        );
      });
      return { success: violations.length === 0, violations };
    },
  };
}

/** Differences between a stack and its file; without a file, all of it. */
export function differencesOf(stack: string, described: DescribedStack, folder = REVIEWED) {
  const file = reviewedFile(stack, folder);
  return unreviewed(described, existsSync(file) ? parseReviewed(readFileSync(file, 'utf8')) : new Map());
}

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickstreamApp, type AppOptions } from '../../clickstream-app';
import { PROFILES } from '../../stages/profiles';
import { STAGES } from '../../stages/stages';
import { switchesOf } from '../../switches';
import { ALL_SWITCHES } from '../synthesised';
import { NO_COPIES, readTemplates } from '../templates';
import { describeStack, REVIEWED, reviewedFile } from './review-plugin';
import { formatReviewed, mergeSyntheses, type DescribedStack } from './reviewed-stack';
import { stageMask } from './stage-mask';

/** Contexts that, with an empty one, set every switch to each of its values. */
const CONTEXTS: readonly Record<string, unknown>[] = [
  ALL_SWITCHES,
  {
    ...ALL_SWITCHES,
    reserveEtlConcurrency: true,
    existingGithubProvider: true,
    attachWarehouseVolume: false,
    warehouseSnapshot: 'snap-0123456789abcdef0',
    warehouseVolume: 'second',
    attachShopVolume: false,
  },
  { warehouseSnapshot: 'snap-0123456789abcdef0', shopSnapshot: 'snap-0fedcba9876543210' },
  { warehouseVolume: 'second' },
  { managedWarehouse: 'aurora' },
];

/**
 * Writes what all stages, profiles and switches may contain.
 *
 * @returns the number of stacks
 */
export function writeReviewed(folder = REVIEWED, options: AppOptions = {}): number {
  const syntheses = new Map<string, DescribedStack[]>();
  for (const stage of STAGES) {
    const sizes = Object.values(PROFILES).map((profile) => ({ chosen: { ...stage, profile }, context: {} }));
    const open = { chosen: { ...stage, corsOrigins: ['*'] }, context: {} };
    const switched = CONTEXTS.map((context) => ({ chosen: stage, context }));
    for (const { chosen, context } of [...sizes, open, ...switched]) {
      const app = clickstreamApp(chosen, { ...context, ...NO_COPIES }, options);
      const mask = stageMask(chosen, switchesOf(app));
      for (const [id, template] of Object.entries(readTemplates(app))) {
        const described = describeStack(template, mask);
        syntheses.set(id, [...(syntheses.get(id) ?? []), described]);
      }
    }
  }
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
  for (const [stack, described] of syntheses)
    writeFileSync(reviewedFile(stack, folder), formatReviewed(mergeSyntheses(described)));
  return syntheses.size;
}

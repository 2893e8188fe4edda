import { STAGES } from './stages';
import type { Stage } from './stages';

/**
 * The stage to build, by the environment variable `STAGE`; production without it.
 *
 * @throws for a stage that does not exist, naming those that do
 */
export function stageFrom(env: Readonly<Record<string, string | undefined>>): Stage {
  const name = env['STAGE'] || 'production';
  const stage = STAGES.find((known) => known.name === name);
  if (!stage) {
    throw new Error(`STAGE is "${name}". Use one of: ${STAGES.map((known) => known.name).join(', ')}.`);
  }
  return stage;
}

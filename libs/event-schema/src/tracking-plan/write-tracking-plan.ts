import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { trackingPlanPage, trackingPlanSchema } from './tracking-plan';

const docs = resolve(import.meta.dirname, '../../../../docs');
writeFileSync(resolve(docs, 'tracking-plan.md'), trackingPlanPage());
writeFileSync(
  resolve(docs, 'tracking-plan.schema.json'),
  `${JSON.stringify(trackingPlanSchema(), null, 2)}\n`,
);
process.stdout.write('Wrote docs/tracking-plan.md and docs/tracking-plan.schema.json\n');

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EVENT_NAMES } from '../event-names';
import { trackingPlanPage, trackingPlanSchema } from './tracking-plan';

const published = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../../docs', name), 'utf8');

describe('the published tracking plan', () => {
  it('is generated from the contract: run `npx nx run event-schema:tracking-plan`', () => {
    expect(published('tracking-plan.md')).toBe(trackingPlanPage());
  });

  it('is the JSON Schema of the contract', () => {
    expect(JSON.parse(published('tracking-plan.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(trackingPlanSchema())),
    );
  });

  it('describes every event', () => {
    const page = trackingPlanPage();
    for (const name of EVENT_NAMES) expect(page).toContain(`### ${name}\n`);
  });

  it('gives the names of Google Analytics with the cases in which they are right', () => {
    const page = trackingPlanPage();
    expect(page).toMatch(/wishlist_toggle.*`add_to_wishlist` \(when added\)/);
    expect(page).toMatch(/checkout_step.*`add_payment_info` \(step payment\)/);
  });
});

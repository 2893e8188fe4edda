import { STAGES, templatesOf, type Stage } from '@clickstream/infra';
import { abuseOf } from './abuse';

const [production] = STAGES as readonly [Stage];

it('costs a thousand dollars a month at most to send valid events as fast as the API accepts them', () => {
  const templates = templatesOf(production, {});
  const abuse = abuseOf(templates, production);
  expect(abuse.stored).toBeLessThan(1_000);
  expect(abuse.refused).toBeLessThan(abuse.stored / 3);
  expect(abuse.worstMonth).toBeLessThan(1_800);
  const unlimited = { throttle: { rateLimit: 500, burstLimit: 1_000 } };
  expect(abuseOf(templates, unlimited).stored).toBeGreaterThan(8_000);
});

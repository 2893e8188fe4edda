import type { EventName } from '@clickstream/event-schema';
import { anOrder } from '@clickstream/event-schema/testing';
import { DESKTOP, MOBILE, plannedEvent } from './received-event';

/** A campaign, its visits in May 2026, and the number of those with an order. */
export interface PlannedCampaign {
  readonly query: string;
  readonly visits: number;
  readonly orders: number;
  readonly revenue: number;
}

/** Campaigns by name: one that earns, one that does not, one too small to judge. */
export const CAMPAIGNS: Readonly<Record<string, PlannedCampaign>> = {
  spring_letter: {
    query: 'utm_source=newsletter&utm_medium=email&utm_campaign=spring_letter',
    visits: 240,
    orders: 60,
    revenue: 12_000_000,
  },
  spring_video: {
    query: 'utm_source=facebook&utm_medium=paid_social&utm_campaign=spring_video',
    visits: 260,
    orders: 6,
    revenue: 9_000_000,
  },
  brand: {
    query: 'utm_source=google&utm_medium=cpc&utm_campaign=brand',
    visits: 30,
    orders: 3,
    revenue: 20_000_000,
  },
};

/** Costs as an import writes them, in units of the currency; one is in another currency. */
export const CAMPAIGN_COSTS = [
  ['2026-05-10', 'newsletter', 'email', 'spring_letter', 'email', 'VND', '1200000'],
  ['2026-05-10', 'facebook', 'paid_social', 'spring_video', 'paid_social', 'VND', '90000000'],
  ['2026-05-20', 'facebook', 'paid_social', 'spring_video', 'paid_social', 'VND', '60000000'],
  ['2026-05-10', 'tiktok', 'paid_social', 'nobody_came', 'paid_social', 'VND', '5000000'],
  ['2026-05-11', 'google', 'cpc', 'brand', 'paid_search', 'USD', '20.00'],
] as const;

// Noon of 1 May on the shop's clock.
const FIRST_VISIT = Date.parse('2026-05-01T05:00:00Z');
const HOUR = 3_600_000;

/** Visits of campaigns, spread over May: each views a page, and some of them order at once. */
export function campaignVisits(): object[] {
  return Object.entries(CAMPAIGNS).flatMap(([name, campaign]) =>
    Array.from({ length: campaign.visits }, (_, index) => visitOf(name, campaign, index)).flat(),
  );
}

function visitOf(name: string, { query, visits, orders, revenue }: PlannedCampaign, index: number): object[] {
  const startedAt = FIRST_VISIT + Math.floor((index * 28 * 24) / visits) * HOUR;
  const id = `${name}-${index}`;
  const event = (eventName: EventName, place: number, more: object = {}) => {
    const time = startedAt + place * 60_000;
    return plannedEvent(
      eventName,
      { session: id, place, time },
      {
        userLoginState: index % 3 === 0 ? 'logged_in' : 'guest',
        pageUrl: `https://shop.example/product/aero-14?${query}`,
        ...more,
      },
      index % 2 === 0 ? MOBILE : DESKTOP,
    );
  };
  const isOrdering = index < orders;
  const order = anOrder({ orderId: `order-of-${id}`, revenue: revenue + index * 10_000, currency: 'VND' });
  return [event('page_view', 0), ...(isOrdering ? [event('checkout_complete', 1, { order })] : [])];
}

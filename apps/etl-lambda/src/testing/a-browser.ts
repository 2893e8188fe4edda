import type { ClickstreamEvent } from '@clickstream/event-schema';
import {
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  aPageView,
  aProductView,
} from '@clickstream/event-schema/testing';
import { at, NINE, received } from '@clickstream/warehouse-load/testing';

const MINUTE = 60_000;

const timeText = (minute: number) => new Date(NINE + minute * MINUTE).toISOString();

/** A browser whose clock is the given number of minutes behind ours, or ahead if negative. */
export const aBrowser = (minutesBehind: number) => {
  let sequence = 0;
  let behind = minutesBehind;
  return {
    setClock: (minutes: number) => (behind = minutes),
    /** Starts its count over, as some browsers do on each page. */
    openPage: () => (sequence = 0),
    /**
     * The line of an event at the given minute past nine, whose request takes the given minutes.
     */
    line(minute: number, event: ClickstreamEvent, wayMinutes = 0, isCounted = true): object {
      const sent = at(minute - behind, isCounted ? { ...event, sequence: ++sequence } : event);
      return received(sent, {
        sentAt: timeText(minute - behind),
        receivedAt: timeText(minute + wayMinutes),
      });
    },
  };
};

export const pageAt = (path: string) => ({ pageUrl: `https://shop.example${path}` });

/**
 * The path to an order: a landing, a product, its cart, the checkout, the order; with the duration
 * of each request.
 */
export const eventsToOrder = (
  browser: ReturnType<typeof aBrowser>,
  [landing, product, cart, checkout, order]: readonly [number, number, number, number, number],
  isCounted = true,
) => [
  browser.line(1, aPageView(pageAt('/')), landing, isCounted),
  browser.line(2, aProductView(pageAt('/p/1')), product, isCounted),
  browser.line(3, anAddToCart(pageAt('/p/1')), cart, isCounted),
  browser.line(4, aCheckoutStart(pageAt('/checkout')), checkout, isCounted),
  browser.line(5, aCheckoutComplete(pageAt('/thanks')), order, isCounted),
];

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

/** A browser whose clock is so many minutes behind ours, or ahead where it is negative. */
export const aBrowser = (minutesBehind: number) => {
  let sequence = 0;
  let behind = minutesBehind;
  return {
    setClock: (minutes: number) => (behind = minutes),
    /** Counts again, as some do on each page. */
    openPage: () => (sequence = 0),
    /** The line of an event at so many minutes past nine, whose request takes so many. */
    line(minute: number, event: ClickstreamEvent, wayMinutes = 0, isCounted = true): object {
      const told = at(minute - behind, isCounted ? { ...event, sequence: ++sequence } : event);
      return received(told, {
        sentAt: timeText(minute - behind),
        receivedAt: timeText(minute + wayMinutes),
      });
    },
  };
};

export const pageAt = (path: string) => ({ pageUrl: `https://shop.example${path}` });

/**
 * The way to an order: a landing, a product, its cart, the checkout, the order, with
 * how long each request takes.
 */
export const wayToOrder = (
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
